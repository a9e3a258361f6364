import { type EngineId, loadEngine } from '../engines/catalogue.ts';
import { table } from '../markdown.ts';
import { progress } from '../progress.ts';
import type { EngineSpeed } from './engine-worker.ts';
import { type Outcome, runWorker } from './worker.ts';

const WORKER = new URL('engine-worker.ts', import.meta.url);

/** How long Wenzhai and the others may need for one size, milliseconds: that they take minutes is all one wants to know. */
const PATIENCE_MS = { wenzhai: 20 * 60_000, other: 5 * 60_000 };

/** Every engine over growing corpora. @param sizes numbers of passages, ascending */
export async function engineTables(
  folder: string,
  ids: readonly EngineId[],
  sizes: readonly number[],
): Promise<string> {
  const tables: string[] = [];
  const before = new Map<EngineId, Tried>();
  for (const size of sizes) {
    const rows: string[][] = [];
    for (const id of ids) {
      const { name } = await loadEngine(id);
      const outcome = await tryEngine(id, name, size, folder, before.get(id));
      before.set(id, { size, outcome });
      rows.push([name, ...cells(outcome, size)]);
    }
    tables.push(`### ${size.toLocaleString('en')} passages\n\n${table(HEAD, rows)}`);
  }
  return [NOTE, ...tables].join('\n\n');
}

/** What an engine came to over a smaller corpus. */
interface Tried {
  readonly size: number;
  readonly outcome: Outcome<EngineSpeed>;
}

async function tryEngine(
  id: EngineId,
  name: string,
  size: number,
  folder: string,
  before: Tried | undefined,
): Promise<Outcome<EngineSpeed>> {
  const patience = id === 'wenzhai' ? PATIENCE_MS.wenzhai : PATIENCE_MS.other;
  const hopeless = before && reasonNotToTry(before, size, patience);
  if (hopeless !== undefined) return { failure: hopeless };
  progress(`${name}, ${size} passages`);
  return runWorker<EngineSpeed>(WORKER, [id, String(size), folder], patience);
}

/** Time grows at least with the corpus: an engine that cannot be done in time by that is not started. */
function reasonNotToTry({ size: smaller, outcome }: Tried, size: number, patience: number): string | undefined {
  const unit = smaller.toLocaleString('en');
  if ('failure' in outcome) return `not tried, after ${unit}`;
  const { buildMs, askedMs } = outcome.result;
  const expected = ((buildMs + askedMs) * size) / smaller;
  if (expected <= patience) return undefined;
  return `not tried: ${((buildMs + askedMs) / 1_000).toFixed(0)} s for ${unit}, and ${patience / 60_000} min are the limit`;
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
