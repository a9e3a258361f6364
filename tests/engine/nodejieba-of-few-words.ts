import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What a program of tests has in the place of nodejieba: the same, with the few words that lie beside the program. */
const nodejieba: typeof import('nodejieba') = createRequire(import.meta.url)('nodejieba');

const beside = (name: string) => fileURLToPath(new URL(`dictionary/${name}`, import.meta.url));
const [DEFAULT_DICT, DEFAULT_IDF_DICT] = [beside('dict'), beside('idf')];

export default {
  ...nodejieba,
  DEFAULT_DICT,
  DEFAULT_IDF_DICT,
  load: () => nodejieba.load({ dict: DEFAULT_DICT, idfDict: DEFAULT_IDF_DICT }),
};
