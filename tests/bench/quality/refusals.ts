import { createPassageIndex, type PassageIndex } from '../../../src/retrieval/passage-index.ts';
import { takeAll } from '../../../src/retrieval/store/steps.ts';
import { type Random, seededRandom } from '../../training/random.ts';
import { articleOf } from '../article-of.ts';
import { groupBy } from '../group-by.ts';
import type { Pool, PoolQuestion } from '../pool.ts';
import { nearMisses } from './near-misses.ts';

/** What came of a question. */
export interface Outcome {
  readonly answered: boolean;
  /** How sure the answer was, in log odds; what is decided otherwise (a blank question) is sure beyond any threshold. */
  readonly confidence: number;
}

/** The same questions where the answer is there, and where it is not. */
export interface Outcomes {
  /** Each document alone, its own questions. */
  readonly own: readonly Outcome[];
  /** Each document alone, as many questions about other documents of the same set. */
  readonly foreign: readonly Outcome[];
  /** Each paragraph alone, its own questions. */
  readonly ownParagraph: readonly Outcome[];
  /** Each paragraph alone, as many questions about other documents. */
  readonly foreignParagraph: readonly Outcome[];
  /** The whole pool. */
  readonly pool: readonly Outcome[];
  /** The whole pool without the question's document. */
  readonly leftOut: readonly Outcome[];
  /** The document alone, with the sentences taken out that hold the answer. */
  readonly withoutAnswer: readonly Outcome[];
  /** The document alone, with a name or number of the question exchanged for another. */
  readonly exchanged: readonly Outcome[];
}

const SEED = 20211123;

/** Asks all of them; `pool` is the published one. */
export function measureRefusals(pool: Pool): Outcomes {
  const random = seededRandom(SEED);
  const documents = unitsOf(pool, ({ document }) => document);
  const paragraphs = unitsOf(pool, ({ passage }) => passage);
  const near = nearMisses(pool, random);
  return {
    own: documents.flatMap(({ texts, questions }) => askAlone(texts, questions)),
    foreign: documents.flatMap((unit) => askAlone(unit.texts, foreignTo(unit, pool, random))),
    ownParagraph: paragraphs.flatMap(({ texts, questions }) => askAlone(texts, questions)),
    foreignParagraph: paragraphs.flatMap((unit) => askAlone(unit.texts, foreignTo(unit, pool, random))),
    ...askPool(pool),
    withoutAnswer: near.withoutAnswer.flatMap(({ texts, question }) => askAlone(texts, [question])),
    // These have their document whole: it is indexed once for all its questions.
    exchanged: [...groupBy(near.exchanged, ({ question }) => question.document).values()].flatMap((misses) =>
      askAlone(
        misses[0]?.texts ?? [],
        misses.map(({ question }) => question),
      ),
    ),
  };
}

/** A document or a paragraph with the questions about it. */
interface Unit {
  readonly texts: readonly string[];
  readonly questions: readonly PoolQuestion[];
}

function unitsOf({ passages, questions }: Pool, keyOf: (question: PoolQuestion) => number): Unit[] {
  const byKey = groupBy(questions, keyOf);
  return [...byKey.values()].map((asked) => {
    const numbers = new Set(asked.map(({ passage }) => passage));
    return { texts: [...numbers].map((number) => passages[number]?.text ?? ''), questions: asked };
  });
}

/** As many questions as the unit has, about other documents of its set. */
function foreignTo({ questions }: Unit, pool: Pool, random: Random): PoolQuestion[] {
  const [first] = questions;
  const others = pool.questions.filter(({ set, document }) => set === first?.set && document !== first.document);
  return questions.flatMap(() => others[Math.floor(random() * others.length)] ?? []);
}

function askAlone(texts: readonly string[], questions: readonly PoolQuestion[]): Outcome[] {
  const index = createPassageIndex([articleOf('alone', texts)]);
  return questions.map(({ question }) => outcomeOf(index, question));
}

function askPool({ passages, questions }: Pool): { pool: Outcome[]; leftOut: Outcome[] } {
  const articles = passages.map(({ text }, number) => articleOf(String(number), [text]));
  const index = createPassageIndex(articles);
  const pool = questions.map(({ question }) => outcomeOf(index, question));
  const leftOut = [...groupBy(questions, ({ document }) => document)].flatMap(([document, asked]) => {
    const own = articles.filter((_, number) => passages[number]?.document === document);
    for (const { id } of own) index.remove(id);
    const outcomes = asked.map(({ question }) => outcomeOf(index, question));
    for (const article of own) takeAll(index.adding(article));
    return outcomes;
  });
  return { pool, leftOut };
}

function outcomeOf(index: PassageIndex, question: string): Outcome {
  const { answered, confidence } = index.ask(question);
  const sure = answered ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return { answered, confidence: confidence ?? sure };
}
