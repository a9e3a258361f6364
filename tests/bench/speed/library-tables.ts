import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDatasets } from '../../training/datasets.ts';
import { articlesOf } from '../article-of.ts';
import { table } from '../markdown.ts';
import { percentile } from '../percentile.ts';
import { poolOf } from '../pool.ts';
import { progress } from '../progress.ts';
import { corpusOf } from './corpus.ts';
import { type Start, startProgram } from './start.ts';
import type { UpdateSpeed } from './update-worker.ts';
import { type Outcome, runWorker } from './worker.ts';

const UPDATE_WORKER = new URL('update-worker.ts', import.meta.url);
const PER_ARTICLE = 20;

/**
 * What the whole program needs to start over many articles: for the first time, and again with its cache.
 * @param size number of passages
 */
export async function libraryTables(folder: string, size: number): Promise<string> {
  progress('Wenzhai over a large library, started twice');
  const pool = poolOf(readDatasets(folder));
  const real = pool.passages.map(({ text }) => text);
  const place = mkdtempSync(join(tmpdir(), 'wenzhai-bench-'));
  try {
    const seeds = writeSeeds(join(place, 'seeds'), corpusOf(real, size));
    const cache = join(place, 'cache');
    const question = pool.questions[0]?.question ?? '';
    const first = await startProgram(seeds, cache, question);
    const again = await startProgram(seeds, cache, question);
    const update = await runWorker<UpdateSpeed>(UPDATE_WORKER, [String(size), folder]);
    return [
      `### A library of ${size.toLocaleString('en')} passages in ${size / PER_ARTICLE} articles\n`,
      table(
        ['from starting node to the first answer', 's', 'resident, MB'],
        [row('first start', first), row('restart', again)],
      ),
      `\n${updateLine(update)}`,
    ].join('\n');
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** One `.json` an article, in the shape that `npm run article -- --json` prints. */
function writeSeeds(folder: string, passages: readonly string[]): string {
  mkdirSync(folder);
  for (const { hash: _, ...article } of articlesOf(passages, PER_ARTICLE)) {
    const sections = article.sections.map((section) => ({ ...section, summary: [] }));
    const printed = { ...article, title: `合成文章${article.id}`, sections };
    writeFileSync(join(folder, `${article.id}.json`), JSON.stringify(printed));
  }
  return folder;
}

function updateLine(update: Outcome<UpdateSpeed>): string {
  if ('failure' in update) return `Replacing one article: ${update.failure}.`;
  const [p50, p95] = [50, 95].map((p) => percentile(update.result.replaceMs, p).toFixed(1));
  return `Replacing one article while it runs: ${p50} ms (p50), ${p95} ms (p95).`;
}

function row(name: string, { firstAnswerMs, residentMb }: Start): string[] {
  return [name, (firstAnswerMs / 1_000).toFixed(1), residentMb?.toFixed(0) ?? '–'];
}
