import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import type { Network } from '../../../src/network/network.ts';
import { piecesOf } from '../../../src/retrieval/passages/pieces.ts';
import { fillVectors } from '../../../src/retrieval/vectors/fill-vectors.ts';
import { createTurns, type Turns } from '../../../src/retrieval/vectors/turns.ts';
import { createVectorStore, type VectorStore } from '../../../src/retrieval/vectors/vector-store.ts';
import { createWindowStates } from '../../../src/retrieval/vectors/window-states.ts';
import { openStandIn, type StandIn } from '../../network/stand-in.ts';
import { articleOf } from '../article-of.ts';

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
  network = {
    ...standIn.network,
    encodePassage(passage) {
      encoded.push(passage.text);
      return standIn.network.encodePassage(passage);
    },
  };
  store = createVectorStore(network);
  turns = createTurns();
});

const fill = (of: readonly Article[], isOver = () => false) =>
  fillVectors(of, { store, windows: createWindowStates(network), turns, isOver });

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

  it('hands on what the network throws', async () => {
    network.encodePassage = () => Promise.reject(new Error('no memory'));
    await expect(fill(articles)).rejects.toThrow('no memory');
    expect([...store.articles]).toEqual([]);
  });
});
