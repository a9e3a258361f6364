import { fileURLToPath } from 'node:url';
import { readRegularFile } from '../regular-file.ts';

/** Hundreds of times the largest there is. Bytes. */
const LARGEST_MODEL = 64 * 1024 * 1024;

/**
 * Reads a trained model that is shipped with the program.
 * @param name of a file in `models`, without `.json`.
 * @throws Error that names the model when it cannot be read.
 */
export function readModel(name: string): unknown {
  try {
    const path = fileURLToPath(new URL(`models/${name}.json`, import.meta.url));
    return JSON.parse(readRegularFile(path, LARGEST_MODEL).toString('utf8'));
  } catch (cause) {
    throw new Error(`model ${name} cannot be read; make it again with npm run train`, { cause });
  }
}
