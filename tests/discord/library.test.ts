import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '../../src/chat/locale.ts';
import { curationTextsIn } from '../../src/curation/texts/texts.ts';
import { unescapeMarkdown } from '../../src/discord/escape.ts';
import type { StoredMessage } from './stand-in/discord-state.ts';
import { type Bench, moderatorOn, openBench } from './stand-in/library-bench.ts';
import { savedPage } from './stand-in/pages.ts';
import { textOf } from './stand-in/reading.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 120_000);
afterEach(() => expect(bench.discord.problems).toEqual([]));
afterAll(() => bench.stop());

function said(message: StoredMessage): string {
  return unescapeMarkdown(textOf(message));
}

describe('from a saved page to an answer, and back', () => {
  test.each<[Locale, string]>([
    ['zh-CN', '408户'],
    ['zh-TW', '408戶'],
    ['en', '408户'],
  ])('in %s', async (locale, households) => {
    const texts = curationTextsIn(locale);
    const { labels } = texts;
    const moderator = moderatorOn(bench, { locale });
    const form = await moderator.form();
    expect(form.title).toBe(labels.formAdd);
    expect(form.components.map(({ component }) => component.type)).toEqual([19, 4]);
    const page = bench.cdn.file('grid.html', savedPage(), '小网格托起大民生');
    const preview = await moderator.upload({ files: [page], text: '' });
    expect(preview.flags & 64).toBe(64);
    const shown = said(preview);
    for (const part of [
      '小网格托起大民生',
      '河西日报',
      '2021年11月23日09:21',
      '党建引领筑基石',
      '初冬的清晨',
      '助浴等服务。',
    ])
      expect(shown).toContain(part);
    expect(shown).toContain(texts.preview(1, 1));
    expect((await bench.store.shelf(moderator.server)).articles).toEqual([]);

    const added = await moderator.press(preview, labels.add);
    expect(added.id).toBe(preview.id);
    expect(said(added)).toContain('小网格托起大民生');
    const asked = await moderator.ask('赵敏负责多少户？', { locale });
    expect(asked.flags & 64).toBe(0);
    expect(said(asked)).toContain(households);

    const list = await moderator.panel('list');
    const { articles } = await bench.store.shelf(moderator.server);
    const article = await moderator.choose(list, 0, keyIn(list));
    const confirm = await moderator.press(article, labels.remove);
    expect(said(confirm)).toBe(texts.askRemove('小网格托起大民生'));
    expect(articles.map(({ addedBy }) => addedBy)).toEqual([moderator.self.user]);
    const removed = await moderator.press(confirm, labels.remove);
    expect(said(removed)).toBe(texts.removed('小网格托起大民生'));
    expect(said(await moderator.ask('赵敏负责多少户？', { locale }))).not.toContain('408');
  });
});

/** The only article that a list offers. */
function keyIn(message: StoredMessage): string {
  const [option] = JSON.stringify(message.components).match(/"value":"([0-9a-f]{12})"/) ?? [];
  return option?.slice(9, -1) ?? '';
}
