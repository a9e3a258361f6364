import { ComponentType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/chat/locale.ts';
import { escapeMarkdown } from '../../../src/discord/escape.ts';
import { renderCard } from '../../../src/discord/render/card.ts';
import { run, seed } from '../../commands/run.ts';
import { bodyProblems } from '../stand-in/validation.ts';

const sentences = seed.sections.flatMap(({ paragraphs }) => paragraphs.flatMap((text) => text.split(/(?<=。)/)));

const MESSAGES: readonly (readonly [string, string])[] = [
  ['many sentences of the article’s, out of their order', [...sentences].reverse().join('')],
  [
    'the same with a figure changed in each',
    [...sentences]
      .reverse()
      .map((text) => `9${text}`)
      .join(''),
  ],
  [
    'many of both kinds',
    [...sentences]
      .reverse()
      .map((text, at) => (at % 2 === 0 ? text : `她说${text}`))
      .join(''),
  ],
  ['what nothing is near', '今天晚上我们一起去吃火锅好不好呀。'.repeat(230)],
  ['marks', '*她*管_8_栋楼~408~户[1248]人。'.repeat(150)],
  ['one sentence that does not end', '社会治理体系和网格化管理'.repeat(320)],
];

/** Every text of a card. */
function textsOf(components: readonly unknown[]): string[] {
  return components.flatMap((component) => {
    const {
      type,
      content,
      components: inner,
    } = component as { type: number; content?: string; components?: unknown[] };
    return [...(type === ComponentType.TextDisplay ? [content ?? ''] : []), ...textsOf(inner ?? [])];
  });
}

describe('the card of a long message', () => {
  test.each(MESSAGES)('of %s has all that the reply says, within what Discord takes', async (_, text) => {
    for (const locale of LOCALES) {
      const reply = await run('find-in-article', { text: text.slice(0, 4_000) }, locale);
      const { body, files } = renderCard(reply, { locale, owner: '5', audience: 'private' });
      const texts = textsOf(body.components ?? []);
      expect(files).toEqual([]);
      for (const block of reply.blocks) {
        if (block.kind === 'notice') expect(texts).toContain(escapeMarkdown(block.text));
        if (block.kind === 'differences') {
          expect(
            texts.some((one) => block.label === undefined || one.startsWith(`**${escapeMarkdown(block.label)}**`)),
          ).toBe(true);
        }
      }
      const compared = reply.blocks.filter(({ kind }) => kind === 'differences').length;
      expect(texts.filter((one) => one.includes('\n> ') || one.startsWith('> ')).length).toBe(compared);
      expect(texts.reduce((sum, one) => sum + Buffer.byteLength(one) + 12, 0)).toBeLessThan(10_000);
      const sent = { json: JSON.parse(JSON.stringify({ type: 4, data: body })), files: [], texts: [] };
      expect(bodyProblems('POST', '/interactions/1/t/callback', sent)).toEqual([]);
    }
  });
});
