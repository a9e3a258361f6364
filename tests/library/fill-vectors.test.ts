import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import type { Elsewhere, EncodedWindow } from '../../src/library/fill-vectors.ts';
import { fillVectors } from '../../src/library/fill-vectors.ts';
import type { Network } from '../../src/network/network.ts';
import { createTurns, type Turns } from '../../src/network/turns.ts';
import { piecesOf } from '../../src/passages/pieces.ts';
import { createVectorStore, type VectorStore } from '../../src/retrieval/vectors/vector-store.ts';
import { createWindowStates } from '../../src/retrieval/vectors/window-states.ts';
import { openStandIn, type StandIn, telling } from '../network/stand-in.ts';
import { articleOf } from '../retrieval/article-of.ts';

const LONG = '中国人民的大会。'.repeat(50);
const articles = [articleOf('a', ['中国人民。一年。', LONG]), articleOf('b', ['一不做，二不休。'])];

let standIn: StandIn;
let encoded: string[];
let network: Network;
let store: VectorStore;
let turns: Turns;
beforeAll(async () => {
  standIn = await openStandIn();
});
afterAll(() => standIn.close());
beforeEach(() => {
  encoded = [];
  network = telling(standIn.network, (text) => encoded.push(text));
  store = createVectorStore(network);
  turns = createTurns();
});

const fill = (of: readonly Article[], isOver = () => false, elsewhere?: Elsewhere) =>
  fillVectors(of, { store, windows: createWindowStates(network), turns, isOver, elsewhere });

/** The stand-in as if it were in another process, as far as it goes. */
function another(mostWindows = Number.POSITIVE_INFINITY) {
  const texts: string[] = [];
  const elsewhere: Elsewhere = {
    async encode(windows) {
      const passages: EncodedWindow[] = [];
      for (const window of windows) {
        if (texts.length >= mostWindows) throw new Error('the process ended');
        texts.push(window.text);
        passages.push(await standIn.network.encodePassage(window));
      }
      return passages;
    },
    close: () => {},
  };
  return { texts, elsewhere };
}

describe('filling', () => {
  it('makes a vector for every passage and every sentence, by which what says the same is found', async () => {
    await fill(articles);
    expect(encoded).toHaveLength(4);
    const [short, long] = piecesOf(articles[0] as Article);
    if (short === undefined || long === undefined) throw new Error('there are no passages');
    const { vector } = await network.encodePassage({ context: '', text: '一年。', sentences: [] });
    const found = store.similarities(vector, articles);
    expect(found.size).toBe(3);
    expect(found.get(short)?.sentence).toBe(1);
    expect(found.get(short)?.bestSentence).toBeGreaterThan(0.9);
    const whole = await network.encodePassage({ context: '', text: LONG.slice(0, 320), sentences: [] });
    expect(store.similarities(whole.vector, articles).get(long)?.passage).toBeGreaterThan(0.95);
  });

  it('makes what is missing alone, and drops what is gone', async () => {
    await fill(articles);
    encoded = [];
    const changed = articleOf('b', ['另一篇。'], { hash: 'another' });
    await fill([changed]);
    expect(encoded).toEqual(['另一篇。']);
    expect([...store.articles]).toEqual(['b']);
    expect(store.has(changed)).toBe(true);
  });

  it('ends between two windows when it is over, and goes on from the last whole article', async () => {
    const reversed = [...articles].reverse();
    await fill(reversed, () => encoded.length === 2);
    expect(encoded).toHaveLength(2);
    expect([...store.articles]).toEqual(['b']);
    await fill(reversed);
    expect(encoded.slice(2)).toHaveLength(3);
  });

  it('lets questions go first', async () => {
    let answer = () => {};
    const question = turns.first(
      () =>
        new Promise<void>((resolve) => {
          answer = resolve;
        }),
    );
    const filling = fill(articles);
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
    expect(encoded).toEqual([]);
    answer();
    await question;
    await filling;
    expect(encoded).toHaveLength(4);
  });

  describe('here and elsewhere', () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      articleOf(`m${at}`, ['中国人民。', '一年。'], { hash: `${at}` }),
    );

    it('makes each article once, the same as here alone', async () => {
      const { texts, elsewhere } = another();
      await fill(many, undefined, elsewhere);
      expect(texts.length).toBeGreaterThan(0);
      expect(encoded.length).toBeGreaterThan(0);
      expect(texts.length + encoded.length).toBe(24);
      const { vector } = await network.encodePassage({ context: '', text: '一年。', sentences: [] });
      const both = store.similarities(vector, many);
      store = createVectorStore(network);
      await fill(many);
      expect(new Set(both.values())).toEqual(new Set(store.similarities(vector, many).values()));
    });

    it('makes here what the other process does not come to', async () => {
      for (const windows of [0, 1, 3]) {
        store = createVectorStore(network);
        await fill(many, undefined, another(windows).elsewhere);
        expect(many.every((article) => store.has(article))).toBe(true);
      }
    });

    it('goes on elsewhere while somebody is answered here', async () => {
      let answer = () => {};
      const question = turns.first(
        () =>
          new Promise<void>((resolve) => {
            answer = resolve;
          }),
      );
      const { texts, elsewhere } = another();
      const filling = fill(many, undefined, elsewhere);
      for (let turn = 0; turn < 200; turn += 1) await nextTurn();
      expect(encoded).toEqual([]);
      expect(texts.length).toBeGreaterThan(20);
      answer();
      await question;
      await filling;
      expect(many.every((article) => store.has(article))).toBe(true);
    });

    it('ends in both places when it is over', async () => {
      const { texts, elsewhere } = another();
      await fill(many, () => texts.length >= 4, elsewhere);
      expect(texts.length).toBe(4);
      expect([...store.articles].length).toBeLessThan(12);
    });
  });

  it('hands on what the network throws', async () => {
    network.encodePassage = () => Promise.reject(new Error('no memory'));
    await expect(fill(articles)).rejects.toThrow('no memory');
    expect([...store.articles]).toEqual([]);
  });
});
