import type { Library } from '../../../src/library/library.ts';
import { createLibrary } from '../../../src/library/open.ts';
import { type Random, seededRandom } from '../../training/random.ts';
import { articleOf } from '../article-of.ts';
import { groupBy } from '../group-by.ts';
import { inTurn } from '../in-turn.ts';
import type { Pool, PoolQuestion } from '../pool.ts';
import { nearMisses } from './near-misses.ts';

/** What came of a question. */
export interface Outcome {
  readonly answered: boolean;
  /** How likely it is that the best passage answers, 0 to 1. */
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
export async function measureRefusals(pool: Pool): Promise<Outcomes> {
  const random = seededRandom(SEED);
  const documents = unitsOf(pool, ({ document }) => document);
  const paragraphs = unitsOf(pool, ({ passage }) => passage);
  const near = nearMisses(pool, random);
  return {
    own: await each(documents, ({ texts, questions }) => askAlone(texts, questions)),
    foreign: await each(documents, (unit) => askAlone(unit.texts, foreignTo(unit, pool, random))),
    ownParagraph: await each(paragraphs, ({ texts, questions }) => askAlone(texts, questions)),
    foreignParagraph: await each(paragraphs, (unit) => askAlone(unit.texts, foreignTo(unit, pool, random))),
    ...(await askPool(pool)),
    withoutAnswer: await each(near.withoutAnswer, ({ texts, question }) => askAlone(texts, [question])),
    // These have their document whole: it is indexed once for all its questions.
    exchanged: await each([...groupBy(near.exchanged, ({ question }) => question.document).values()], (misses) =>
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

function askAlone(texts: readonly string[], questions: readonly PoolQuestion[]): Promise<Outcome[]> {
  const library = createLibrary([articleOf('alone', texts)]);
  return inTurn(questions, ({ question }) => outcomeOf(library, question));
}

async function askPool({ passages, questions }: Pool): Promise<{ pool: Outcome[]; leftOut: Outcome[] }> {
  const articles = passages.map(({ text }, number) => articleOf(String(number), [text]));
  const library = createLibrary(articles);
  const pool = await inTurn(questions, ({ question }) => outcomeOf(library, question));
  const leftOut = await each([...groupBy(questions, ({ document }) => document)], async ([document, asked]) => {
    await library.replace(articles.filter((_, number) => passages[number]?.document !== document));
    const outcomes = await inTurn(asked, ({ question }) => outcomeOf(library, question));
    await library.replace(articles);
    return outcomes;
  });
  return { pool, leftOut };
}

async function outcomeOf(library: Library, question: string): Promise<Outcome> {
  const { answered, confidence } = await library.ask(question);
  return { answered, confidence };
}

async function each<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result[]>): Promise<Result[]> {
  return (await inTurn(items, work)).flat();
}
