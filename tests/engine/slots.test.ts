import { expect, it } from 'vitest';
import { createSlots } from '../../src/engine/slots.ts';

it('does so much at once, in the order in which it came, whatever is thrown', async () => {
  const inTurn = createSlots(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const works = Array.from({ length: 5 }, (_, at) =>
    inTurn(async () => {
      begun.push(at);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (at === 1) throw new Error('of its own');
      return at;
    }),
  );
  const outcomes = Promise.allSettled(works);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  await turn();
  expect(begun).toEqual([0, 1]);
  ends[1]?.();
  await turn();
  expect(begun).toEqual([0, 1, 2]);
  for (let at = 0; at < 5; at += 1) {
    for (const end of ends) end();
    await turn();
  }
  expect((await outcomes).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  await expect(inTurn(async () => 'free again')).resolves.toBe('free again');
});
