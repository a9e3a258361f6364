import { readdirSync, readFileSync } from 'node:fs';

/** How Linux counts it to programs, whatever the kernel does. A second. */
const TICKS = 100;

/** A process as /proc tells it. */
interface Told {
  readonly parent: number;
  /** Of itself, and of its children that have ended. */
  readonly ticks: number;
}

/** Seconds of CPU that a process and all that it started have taken; undefined where there is no /proc. */
export function cpuSecondsOf(pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined;
  const all = new Map(processes().map((id) => [id, told(id)] as const));
  if (all.get(pid) === undefined) return undefined;
  const ticksOf = (id: number): number =>
    [...all].reduce((sum, [child, one]) => sum + (one?.parent === id ? ticksOf(child) : 0), all.get(id)?.ticks ?? 0);
  return ticksOf(pid) / TICKS;
}

function processes(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** The name of a program, in brackets, may hold anything; behind it come the state, the parent and, from the tenth on, four times. */
function told(pid: number): Told | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = rest.slice(9, 13).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(parent), ticks };
  } catch {
    return undefined;
  }
}
