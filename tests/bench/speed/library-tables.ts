import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDatasets } from '../../training/datasets.ts';
import { table } from '../markdown.ts';
import { percentile } from '../percentile.ts';
import { poolOf } from '../pool.ts';
import { progress } from '../progress.ts';
import { corpusOf } from './corpus.ts';
import { asSimplified, cleanPages, rawPages, writePages } from './raw-pages.ts';
import type { ReadingSpeed } from './reading-worker.ts';
import { ROOT, type Start, startProgram } from './start.ts';
import type { UpdateSpeed } from './update-worker.ts';
import { type Outcome, runWorker } from './worker.ts';

const UPDATE_WORKER = new URL('update-worker.ts', import.meta.url);
const READING_WORKER = new URL('reading-worker.ts', import.meta.url);
const PER_ARTICLE = 20;
/** Of two checkouts that are compared, each is measured so often, in turn: a machine is not as fast at any time. */
const ROUNDS = 3;

/**
 * What the whole program needs to start over many raw pages: for the first time, and again with its cache.
 * @param size number of passages
 */
export async function libraryTables(folder: string, size: number): Promise<string> {
  const rows = await measured(folder, size, [ROOT], 1);
  const update = await runWorker<UpdateSpeed>(UPDATE_WORKER, [String(size), folder]);
  return `${titleOf(size)}${tableOf(rows, ['step', ''])}\n\n${updateLine(update)}`;
}

/**
 * The same of this checkout and of another one, in turn, and how they compare.
 * @param baseline the other checkout's folder, with its packages installed
 */
export async function comparedTables(folder: string, size: number, baseline: string): Promise<string> {
  const rows = await measured(folder, size, [ROOT, baseline], ROUNDS);
  const compared = rows.map(({ name, values }) => {
    const [own = Number.NaN, other = Number.NaN] = values;
    return { name, values: [own, other, own / other] };
  });
  const note = `The median of ${ROUNDS} runs of each, in turn.`;
  return `${titleOf(size)}${tableOf(compared, ['step', 'here', 'baseline', 'ratio'])}\n\n${note}`;
}

/** What one checkout needs once. */
interface Measured {
  readonly reading: ReadingSpeed;
  readonly first: Start;
  readonly again: Start;
}

/** A line of the table: the median of each checkout, in their order. */
interface Row {
  readonly name: string;
  readonly values: readonly number[];
}

async function measured(folder: string, size: number, roots: readonly string[], rounds: number): Promise<Row[]> {
  const pool = poolOf(readDatasets(folder));
  const real = pool.passages.map(({ text }) => text);
  const question = pool.questions[0]?.question ?? '';
  const place = mkdtempSync(join(tmpdir(), 'wenzhai-bench-'));
  try {
    progress(`${size} passages of raw pages are made`);
    const pages = {
      raw: writePages(join(place, 'raw'), rawPages(corpusOf(real, size))),
      simplified: writePages(join(place, 'simplified'), cleanPages(real.map(asSimplified))),
      traditional: writePages(join(place, 'traditional'), cleanPages(real.filter(isTraditional))),
    };
    const all = roots.map((): Measured[] => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, root] of roots.entries()) {
        progress(`Wenzhai over ${size} passages of raw pages, round ${round + 1} of ${rounds}: ${root}`);
        const cache = join(place, `cache-${at}-${round}`);
        const first = await startProgram({ root, seeds: pages.raw, cache, question });
        const again = await startProgram({ root, seeds: pages.raw, cache, question });
        const { raw, simplified, traditional } = pages;
        const outcome = await runWorker<ReadingSpeed>(READING_WORKER, [root, raw, simplified, traditional]);
        if ('failure' in outcome) throw new Error(`reading raw pages: ${outcome.failure}`);
        all[at]?.push({ reading: outcome.result, first, again });
      }
    }
    return ROWS.map(([name, of]) => ({ name, values: all.map((one) => percentile(one.map(of), 50)) }));
  } finally {
    rmSync(place, { recursive: true });
  }
}

function isTraditional(passage: string): boolean {
  return asSimplified(passage) !== passage;
}

const ROWS: readonly (readonly [string, (one: Measured) => number])[] = [
  ['reading the pages, s of CPU', ({ reading }) => reading.readSeconds],
  ['indexing the articles, s of CPU', ({ reading }) => reading.indexSeconds],
  ['reading ÷ indexing', ({ reading }) => reading.readSeconds / reading.indexSeconds],
  ['first start, to the first answer, s', ({ first }) => first.firstAnswerMs / 1_000],
  ['the same, s of CPU', ({ first }) => first.cpuSeconds ?? Number.NaN],
  ['restart from the cache, s', ({ again }) => again.firstAnswerMs / 1_000],
  ['the same, s of CPU', ({ again }) => again.cpuSeconds ?? Number.NaN],
  ['resident after the first start, MB', ({ first }) => first.residentMb ?? Number.NaN],
  ['a clean page, Simplified, µs of CPU a character', ({ reading }) => reading.simplifiedMicros],
  ['a clean page, Traditional, µs of CPU a character', ({ reading }) => reading.traditionalMicros],
];

function titleOf(size: number): string {
  return `### A library of ${size.toLocaleString('en')} passages, from ${size / PER_ARTICLE} raw pages\n\n`;
}

function tableOf(rows: readonly Row[], head: readonly string[]): string {
  const shown = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(value < 20 ? 2 : 1));
  return table(
    head,
    rows.map(({ name, values }) => [name, ...values.map(shown)]),
  );
}

function updateLine(update: Outcome<UpdateSpeed>): string {
  if ('failure' in update) return `Replacing one article: ${update.failure}.`;
  const [p50, p95] = [50, 95].map((p) => percentile(update.result.replaceMs, p).toFixed(1));
  return `Replacing one article while it runs: ${p50} ms (p50), ${p95} ms (p95).`;
}
