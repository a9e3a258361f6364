import { expect, test } from 'vitest';
import { createRecollection } from '../../src/discord/recollection.ts';

const before = { question: '赵敏负责多少户？', shown: 1 };
const somebody = { user: '1', channel: '2' };

test('somebody is remembered in a channel for ten minutes', () => {
  let now = 0;
  const recollection = createRecollection(() => now);
  recollection.remember(somebody, before);
  recollection.remember(somebody, undefined);
  expect(recollection.of(somebody)).toEqual(before);
  expect(recollection.of({ user: '1', channel: '3' })).toBeUndefined();
  expect(recollection.of({ user: '3', channel: '2' })).toBeUndefined();
  now = 600_000;
  expect(recollection.of(somebody)).toEqual(before);
  now = 600_001;
  expect(recollection.of(somebody)).toBeUndefined();
});

test('of many the ones who were answered longest ago are forgotten', () => {
  const recollection = createRecollection(() => 0);
  recollection.remember({ user: 'first', channel: '2' }, before);
  recollection.remember({ user: 'second', channel: '2' }, before);
  recollection.remember({ user: 'first', channel: '2' }, before);
  for (let user = 0; user < 1_999; user += 1) recollection.remember({ user: String(user), channel: '2' }, before);
  expect(recollection.of({ user: 'first', channel: '2' })).toEqual(before);
  expect(recollection.of({ user: 'second', channel: '2' })).toBeUndefined();
});

test('an article that somebody chose is remembered in a channel for fifteen minutes, or until all are asked', () => {
  let now = 0;
  const recollection = createRecollection(() => now);
  recollection.choose(somebody, 'hash');
  expect(recollection.chosenBy({ user: '1', channel: '3' })).toBeUndefined();
  now = 900_000;
  expect(recollection.chosenBy(somebody)).toBe('hash');
  now = 900_001;
  expect(recollection.chosenBy(somebody)).toBeUndefined();
  recollection.choose(somebody, 'hash');
  recollection.choose(somebody, undefined);
  expect(recollection.chosenBy(somebody)).toBeUndefined();
});
