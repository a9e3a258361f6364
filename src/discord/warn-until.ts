import type { Log } from '../log.ts';

/**
 * A log that warns of nothing once the bot cannot go on: what fails then fails because of that,
 * and its operator is told why in one plain line, not in a stack for everybody who was waiting.
 */
export function warnUntil(log: Log, isOver: () => boolean): Log {
  return {
    info: (...record) => log.info(...record),
    warn: (...record) => (isOver() ? undefined : log.warn(...record)),
    error: (...record) => (isOver() ? undefined : log.error(...record)),
  };
}
