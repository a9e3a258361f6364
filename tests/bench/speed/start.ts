import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../src/launch.js', import.meta.url));

/** Every answer, and what comes nearest to one, is shown with its place in the article. */
const ADDRESS = /§\d+¶\d+/;

/** A start of the whole program in a process of its own. */
export interface Start {
  /** Milliseconds from starting node to the first answer on standard output. */
  readonly firstAnswerMs: number;
  /** Megabytes in the machine's memory after it; undefined where there is no /proc. */
  readonly residentMb: number | undefined;
}

/**
 * Starts the terminal chat on a folder of seeds, with a question waiting on standard input.
 * @param cache the folder of built indexes, empty for a first start
 * @throws Error when the program ends without an answer
 */
export function startProgram(seeds: string, cache: string, question: string): Promise<Start> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const program = spawn(process.execPath, [PROGRAM, '--seeds', seeds], {
      // A blank token counts as none: this is the terminal chat whatever the environment holds.
      env: { ...process.env, DISCORD_TOKEN: '', CACHE_DIR: cache, LOG_LEVEL: 'error' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let printed = '';
    let start: Start | undefined;
    program.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (start !== undefined || !ADDRESS.test(printed)) return;
      start = { firstAnswerMs: performance.now() - begun, residentMb: residentOf(program.pid) };
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
