import { loadDictionary } from '../../../src/language/dictionary.ts';
import { fold } from '../../../src/language/fold.ts';
import { cutForSearch, cutKnown } from '../../../src/language/segment.ts';
import { createPassageStore } from '../../../src/retrieval/store/store.ts';
import { readDatasets } from '../../training/datasets.ts';
import { articlesOf } from '../article-of.ts';
import { poolOf } from '../pool.ts';
import { corpusOf } from './corpus.ts';
import { time } from './time.ts';
import { handOver } from './worker.ts';

/** What building a library needs, milliseconds and characters. */
export interface BuildSpeed {
  readonly foldMs: number;
  /** Into the words that the dictionary knows, and into those that are searched for. */
  readonly cutMs: number;
  /** The whole of it, folding and cutting included. */
  readonly buildMs: number;
  /** As it would be kept on disk; undefined where that is longer than a string can be. */
  readonly storedCharacters: number | undefined;
  readonly exportMs: number;
}

const PER_ARTICLE = 20;

const [size = '', folder = ''] = process.argv.slice(2);
const real = poolOf(readDatasets(folder)).passages.map(({ text }) => text);
const passages = corpusOf(real, Number(size));
loadDictionary();
let folded: string[] = [];
const foldMs = time(() => {
  folded = passages.map(fold);
});
const cutMs = time(() => {
  for (const text of folded) {
    cutKnown(text);
    cutForSearch(text);
  }
});
let index = createPassageStore([]);
const buildMs = time(() => {
  index = createPassageStore(articlesOf(passages, PER_ARTICLE));
});
let storedCharacters: number | undefined;
const exportMs = time(() => {
  storedCharacters = exportedLength();
});
handOver({ foldMs, cutMs, buildMs, storedCharacters, exportMs } satisfies BuildSpeed);

function exportedLength(): number | undefined {
  try {
    return index.export().length;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
