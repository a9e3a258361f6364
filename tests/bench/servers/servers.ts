import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../../src/build.js';
import { bundle } from '../../engine/bundled.ts';
import { table } from '../markdown.ts';
import { percentile } from '../percentile.ts';
import { progress } from '../progress.ts';
import type { Measured, Took } from './bot-process.ts';

const BOT = new URL('bot-process.ts', import.meta.url);
const GUARD = new URL('../../../src/guard.ts', import.meta.url);
const QUALITY = fileURLToPath(new URL('../../quality', import.meta.url));
const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url));

/**
 * Many servers on one machine, each with articles of its own, kept in the embedded database, or where `DATABASE_URL`
 * says, and answered by the program as it is built: what all of it has resident, how long a first question takes, and
 * what a warm server costs beside a library that is alone.
 * @param servers how many
 * @throws Error where a process fails
 */
export async function servers(count: number): Promise<string> {
  progress('building');
  const built = await build();
  const folder = mkdtempSync(join(tmpdir(), 'wenzhai-servers-'));
  const bundled = await bundle([BOT, GUARD]);
  const result = join(folder, 'measured.json');
  try {
    // What the guard starts is called so.
    renameSync(bundled.pathOf('bot-process'), bundled.pathOf('main'));
    const programs = ['engine-process.js', 'store-process.js'].map((name) => join(built, name));
    const args = [...programs, QUALITY, SEEDS, folder, String(count), result, String(process.pid)];
    await ended(bundled.pathOf('guard'), args);
    return tablesOf(JSON.parse(readFileSync(result, 'utf8')) as Measured, count);
  } finally {
    bundled.remove();
    rmSync(folder, { recursive: true });
  }
}

function ended(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(program, args, { execArgv: ['--enable-source-maps'], stdio: ['ignore', 2, 2, 'ipc'] });
    child.once('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`ended with ${signal ?? code}`))));
  });
}

function computedOf({ computed }: Took): number {
  return computed;
}

function tablesOf(measured: Measured, count: number): string {
  const { single, withOperators, withoutOperators, cold, residentAtFirst, residentAtMost, residentAtLast } = measured;
  const times = (name: string, took: readonly Took[]) => [
    name,
    ...[50, 95, 100].map((share) => percentile(took.map(computedOf), share).toFixed(0)),
    percentile(
      took.map(({ waited }) => waited),
      95,
    ).toFixed(0),
    took.length.toFixed(0),
  ];
  const ratio = (took: readonly Took[]) =>
    (percentile(took.map(computedOf), 95) / percentile(single.map(computedOf), 95)).toFixed(2);
  const number = count.toLocaleString('en');
  return [
    table(
      ['a question, ms of the engine’s thread', 'p50', 'p95', 'at most', 'p95 waited', 'questions'],
      [
        times('a library that is alone', single),
        times('warm servers, the operator’s articles behind', withOperators),
        times('warm servers, without them', withoutOperators),
        times(`the first one of each of ${number} servers`, cold),
      ],
    ),
    `p95 of warm servers against a library that is alone: ${ratio(withOperators)} with the operator’s articles, ${ratio(withoutOperators)} without.`,
    table(
      ['all processes together', 'MB resident'],
      [
        ['the operator’s library alone', residentAtFirst.toFixed(0)],
        [`while ${number} servers ask, at most`, residentAtMost.toFixed(0)],
        ['in the end', residentAtLast.toFixed(0)],
      ],
    ),
  ].join('\n\n');
}
