import { setTimeout as later } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createTurns } from '../../src/network/turns.ts';

it('lets what somebody waits for go before what nobody waits for', async () => {
  const turns = createTurns();
  const order: string[] = [];
  const background = (async () => {
    for (let step = 1; step <= 3; step += 1) {
      await turns.free();
      order.push(`step ${step}`);
      if (step === 1) {
        void turns.first(async () => {
          await later(20);
          order.push('first question');
        });
        void turns.first(async () => {
          await later(40);
          order.push('second question');
        });
      }
    }
  })();
  await background;
  expect(order).toEqual(['step 1', 'first question', 'second question', 'step 2', 'step 3']);
});

it('goes on when a question has failed, and hands on what came of it', async () => {
  const turns = createTurns();
  await expect(turns.first(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(turns.first(async () => 7)).resolves.toBe(7);
  await turns.free();
});

it('lets the event loop turn before every step', async () => {
  const turns = createTurns();
  for (let step = 0; step < 3; step += 1) {
    let hasTurned = false;
    setImmediate(() => {
      hasTurned = true;
    });
    await turns.free();
    expect(hasTurned).toBe(true);
  }
});
