import { table } from '../markdown.ts';
import { percentile } from '../percentile.ts';
import { progress } from '../progress.ts';
import type { MeaningSpeed } from './meaning-worker.ts';
import { runWorker } from './worker.ts';

const WORKER = new URL('meaning-worker.ts', import.meta.url);

/**
 * What finding and reading by meaning needs over many passages.
 * @param folder of the public question sets
 * @param size number of passages
 */
export async function meaningTable(folder: string, size: number): Promise<string> {
  progress('Wenzhai, vectors over a large library');
  const outcome = await runWorker<MeaningSpeed>(WORKER, [String(size), folder]);
  const title = `### Meaning over ${size.toLocaleString('en')} passages\n`;
  return `${title}\n${'failure' in outcome ? `${outcome.failure}.` : tableOf(outcome.result)}`;
}

function tableOf({ fillSeconds, meanwhileMs, askMs, ...memory }: MeaningSpeed): string {
  const quantiles = (times: readonly number[]) => [50, 95].map((p) => percentile(times, p).toFixed(0)).join(' / ');
  return table(
    ['step', ''],
    [
      ['making the vectors while somebody asks every five seconds, s', fillSeconds.toFixed(0)],
      ['a question meanwhile, ms, p50 / p95', quantiles(meanwhileMs)],
      ['a question after it, ms, p50 / p95', quantiles(askMs)],
      ['the network, its passes and the window states, MB resident', memory.networkMb.toFixed(0)],
      ['the vectors, MB resident', memory.vectorsMb.toFixed(0)],
      ['the vectors themselves, MB', memory.tableMb.toFixed(1)],
      ['the vectors on the disk, MB', memory.storedMb.toFixed(1)],
    ],
  );
}
