import { readFileSync } from 'node:fs';
import { parseArticle } from '../../../src/article/parse.ts';
import { loadDictionary } from '../../../src/language/dictionary.ts';
import { createMeaning } from '../../../src/library/meanings.ts';
import { createLibrary } from '../../../src/library/open.ts';
import { openNetwork } from '../../../src/network/open-network.ts';
import type { Meaning } from '../../../src/retrieval/meaning.ts';
import { createPassageStore } from '../../../src/retrieval/store/store.ts';
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
  /** Warm, a question: found and read. */
  readonly askMs: readonly number[];
  /** Warm, a question: found and not read, as where many ask at once. */
  readonly unreadMs: readonly number[];
  /** Warm, a question, where there is no network. */
  readonly wordsMs: readonly number[];
  readonly networkMs: number;
  /** All of the article's vectors. */
  readonly vectorsMs: number;
  /** Warm, a section. */
  readonly summaryMs: readonly number[];
  /** Before the network is opened, and after all of it. */
  readonly wordsMb: number;
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
const indexMs = time(() => createPassageStore([article]));
const index = createPassageStore([article]);
const { title } = article;

const wordsMs = await askWarm(undefined);
const wordsMb = settledMemory().resident;

const since = performance.now();
const network = await openNetwork((reason) => {
  throw new Error(reason);
});
if (network === undefined) throw new Error('there is no network');
const networkMs = performance.now() - since;
const meaning = createMeaning(network);
const vectorsMs = await timeUntil(() => meaning.fill([article], () => false));
const askedFirstMs = await askAll(meaning);
const askMs = await askWarm(meaning);
const unreadMs = await askWarm({ ...meaning, inTurn: (work) => work(0) });
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
  unreadMs,
  wordsMs,
  networkMs,
  vectorsMs,
  summaryMs,
  wordsMb,
  residentMb: settledMemory().resident,
} satisfies SeedSpeed);

async function askWarm(by: Meaning | undefined): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const tookMs = await askAll(by);
    if (round >= WARM_UP) for (const ms of tookMs) all.push(ms);
  }
  return all;
}

/** A library of its own: what was asked before is known. */
function askAll(by: Meaning | undefined): Promise<number[]> {
  const library = createLibrary([article], index, by);
  return inTurn(SEED_QUESTIONS, (question) => timeUntil(() => library.ask(question)));
}

function times(count: number, step: () => unknown): number[] {
  return Array.from({ length: count }, () => time(step));
}
