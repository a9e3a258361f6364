import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { sentencesOf } from '../../../src/passages/passages.ts';
import { piecesOf } from '../../../src/passages/pieces.ts';
import {
  createVectorStore,
  type PassageVectors,
  type VectorStore,
} from '../../../src/retrieval/vectors/vector-store.ts';
import { articleOf } from '../article-of.ts';

const DIMENSIONS = 30;
const KIND = { digest: 'network', dimensions: DIMENSIONS };

let seed = 1;
function vector(): Float32Array {
  const values = Float32Array.from({ length: DIMENSIONS }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed / 0x40000000 - 1;
  });
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

function vectorsFor(article: Article): PassageVectors[] {
  return piecesOf(article).map((piece) => ({ whole: vector(), sentences: sentencesOf(piece).map(vector) }));
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

const articles = [1, 2, 3, 4].map((number) =>
  articleOf(
    `a${number}`,
    Array.from({ length: number }, (_, index) => '一句。'.repeat(1 + ((index + number) % 3))),
  ),
);
let made: Map<string, PassageVectors[]>;
let store: VectorStore;
beforeEach(() => {
  made = new Map(articles.map((article) => [article.id, vectorsFor(article)]));
  store = createVectorStore(KIND);
  for (const article of articles) store.add(article, made.get(article.id) ?? []);
});

/** What quantising may change of a cosine. */
const TOLERANCE = 0.01;

/** The similarities are those that the vectors themselves give, for these articles and no other. */
function expectNaive(of: VectorStore, held: readonly Article[]): void {
  const question = vector();
  const found = of.similarities(question, articles);
  expect([...found.keys()]).toEqual(held.flatMap((article) => piecesOf(article)));
  for (const article of held) {
    for (const [index, piece] of piecesOf(article).entries()) {
      const vectors = made.get(article.id)?.[index];
      const similarity = found.get(piece);
      if (vectors === undefined || similarity === undefined) throw new Error('there is no similarity');
      const sentences = vectors.sentences.map((sentence) => cosine(sentence, question));
      expect(Math.abs(similarity.passage - cosine(vectors.whole, question))).toBeLessThan(TOLERANCE);
      expect(Math.abs(similarity.bestSentence - Math.max(...sentences))).toBeLessThan(TOLERANCE);
      expect(Math.max(...sentences) - (sentences[similarity.sentence] ?? -2)).toBeLessThan(2 * TOLERANCE);
    }
  }
}

describe('similarities', () => {
  it('are what the vectors give, as near as whole numbers can come', () => expectNaive(store, articles));

  it('are of accepted passages alone', () => {
    const wanted = piecesOf(articles[2] as Article)[1];
    const found = store.similarities(vector(), articles, { accept: (passage) => passage === wanted });
    expect([...found.keys()]).toEqual([wanted]);
  });

  it('are of the articles that were asked about', () => {
    const [first] = articles as [Article];
    expect([...store.similarities(vector(), [first]).keys()]).toEqual(piecesOf(first));
  });

  it('are of the same text, whichever object it is', () => {
    const again = articleOf('a2', articles[1]?.sections[0]?.paragraphs ?? []);
    expect([...store.similarities(vector(), [again]).keys()]).toEqual(piecesOf(again));
    const changed = articleOf('a2', articles[1]?.sections[0]?.paragraphs ?? [], { hash: 'another' });
    expect(store.similarities(vector(), [changed]).size).toBe(0);
  });

  it('of a large library are of the nearest, and of those that were named', () => {
    const many = articleOf(
      'many',
      Array.from({ length: 1_500 }, () => '一句。两句。'),
    );
    const vectors = vectorsFor(many);
    store.add(many, vectors);
    const question = vector();
    const order = piecesOf(many)
      .map((piece, index) => ({ piece, cosine: cosine(vectors[index]?.whole ?? question, question) }))
      .sort((a, b) => b.cosine - a.cosine);
    const furthest = order.at(-1)?.piece;
    if (furthest === undefined) throw new Error('there is no passage');
    const found = store.similarities(question, [many], { also: new Set([furthest]) });
    expect(found.size).toBe(1_001);
    expect(found.get(furthest)?.passage).toBeLessThan(0);
    for (const { piece } of order.slice(0, 900)) expect(found.has(piece)).toBe(true);
  });
});

describe('a store', () => {
  it('is what is left, whatever comes and goes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(articles.length - 1)), { maxLength: 30 }), (steps) => {
        const held = new Set(articles);
        const changing = createVectorStore(KIND);
        for (const article of articles) changing.add(article, made.get(article.id) ?? []);
        for (const [isComing, index] of steps) {
          const article = articles[index] as Article;
          if (isComing) changing.add(article, made.get(article.id) ?? []);
          else changing.remove(article.id);
          if (isComing) held.add(article);
          else held.delete(article);
        }
        for (const article of articles) expect(changing.has(article)).toBe(held.has(article));
        expect(new Set(changing.articles)).toEqual(new Set([...held].map(({ id }) => id)));
        expectNaive(
          changing,
          articles.filter((article) => held.has(article)),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('knows a text by its hash', () => {
    const [article] = articles as [Article];
    expect(store.has(article)).toBe(true);
    expect(store.has({ ...article, hash: 'another' })).toBe(false);
  });

  it('refuses vectors that are not those of the passages', () => {
    const [, article] = articles as [Article, Article];
    expect(() => store.add(article, [])).toThrow(RangeError);
    const short = new Float32Array(DIMENSIONS - 1);
    expect(() => store.add(articles[0] as Article, [{ whole: short, sentences: [] }])).toThrow(RangeError);
  });

  it('takes a byte for each number, and little more', () => {
    const many = articleOf(
      'many',
      Array.from({ length: 2_000 }, () => '一句。两句。三句。'),
    );
    store.add(many, vectorsFor(many));
    expect(store.bytes).toBeGreaterThan(8_000 * DIMENSIONS);
    expect(store.bytes).toBeLessThan(8_100 * 1.05 * (DIMENSIONS + 4));
  });
});

describe('what was stored', () => {
  const asFile = (pieces: readonly Uint8Array[]) => Buffer.concat(pieces);

  it('comes back as it was', () => {
    store.remove('a1');
    const again = restored(asFile(store.stored()), KIND, articles);
    const question = vector();
    expect(again.similarities(question, articles)).toEqual(store.similarities(question, articles));
    expect(again.has(articles[0] as Article)).toBe(false);
    again.add(articles[0] as Article, made.get('a1') ?? []);
    again.remove('a2');
    expectNaive(again, [articles[0], articles[2], articles[3]] as Article[]);
  });

  it('of nothing is nothing', () => {
    const again = restored(asFile(createVectorStore(KIND).stored()), KIND, articles);
    expect([...again.articles]).toEqual([]);
  });

  it('is of no use to another network', () => {
    const kept = asFile(store.stored());
    expect([...restored(kept, { ...KIND, digest: 'another' }, articles).articles]).toEqual([]);
    expect([...restored(kept, { ...KIND, dimensions: 31 }, articles).articles]).toEqual([]);
  });

  it('is of no use for another text, and the rest of it is', () => {
    const [first, second, , fourth] = articles as [Article, Article, Article, Article];
    const changed = [first, { ...second, hash: 'another' }, fourth];
    const again = restored(asFile(store.stored()), KIND, changed);
    expect([...again.articles]).toEqual(['a1', 'a4']);
    expectNaive(again, [first, fourth]);
  });

  it('is of no use where the text is cut into other passages', () => {
    const [first] = articles as [Article];
    const other = articleOf('a1', ['一句。', '又一句。'], { hash: first.hash });
    expect([...restored(asFile(store.stored()), KIND, [other]).articles]).toEqual([]);
  });

  it.each([
    ['cut short', (kept: Buffer) => kept.subarray(0, -8)],
    ['without a line', (kept: Buffer) => kept.subarray(kept.indexOf('\n') + 1)],
    ['without a row', (kept: Buffer) => kept.subarray(0, -(DIMENSIONS + 4))],
    ['without an article', (kept: Buffer) => headChanged(kept, (articles) => articles.slice(1))],
    [
      'with an article twice',
      (kept: Buffer) => headChanged(kept, (articles) => articles.map((one) => ({ ...one, id: 'a1' }))),
    ],
    [
      'with a scale that is no number',
      (kept: Buffer) => kept.fill(0xff, kept.indexOf('\n') + 1, kept.indexOf('\n') + 5),
    ],
  ])('is of no use %s', (_, damage) => {
    const again = restored(damage(asFile(store.stored())), KIND, articles);
    expect([...again.articles]).toEqual([]);
    expect(again.similarities(vector(), articles).size).toBe(0);
  });
});

/** The same numbers, said to be of other articles. */
function headChanged(kept: Buffer, change: (articles: object[]) => object[]): Buffer {
  const endOfHead = kept.indexOf('\n');
  const head = JSON.parse(kept.toString('utf8', 0, endOfHead));
  return Buffer.concat([
    Buffer.from(JSON.stringify({ ...head, articles: change(head.articles) })),
    kept.subarray(endOfHead),
  ]);
}

function restored(kept: Uint8Array, kind: typeof KIND, articles: readonly Article[]): VectorStore {
  const store = createVectorStore(kind);
  store.restore(kept, articles);
  return store;
}
