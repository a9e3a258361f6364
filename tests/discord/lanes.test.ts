import { expect, test } from 'vitest';
import { createLanes } from '../../src/discord/lanes.ts';

test('what costs little goes first, asking for patience last', async () => {
  const lanes = createLanes();
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(name);
  };
  lanes.add('courtesy', 'somebody', work('courtesy'));
  lanes.add('question', 'somebody', work('first question'));
  lanes.add('question', 'somebody', work('second question'));
  lanes.add('quick', 'somebody', work('quick'));
  await lanes.idle();
  expect(order).toEqual(['quick', 'first question', 'second question', 'courtesy']);
});

test('somebody who sends forty at once waits for them, the others do not', async () => {
  const lanes = createLanes();
  const order: string[] = [];
  const ask = (who: string) => lanes.add('question', who, async () => void order.push(who));
  for (let count = 0; count < 40; count += 1) ask('flood');
  ask('one');
  ask('other');
  ask('one');
  await lanes.idle();
  expect(order.slice(0, 6)).toEqual(['flood', 'one', 'other', 'flood', 'one', 'flood']);
  expect(order).toHaveLength(43);
});

test('a lane that is full takes nothing more, the others do', async () => {
  const lanes = createLanes();
  let taken = 0;
  while (lanes.add('question', 'somebody', async () => {})) taken += 1;
  expect(taken).toBe(1_000);
  expect(lanes.add('quick', 'somebody', async () => {})).toBe(true);
  await lanes.idle();
  expect(lanes.load).toEqual({ waiting: 0, running: 0 });
});

test('work that waits for Discord does not hold up the next, within bounds', async () => {
  const lanes = createLanes();
  const releases: (() => void)[] = [];
  const ask = (who: string) =>
    lanes.add('question', who, (thought) => {
      thought();
      return new Promise<void>((resolve) => releases.push(resolve));
    });
  for (let count = 0; count < 1_000; count += 1) ask('somebody');
  while (lanes.load.running < 1_000) await new Promise((resolve) => setImmediate(resolve));
  for (let count = 0; count < 100; count += 1) ask('somebody');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(lanes.load).toEqual({ waiting: 100, running: 1_000 });
  const released = setInterval(() => {
    for (const release of releases.splice(0)) release();
  }, 1);
  await lanes.idle();
  clearInterval(released);
  expect(lanes.load).toEqual({ waiting: 0, running: 0 });
});

test('two are thought about at a time, so that people take turns in front of what thinks, however slow it is', async () => {
  const lanes = createLanes();
  const order: string[] = [];
  let thinking = 0;
  const ask = (who: string) =>
    lanes.add('question', who, async (thought) => {
      thinking += 1;
      expect(thinking).toBeLessThanOrEqual(2);
      await new Promise((resolve) => setTimeout(resolve, 2));
      order.push(who);
      thinking -= 1;
      // Saying so twice makes no third.
      thought();
      thought();
    });
  for (let count = 0; count < 20; count += 1) ask('flood');
  await new Promise((resolve) => setImmediate(resolve));
  ask('one');
  await lanes.idle();
  expect(order.indexOf('one')).toBeLessThan(5);
  expect(order).toHaveLength(21);
});

test('those who flood get no more than their part of the thread, and all are told in the end', async () => {
  const lanes = createLanes();
  let told = 0;
  const tooMany: number[] = [];
  const from = performance.now();
  for (let count = 0; count < 120; count += 1) {
    lanes.add('courtesy', 'somebody', async () => {
      told += 1;
      // Twenty at once, then 0.55 a millisecond.
      if (told > 20 + (performance.now() - from) * 0.55) tooMany.push(told);
    });
  }
  await lanes.idle();
  expect(told).toBe(120);
  expect(tooMany).toEqual([]);
});

test('those who have waited a second to be asked for patience take turns with the others', async () => {
  let now = 0;
  const lanes = createLanes(() => now);
  const order: string[] = [];
  const add = (lane: 'courtesy' | 'question', count: number) => {
    for (let at = 0; at < count; at += 1) lanes.add(lane, 'somebody', async () => void order.push(lane));
  };
  add('courtesy', 30);
  now += 1_000;
  add('question', 3);
  await lanes.idle();
  const turns = order.map((lane) => (lane === 'question' ? 'Q' : 'c')).join('');
  expect(turns.startsWith('cccccQcccccQcccccQ')).toBe(true);
  expect(order).toHaveLength(33);
});
