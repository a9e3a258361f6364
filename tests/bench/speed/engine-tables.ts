import { type EngineId, loadEngine } from '../engines/catalogue.ts';
import { table } from '../markdown.ts';
import { progress } from '../progress.ts';
import type { EngineSpeed } from './engine-worker.ts';
import { type Outcome, runWorker } from './worker.ts';

const WORKER = new URL('engine-worker.ts', import.meta.url);

/** Every engine over growing corpora. @param sizes numbers of passages */
export async function engineTables(
  folder: string,
  ids: readonly EngineId[],
  sizes: readonly number[],
): Promise<string> {
  const tables: string[] = [];
  for (const size of sizes) {
    const rows: string[][] = [];
    for (const id of ids) {
      const { name } = await loadEngine(id);
      progress(`${name}, ${size} passages`);
      const outcome = await runWorker<EngineSpeed>(WORKER, [id, String(size), folder]);
      rows.push([name, ...cells(outcome, size)]);
    }
    tables.push(`### ${size.toLocaleString('en')} passages\n\n${table(HEAD, rows)}`);
  }
  return [NOTE, ...tables].join('\n\n');
}

const NOTE =
  'Each engine and size in a process of its own; Wenzhai with 20 passages an article. The first 1,256 passages are ' +
  'the real ones, the rest sentences of theirs recombined from a fixed seed. Memory is what the index adds to a ' +
  'process that has its dictionary and the texts, once 350 questions are answered and garbage is collected: ' +
  'resident, and reachable from JavaScript (SQLite’s lies outside).';

const HEAD = [
  'engine',
  'ms a question, p50',
  'p95',
  'build, s',
  'build, s per 1,000',
  'resident, MB',
  'at its peak, MB',
  'reachable, MB per 1,000',
];

function cells(outcome: Outcome<EngineSpeed>, size: number): string[] {
  if ('failure' in outcome) return [outcome.failure];
  const { buildMs, residentMb, reachableMb, peakMb, p50, p95 } = outcome.result;
  const thousands = size / 1_000;
  return [
    p50.toFixed(2),
    p95.toFixed(2),
    (buildMs / 1_000).toFixed(1),
    (buildMs / 1_000 / thousands).toFixed(2),
    residentMb.toFixed(0),
    peakMb.toFixed(0),
    (reachableMb / thousands).toFixed(1),
  ];
}
