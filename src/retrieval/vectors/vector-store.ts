import { z } from 'zod';
import type { Article } from '../../article/article.ts';
import { createVectorTable, type VectorTable } from '../../network/vector-table.ts';
import type { Passage } from '../../passages/passages.ts';
import { piecesOf } from '../../passages/pieces.ts';

/** What is kept of a passage to find it by. All of length 1. */
export interface PassageVectors {
  readonly whole: Float32Array;
  /** One for each sentence. */
  readonly sentences: readonly Float32Array[];
}

/** The vectors of the passages of a library, long ones in pieces (see `piecesOf`), and of their sentences. */
export interface VectorStore {
  /** Whether the vectors of this very text are here. */
  has(article: Article): boolean;
  /** In the place of what is here under the article's id. @param vectors one for each of `piecesOf(article)` */
  add(article: Article, vectors: readonly PassageVectors[]): void;
  /** An unknown id is no error. */
  remove(articleId: string): void;
  /**
   * In the place of what is here, a store as it was. What was made of another text is not taken: it is to be made anew.
   * @param kept what `stored` returned once, one piece behind the other: the store's own from here on, it is not copied
   * @returns false where it is of another network or does not fit together, and nothing has changed
   */
  restore(kept: Uint8Array, articles: Iterable<Article>): boolean;
  /** Goes up with whatever changes what `similarities` returns. */
  readonly changes: number;
  /** Ids of all articles whose vectors are here. */
  readonly articles: Iterable<string>;
  /**
   * How near passages are to a question: the nearest of them, `NEAREST` at most, and those of `also`. A passage of an
   * article whose vectors are not here is not among them.
   * @param question of length 1
   * @param accept which ones count; all unless told
   */
  similarities(
    question: Float32Array,
    articles: Iterable<Article>,
    among?: { readonly accept?: (passage: Passage) => boolean; readonly also?: ReadonlySet<Passage> },
  ): Map<Passage, Similarity>;
  /** Everything, in pieces for `restore`: views of what the store holds, until it changes. */
  stored(): readonly Uint8Array[];
  /** Bytes that the vectors take. */
  readonly bytes: number;
}

/** How near a passage is to a question. Cosines. */
export interface Similarity {
  readonly passage: number;
  /** Of its nearest sentence; the passage's own where it has none. */
  readonly bestSentence: number;
  /** The number of that sentence among the passage's; -1 where it has none. */
  readonly sentence: number;
}

/** Vectors of one network. */
export interface VectorKind {
  /** See `Network.digest`. */
  readonly digest: string;
  readonly dimensions: number;
}

/** In a large library the sentences of passages that are further away are not looked at: they are six times as many. */
const NEAREST = 1_000;

/** An empty store. */
export function createVectorStore({ digest, dimensions }: VectorKind): VectorStore {
  let table = createVectorTable(dimensions);
  let held = new Map<string, Held>();
  let changes = 0;

  const has = ({ id, hash }: Article): boolean => held.get(id)?.hash === hash;

  function remove(articleId: string): void {
    const gone = held.get(articleId);
    if (gone === undefined) return;
    changes += 1;
    held.delete(articleId);
    const count = rowsOf(gone.sentences);
    table.remove(gone.first, count);
    for (const [id, other] of held) {
      if (other.first > gone.first) held.set(id, { ...other, first: other.first - count });
    }
  }

  function* candidates(question: Float32Array, article: Article, accept: (passage: Passage) => boolean) {
    const known = held.get(article.id);
    if (known?.hash !== article.hash) return;
    let row = known.first;
    for (const [index, passage] of piecesOf(article).entries()) {
      const sentences = known.sentences[index] ?? 0;
      if (accept(passage)) yield { passage, row, sentences, similarity: table.dot(row, question) };
      row += 1 + sentences;
    }
  }

  function similarityOf({ row, sentences, similarity }: Candidate, question: Float32Array): Similarity {
    let bestSentence = similarity;
    let sentence = -1;
    for (let index = 0; index < sentences; index += 1) {
      const similarityOfSentence = table.dot(row + 1 + index, question);
      if (sentence !== -1 && similarityOfSentence <= bestSentence) continue;
      bestSentence = similarityOfSentence;
      sentence = index;
    }
    return { passage: similarity, bestSentence, sentence };
  }

  return {
    has,
    add(article, vectors) {
      if (vectors.length !== piecesOf(article).length)
        throw new RangeError('there are not as many vectors as passages');
      remove(article.id);
      changes += 1;
      const first = table.rows;
      table.append(vectors.flatMap(({ whole, sentences }) => [whole, ...sentences]));
      held.set(article.id, { hash: article.hash, first, sentences: vectors.map(({ sentences }) => sentences.length) });
    },
    remove,
    restore(kept, articles) {
      const again = readStored(kept, { digest, dimensions });
      if (again === undefined) return false;
      changes += 1;
      ({ table, held } = again);
      const current = new Map([...articles].map((article) => [article.id, article]));
      for (const [id, { sentences }] of [...held]) {
        const article = current.get(id);
        const fits = article !== undefined && has(article) && piecesOf(article).length === sentences.length;
        if (!fits) remove(id);
      }
      return true;
    },
    get articles() {
      return held.keys();
    },
    get changes() {
      return changes;
    },
    similarities(question, articles, { accept = () => true, also = new Set() } = {}) {
      const all: Candidate[] = [];
      for (const article of articles)
        for (const candidate of candidates(question, article, accept)) all.push(candidate);
      const least =
        all.length > NEAREST
          ? Float64Array.from(all, (one) => one.similarity)
              .sort()
              .at(-NEAREST)
          : undefined;
      const near = new Map<Passage, Similarity>();
      for (const candidate of all) {
        const isNear = least === undefined || candidate.similarity >= least || also.has(candidate.passage);
        if (isNear) near.set(candidate.passage, similarityOf(candidate, question));
      }
      return near;
    },
    stored() {
      const articles = [...held].sort(([, a], [, b]) => a.first - b.first);
      const made = articles.map(([id, { hash, sentences }]) => ({ id, hash, sentences: [...sentences] }));
      const head: StoredHead = { network: digest, articles: made };
      return [Buffer.from(`${JSON.stringify(head)}\n`), ...table.stored()];
    },
    get bytes() {
      return table.bytes;
    },
  };
}

/** Where the vectors of an article stand in the table: for each piece its own, and then those of its sentences. */
interface Held {
  readonly hash: string;
  readonly first: number;
  /** How many each piece has. */
  readonly sentences: readonly number[];
}

/** The first line of what is stored: of what and by what vectors were made. */
const STORED_HEAD = z.object({
  /** Digest of the network that made them. */
  network: z.string(),
  /** In the order of their vectors. */
  articles: z.array(
    z.object({
      id: z.string(),
      hash: z.string(),
      /** Of each passage: how many sentences it has. */
      sentences: z.array(z.int().nonnegative()),
    }),
  ),
});
type StoredHead = z.infer<typeof STORED_HEAD>;

const LINE_FEED = 0x0a;

/** Undefined where it is of another network or another kind, cut short or damaged, or has an article twice. */
function readStored(
  bytes: Uint8Array,
  { digest, dimensions }: VectorKind,
): { table: VectorTable; held: Map<string, Held> } | undefined {
  try {
    const endOfHead = bytes.indexOf(LINE_FEED);
    const head = STORED_HEAD.parse(JSON.parse(Buffer.from(bytes.subarray(0, endOfHead)).toString('utf8')));
    const table = createVectorTable(dimensions, bytes.subarray(endOfHead + 1));
    const { held, rows } = heldIn(head);
    const isWhole = held.size === head.articles.length && rows === table.rows;
    return head.network === digest && isWhole ? { table, held } : undefined;
  } catch {
    return undefined;
  }
}

/** Where the vectors of each article stand, and how many there are in all. */
function heldIn({ articles }: StoredHead): { held: Map<string, Held>; rows: number } {
  const held = new Map<string, Held>();
  let rows = 0;
  for (const { id, hash, sentences } of articles) {
    held.set(id, { hash, first: rows, sentences });
    rows += rowsOf(sentences);
  }
  return { held, rows };
}

function rowsOf(sentences: readonly number[]): number {
  return sentences.reduce((rows, count) => rows + 1 + count, 0);
}

/** A passage that may be near. */
interface Candidate {
  readonly passage: Passage;
  readonly row: number;
  readonly sentences: number;
  readonly similarity: number;
}
