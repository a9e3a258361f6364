import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GRID } from './articles.ts';
import { type StandIn, TOKEN } from './stand-in.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** A folder with one article, in which a program also keeps what it builds from it. */
export interface Seeds {
  readonly folder: string;
  remove(): void;
}

export function seedsOfOne(): Seeds {
  const folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  const { hash: _, ...printed } = GRID;
  writeFileSync(join(folder, 'grid.json'), JSON.stringify(printed));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** The program in a process of its own. */
export interface StartedProgram {
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Its exit code, once it has ended and all that it printed is there. */
  readonly exit: Promise<number | null>;
}

/** What npm's scripts, units and images run. */
const LAUNCHED = 'src/launch.js';

/**
 * Starts the program as an operator does, with nothing in its environment but what it needs and what is given.
 * @param path of the program, from the project's folder
 */
export function startProgram(
  discord: StandIn,
  { folder }: Seeds,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  path = LAUNCHED,
): StartedProgram {
  const child = spawn(process.execPath, [path, ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
      LOG_LEVEL: 'info',
      SEEDS_DIR: folder,
      CACHE_DIR: join(folder, 'cache'),
      LIBRARY_DIR: join(folder, 'library'),
      ...environment,
    },
  });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk) => {
      output[stream] += chunk;
    });
  }
  return { process: child, output, exit: new Promise((resolve) => child.on('close', resolve)) };
}
