import { readDatasets } from '../../training/datasets.ts';
import { isEngineId, loadEngine } from '../engines/catalogue.ts';
import type { Search } from '../engines/engine.ts';
import { percentile } from '../percentile.ts';
import { poolOf } from '../pool.ts';
import { corpusOf } from './corpus.ts';
import { peakMemory, settledMemory } from './memory.ts';
import { handOver } from './worker.ts';

/** What one engine needs for one corpus. */
export interface EngineSpeed {
  readonly buildMs: number;
  /** Megabytes above what the process had with its dictionary and the texts, once it has answered. */
  readonly residentMb: number;
  readonly reachableMb: number;
  /** The same for the most it ever held, while building or answering. */
  readonly peakMb: number;
  /** Milliseconds for all questions, those of the warm-up too. */
  readonly askedMs: number;
  /** Milliseconds a question. */
  readonly p50: number;
  readonly p95: number;
}

const PER_ARTICLE = 20;
const LIMIT = 10;
/** Asked before the clock runs, so that the code is compiled. */
const WARM_UP = 50;
const QUESTIONS = 300;

const [id = '', size = '', folder = ''] = process.argv.slice(2);
if (!isEngineId(id)) throw new Error(`no engine is called ${id}`);

const pool = poolOf(readDatasets(folder));
const passages = corpusOf(
  pool.passages.map(({ text }) => text),
  Number(size),
);
const engine = await loadEngine(id);
engine.prepare?.();

const before = settledMemory();
const start = performance.now();
const search = await engine.build(passages, PER_ARTICLE);
const buildMs = performance.now() - start;
const asking = performance.now();
const times = await askingTimes(search);
const askedMs = performance.now() - asking;
// Measured last: some of an index may be made only when it is asked.
const after = settledMemory();

handOver({
  buildMs,
  residentMb: after.resident - before.resident,
  reachableMb: after.reachable - before.reachable,
  peakMb: peakMemory() - before.resident,
  askedMs,
  p50: percentile(times, 50),
  p95: percentile(times, 95),
} satisfies EngineSpeed);

/** Milliseconds for each of questions spread evenly over the pool's. */
async function askingTimes(search: Search): Promise<number[]> {
  const step = pool.questions.length / (WARM_UP + QUESTIONS);
  const asked = pool.questions.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  const times: number[] = [];
  for (const { question } of asked) {
    const start = performance.now();
    await search(question, LIMIT);
    times.push(performance.now() - start);
  }
  return times.slice(WARM_UP);
}
