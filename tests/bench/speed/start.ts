import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuSecondsOf } from './cpu-time.ts';

/** The checkout that the benchmark is part of. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Every answer, and what comes nearest to one, is shown with its place in the article. */
const ADDRESS = /§\d+¶\d+/;

/** How long it takes is what is measured: on a busy machine nothing is given up that somebody would no longer wait for. */
const PATIENT = { QUESTION_DEADLINE_MS: '60000', PAGE_DEADLINE_MS: '60000' };
const GIVEN_UP_MS = 30 * 60_000;

/** A start of the whole program in a process of its own. */
export interface Start {
  /** Milliseconds from starting node to the first answer on standard output. */
  readonly firstAnswerMs: number;
  /** Seconds of CPU that all its processes have taken until then; undefined where there is no /proc. */
  readonly cpuSeconds: number | undefined;
  /** Megabytes in the machine's memory after it; undefined where there is no /proc. */
  readonly residentMb: number | undefined;
}

/** What the program is started with. */
export interface Beginning {
  readonly seeds: string;
  /** The folder of built indexes, empty for a first start. */
  readonly cache: string;
  readonly question: string;
  /** The checkout whose program it is; the benchmark's own unless told. */
  readonly root?: string;
}

/**
 * Starts the terminal chat on a folder of seeds, with a question waiting on standard input.
 * @throws Error when the program ends without an answer
 */
export function startProgram({ seeds, cache, question, root = ROOT }: Beginning): Promise<Start> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const program = spawn(process.execPath, [join(root, 'src/launch.js'), '--seeds', seeds], {
      // A blank token counts as none: this is the terminal chat whatever the environment holds.
      env: { ...process.env, ...PATIENT, DISCORD_TOKEN: '', CACHE_DIR: cache, LOG_LEVEL: 'error' },
      stdio: ['pipe', 'pipe', 'inherit'],
      timeout: GIVEN_UP_MS,
    });
    let printed = '';
    let start: Start | undefined;
    program.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (start !== undefined || !ADDRESS.test(printed)) return;
      start = {
        firstAnswerMs: performance.now() - begun,
        cpuSeconds: cpuSecondsOf(program.pid),
        residentMb: residentOf(program.pid),
      };
      program.stdin.end();
    });
    program.once('error', reject);
    program.once('close', (code) => {
      if (start === undefined)
        reject(new Error(`the program ended with exit code ${code} before it answered: ${printed}`));
      else resolve(start);
    });
    program.stdin.write(`${question}\n`);
  });
}

function residentOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : (Number(kilobytes) * 1_024) / 1e6;
  } catch {
    return undefined;
  }
}
