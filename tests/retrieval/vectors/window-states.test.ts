import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Network } from '../../../src/network/network.ts';
import { piecesOf } from '../../../src/passages/pieces.ts';
import { type Window, windowsOf } from '../../../src/passages/windows.ts';
import { createWindowStates } from '../../../src/retrieval/vectors/window-states.ts';
import { openStandIn, type StandIn, telling, WIDTH } from '../../network/stand-in.ts';
import { articleOf } from '../article-of.ts';

/** Each has as many rows as the others. */
const windows: readonly Window[] = ['一', '二', '三', '四', '五'].flatMap((text) =>
  piecesOf(articleOf(text, [text])).flatMap(windowsOf),
);
const at = (index: number): Window => {
  const window = windows[index];
  if (window === undefined) throw new Error('there is no such window');
  return window;
};

let standIn: StandIn;
let encoded: string[];
let network: Network;
beforeAll(async () => {
  standIn = await openStandIn();
});
afterAll(() => standIn.close());
beforeEach(() => {
  encoded = [];
  network = telling(standIn.network, (text) => encoded.push(text));
});

/** Of one window. Bytes. */
async function weight(): Promise<number> {
  const { states } = await standIn.network.encodePassage({ context: '一年的事', text: '一', sentences: [] });
  return states.rows * WIDTH * 4;
}

it('encodes a window once', async () => {
  const states = createWindowStates(network);
  const first = await states.of(at(0));
  expect(await states.of(at(0))).toBe(first);
  expect(await states.ahead(at(0))).toBe(first);
  expect(encoded).toEqual(['一']);
  expect(first).toEqual(
    await standIn.network.encodePassage({ context: '一年的事', text: '一', sentences: [{ start: 0, end: 1 }] }),
  );
});

it('keeps those that were read last, and no more than it may', async () => {
  const states = createWindowStates(network, 3 * (await weight()));
  for (const index of [0, 1, 2, 0, 3]) await states.of(at(index));
  expect(encoded).toEqual(['一', '二', '三', '四']);
  expect(states.bytes).toBe(3 * (await weight()));
  for (const index of [0, 2, 3]) await states.of(at(index));
  expect(encoded).toHaveLength(4);
  await states.of(at(1));
  expect(encoded).toEqual(['一', '二', '三', '四', '二']);
});

it('drives nothing out for what nobody has read yet', async () => {
  const states = createWindowStates(network, 2 * (await weight()));
  for (const index of [0, 1, 2, 3]) await states.ahead(at(index));
  for (const index of [0, 1]) await states.of(at(index));
  expect(encoded).toEqual(['一', '二', '三', '四']);
  expect(states.bytes).toBe(2 * (await weight()));
});

it('keeps nothing that is larger than all it may keep', async () => {
  const states = createWindowStates(network, 10);
  await states.of(at(0));
  expect(states.bytes).toBe(0);
});
