import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../../src/article/article.ts';
import { openCache } from '../../../src/library/cache.ts';
import { openLibrary } from '../../../src/library/open.ts';
import { sentencesOf } from '../../../src/passages/passages.ts';
import { piecesOf } from '../../../src/passages/pieces.ts';
import { createVectorStore, type VectorKind } from '../../../src/retrieval/vectors/vector-store.ts';
import { seededRandom } from '../../training/random.ts';
import { articlesOf } from '../article-of.ts';
import { SILENT } from './silent.ts';

/** A library on the disk, with its index kept, once with vectors and once without. */
export interface LargeLibrary {
  readonly folder: string;
  readonly withVectors: string;
  readonly withoutVectors: string;
  /** Bytes that the vectors take. */
  readonly bytes: number;
}

const PER_ARTICLE = 20;
const SEED = 20211123;

/**
 * Writes a library as the engine keeps it. The vectors are drawn: as many and as long as the network makes, which
 * would take minutes, and memory does not know the difference.
 * @param path of an empty folder
 */
export async function largeLibrary(path: string, passages: readonly string[], kind: VectorKind): Promise<LargeLibrary> {
  const [folder, withVectors, withoutVectors] = ['seeds', 'with', 'without'].map((name) => join(path, name));
  if (folder === undefined || withVectors === undefined || withoutVectors === undefined) throw new Error(path);
  mkdirSync(folder);
  for (const { id, sections } of articlesOf(passages, PER_ARTICLE))
    writeFileSync(join(folder, `a${id}.json`), JSON.stringify({ title: `第${id}篇`, sections }));
  const { articles } = await openLibrary(folder, { log: SILENT, cacheDir: withVectors, worthKeeping: 1 });
  cpSync(withVectors, withoutVectors, { recursive: true });
  const store = createVectorStore(kind);
  const vector = drawnVectors(kind.dimensions);
  for (const article of articles) store.add(article, vectorsFor(article, vector));
  openCache(withVectors, folder, { log: SILENT }).vectors.save(store.stored);
  if (readdirSync(withVectors).length !== 2) throw new Error('the vectors were not kept');
  return { folder, withVectors, withoutVectors, bytes: store.bytes };
}

function vectorsFor(article: Article, vector: () => Float32Array) {
  return piecesOf(article).map((piece) => ({ whole: vector(), sentences: sentencesOf(piece).map(vector) }));
}

/** Of length 1. */
function drawnVectors(dimensions: number): () => Float32Array {
  const random = seededRandom(SEED);
  return () => {
    const drawn = Float32Array.from({ length: dimensions }, () => random() - 0.5);
    const length = Math.sqrt(drawn.reduce((sum, value) => sum + value * value, 0));
    return drawn.map((value) => value / length);
  };
}
