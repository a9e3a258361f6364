import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { GRID } from './stand-in/articles.ts';
import type { StoredMessage } from './stand-in/discord-state.ts';
import { BOT_ID } from './stand-in/ids.ts';
import type { Who } from './stand-in/payloads.ts';
import { controlsOf } from './stand-in/reading.ts';
import { type Running, runBot } from './stand-in/running-bot.ts';

/** Articles made to trip over: what they hold ends up in headings, labels, quotations, ids and files. */

const MARKDOWN = '**粗** _斜_ ~~删~~ `码` ||藏|| [链](https://x.cn) <@5> @everyone\n# 大\n- 项 :tada: \\';
const BIDI = '\u202E翻\u2066转\u200B';

function article(id: string, hash: string, title: string, heading: string | null, paragraphs: string[]): Article {
  const sections = [{ number: heading === null ? 0 : 1, heading, paragraphs }];
  return { ...GRID, id, hash, title, source: title, editors: [title], sections, url: 'javascript:alert(1)' };
}

const HOSTILE: readonly Article[] = [
  article('__proto__', 'aa11', MARKDOWN, MARKDOWN, [MARKDOWN.replaceAll('\n', ' '), '社区有12个网格。']),
  article('constructor', 'aa22', BIDI, BIDI.repeat(60), [BIDI.repeat(500), '网格员一共86名。']),
  article('x'.repeat(200), 'aa33', '𠮷'.repeat(300), '👨‍👩‍👧'.repeat(80), ['𠮷'.repeat(4_100), '赵敏走访了300户。']),
  article(
    '2-4',
    'aa44',
    '2.4',
    '§2¶4',
    Array.from({ length: 60 }, (_, at) => `第${at}段说的是网格和社区。`),
  ),
  article('empty', 'aa55', ' ', '\u200B', ['\u3164', ' ']),
  article('long', 'aa66', '长', null, [`${'社区网格治理，'.repeat(600)}完。`, '网格'.repeat(1_000)]),
];

const PEOPLE: readonly Who[] = [
  { locale: 'zh-TW' },
  { locale: 'tlh' },
  { locale: '' },
  { guild: null, locale: 'zh-CN' },
];

let running: Running;
beforeAll(async () => {
  running = await runBot({}, HOSTILE);
});
afterAll(() => running.stop());

let person = 0;
/** Somebody new, so that no limit applies. */
function somebody(who: Who): Who {
  person += 1;
  return { ...who, user: `70000000000${String(person).padStart(6, '0')}` };
}

/** Uses every control of a message, each on the message as it was. */
async function tryControls(card: StoredMessage, who: Who): Promise<void> {
  const { discord } = running;
  const { components, content } = card;
  for (const { custom_id, type, disabled, options = [] } of controlsOf(card)) {
    if (custom_id === undefined || disabled === true || custom_id.includes(':delete:')) continue;
    Object.assign(card, { components, content });
    const chosen = type === 3 ? options.slice(0, 3) : [undefined];
    for (const option of chosen) {
      const click =
        option === undefined ? discord.click(card, custom_id, who) : discord.choose(card, custom_id, option.value, who);
      await discord.answer(click);
    }
  }
}

test.each(PEOPLE)('every command, suggestion and control works for %j', async (who) => {
  const { discord, log } = running;
  const uses: [string, Record<string, string>][] = [
    ['about', {}],
    ['glance', {}],
    ['section', {}],
    ['ask', { question: '社区有多少个网格？' }],
    ['ask', { question: MARKDOWN }],
    ['ask', { question: BIDI }],
    ['section', { section: MARKDOWN }],
    ['section', { section: '1', article: '__proto__' }],
    ['section', { section: '__proto__§1' }],
    ['quote', { passage: '2-4§1¶1-2-4§1¶60' }],
    ['quote', { passage: 'long§0¶1' }],
    ['quote', { passage: `${'x'.repeat(200)}§1¶1` }],
    ['quote', { passage: 'constructor§1¶1' }],
    ...HOSTILE.map(({ id }): [string, Record<string, string>] => ['about', { article: id }]),
    ...HOSTILE.flatMap(({ id }) =>
      ['people', 'figures', 'dates', 'documents', 'places'].map((kind): [string, Record<string, string>] => [
        'glance',
        { article: id, kind },
      ]),
    ),
  ];
  for (const [name, options] of uses) {
    const asking = somebody(who);
    await tryControls(await discord.answer(discord.slash(name, options, asking)), asking);
  }
  for (const text of ['社区有12个网格。', MARKDOWN, BIDI, '网格'.repeat(1_900), '', '网格员一共68名。']) {
    const asking = somebody(who);
    await tryControls(await discord.answer(discord.useOnMessage('Find in article', text, asking)), asking);
  }
  for (const [name, option] of [
    ['ask', 'question'],
    ['section', 'section'],
    ['quote', 'passage'],
    ['about', 'article'],
  ] as const) {
    for (const text of ['', '2', '2-4', '网格', MARKDOWN, BIDI, '__proto__', '𠮷𠮷']) {
      await discord.suggestions(discord.type(name, option, text, {}, somebody(who)));
    }
  }
  for (const text of ['社区有多少个网格？', MARKDOWN, BIDI, '赵敏走访了多少户？']) {
    await discord.replyTo(discord.write(`<@${BOT_ID}> ${text}`, somebody(who)));
  }
  expect(discord.problems).toEqual([]);
  expect(log.records.filter(({ level }) => level === 'error')).toEqual([]);
});

test('an interaction without a member, a user, permissions or a locale is answered', async () => {
  const { discord, log } = running;
  const card = await discord.answer(discord.slash('about', {}, somebody({})));
  const remove = controlsOf(card).find(({ custom_id }) => custom_id?.includes(':delete:'))?.custom_id ?? '';
  for (const { payload } of [discord.slash('about'), discord.click(card, remove)]) {
    for (const field of ['member', 'locale', 'guild_locale', 'context', 'app_permissions', 'channel'] as const) {
      const id = `9${Math.random().toString().slice(2, 18)}`;
      const bare: Record<string, unknown> = { ...payload, id, token: `interaction-token-${id}` };
      delete bare[field];
      discord.state.addInteraction({ id, token: String(bare.token), channelId: '4', componentMessage: card.id });
      discord.gateway.dispatch('INTERACTION_CREATE', bare);
      await discord.until(() => discord.state.interactions.get(String(bare.token))?.acknowledgedWith !== undefined);
    }
  }
  expect(discord.problems).toEqual([]);
  expect(log.records.filter(({ level }) => level === 'error')).toEqual([]);
});
