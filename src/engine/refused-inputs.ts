import { createHash } from 'node:crypto';
import type { Call } from './calls.ts';

/** Inputs that ran into their deadline: they are not tried again. */
export interface RefusedInputs {
  has(call: Call): boolean;
  /** @param ended whether it ended the process: then it is refused for good, else for a minute */
  add(call: Call, ended: boolean): void;
}

/** So many are remembered; then the oldest is forgotten. */
const REMEMBERED = 1_000;
/** What came late but came back may have met a busy moment. Milliseconds. */
const LATE_MS = 60_000;

/** @param now milliseconds, monotonic */
export function createRefusedInputs(now: () => number = () => performance.now()): RefusedInputs {
  /** By digest: until when. */
  const refused = new Map<string, number>();
  return {
    has(call) {
      return refused.size > 0 && (refused.get(digestOf(call)) ?? 0) > now();
    },
    add(call, ended) {
      const [oldest] = refused.size >= REMEMBERED ? refused.keys() : [];
      if (oldest !== undefined) refused.delete(oldest);
      refused.set(digestOf(call), ended ? Number.POSITIVE_INFINITY : now() + LATE_MS);
    },
  };
}

/** The same for the same work: all counts but who reads the answer. */
function digestOf(call: Call): string {
  const input = JSON.stringify(call, (key, value) => (key === 'reader' || key === 'guildLocale' ? undefined : value));
  return createHash('sha256').update(input).digest('hex');
}
