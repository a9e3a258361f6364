import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Of the database in the store's folder; it appears whole. */
export const DATABASE = 'database';

/** Whether there is a database in the store's folder. */
export function isFounded(folder: string): boolean {
  return existsSync(join(folder, DATABASE));
}
