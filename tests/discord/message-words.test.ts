import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/chat/checking/message.ts';
import type { Context } from '../../src/chat/command.ts';
import { LOCALES, scriptOf } from '../../src/chat/locale.ts';
import { runCommand } from '../../src/chat/run.ts';
import { readInteraction } from '../../src/discord/incoming.ts';
import { wordsOfMessage } from '../../src/discord/message-words.ts';
import { renderCard } from '../../src/discord/render/card.ts';
import { renderCopy } from '../../src/discord/render/copy.ts';
import { verdictsOn } from '../chat/checking/verdicts.ts';
import { commands, one, two } from '../commands/run.ts';

const BOT = '99';

/** What the bot reads of a message that a command is used on. */
function read(message: object): Message {
  const messages = { 5: { id: '5', author: { id: '7' }, content: '', ...message } };
  const interaction = readInteraction({
    type: 2,
    id: '1',
    token: 't',
    application_id: BOT,
    data: { name: 'Find in article', type: 3, target_id: '5', resolved: { messages } },
  });
  const target = interaction?.type === 2 ? interaction.data.resolved?.messages[5] : undefined;
  if (target === undefined) throw new Error('the message was not read');
  return wordsOfMessage(target, BOT);
}

const SAID = '她管辖着所在小区的8栋楼';
const IS_SAID = `= §2¶1 ${SAID}`;

describe('the article’s words are found', () => {
  test.each<[string, string]>([
    ['with an emoji of a server within', '她管辖着<:smile:123456>所在小区的8栋楼'],
    ['with mentions around', `<@123> ${SAID} <@&5> <#6>`],
    ['with a link in front', `https://people.cn/a?b=c ${SAID}`],
    ['with a link behind, without a space', `${SAID}https://people.cn/a`],
    ['as the words of a link', `[${SAID}](https://people.cn/a)`],
    ['with a timestamp in front', `<t:1618953630:R> ${SAID}`],
    ['behind a command', `</ask:5> ${SAID}`],
    ['with the number of a list', `1. ${SAID}`],
    ['as a point of a list', `- ${SAID}`],
    ['as a heading', `## ${SAID}`],
    ['as small print', `-# ${SAID}`],
    ['as a quotation', `> ${SAID}`],
    ['in bold and italics', '**她管辖着**所在*小区*的__8栋楼__'],
    ['struck out', `~~${SAID}~~`],
    ['behind a spoiler', `||${SAID}||`],
    ['as code', `\`${SAID}\``],
    ['as a block of code', `\`\`\`\n${SAID}\n\`\`\``],
    ['with escapes', '她\\*管辖着\\*所在小区的8栋楼'],
  ])('%s', (_, content) => {
    expect(verdictsOn(read({ content })).map((verdict) => verdict.replace(/[*\s\uFFFC]/g, ''))).toEqual([
      IS_SAID.replace(/\s/g, ''),
    ]);
  });

  test.each<[string, object]>([
    ['in a forward', { message_snapshots: [{ message: { content: SAID } }] }],
    ['in a forwarded embed', { message_snapshots: [{ message: { embeds: [{ description: SAID }] } }] }],
    ['in the title of an embed', { embeds: [{ title: SAID }] }],
    ['in a field of an embed', { embeds: [{ fields: [{ name: SAID, value: '' }] }] }],
    ['in the footer of an embed', { embeds: [{ footer: { text: SAID } }] }],
    ['as the author of an embed', { embeds: [{ author: { name: SAID } }] }],
    ['in a text of components', { components: [{ type: 10, content: SAID }] }],
    [
      'in a section in a container',
      { components: [{ type: 17, components: [{ type: 9, components: [{ type: 10, content: SAID }] }] }] },
    ],
    ['in a poll', { poll: { question: { text: SAID }, answers: [] } }],
  ])('%s', (_, message) => {
    expect(verdictsOn(read(message))).toEqual([IS_SAID]);
  });

  test('a quotation apart from the remark below it', () => {
    expect(verdictsOn(read({ content: `> ${SAID}\n纯属胡说八道，谁信` }))).toEqual([IS_SAID, '0 纯属胡说八道，谁信']);
    expect(verdictsOn(read({ content: `>>> ${SAID}\n法律是国家的重器` }))).toEqual([
      IS_SAID,
      '= §3¶3 法律是国家的重器',
    ]);
  });

  test('every text of a message for itself', () => {
    const message = {
      content: SAID,
      embeds: [
        { title: '法律是国家的重器', description: '今天吃火锅吧', fields: [{ name: '数字', value: '共有408户' }] },
      ],
    };
    expect(verdictsOn(read(message))).toEqual([
      IS_SAID,
      '= §3¶3 法律是国家的重器',
      '0 今天吃火锅吧',
      '= §3¶8 数字',
      '= §2¶1 共有408户',
    ]);
  });
});

describe('what is no words', () => {
  test('is counted: links, mentions, emoji, times, files', () => {
    const content = '<:a:1><a:b:2> <@3> <t:4:R> https://x.cn [她](https://y.cn)';
    expect(read({ content, attachments: [{}, {}] }).aside).toEqual({ emoji: 2, mention: 1, time: 1, link: 2, file: 2 });
  });

  test('joins no figures and parts no words', () => {
    expect(verdictsOn(read({ content: '共有40<:a:1>8户' }))[0]).toMatch(/^~/);
    expect(verdictsOn(read({ content: '她管辖着<:a:1>所在小区' }))[0]).toMatch(/^=/);
  });
});

describe('however long and odd a message is', () => {
  test('so much of it is read, whole words, and the rest counted', () => {
    const embeds = [{ description: '社会治理'.repeat(3_000) }, { description: `${'九千字。'.repeat(3_000)}` }];
    const { parts, unread } = read({ content: '开头', embeds });
    const length = parts.reduce((sum, { text }) => sum + text.length, 0);
    expect(length).toBeLessThanOrEqual(20_000);
    expect(length + unread).toBe(2 + 12_000 + 12_000);
    expect(parts.at(-1)?.text).toMatch(/。$/);
  });

  test.each<[string, object]>([
    [
      'null everywhere',
      { content: null, embeds: null, components: null, attachments: null, message_snapshots: null, author: null },
    ],
    ['numbers everywhere', { content: 5, embeds: 5, components: 5, attachments: 5, message_snapshots: 5, author: 5 }],
    ['empty objects', { embeds: [{}], components: [{}], message_snapshots: [{ message: {} }], poll: {} }],
  ])('%s', (_, message) => {
    expect(read(message)).toMatchObject({ parts: [], unread: 0, own: false });
  });

  test('components that never end are read to a depth', () => {
    let components: object[] = [{ type: 10, content: SAID }];
    for (let depth = 0; depth < 2_000; depth += 1) components = [{ type: 17, components }];
    expect(read({ components }).parts).toEqual([]);
  });
});

describe('the bot’s own messages', () => {
  const ASKED: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['ask', { question: '马翠芳管多少户？' }],
    ['quote', { passage: '2.4' }],
    ['quote', { passage: '2.4-2.6' }],
    ['section', { section: '2' }],
    ['section', { section: '3' }],
  ];
  const contextIn = (locale: (typeof LOCALES)[number], library = one): Context => ({
    library,
    locale,
    script: scriptOf(locale),
    pageSize: 900,
  });
  const own = (message: object) => read({ author: { id: BOT }, ...message });
  const sent = (body: object) => JSON.parse(JSON.stringify(body));

  for (const locale of LOCALES) {
    test.each(ASKED)(
      `what /%s %j quotes is the article’s words, in ${locale}, and nothing else is judged`,
      async (name, options) => {
        for (const library of [one, two]) {
          const named = name === 'ask' || library === one ? options : { ...options, article: 'jinchang' };
          const reply = await runCommand(commands, name, named, contextIn(locale, library));
          const card = renderCard(reply, { locale, owner: '5', audience: 'public' });
          const verdicts = verdictsOn(own(sent(card.body)));
          expect(verdicts.length).toBeGreaterThan(0);
          expect(verdicts.filter((verdict) => !verdict.startsWith('='))).toEqual([]);
        }
      },
    );

    test(`a comparison’s struck words are nobody’s claim, in ${locale}`, async () => {
      const text = '共有500户、1248人。法律是国家的重器。今晚吃火锅';
      const reply = await runCommand(commands, 'find-in-article', { text }, contextIn(locale));
      const verdicts = verdictsOn(own(sent(renderCard(reply, { locale, owner: '5', audience: 'public' }).body)));
      expect(verdicts.map((verdict) => verdict.slice(0, 6))).toEqual(['= §2¶1', '= §3¶3']);
    });

    test(`a copied quotation is the article’s words, in ${locale}`, async () => {
      const reply = await runCommand(commands, 'quote', { passage: '2.4' }, contextIn(locale));
      const verdicts = verdictsOn(own(sent(renderCopy(reply, locale, true, '5').body)));
      expect(verdicts).toHaveLength(1);
      expect(verdicts[0]).toMatch(/^= §2¶4/);
    });

    test.each([
      ['about', {}],
      ['section', {}],
      ['ask', { question: '今天股市涨了吗？' }],
    ])(`what /%s %j says in its own words is not judged, in ${locale}`, async (name, options) => {
      const reply = await runCommand(commands, name, options, contextIn(locale));
      const message = own(sent(renderCard(reply, { locale, owner: '5', audience: 'public' }).body));
      expect(verdictsOn(message)).toEqual([]);
    });
  }

  test('what anybody else writes in their form is judged', () => {
    const content = '### **市长贪污了五百万**　§2¶1\n-# 《没有这篇文章》 · 金昌日报 · §2¶1\n- 书记昨天被抓了　§2¶3';
    const verdicts = verdictsOn(read({ content })).join('\n');
    for (const claimed of ['市长贪污了五百万', '没有这篇文章', '书记昨天被抓了']) expect(verdicts).toContain(claimed);
  });
});
