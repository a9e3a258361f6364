import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDatasets } from '../../training/datasets.ts';
import { table } from '../markdown.ts';
import { openedNetwork } from '../opened-network.ts';
import { percentile } from '../percentile.ts';
import { poolOf } from '../pool.ts';
import { progress } from '../progress.ts';
import { corpusOf } from '../speed/corpus.ts';
import { runWorker } from '../speed/worker.ts';
import { largeLibrary } from './large-library.ts';
import type { Resident } from './resident-worker.ts';

const WORKER = new URL('resident-worker.ts', import.meta.url);
const PASSAGES = 10_000;
const QUESTIONS = 20;
const RUNS = 3;

/**
 * What the vectors of a large library take, resident: an engine that has read them from where they are kept beside one
 * that has none, each in processes of its own, in turns.
 * @param folder of the public question sets
 * @throws Error where a process fails, or no network can be opened
 */
export async function memory(folder: string): Promise<string> {
  const pool = poolOf(readDatasets(folder));
  const passages = corpusOf(
    pool.passages.map(({ text }) => text),
    PASSAGES,
  );
  const apart = Math.floor(pool.questions.length / QUESTIONS);
  const questions = pool.questions.filter((_, at) => at % apart === 0).slice(0, QUESTIONS);
  const path = mkdtempSync(join(tmpdir(), 'wenzhai-memory-'));
  try {
    progress('the library and its vectors');
    const library = await largeLibrary(path, passages, await openedNetwork());
    const asked = JSON.stringify(questions.map(({ question }) => question));
    const [without, having]: [number[], number[]] = [[], []];
    for (let run = 1; run <= RUNS; run += 1) {
      progress(`run ${run} of ${RUNS}`);
      without.push(await residentOf([library.folder, library.withoutVectors, asked], false));
      having.push(await residentOf([library.folder, library.withVectors, asked], true));
    }
    return tableOf(without, having, library.bytes / 1e6);
  } finally {
    rmSync(path, { recursive: true });
  }
}

async function residentOf(args: readonly string[], isWithVectors: boolean): Promise<number> {
  const outcome = await runWorker<Resident>(WORKER, args);
  if ('failure' in outcome) throw new Error(outcome.failure);
  const { residentMb, withVectors } = outcome.result;
  if (withVectors > 0 !== isWithVectors) throw new Error(`${withVectors} articles had vectors`);
  return residentMb;
}

function tableOf(without: readonly number[], having: readonly number[], tableMb: number): string {
  const middle = (values: readonly number[]) => percentile(values, 50);
  const cells = (values: readonly number[]) => [
    middle(values).toFixed(0),
    [...values]
      .sort((a, b) => a - b)
      .map((value) => value.toFixed(0))
      .join(', '),
  ];
  return table(
    [`${PASSAGES.toLocaleString('en')} passages, after ${QUESTIONS} questions`, 'MB resident', `in ${RUNS} processes`],
    [
      ['without vectors', ...cells(without)],
      ['vectors read from where they are kept', ...cells(having)],
      ['what they take', (middle(having) - middle(without)).toFixed(0), ''],
      ['the numbers themselves', tableMb.toFixed(1), ''],
    ],
  );
}
