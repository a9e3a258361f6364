import { fold } from '../../src/language/fold.ts';
import { tag } from '../../src/language/segment.ts';
import { splitSentences } from '../../src/language/sentences.ts';
import { readQuestion } from '../../src/question/question.ts';
import { asksNothing } from '../../src/retrieval/answerability/answerability.ts';
import { caseOf } from '../../src/retrieval/answerability/case.ts';
import { answerabilityRow } from '../../src/retrieval/answerability/features.ts';
import { paraphrasesOf } from '../../src/retrieval/evidence/paraphrases.ts';
import { createProbe } from '../../src/retrieval/evidence/probe.ts';
import { CANDIDATES } from '../../src/retrieval/find.ts';
import type { Passage } from '../../src/retrieval/passages/passages.ts';
import { rank } from '../../src/retrieval/rank.ts';
import type { PassageStore } from '../../src/retrieval/store/store.ts';
import { unansweredAttributes } from './attribute-questions.ts';
import type { GoldDocument, GoldParagraph, GoldQuestion, Part } from './datasets.ts';
import { articleOf, storeOf } from './passages.ts';
import { type Random, sample, seededRandom } from './random.ts';

/** In what an article, or a library, is asked, and whether the answer is there. */
export const SETTINGS = {
  /** A document alone, about itself. */
  own: true,
  /** A paragraph alone, about itself. */
  paragraph: true,
  /** One document of many. */
  pool: true,
  /** About other documents. */
  other: false,
  /** A paragraph alone, about other documents. */
  'other paragraph': false,
  /** About itself, without the paragraph that answers. */
  near: false,
  /** About itself, without the sentences that hold the answer. */
  cut: false,
  /** What is asked about another subject, with its own subject put in. */
  transplanted: false,
  /** What it has no word for. */
  attribute: false,
  /** With a name or number of the question exchanged for one that it lacks. */
  exchanged: false,
  /** With another content word exchanged for one that it lacks. */
  reworded: false,
  /** About the one of many that is missing. */
  'left-out': false,
} as const satisfies Record<string, boolean>;
export type Setting = keyof typeof SETTINGS;

/** A question put to a library of some size, and what it looks like to the model. */
export interface Trial {
  readonly setting: Setting;
  /** How many the library has. */
  readonly passages: number;
  readonly asked: string;
  /** Undefined where nothing is found or asked, which is refused anyhow. */
  readonly row: readonly number[] | undefined;
}

/** Questions about other articles for each article, and for each paragraph. */
const STRANGERS = 12;
const STRANGERS_OF_PARAGRAPH = 2;
const TRANSPLANTED = 8;
const ATTRIBUTES = 6;
const SEED = 7;

type Ask = (setting: Setting, store: PassageStore, question: string, accept?: (passage: Passage) => boolean) => Trial;

/** Asks the documents of a part in every setting. */
export function trialsOf(documents: readonly GoldDocument[], part: Part): Trial[] {
  const random = seededRandom(SEED);
  const mine = documents.filter((document) => document.part === part);
  const pool = storeOf(mine.map((document, at) => articleFrom(`d${at}`, textsOf(document))));
  const others = strangersTo(mine, random);
  const words = wordsByKind(mine);
  return mine.flatMap((document, at) => [
    ...aboutItself(document, `d${at}`, pool),
    ...document.paragraphs.flatMap((paragraph, index) =>
      alone(paragraph, `d${at}p${index}`, () => others(document, STRANGERS_OF_PARAGRAPH)),
    ),
    ...elsewhere(document, `d${at}`, others(document, STRANGERS), mine, random),
    ...changed(document, `d${at}`, words, random),
  ]);
}

function aboutItself(document: GoldDocument, id: string, pool: PassageStore): Trial[] {
  const store = storeOf([articleFrom(id, textsOf(document))]);
  return document.paragraphs.flatMap((paragraph, index) =>
    questionsOf(paragraph).flatMap((gold) => [
      ask('own', store, gold.question),
      ...(document.paragraphs.length > 1
        ? [ask('near', store, gold.question, (passage) => passage.paragraph !== index + 1)]
        : []),
      ...cut(document, gold, id),
      ask('pool', pool, gold.question),
      ask('left-out', pool, gold.question, (passage) => passage.article.id !== id),
    ]),
  );
}

function cut(document: GoldDocument, { question, answers }: GoldQuestion, id: string): Trial[] {
  const golds = answers.map(({ text }) => text);
  const texts = textsOf(document).map((text) =>
    splitSentences(text)
      .map(({ start, end }) => text.slice(start, end))
      .filter((sentence) => !golds.some((gold) => sentence.includes(gold)))
      .join(''),
  );
  if (golds.some((gold) => texts.some((text) => text.includes(gold))) || texts.every((text) => text === '')) return [];
  return [ask('cut', storeOf([articleFrom(id, texts)]), question)];
}

function alone(paragraph: GoldParagraph, id: string, strangers: () => readonly string[]): Trial[] {
  const store = storeOf([articleFrom(id, [paragraph.text])]);
  return [
    ...questionsOf(paragraph).map(({ question }) => ask('paragraph', store, question)),
    ...strangers().map((question) => ask('other paragraph', store, question)),
  ];
}

function elsewhere(
  document: GoldDocument,
  id: string,
  strangers: readonly string[],
  all: readonly GoldDocument[],
  random: Random,
): Trial[] {
  const store = storeOf([articleFrom(id, textsOf(document))]);
  const { title } = document;
  const isNamed = title.length > 1 && textsOf(document).some((text) => text.includes(title));
  const aboutTheirTitle = all
    .filter((other) => other !== document)
    .flatMap((other) =>
      allQuestions(other)
        .filter((question) => question.includes(other.title))
        .map((question) => question.replaceAll(other.title, title)),
    );
  const attributes = unansweredAttributes(title, fold(textsOf(document).join('\n')), paraphrasesOf);
  return [
    ...strangers.map((question) => ask('other', store, question)),
    ...(isNamed ? drawn(aboutTheirTitle, TRANSPLANTED, random) : []).map((question) =>
      ask('transplanted', store, question),
    ),
    ...(isNamed ? drawn(attributes, ATTRIBUTES, random) : []).map((question) => ask('attribute', store, question)),
  ];
}

/** The document's questions with one word exchanged. */
function changed(
  document: GoldDocument,
  id: string,
  words: ReadonlyMap<string, readonly string[]>,
  random: Random,
): Trial[] {
  const store = storeOf([articleFrom(id, textsOf(document))]);
  const folded = fold(textsOf(document).join('\n'));
  const change = (setting: Setting, question: string, isMeant: (kind: string) => boolean): Trial[] => {
    const own = exchangeable(question).filter(({ kind, word }) => isMeant(kind) && folded.includes(word));
    const [word] = drawn(own, 1, random);
    if (word === undefined) return [];
    const [other] = drawn(
      (words.get(word.kind) ?? []).filter((one) => ![one, ...paraphrasesOf(one)].some((said) => folded.includes(said))),
      1,
      random,
    );
    if (other === undefined) return [];
    return [ask(setting, store, question.slice(0, word.start) + other + question.slice(word.start + word.word.length))];
  };
  return allQuestions(document).flatMap((question) => [
    ...change('exchanged', question, (kind) => !COMMON.test(kind)),
    ...change('reworded', question, (kind) => COMMON.test(kind)),
  ]);
}

interface Exchangeable {
  readonly word: string;
  /** The tag of a name or word, or how many digits a number has, so that years stay years. */
  readonly kind: string;
  readonly start: number;
}

const COMMON = /^(n|v|vn|a|an)$/;
const NAME = /^(nr|ns|nt|nz|eng)/;

/** A word of one character (人, 三) stands in a document by chance. */
function exchangeable(question: string): Exchangeable[] {
  return tag(fold(question)).flatMap(({ text: word, tag: partOfSpeech, start }) => {
    const kind = /^\d+$/.test(word)
      ? `${word.length} digits`
      : (NAME.exec(partOfSpeech)?.[0] ?? (COMMON.test(partOfSpeech) ? partOfSpeech : ''));
    return kind !== '' && word.length > 1 ? [{ word, kind, start }] : [];
  });
}

function wordsByKind(documents: readonly GoldDocument[]): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const question of documents.flatMap(allQuestions)) {
    for (const { kind, word } of exchangeable(question)) words.set(kind, [...(words.get(kind) ?? []), word]);
  }
  return words;
}

/** Draws questions about other documents. */
function strangersTo(
  documents: readonly GoldDocument[],
  random: Random,
): (document: GoldDocument, count: number) => string[] {
  const all = documents.flatMap((document) => allQuestions(document).map((question) => ({ document, question })));
  return (document, count) =>
    drawn(all, count, random).flatMap((stranger) => (stranger.document === document ? [] : [stranger.question]));
}

function drawn<T>(from: readonly T[], count: number, random: Random): T[] {
  return [...sample(from.length, Math.min(count, from.length), random)].flatMap((index) => from[index] ?? []);
}

function questionsOf({ questions }: GoldParagraph): GoldQuestion[] {
  return questions.filter(({ question }) => question.trim() !== '');
}

function allQuestions({ paragraphs }: GoldDocument): string[] {
  return paragraphs.flatMap(questionsOf).map(({ question }) => question);
}

function textsOf({ paragraphs }: GoldDocument): string[] {
  return paragraphs.map(({ text }) => text);
}

const articleFrom = articleOf;

const ask: Ask = (setting, store, asked, accept = () => true) => {
  const question = readQuestion(asked);
  const probe = createProbe(question, store.rarity);
  const ranked = rank(probe, store.candidates(question, CANDIDATES, accept));
  const [top] = ranked;
  const row = top === undefined || asksNothing(question) ? undefined : answerabilityRow(caseOf(probe, top, ranked));
  return { setting, passages: store.size, asked, row };
};
