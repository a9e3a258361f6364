import nodejieba from 'nodejieba';
import { loadDictionary } from '../../../src/language/dictionary.ts';
import { fold } from '../../../src/language/fold.ts';
import { splitSentences } from '../../../src/language/sentences.ts';
import type { Random } from '../../training/random.ts';
import { groupBy } from '../group-by.ts';
import type { Pool, PoolQuestion } from '../pool.ts';

/** A question that shares most of its words with a document which does not answer it. */
export interface NearMiss {
  readonly texts: readonly string[];
  readonly question: PoolQuestion;
}

export interface NearMisses {
  /** The sentences that hold the answer's words are taken out of the document. */
  readonly withoutAnswer: readonly NearMiss[];
  /** A name or number of the question is exchanged for another of its kind that the document lacks. */
  readonly exchanged: readonly NearMiss[];
}

/** A fact of one character (人, 三) stands in a document by chance. */
const SHORTEST_FACT = 2;
/** People, places, organisations, other names, foreign words. */
const NAME_TAG = /^(nr|ns|nt|nz|eng)/;
const DIGITS = /^\d+$/;

/** Both kinds for every question of the pool that allows them. */
export function nearMisses(pool: Pool, random: Random): NearMisses {
  loadDictionary();
  const documents = groupBy(pool.passages, ({ document }) => document);
  const textsOf = ({ document }: PoolQuestion) => (documents.get(document) ?? []).map(({ text }) => text);
  const facts = groupBy(
    pool.questions.flatMap(({ question }) => factsIn(question)),
    ({ kind }) => kind,
  );
  return {
    withoutAnswer: pool.questions.flatMap((question) => {
      const texts = withoutAnswer(textsOf(question), question);
      return texts.length === 0 ? [] : [{ texts, question }];
    }),
    exchanged: pool.questions.flatMap((question) => {
      const texts = textsOf(question);
      const changed = exchangeFact(question.question, fold(texts.join('\n')), facts, random);
      return changed === undefined ? [] : [{ texts, question: { ...question, question: changed } }];
    }),
  };
}

/** What is left of a document; nothing where the answer runs over two sentences, or where no sentence is left. */
function withoutAnswer(texts: readonly string[], { answers }: PoolQuestion): string[] {
  const golds = answers.map(({ text }) => text);
  const left = texts.map((text) => {
    const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
    return sentences.filter((sentence) => !golds.some((gold) => sentence.includes(gold))).join('');
  });
  const gone = !golds.some((gold) => left.some((text) => text.includes(gold)));
  const changed = left.some((text, at) => text.length < (texts[at]?.length ?? 0));
  return gone && changed ? left.filter((text) => text !== '') : [];
}

/** A word that states a fact, by its place in the folded question. */
interface Fact {
  readonly word: string;
  /** What it can be exchanged for: the tag of a name, or how many digits a number has, so that years stay years. */
  readonly kind: string;
  readonly start: number;
}

function factsIn(question: string): Fact[] {
  let start = 0;
  return nodejieba.tag(fold(question)).flatMap(({ word, tag }) => {
    const kind = DIGITS.test(word) ? `${word.length} digits` : (NAME_TAG.exec(tag)?.[0] ?? '');
    const fact = { word, kind, start };
    start += word.length;
    return kind !== '' && word.length >= SHORTEST_FACT ? [fact] : [];
  });
}

function exchangeFact(
  question: string,
  document: string,
  facts: ReadonlyMap<string, readonly Fact[]>,
  random: Random,
): string | undefined {
  const own = factsIn(question).filter(({ word }) => document.includes(word));
  const fact = own[Math.floor(random() * own.length)];
  if (fact === undefined) return undefined;
  const others = (facts.get(fact.kind) ?? []).filter(({ word }) => !document.includes(word));
  const other = others[Math.floor(random() * others.length)];
  if (other === undefined) return undefined;
  return question.slice(0, fact.start) + other.word + question.slice(fact.start + fact.word.length);
}
