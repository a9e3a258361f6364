import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { openDatabaseAt } from '../../src/store/open-database.ts';
import type { Store } from '../../src/store/store.ts';
import { storeIn } from '../../src/store/store-in.ts';
import { postgres, whyNoPostgres } from './postgres.ts';
import { additionOf, ample, articleOf } from './samples.ts';
import { foundedFolder, silent, storeEntry } from './stores.ts';

const why = whyNoPostgres();
if (why !== undefined) process.stderr.write(`tests/store: no tests with PostgreSQL, since ${why}\n`);

/** A server of its own for each test. */
let last = 0;
function server(): string {
  last += 1;
  return `1000000000000${String(last).padStart(5, '0')}`;
}

describe.each(['PGlite', 'PostgreSQL'])('a store on %s', (kind) => {
  if (kind === 'PostgreSQL' && why !== undefined) return test.skip(why, () => {});
  let database: Database;
  let store: Store;
  let folder: string | undefined;
  let databaseUrl: string | undefined;
  /** What each query took. Seconds. */
  const answered: number[] = [];

  beforeAll(async () => {
    if (kind === 'PGlite') folder = await foundedFolder();
    else databaseUrl = await (await postgres()).database();
    await open();
  }, 60_000);
  afterAll(async () => {
    await store.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  test('begins with nothing, and default settings', async () => {
    const id = server();
    expect(await store.shelf(id)).toEqual({ revision: 0, articles: [] });
    expect(await store.revision(id)).toBe(0);
    expect(await store.removed(id)).toEqual([]);
    expect(await store.bindings(id)).toEqual(new Map());
    expect(await store.unanswered(id)).toEqual([]);
    expect(await store.settings(id)).toEqual({
      addingRoles: [],
      mentions: 'everywhere',
      mentionChannels: [],
      keepsUnanswered: false,
      operatorsArticles: true,
    });
    expect(await store.file(id, 'harbour')).toBeUndefined();
    expect(await store.remove(id, 'harbour')).toBeUndefined();
    expect(await store.restore(id, 'harbour')).toBeUndefined();
    expect(await store.rename(id, 'harbour', '港口')).toBeUndefined();
  });

  test('gives back what was added, to the letter and to the byte', async () => {
    const id = server();
    const article = articleOf('harbour', '旧港口改建为公园', '开头。', '进度：“一半”。');
    const bytes = Buffer.alloc(600_001, 'piece by piece ');
    const addition = additionOf(article, { file: { name: '旧港口.pdf', bytes } });
    const before = Date.now();
    const kept = await store.add(id, addition, ample);
    expect(kept).toEqual({ article, addedBy: addition.addedBy, addedAt: kept.addedAt, bytes: 600_001 });
    expect(Math.abs(kept.addedAt.getTime() - before)).toBeLessThan(60_000);
    const shelf = await store.shelf(id);
    expect(shelf.articles).toEqual([kept]);
    expect(shelf.revision).toBe(await store.revision(id));
    expect(shelf.revision).toBeGreaterThan(0);
    const file = await store.file(id, 'harbour');
    expect(file?.name).toBe('旧港口.pdf');
    expect(bytes.equals(file?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  test('tells what each query took, one that fails too', async () => {
    await store.revision(server());
    answered.length = 0;
    await database.read((tables) => sql`select pg_sleep(0.05)`.execute(tables));
    await expect(database.read((tables) => sql`select nothing`.execute(tables))).rejects.toThrow(/nothing/);
    expect(answered).toHaveLength(2);
    expect(answered[0]).toBeGreaterThan(0.045);
    expect(answered[1]).toBeLessThan(5);
  });

  test('adds an upload once, however often and at once it is sent', async () => {
    const id = server();
    const addition = additionOf(articleOf('harbour', '旧港口'));
    const kept = await Promise.all([1, 2, 3].map(() => store.add(id, addition, ample)));
    const revision = await store.revision(id);
    expect(await store.add(id, addition, { articles: 0, bytes: 0, uploadsPerDay: 0 })).toEqual(kept[0]);
    expect(kept[1]).toEqual(kept[0]);
    expect((await store.shelf(id)).articles).toEqual([kept[0]]);
    expect(await store.revision(id)).toBe(revision);
  });

  test('gives each article an id of its own, and never one that another had', async () => {
    const id = server();
    const ids = [];
    for (const title of ['一', '二', '三']) {
      ids.push((await store.add(id, additionOf(articleOf('news', title)), ample)).article.id);
    }
    expect(ids).toEqual(['news', 'news-2', 'news-3']);
    await store.remove(id, 'news-2');
    const fourth = await store.add(id, additionOf(articleOf('news', '四')), ample);
    expect(fourth.article.id).toBe('news-4');
    expect((await store.shelf(id)).articles.map(({ article }) => article.id)).toEqual(['news', 'news-3', 'news-4']);
  });

  test('puts a newer version in the place of the old one, which can be restored', async () => {
    const id = server();
    await store.add(id, additionOf(articleOf('harbour', '旧港口', '旧的。')), ample);
    await store.bind(id, '7', 'harbour');
    const newer = additionOf(articleOf('another', '旧港口', '新的。'), { replaces: 'harbour', addedBy: '9' });
    const kept = await store.add(id, newer, { ...ample, articles: 1 });
    expect(kept.article).toEqual({ ...newer.article, id: 'harbour' });
    expect((await store.shelf(id)).articles).toEqual([kept]);
    expect(await store.bindings(id)).toEqual(new Map([['7', 'harbour']]));
    const [old, ...others] = await store.removed(id);
    expect(others).toEqual([]);
    expect(old?.article.id).toBe('harbour-2');
    expect(old?.article.sections[0]?.paragraphs).toEqual(['旧的。']);
    expect((await store.file(id, 'harbour-2'))?.name).toBe('旧港口.html');
    expect(await store.add(id, newer, ample)).toEqual(kept);
    await store.restore(id, 'harbour-2');
    expect((await store.shelf(id)).articles.map(({ article }) => article.id)).toEqual(['harbour', 'harbour-2']);
  });

  test('replaces nothing where what it names is gone', async () => {
    const id = server();
    const kept = await store.add(id, additionOf(articleOf('harbour', '港口'), { replaces: 'gone' }), ample);
    expect(kept.article.id).toBe('harbour');
  });

  test('keeps to the limits, and nothing of what is beyond them', async () => {
    const id = server();
    const of = (bytes: number) => additionOf(articleOf('a', '甲'), { file: { name: 'a', bytes: Buffer.alloc(bytes) } });
    const limits = { articles: 2, bytes: 1_000, uploadsPerDay: 4 };
    await expect(store.add(id, of(1_001), limits)).rejects.toMatchObject({
      name: 'LimitReached',
      limit: 'bytes',
      most: 1_000,
    });
    expect(await store.revision(id)).toBe(0);
    await store.add(id, of(400), limits);
    await store.add(id, of(600), limits);
    await expect(store.add(id, of(0), limits)).rejects.toMatchObject({ limit: 'articles', most: 2 });
    await store.remove(id, 'a');
    await store.add(id, of(400), limits);
    await expect(store.restore(id, 'a', limits)).rejects.toMatchObject({ limit: 'articles' });
    await store.remove(id, 'a-2');
    await store.add(id, of(1), limits);
    await store.remove(id, 'a-3');
    await expect(store.add(id, of(1), limits)).rejects.toMatchObject({ limit: 'uploadsPerDay', most: 4 });
    // What was removed is kept up to as much again: 1 + 400 + 600 bytes are one too many.
    expect((await store.removed(id)).map(({ article }) => article.id)).toEqual(['a-3', 'a-2', 'a']);
    await store.add(id, of(1), { ...limits, uploadsPerDay: 5 });
    expect((await store.removed(id)).map(({ article }) => article.id)).toEqual(['a-3', 'a-2']);
    const again = await store.add(id, of(1), { ...ample });
    expect(again.article.id).toBe('a-6');
  });

  test('two uploads at once do not go beyond the limits together', async () => {
    const id = server();
    const results = await Promise.allSettled(
      ['甲', '乙', '丙', '丁'].map((title) =>
        store.add(id, additionOf(articleOf('a', title)), { ...ample, articles: 2 }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect((await store.shelf(id)).articles).toHaveLength(2);
  });

  test('knows the same text and an older version', async () => {
    const id = server();
    const kept = await store.add(id, additionOf(articleOf('a', '港口', '甲。')), ample);
    expect(await store.likeness(id, articleOf('b', '另一个题目', '甲。'))).toEqual({ same: kept });
    expect(await store.likeness(id, articleOf('b', ' 港口', '乙。'))).toEqual({ older: kept });
    expect(await store.likeness(id, articleOf('b', '车站', '丙。'))).toEqual({});
    expect(await store.likeness(id, articleOf('b', '', '丙。'))).toEqual({});
    await store.remove(id, 'a');
    expect(await store.likeness(id, articleOf('b', '港口', '甲。'))).toEqual({});
  });

  test('renames, removes and restores, and tells of each', async () => {
    const id = server();
    const told: string[] = [];
    const stop = store.onChange((changed) => told.push(changed));
    await store.add(id, additionOf(articleOf('a', '港口')), ample);
    const renamed = await store.rename(id, 'a', '新港口');
    expect(renamed?.article.title).toBe('新港口');
    expect(renamed?.article.hash).not.toBe(articleOf('a', '港口').hash);
    expect((await store.shelf(id)).articles).toEqual([renamed]);
    const first = await store.revision(id);
    const removed = await store.remove(id, 'a');
    expect(removed?.removedAt).toBeInstanceOf(Date);
    expect(await store.revision(id)).toBeGreaterThan(first);
    expect((await store.shelf(id)).articles).toEqual([]);
    expect(await store.removed(id)).toEqual([removed]);
    expect(await store.remove(id, 'a')).toEqual(removed);
    expect(await store.restore(id, 'a')).toEqual(renamed);
    expect(await store.restore(id, 'a')).toEqual(renamed);
    expect(await store.removed(id)).toEqual([]);
    expect(told.filter((changed) => changed === id).length).toBeGreaterThanOrEqual(4);
    stop();
    const before = told.length;
    await store.remove(id, 'a');
    expect(told.length).toBe(before);
  });

  test('keeps settings, each by itself', async () => {
    const id = server();
    const set = await store.changeSettings(id, {
      mentions: 'in-channels',
      mentionChannels: ['5'],
      publicLocale: 'zh-TW',
    });
    expect(set).toMatchObject({ mentions: 'in-channels', mentionChannels: ['5'], publicLocale: 'zh-TW' });
    await store.changeSettings(id, { keepsUnanswered: true });
    expect(await store.settings(id)).toEqual({ ...set, keepsUnanswered: true });
    const without = await store.changeSettings(id, { publicLocale: undefined });
    expect(without.publicLocale).toBeUndefined();
    expect(await store.revision(id)).toBe(0);
  });

  test('binds channels to articles that there are', async () => {
    const id = server();
    await store.add(id, additionOf(articleOf('a', '甲')), ample);
    await store.add(id, additionOf(articleOf('b', '乙')), ample);
    await store.bind(id, '1', 'a');
    await store.bind(id, '2', 'b');
    await store.bind(id, '1', 'b');
    await store.bind(id, '3', 'c');
    expect(await store.bindings(id)).toEqual(
      new Map([
        ['1', 'b'],
        ['2', 'b'],
      ]),
    );
    await store.bind(id, '2', undefined);
    await store.remove(id, 'b');
    expect(await store.bindings(id)).toEqual(new Map());
    await store.restore(id, 'b');
    expect(await store.bindings(id)).toEqual(new Map([['1', 'b']]));
  });

  test('keeps questions without an answer where the server says so', async () => {
    const id = server();
    await store.noteUnanswered(id, { question: '几点开门？', because: 'not answered' });
    expect(await store.unanswered(id)).toEqual([]);
    await store.changeSettings(id, { keepsUnanswered: true });
    await store.noteUnanswered(id, { question: '几点开门？\0', because: 'not answered' });
    await store.noteUnanswered(id, { question: '谁出钱？', because: 'not meant', articleId: 'a' });
    const [second, first, ...others] = await store.unanswered(id);
    expect(others).toEqual([]);
    expect(first).toEqual({ id: first?.id, question: '几点开门？', because: 'not answered', askedAt: first?.askedAt });
    expect(second).toMatchObject({ question: '谁出钱？', because: 'not meant', articleId: 'a' });
    await store.settleUnanswered(id, [first?.id ?? 0], { kind: 'done' });
    await store.settleUnanswered(id, [second?.id ?? 0], { kind: 'quoted', quote: 'a§1¶1' });
    await store.settleUnanswered(server(), [first?.id ?? 0], { kind: 'quoted', quote: 'not theirs' });
    expect((await store.unanswered(id)).map(({ settled }) => settled)).toEqual([
      { kind: 'quoted', quote: 'a§1¶1' },
      { kind: 'done' },
    ]);
    await store.eraseUnanswered(id);
    expect(await store.unanswered(id)).toEqual([]);
  });

  test('forgets a server, and no other', async () => {
    const [id, other] = [server(), server()];
    for (const each of [id, other]) {
      await store.add(each, additionOf(articleOf('a', '甲')), ample);
      await store.add(each, additionOf(articleOf('b', '乙')), ample);
      await store.remove(each, 'b');
      await store.bind(each, '1', 'a');
      await store.changeSettings(each, { keepsUnanswered: true });
      await store.noteUnanswered(each, { question: '谁？', because: 'not answered' });
    }
    const revision = await store.revision(id);
    const kept = await store.shelf(other);
    await store.forget(id);
    expect(await store.shelf(id)).toEqual({ revision: 0, articles: [] });
    expect(await store.removed(id)).toEqual([]);
    expect(await store.bindings(id)).toEqual(new Map());
    expect(await store.unanswered(id)).toEqual([]);
    expect((await store.settings(id)).keepsUnanswered).toBe(false);
    expect(await store.file(id, 'a')).toBeUndefined();
    expect(await store.shelf(other)).toEqual(kept);
    expect(await store.file(other, 'a')).toBeDefined();
    await store.add(id, additionOf(articleOf('a', '甲')), ample);
    expect(await store.revision(id)).toBeGreaterThan(revision);
  });

  test('shows and changes nothing of another server', async () => {
    const [id, other] = [server(), server()];
    const token = 'of both';
    const kept = await store.add(id, additionOf(articleOf('a', '秘密'), { token }), ample);
    const theirs = await store.add(other, additionOf(articleOf('a', '公开'), { token }), ample);
    expect(theirs.article.title).toBe('公开');
    expect(await store.likeness(other, kept.article)).toEqual({ same: theirs });
    await store.remove(other, 'a');
    await store.rename(other, 'a', '改了');
    await store.bind(other, '1', 'a');
    await store.eraseUnanswered(other);
    expect((await store.shelf(id)).articles).toEqual([kept]);
    expect(await store.bindings(id)).toEqual(new Map());
    expect(await store.likeness(other, kept.article)).toEqual({});
    expect((await store.file(other, 'a'))?.name).toBe('公开.html');
  });

  /** As if so many days had gone by. */
  async function wait(days: number): Promise<void> {
    const past = sql`interval '1 day' * ${days}`;
    await database.changeAll(async (tables) => {
      await sql`update servers set left_at = left_at - ${past}`.execute(tables);
      await sql`update articles set added_at = added_at - ${past}, removed_at = removed_at - ${past}`.execute(tables);
      await sql`update questions set asked_at = asked_at - ${past}`.execute(tables);
      await sql`update uploads set at = at - ${past}`.execute(tables);
    });
  }

  test('keeps what was removed for 30 days, and its id from others for good', async () => {
    const id = server();
    await store.add(id, additionOf(articleOf('a', '甲')), ample);
    await store.add(id, additionOf(articleOf('b', '乙')), ample);
    await store.remove(id, 'a');
    await wait(29);
    await store.expire();
    expect(await store.removed(id)).toHaveLength(1);
    await wait(2);
    expect(await store.removed(id)).toEqual([]);
    expect(await store.restore(id, 'a')).toBeUndefined();
    expect(await store.file(id, 'a')).toBeDefined();
    await Promise.all([store.expire(), store.expire()]);
    expect(await store.file(id, 'a')).toBeUndefined();
    expect((await store.shelf(id)).articles.map(({ article }) => article.id)).toEqual(['b']);
    expect((await store.add(id, additionOf(articleOf('a', '丙')), ample)).article.id).toBe('a-2');
  });

  test('allows as many uploads again after a day', async () => {
    const id = server();
    const limits = { ...ample, uploadsPerDay: 1 };
    await store.add(id, additionOf(articleOf('a', '甲')), limits);
    await expect(store.add(id, additionOf(articleOf('b', '乙')), limits)).rejects.toMatchObject({
      limit: 'uploadsPerDay',
    });
    await wait(1);
    await store.add(id, additionOf(articleOf('b', '乙')), limits);
  });

  test('keeps unanswered questions for 90 days', async () => {
    const id = server();
    await store.changeSettings(id, { keepsUnanswered: true });
    await store.noteUnanswered(id, { question: '旧的？', because: 'not answered' });
    await wait(89);
    await store.noteUnanswered(id, { question: '新的？', because: 'not answered' });
    expect(await store.unanswered(id)).toHaveLength(2);
    await wait(2);
    expect((await store.unanswered(id)).map(({ question }) => question)).toEqual(['新的？']);
    await store.expire();
    expect((await store.unanswered(id)).map(({ question }) => question)).toEqual(['新的？']);
  });

  test('forgets a server 30 days after the bot has left it, unless it has come back', async () => {
    const [id, back] = [server(), server()];
    for (const each of [id, back]) {
      await store.add(each, additionOf(articleOf('a', '甲')), ample);
      await store.left(each);
    }
    await wait(20);
    await store.left(id);
    await store.joined(back);
    const kept = (await store.servers()).filter((known) => known.id === id || known.id === back);
    expect(new Map(kept.map((known) => [known.id, known.hasLeft]))).toEqual(
      new Map([
        [id, true],
        [back, false],
      ]),
    );
    await wait(11);
    const told: string[] = [];
    const stop = store.onChange((changed) => told.push(changed));
    await store.expire();
    stop();
    expect(await store.revision(id)).toBe(0);
    expect((await store.shelf(back)).articles).toHaveLength(1);
    expect(told.filter((changed) => changed === id || changed === back)).toContain(id);
  });

  test('gives out no article that this program could not have made', async () => {
    const id = server();
    await store.add(id, additionOf(articleOf('a', '甲')), ample);
    const kept = await store.add(id, additionOf(articleOf('b', '乙')), ample);
    await database.changeAll((tables) =>
      tables
        .updateTable('articles')
        .set({ article: JSON.stringify({ ...kept.article, id: 'a', title: '不是它的题目' }) })
        .where('server', '=', id)
        .where('id', '=', 'a')
        .execute(),
    );
    expect((await store.shelf(id)).articles).toEqual([kept]);
    expect(await store.removed(id)).toEqual([]);
  });

  test('whatever is done in one server, nothing is another’s', async () => {
    const [id, other] = [server(), server()];
    const secret = '只有别的服务器知道';
    for (const article of ['a', 'b', 'c']) {
      await store.add(
        other,
        additionOf(articleOf(article, `${secret}${article}`), { token: `${other}${article}` }),
        ample,
      );
      await store.bind(other, article, article);
    }
    await store.remove(other, 'c');
    await store.changeSettings(other, { keepsUnanswered: true });
    await store.noteUnanswered(other, { question: secret, because: 'not answered' });
    const all = async () => [
      await store.shelf(other),
      await store.removed(other),
      await store.settings(other),
      await store.bindings(other),
      await store.unanswered(other),
      await Promise.all(['a', 'b', 'c'].map((article) => store.file(other, article))),
    ];
    const before = await all();
    const [, , , , questions] = before as [unknown, unknown, unknown, unknown, { id: number }[]];
    const pick = <Value>(values: readonly Value[]) => values[Math.floor(Math.random() * values.length)] as Value;
    const article = () => pick(['a', 'b', 'c', 'c-2']);
    const deeds = [
      () =>
        store.add(
          id,
          additionOf(articleOf(article(), '自己的'), { token: pick([`${other}a`, 'own']), replaces: article() }),
          ample,
        ),
      () => store.likeness(id, articleOf('x', `${secret}a`)),
      () => store.rename(id, article(), '改名'),
      () => store.remove(id, article()),
      () => store.restore(id, article()),
      () => store.removed(id),
      () => store.shelf(id),
      () => store.file(id, article()),
      () => store.bind(id, article(), pick([article(), undefined])),
      () => store.bindings(id),
      () => store.changeSettings(id, { keepsUnanswered: true, mentionChannels: [article()] }),
      () => store.noteUnanswered(id, { question: '自己的问题', because: 'not meant' }),
      () => store.unanswered(id),
      () => store.settleUnanswered(id, [questions[0]?.id ?? 0], { kind: 'done' }),
      () => store.eraseUnanswered(id),
      () => store.forget(id),
      () => store.left(id),
      () => store.joined(id),
      () => store.expire(),
    ];
    for (let times = 0; times < 100; times += 1) {
      const seen: unknown = await pick(deeds)();
      expect(JSON.stringify(seen, (_, value) => (value instanceof Map ? [...value] : value)) ?? '').not.toContain(
        secret,
      );
    }
    expect(await all()).toEqual(before);
  });

  test('is the same after it was closed and opened', async () => {
    const id = server();
    const kept = await store.add(id, additionOf(articleOf('a', '甲')), ample);
    await store.close();
    await open();
    expect((await store.shelf(id)).articles).toEqual([kept]);
  });

  async function open(): Promise<void> {
    const where = { databaseUrl, folder: folder ?? '', entry: await storeEntry() };
    database = await openDatabaseAt({ ...where, log: silent, onAnswered: (seconds) => answered.push(seconds) });
    store = storeIn(database, databaseUrl, silent);
  }
});
