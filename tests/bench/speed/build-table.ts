import { table } from '../markdown.ts';
import { progress } from '../progress.ts';
import type { BuildSpeed } from './build-worker.ts';
import { type Outcome, runWorker } from './worker.ts';

const WORKER = new URL('build-worker.ts', import.meta.url);

/** What building Wenzhai's index is spent on: what limits a library. @param sizes numbers of passages */
export async function buildTable(folder: string, sizes: readonly number[]): Promise<string> {
  const rows: string[][] = [];
  for (const size of sizes) {
    progress(`what building Wenzhai's index is spent on, ${size} passages`);
    const outcome = await runWorker<BuildSpeed>(WORKER, [String(size), folder]);
    rows.push([size.toLocaleString('en'), ...cells(outcome)]);
  }
  return `### What building is spent on\n\n${table(HEAD, rows)}`;
}

const HEAD = [
  'passages',
  'folding, s',
  'cutting into words, twice, s',
  'the article’s own terms, MiniSearch, counting, s',
  'making ready to be kept, s',
  'as kept, million characters',
];

function cells(outcome: Outcome<BuildSpeed>): string[] {
  if ('failure' in outcome) return [outcome.failure];
  const { foldMs, cutMs, buildMs, exportMs, storedCharacters } = outcome.result;
  return [
    ...[foldMs, cutMs, buildMs - foldMs - cutMs, exportMs].map((ms) => (ms / 1_000).toFixed(1)),
    storedCharacters === undefined ? 'too long, not kept' : (storedCharacters / 1e6).toFixed(0),
  ];
}
