import { readFileSync } from 'node:fs';
import { parseArticle } from '../../../src/article/parse.ts';
import { loadDictionary } from '../../../src/language/dictionary.ts';
import { createLibrary } from '../../../src/library/open.ts';
import { createPassageIndex } from '../../../src/retrieval/passage-index.ts';
import { summarise } from '../../../src/summary/summarise.ts';
import { inTurn } from '../in-turn.ts';
import { settledMemory } from './memory.ts';
import { SEED_QUESTIONS } from './seed-questions.ts';
import { time, timeUntil } from './time.ts';
import { handOver } from './worker.ts';

/** What the article that comes with the program needs; milliseconds and megabytes. */
export interface SeedSpeed {
  readonly dictionaryMs: number;
  readonly parseMs: readonly number[];
  readonly indexMs: number;
  /** A question, when the process has not been asked it before. */
  readonly askedFirstMs: readonly number[];
  /** Warm, a question. */
  readonly askMs: readonly number[];
  /** Warm, a section. */
  readonly summaryMs: readonly number[];
  readonly residentMb: number;
}

const SEED = new URL('../../../seeds/jinchang.txt', import.meta.url);
/** Rounds before the clock runs, so that the code is compiled, and rounds on the clock. */
const WARM_UP = 5;
const ROUNDS = 20;

const dictionaryMs = time(loadDictionary);
const bytes = readFileSync(SEED);
const parseMs = times(ROUNDS, () => parseArticle(bytes, 'jinchang'));
const article = parseArticle(bytes, 'jinchang');
const indexMs = time(() => createPassageIndex([article]));
const library = createLibrary([article]);
const { title } = article;

const askedFirstMs = await askAll();
const askMs: number[] = [];
for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
  const tookMs = await askAll();
  if (round >= WARM_UP) for (const ms of tookMs) askMs.push(ms);
}
// A copy of the section each time: nothing about it can be remembered.
const summaryMs = article.sections.flatMap((section) =>
  times(WARM_UP + ROUNDS, () => summarise({ ...section, paragraphs: [...section.paragraphs] }, { title })).slice(
    WARM_UP,
  ),
);
handOver({
  dictionaryMs,
  parseMs,
  indexMs,
  askedFirstMs,
  askMs,
  summaryMs,
  residentMb: settledMemory().resident,
} satisfies SeedSpeed);

function askAll(): Promise<number[]> {
  return inTurn(SEED_QUESTIONS, (question) => timeUntil(() => library.ask(question)));
}

function times(count: number, step: () => unknown): number[] {
  return Array.from({ length: count }, () => time(step));
}
