import { cutKnown } from '../language/segment.ts';
import { type AskedWord, wordsAsAsked } from '../question/as-asked.ts';
import { namesPlace, namesSomebody } from '../question/names.ts';
import type { Question } from '../question/question.ts';
import type { Reading } from '../reader/reading.ts';
import { articleText } from '../retrieval/passages/article-text.ts';
import type { Scope } from '../retrieval/scope.ts';
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
  { articleId }: Scope,
): Pick<Refusal, 'present' | 'missing'> {
  const articles = [...store.articles.values()].filter(({ id }) => articleId === undefined || id === articleId);
  const stands = remembering(
    (text) =>
      readings.some(({ passage }) => passage.folded.includes(text)) ||
      articles.some((article) => articleText(article).includes(text)),
  );
  const words = wordsAsAsked(question, stands);
  const isWhole = wholeWordsOf(question);
  return {
    present: words.filter(({ text }) => stands(text)).map(({ original }) => original),
    missing: words.filter((word) => !stands(word.text) && isWhole(word)).map(({ original }) => original),
  };
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
  const whole = words.filter(
    (word) => namesSomebody(word) || namesPlace(word) || (known.has(word.text) && NAMING_TAG.test(word.tag)),
  );
  return ({ text }) => LATIN_OR_NUMBER.test(text) || whole.some((word) => text.includes(word.text));
}
