import type { Article } from '../article/article.ts';
import { formatPublishedAt } from '../article/dateline.ts';
import { writtenOtherwise } from '../language/numerals.ts';
import { cutKnown } from '../language/segment.ts';
import { articleText, headText } from '../passages/passages.ts';
import { looksIn, type Scope } from '../passages/scope.ts';
import { type AskedWord, wordsAsAsked } from '../question/as-asked.ts';
import { isName } from '../question/names.ts';
import type { Question } from '../question/question.ts';
import type { Reading } from '../reader/reader.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import type { Refusal } from './answer.ts';

/**
 * Which of a question's content words the articles have, and which of them they lack: nowhere in a title,
 * a heading or a paragraph. A word that only the segmenter made (人会 of 有人会) is not told to be lacking.
 */
export function wordsOfRefusal(
  store: PassageStore,
  question: Question,
  readings: readonly Reading[],
  scope: Scope,
): Pick<Refusal, 'present' | 'missing'> {
  const articles = [...store.articles.values()].filter((article) => looksIn(scope, article));
  const isWholeLibrary = articles.length === store.articles.size;
  const isSaid = (text: string) => {
    if (readings.some(({ passage }) => passage.folded.includes(text))) return true;
    if (!isWholeLibrary) return articles.some((article) => articleText(article).includes(text));
    if (store.frequency(text) > 0) return true;
    // To look through a large library takes long: of nearly every word that no passage has, two characters meet in none.
    const where = maybeInPassages(store, text) ? articleText : headText;
    return articles.some((article) => where(article).includes(text));
  };
  const stands = remembering(
    (text) => isSaid(text) || writtenOtherwise(text).some(isSaid) || articles.some((article) => isDated(article, text)),
  );
  const words = wordsAsAsked(question, stands);
  const isWhole = wholeWordsOf(question);
  // A question in another language lacks every word, which says nothing about what is written in Chinese.
  const isForeign = !HAN.test(question.folded) && question.words.length > 2;
  return {
    present: words.filter(({ text }) => stands(text)).map(({ original }) => original),
    missing: isForeign
      ? []
      : words.filter((word) => !stands(word.text) && isWhole(word)).map(({ original }) => original),
  };
}

/** Whether an article is of that year, month or day: its date is told though it stands in no paragraph. */
function isDated({ publishedAt }: Article, text: string): boolean {
  if (publishedAt === undefined || !OF_DATE.test(text)) return false;
  return [...formatPublishedAt(publishedAt).matchAll(DATE_PART)].some(
    ([part]) => part === text || part === `${text}年`,
  );
}
const OF_DATE = /^(?:\d{4}年?|\d{1,2}[月日])$/;
const DATE_PART = /\d{1,4}[年月日]/g;

/** Words that only bind or ask, of Cantonese too, which the segmenter takes for nouns and verbs: 边度 is where. */
const FUNCTION_WORDS =
  /^(?:还有|仲有|仲|边度|边个|边|几多|几时|点解|点样|点|乜嘢|乜|咩|喺|系咪|系|唔系|唔|嘅|咗|嚟|冇|有冇|佢哋|佢|哋|啲|嗰|呢度|嗰度|同埋){1,4}$/;

const HAN = /\p{Script=Han}/u;
const HAN_ONLY = /^\p{Script=Han}+$/u;

/** Whether each two neighbours among its characters stand side by side in some passage. */
function maybeInPassages(store: PassageStore, text: string): boolean {
  if (!HAN_ONLY.test(text)) return true;
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (store.pairFrequency(text.charCodeAt(at), text.charCodeAt(at + 1)) === 0) return false;
  }
  return true;
}

/** Each word is looked for once: a library may be long. */
function remembering(find: (text: string) => boolean): (text: string) => boolean {
  const found = new Map<string, boolean>();
  return (text) => {
    const known = found.get(text) ?? find(text);
    found.set(text, known);
    return known;
  };
}

const LATIN_OR_NUMBER = /^[\p{Script=Latin}\p{M}\p{N}'’.-]+\p{Script=Han}?$/u;
/** cppjieba's tags of nouns, names, verbs and abbreviations. */
const NAMING_TAG = /^[nvj]/;

/** Tells words from fragments: one that the dictionary knows, a name, a number, a word in Latin letters. */
function wholeWordsOf({ folded, words }: Question): (word: AskedWord) => boolean {
  const known = new Set(cutKnown(folded).flatMap(({ text }) => (text.length > 1 ? [text] : [])));
  const whole = words.filter((word, at) => isName(word, at) || (known.has(word.text) && NAMING_TAG.test(word.tag)));
  return ({ text }) =>
    !FUNCTION_WORDS.test(text) && (LATIN_OR_NUMBER.test(text) || whole.some((word) => text.includes(word.text)));
}
