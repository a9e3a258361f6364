import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nodejieba from 'nodejieba';

/** Counts in cppjieba's dictionary, and inverse document frequencies: some four thousand words of each. */
const COUNTED_AT_LEAST = 2_000;
const COMMONER_THAN = 7.5;

/** Writes `dict` and `idf` into a new folder: the commonest words of cppjieba's dictionary files, in their order. */
export function writeFewWords(folder: string): void {
  mkdirSync(folder);
  const keep = (from: string, name: string, isKept: (number: number) => boolean) => {
    const lines = readFileSync(from, 'utf8').split('\n');
    writeFileSync(join(folder, name), lines.filter((line) => isKept(Number(line.split(' ')[1]))).join('\n'));
  };
  keep(nodejieba.DEFAULT_DICT, 'dict', (count) => count >= COUNTED_AT_LEAST);
  keep(nodejieba.DEFAULT_IDF_DICT, 'idf', (idf) => idf < COMMONER_THAN);
}
