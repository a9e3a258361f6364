import { table } from '../markdown.ts';
import { progress } from '../progress.ts';
import { HOSTILE_INPUTS } from './hostile.ts';
import type { HostileSpeed } from './hostile-worker.ts';
import { type Outcome, runWorker } from './worker.ts';

const WORKER = new URL('hostile-worker.ts', import.meta.url);

/** How long the worst questions take: over the seed and, where there is a folder of data sets, over so many passages. */
export async function hostileTable(folder: string | undefined, size: number): Promise<string> {
  progress('Wenzhai under hostile questions');
  const outcomes = [await runWorker<HostileSpeed>(WORKER, [])];
  if (folder !== undefined) outcomes.push(await runWorker<HostileSpeed>(WORKER, [String(size), folder]));
  const head = ['question', 'the seed, ms at worst', `${size.toLocaleString('en')} passages, ms at worst`];
  const rows = HOSTILE_INPUTS.map(({ name }, at) => [name, ...outcomes.map((outcome) => cell(outcome, at))]);
  return `### Hostile questions\n\n${table(head.slice(0, 1 + outcomes.length), rows)}`;
}

function cell(outcome: Outcome<HostileSpeed>, at: number): string {
  return 'failure' in outcome ? outcome.failure : (outcome.result.worstMs[at] ?? Number.NaN).toFixed(1);
}
