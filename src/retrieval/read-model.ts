import { readFileSync } from 'node:fs';

/**
 * Reads a trained model that is shipped with the program.
 * @param name of a file in `models`, without `.json`.
 * @throws Error that names the model when it cannot be read.
 */
export function readModel(name: string): unknown {
  try {
    return JSON.parse(readFileSync(new URL(`models/${name}.json`, import.meta.url), 'utf8'));
  } catch (cause) {
    throw new Error(`model ${name} cannot be read; make it again with npm run train`, { cause });
  }
}
