import { expect, it } from 'vitest';
import { createLaidDown, MOST_LAID_DOWN } from '../../src/web/laid-down.ts';
import { createSessions } from '../../src/web/sessions.ts';
import { harbour } from '../sample-articles.ts';

it('keeps each article on a shelf of its own, for whoever laid it down', async () => {
  const laidDown = createLaidDown();
  const { shelf } = laidDown.add('one', harbour, 'text');
  expect(shelf).toMatch(/^[\w-]{1,24}$/);
  expect(laidDown.of('one', shelf)).toMatchObject({ article: harbour, original: 'text' });
  expect(laidDown.of('other', shelf)).toBeUndefined();
  expect(await laidDown.shelves.revision(shelf)).toBe(1);
  expect(await laidDown.shelves.shelf(shelf)).toEqual({
    revision: 1,
    articles: [harbour],
    operatorsArticles: false,
    isPassing: true,
  });
  // A server of another name sees the operator's articles.
  expect(await laidDown.shelves.revision('123')).toBe(0);
  expect(await laidDown.shelves.shelf('123')).toEqual({ revision: 0, articles: [], operatorsArticles: true });
});

it('forgets what was laid down first, and tells the engine', async () => {
  const laidDown = createLaidDown();
  const told: string[] = [];
  const stop = laidDown.shelves.onChange((server) => told.push(server));
  const first = laidDown.add('one', harbour, undefined);
  const others = laidDown.add('other', harbour, undefined);
  for (let at = 0; at < MOST_LAID_DOWN; at += 1) laidDown.add('one', harbour, undefined);
  expect(told).toEqual([first.shelf]);
  expect(await laidDown.shelves.revision(first.shelf)).toBe(0);
  expect(laidDown.allOf('one')).toHaveLength(MOST_LAID_DOWN);
  stop();
  laidDown.forget('one');
  expect(told).toHaveLength(1);
  expect(laidDown.allOf('one')).toEqual([]);
  expect(laidDown.of('other', others.shelf)).toBeDefined();
});

it('lets the one who came first open the link again, once many have', () => {
  const left: string[] = [];
  const sessions = createSessions('key', (user) => left.push(user));
  expect(sessions.open('other')).toBeUndefined();
  const first = sessions.open('key');
  const user = sessions.of(first)?.user;
  for (let at = 0; at < 15; at += 1) sessions.open('key');
  expect([sessions.of(first)?.user, left]).toEqual([user, []]);
  sessions.open('key');
  expect([sessions.of(first), left]).toEqual([undefined, [user]]);
});
