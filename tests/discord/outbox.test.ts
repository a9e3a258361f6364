import { expect, test } from 'vitest';
import { createOutbox } from '../../src/discord/outbox.ts';
import { createRarely } from '../../src/discord/rarely.ts';

test('a channel has ten places for answers and two for notices, others have their own', async () => {
  const outbox = createOutbox();
  const releases: (() => void)[] = [];
  const send = (channel: string, what: 'answer' | 'notice') => {
    const place = outbox.reserve(channel, what);
    place?.send(() => new Promise((resolve) => releases.push(resolve)));
    return place !== undefined;
  };
  const taken = Array.from({ length: 30 }, () => send('a', 'answer')).filter(Boolean);
  const told = Array.from({ length: 30 }, () => send('a', 'notice')).filter(Boolean);
  expect([taken.length, told.length]).toEqual([10, 2]);
  expect(send('b', 'answer')).toBe(true);
  expect(outbox.size).toBe(13);
  for (const release of releases) release();
  await outbox.idle();
  expect(outbox.size).toBe(0);
  expect(send('a', 'answer')).toBe(true);
});

test('a place is given back once, whatever is done with it', async () => {
  const outbox = createOutbox();
  const place = outbox.reserve('a', 'answer');
  outbox.reserve('a', 'answer');
  place?.send(async () => {});
  place?.send(async () => {});
  place?.leave();
  await new Promise((resolve) => setImmediate(resolve));
  place?.leave();
  expect(outbox.size).toBe(1);
});

test('all channels together have so many places that memory does not run out', () => {
  const outbox = createOutbox();
  const taken = Array.from({ length: 3_000 }, (_, at) => outbox.reserve(`${at}`, 'answer')).filter(Boolean);
  expect(taken).toHaveLength(2_000);
});

test('what was said lately is not said again', () => {
  let now = 0;
  const mayBeSaid = createRarely(1_000, () => now, 3);
  expect([mayBeSaid('a'), mayBeSaid('a'), mayBeSaid('b')]).toEqual([true, false, true]);
  now += 1_000;
  expect(mayBeSaid('a')).toBe(true);
});
