import { randomBytes } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { StoreMistake } from '../store.ts';

/** A folder that this process alone uses, and the processes that it starts for that. */
export interface FolderLock {
  /**
   * Names a process that uses the folder for this one, before it does.
   * @param pid undefined: there is none any more
   * @throws what the system says where that cannot be written; never where there is none
   */
  shareWith(pid: number | undefined): void;
  /** Never throws: whoever comes next finds out that this process is gone. */
  release(): void;
}

const LOCK = 'in-use';
/** A holder gives a sign of life so often; one who gives none for so long is gone. Milliseconds. */
const SIGN_MS = 2_000;
const SILENT_MS = 7_000;
/** Whoever wanted the lock at the same moment has had it or lost it. Milliseconds. */
const SETTLED_MS = 50;

const PROCESS = z.object({ pid: z.int().positive(), start: z.string().optional() });
const HOLDER = z.object({
  /** Of this taking, which may be one of several by the same process. */
  id: z.string(),
  /** Which machine and which of its containers the numbers of processes are of. */
  place: z.string(),
  holder: PROCESS,
  helper: PROCESS.optional(),
});
type Process = z.infer<typeof PROCESS>;
type Holder = z.infer<typeof HOLDER>;

/** Where the system does not tell when a process began, what this one holds itself is known from here. */
const held = new Set<string>();

/**
 * Takes a folder for this process, and makes it where there is none. Node has no locks that end with their process:
 * a file names the processes that use the folder. One of this machine's is looked for; of another machine's or
 * container's, to whom the folder may be lent too, signs of life are waited for.
 *
 * @param silentMs who gives no sign of life for so long is gone. Milliseconds
 * @throws StoreMistake where another process uses it; what the system says where the folder cannot be written
 */
export async function lockFolder(folder: string, silentMs = SILENT_MS): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(realpathSync(folder), LOCK);
  if (held.has(path)) throw inUse(process.pid);
  const own = { id: randomBytes(8).toString('hex'), place: placeOf(), holder: processOf(process.pid) };
  let written = JSON.stringify(own);
  if (!create(path, written)) {
    await takeFromDead(path, silentMs);
    if (!create(path, written)) throw inUse(undefined);
  }
  await wait(SETTLED_MS);
  if (read(path) !== written) throw inUse(undefined);
  held.add(path);
  const signs = setInterval(() => {
    const now = new Date();
    // A disk at fault is told of by whoever keeps something there.
    quietly(() => utimesSync(path, now, now));
  }, SIGN_MS).unref();

  return {
    shareWith(pid) {
      written = JSON.stringify(pid === undefined ? own : { ...own, helper: processOf(pid) });
      if (pid === undefined) quietly(() => writeOver(path, written));
      else writeOver(path, written);
    },
    release() {
      clearInterval(signs);
      held.delete(path);
      quietly(() => {
        if (read(path) === written) rmSync(path, { force: true });
      });
    },
  };
}

/** @throws StoreMistake where the holder lives */
async function takeFromDead(path: string, silentMs: number): Promise<void> {
  const found = read(path);
  if (found === undefined) return;
  const holder = parse(found);
  if (holder?.place === placeOf()) {
    // In a container that was started again the number is often the same.
    if (holder.holder.pid !== process.pid && isRunning(holder.holder)) throw inUse(holder.holder.pid);
    // What the holder has left behind does nothing more for anybody.
    if (holder.helper !== undefined) await end(holder.helper);
  } else {
    await waitForSilence(path, silentMs, holder?.holder.pid);
  }
  // Whoever else sees that the holder is gone takes the file away, too; it must be the one that was seen.
  const aside = `${path}.${randomBytes(4).toString('hex')}`;
  ignoringAbsence(() => renameSync(path, aside));
  const taken = read(aside);
  if (taken !== undefined && taken !== found) ignoringAbsence(() => linkSync(aside, path));
  rmSync(aside, { force: true });
}

async function waitForSilence(path: string, silentMs: number, pid: number | undefined): Promise<void> {
  const before = signOf(path);
  const until = performance.now() + silentMs;
  while (performance.now() < until) {
    await wait(silentMs / 10);
    if (signOf(path) !== before) throw inUse(pid);
  }
}

function inUse(pid: number | undefined): StoreMistake {
  const who = `another process${pid === undefined ? '' : ` (${pid})`}`;
  return new StoreMistake(`the library's folder is in use by ${who}; with DATABASE_URL several can share a library`);
}

/** @returns false where there is one already */
function create(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function writeOver(path: string, content: string): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, content, { mode: 0o600 });
  renameSync(unfinished, path);
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // It was not necessary.
  }
}

function read(path: string): string | undefined {
  return ignoringAbsence(() => readFileSync(path, 'utf8'));
}

/** A number that changes with each sign of life. */
function signOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** What a crash has left half written names nobody. */
function parse(content: string): Holder | undefined {
  try {
    return HOLDER.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

function placeOf(): string {
  const boot = ignoringAbsence(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const numbers = ignoringAbsence(() => readlinkSync('/proc/self/ns/pid'));
  return [hostname(), boot, numbers].join(' ');
}

function processOf(pid: number): Process {
  const start = statusOf(pid)?.start;
  return start === undefined ? { pid } : { pid, start };
}

function isRunning({ pid, start }: Process): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  const status = statusOf(pid);
  return status === undefined || (status.state !== 'Z' && (start === undefined || status.start === start));
}

/** Where the system tells: its state, and when it began, which no other process of the same number did. */
function statusOf(pid: number): { readonly state: string | undefined; readonly start: string | undefined } | undefined {
  const status = ignoringAbsence(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (status === undefined) return undefined;
  // The name in brackets may have anything in it.
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], start: fields[19] };
}

async function end(helper: Process): Promise<void> {
  for (let tries = 0; tries < 40 && isRunning(helper); tries += 1) {
    try {
      process.kill(helper.pid, 'SIGKILL');
    } catch {
      // It has gone by itself.
    }
    await wait(50);
  }
  if (isRunning(helper)) throw inUse(helper.pid);
}

function ignoringAbsence<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    // A process that goes while its status is read has none.
    if (['ENOENT', 'ESRCH'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
