import { errorFields, type Log } from '../log.ts';
import type { Metrics } from './metrics.ts';

/**
 * The last net: what escaped every handler, mostly discord.js's own on a payload it did not
 * expect, is logged and the process lives. A bot that answers everybody else is better than none.
 *
 * @returns a function that takes the net away
 */
export function surviveErrors(log: Log, metrics: Metrics): () => void {
  const report = (error: unknown): void => {
    metrics.failed('escaped');
    log.error('error escaped its handler', errorFields(error));
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
  return () => {
    process.off('uncaughtException', report);
    process.off('unhandledRejection', report);
  };
}
