import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from '../../../src/build.js';
import { encodeElsewhere } from '../../../src/engine/encode-elsewhere.ts';
import { createMeaning } from '../../../src/library/meanings.ts';
import { createLibrary } from '../../../src/library/open.ts';
import { createPassageStore } from '../../../src/retrieval/store/store.ts';
import { readDatasets } from '../../training/datasets.ts';
import { articlesOf } from '../article-of.ts';
import { openedNetwork } from '../opened-network.ts';
import { poolOf } from '../pool.ts';
import { corpusOf } from './corpus.ts';
import { settledMemory } from './memory.ts';
import { handOver } from './worker.ts';

/** What finding by meaning needs over many passages; megabytes are 10⁶ bytes. */
export interface MeaningSpeed {
  readonly fillSeconds: number;
  /** Milliseconds a question, asked by somebody while the vectors are made. */
  readonly meanwhileMs: readonly number[];
  /** Milliseconds a question, when they are. */
  readonly askMs: readonly number[];
  /** What the network takes, and what the vectors take: resident. */
  readonly networkMb: number;
  readonly vectorsMb: number;
  /** Of that, what the vectors hold themselves. */
  readonly tableMb: number;
  /** To be kept. */
  readonly storedMb: number;
}

const PER_ARTICLE = 20;
/** Somebody asks so often meanwhile. Milliseconds. */
const PACE_MS = 5_000;
const ASKED_AFTER = 60;

const [size = '', folder = ''] = process.argv.slice(2);
const pool = poolOf(readDatasets(folder));
const real = pool.passages.map(({ text }) => text);
const questions = pool.questions.map(({ question }) => question);
const articles = articlesOf(corpusOf(real, Number(size)), PER_ARTICLE);
const index = createPassageStore(articles);
await createLibrary(articles, index).ask(questions[0] ?? '');
const before = settledMemory().resident;

const network = await openedNetwork();
const program = join(await build(), 'encode-process.js');
const meaning = createMeaning(network, { openElsewhere: () => encodeElsewhere(program) });
const library = createLibrary(articles, index, meaning);
// Window states fill up with the first articles: they are the network's price.
await meaning.fill(articles.slice(0, 10), () => false);
const withNetwork = settledMemory().resident;

let isFilled = false;
const begun = performance.now();
const filling = meaning
  .fill(articles, () => false)
  .finally(() => {
    isFilled = true;
  });
const meanwhileMs: number[] = [];
for (let turn = 0; !isFilled; turn += 1) {
  meanwhileMs.push(await asked(turn));
  await Promise.race([sleep(PACE_MS), filling]);
}
await filling;
const fillSeconds = (performance.now() - begun) / 1_000;
const filled = settledMemory().resident;
const askMs: number[] = [];
for (let turn = 0; turn < ASKED_AFTER; turn += 1) askMs.push(await asked(1_000 + turn));
const { bytes } = meaning.vectors;
handOver({
  fillSeconds,
  meanwhileMs,
  askMs,
  networkMb: withNetwork - before,
  vectorsMb: filled - withNetwork,
  tableMb: bytes / 1e6,
  storedMb: meaning.vectors.stored().reduce((sum, { length }) => sum + length, 0) / 1e6,
} satisfies MeaningSpeed);

async function asked(turn: number): Promise<number> {
  const since = performance.now();
  await library.ask(questions[turn % questions.length] ?? '');
  return performance.now() - since;
}
