import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { jinchang } from '../sample-articles.ts';
import type { StoredMessage } from './stand-in/discord-state.ts';
import { BOT_ID, nextId } from './stand-in/ids.ts';
import { CHINESE, MANY, RARE } from './stand-in/long-articles.ts';
import { controlsOf, textOf } from './stand-in/reading.ts';
import { type Running, runBot } from './stand-in/running-bot.ts';

/** The longest replies that there are: the stand-in answers 500 to what Discord would answer 500 to. */

describe.each<[string, readonly Article[]]>([
  ['the seed', [jinchang()]],
  ['an article of long parts', [CHINESE]],
  ['one in characters of four bytes', [RARE]],
  ['many articles', [jinchang(), RARE, ...MANY]],
])('%s: Discord takes the longest reply', (_, articles) => {
  let running: Running;
  beforeAll(async () => {
    running = await runBot({}, articles);
  });
  afterAll(() => running.stop());

  /** Where the articles' names are needed, of the first. */
  const name = (place: string) => (articles.length > 1 ? `${articles[0]?.id}§${place.replace('.', '¶')}` : place);

  /** Clicks everything on a card, as it was before each click. */
  async function clickAll(card: StoredMessage, locale: string): Promise<void> {
    const { discord } = running;
    const { components } = card;
    for (const { custom_id, type, disabled, options = [] } of controlsOf(card)) {
      if (custom_id === undefined || disabled === true || custom_id.includes(':delete:')) continue;
      Object.assign(card, { components });
      const who = { user: nextId(), locale };
      const value = options.at(-1)?.value ?? '';
      const click = type === 3 ? discord.choose(card, custom_id, value, who) : discord.click(card, custom_id, who);
      expect(textOf(await discord.answer(click))).not.toBe('');
    }
  }

  test.each(['zh-CN', 'zh-TW', 'en-US'])('of every command and every control, in %s', async (locale) => {
    const { discord, log } = running;
    const first = articles[0]?.sections.at(-1)?.paragraphs[0] ?? '';
    const range = `${name('0.1')}-${name('3.9')}`;
    const uses: [string, Record<string, string | boolean>][] = [
      ['ask', { question: first.slice(0, 40) }],
      ['ask', { question: first.slice(0, 40), private: true }],
      ['section', {}],
      ['section', { section: name('2') }],
      ['section', { section: '没有这一节'.repeat(15) }],
      ['quote', { passage: range }],
      ['quote', { passage: range, private: true }],
      ['quote', { passage: `${name('0.1')}-${name('25.9')}` }],
      ['quote', { passage: '没有这句话'.repeat(50) }],
      ['about', {}],
      ['glance', {}],
      ['glance', { kind: 'figures', private: true }],
      ['glance', { about: '的' }],
      ...articles.slice(0, 2).map(({ id }): [string, Record<string, string>] => ['about', { article: id }]),
      ...articles
        .slice(0, 2)
        .map(({ id }): [string, Record<string, string>] => ['glance', { article: id, kind: 'figures' }]),
    ];
    for (const [command, options] of uses) {
      const who = { user: nextId(), locale };
      await clickAll(await discord.answer(discord.slash(command, options, who)), locale);
    }
    const changed = `${first.slice(0, 60)}并没有${first.slice(60)}`;
    for (const text of [first, changed, changed.repeat(20).slice(0, 4_000), '𠮷'.repeat(2_000)]) {
      const who = { user: nextId(), locale };
      await clickAll(await discord.answer(discord.useOnMessage('Find in article', text, who)), locale);
    }
    for (const question of ['', first.slice(0, 60), '没有这回事吗？'.repeat(40)]) {
      await discord.replyTo(discord.write(`<@${BOT_ID}> ${question}`, { user: nextId() }));
    }
    expect(discord.problems).toEqual([]);
    expect(log.records.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
