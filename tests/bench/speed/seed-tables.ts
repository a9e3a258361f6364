import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../markdown.ts';
import { percentile } from '../percentile.ts';
import { progress } from '../progress.ts';
import type { SeedSpeed } from './seed-worker.ts';
import { startProgram } from './start.ts';
import { runWorker } from './worker.ts';

const WORKER = new URL('seed-worker.ts', import.meta.url);
const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url));
const QUESTION = '金昌市什么时候被确定为试点城市？';
const STARTS = 5;

/** What the program needs with the article it comes with. @throws Error when it does not answer */
export async function seedTables(): Promise<string> {
  progress('Wenzhai on its seed');
  const starts = await startTimes();
  const outcome = await runWorker<SeedSpeed>(WORKER, []);
  if ('failure' in outcome) throw new Error(`measuring the seed: ${outcome.failure}`);
  const { result } = outcome;
  return [
    '### The seed\n',
    table(
      ['step', 'p50', 'p95'],
      [['from starting node to the first answer, ms', ...quantiles(starts)], ...seedRows(result)],
    ),
    `\nResident after all this: ${result.residentMb.toFixed(0)} MB, the dictionary included; ${result.wordsMb.toFixed(0)} MB before the network was opened.`,
  ].join('\n');
}

async function startTimes(): Promise<number[]> {
  const cache = mkdtempSync(join(tmpdir(), 'wenzhai-bench-'));
  const times: number[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    times.push((await startProgram({ seeds: SEEDS, cache, question: QUESTION })).firstAnswerMs);
  }
  rmSync(cache, { recursive: true });
  return times;
}

function seedRows(speed: SeedSpeed): string[][] {
  const { dictionaryMs, networkMs, vectorsMs, parseMs, indexMs, askMs, askedFirstMs, summaryMs } = speed;
  return [
    ['loading the dictionary, ms', dictionaryMs.toFixed(0), ''],
    ['parsing, ms', ...quantiles(parseMs)],
    ['indexing, first time, ms', indexMs.toFixed(1), ''],
    ['opening the network, ms', networkMs.toFixed(0), ''],
    ['making all vectors, ms', vectorsMs.toFixed(0), ''],
    ['a question asked for the first time, ms', ...quantiles(askedFirstMs)],
    ['a question, warm, ms', ...quantiles(askMs)],
    ['the same, found and not read, ms', ...quantiles(speed.unreadMs)],
    ['the same without a network, ms', ...quantiles(speed.wordsMs)],
    ['a section’s summary, warm, ms', ...quantiles(summaryMs)],
  ];
}

function quantiles(times: readonly number[]): string[] {
  return [50, 95].map((p) => percentile(times, p).toFixed(2));
}
