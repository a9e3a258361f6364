import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it has started have resident together. Megabytes (10⁶ bytes). */
export function residentMb(root: number): number {
  const parents = new Map<number, number>();
  const resident = new Map<number, number>();
  for (const pid of readdirSync('/proc').map(Number).filter(Number.isInteger)) {
    const status = statusOf(pid);
    parents.set(pid, Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    resident.set(pid, Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024);
  }
  const isOurs = (pid: number): boolean => pid === root || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  return [...resident].filter(([pid]) => isOurs(pid)).reduce((sum, [, bytes]) => sum + bytes, 0) / 1e6;
}

/** The processes that this one has started itself, in the order in which they were. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && new RegExp(`^PPid:\\s+${parent}$`, 'm').test(statusOf(pid)));
}

/** What the first thread of a process has computed so far. Milliseconds. */
export function computedMs(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}
