import type { Log } from '../../../src/log.ts';

/** What is measured says nothing; a warning would mean that something else was measured. */
export const SILENT: Log = { info: () => {}, warn: complain, error: complain };

function complain(event: string, fields: unknown): never {
  throw new Error(`${event}: ${JSON.stringify(fields)}`);
}
