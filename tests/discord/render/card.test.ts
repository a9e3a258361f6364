import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/chat/locale.ts';
import { renderCard } from '../../../src/discord/render/card.ts';
import { renderCopy } from '../../../src/discord/render/copy.ts';
import { weightOf } from '../../../src/discord/render/weight.ts';
import { anyReply } from '../arbitrary/reply.ts';
import { bodyProblems } from '../stand-in/validation.ts';

const layout = fc.record({
  locale: fc.constantFrom(...LOCALES),
  owner: fc.constant('1000000000000000005'),
  audience: fc.constantFrom('public' as const, 'private' as const),
});

/** As the message would be sent. */
function problemsOf(data: object, files: readonly { name: string }[], type = 4): string[] {
  const body = { json: JSON.parse(JSON.stringify({ type, data })), files: files.map(({ name }) => name), texts: [] };
  return bodyProblems('POST', '/interactions/1/t/callback', body);
}

describe('whatever a reply holds', () => {
  test('its card is one that Discord takes', () => {
    fc.assert(
      fc.property(anyReply, layout, (reply, how) => {
        const { body, files } = renderCard(reply, how);
        expect(problemsOf(body, files)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('nothing that Discord stores of its card weighs more than texts alone may', () => {
    fc.assert(
      fc.property(anyReply, layout, (reply, how) => {
        expect(weightOf(renderCard(reply, how).body.components)).toBeLessThanOrEqual(10_170);
      }),
      { numRuns: 400 },
    );
  });

  test('suggestions that have buttons leave their label above them, as labels are', () => {
    const { body } = renderCard(
      {
        visibility: 'private',
        blocks: [
          { kind: 'notice', text: '文章里没有和这个有关的内容。' },
          { kind: 'suggestions', label: '可以这样问', items: ['党支部是什么？'] },
        ],
        actions: [{ kind: 'ask', label: '党支部是什么？' }],
        choices: [],
      },
      { locale: 'zh-CN', owner: '5', audience: 'private' },
    );
    const [card] = body.components ?? [];
    const parts = card?.type === ComponentType.Container ? card.components : [];
    expect(parts.map((part) => ('content' in part ? part.content : ComponentType[part.type]))).toEqual([
      '文章里没有和这个有关的内容。',
      'Separator',
      '**可以这样问**',
      'ActionRow',
    ]);
  });

  test('a select with long labels leaves room for the words, and none of its ways out', () => {
    const target = (section: number) => ({ articleId: 'a', hash: 'abc', address: { section, paragraph: 0 } });
    const options = Array.from({ length: 25 }, (_, at) => ({
      label: `§${at} ${'網'.repeat(96)}`,
      description: '格'.repeat(100),
      target: target(at),
    }));
    const sentences = [{ text: `${'字'.repeat(1_500)}。`, marked: true }];
    const { body } = renderCard(
      {
        visibility: 'public',
        blocks: [{ kind: 'quotation', paragraphs: [{ address: '§1¶1', sentences }], converted: false }],
        actions: [],
        choices: [{ kind: 'section', placeholder: '跳到……', options }],
      },
      { locale: 'zh-CN', owner: '5', audience: 'public' },
    );
    const sent = JSON.stringify(body);
    expect(sent).toContain('字'.repeat(1_500));
    expect(sent.match(/"value":/g)).toHaveLength(25);
    expect(problemsOf(body, [])).toEqual([]);
  });

  test('half a character in it does not make Discord refuse the rest', () => {
    const text = '前\uD83D后\uDE00';
    const sentences = [{ text, marked: true }];
    const blocks = [
      { kind: 'heading' as const, text, address: text },
      { kind: 'notice' as const, text },
      { kind: 'quotation' as const, paragraphs: [{ address: text, sentences }], converted: false },
      { kind: 'citation' as const, text },
      { kind: 'summary' as const, label: text, sentences: [{ text, address: text }] },
    ];
    const target = { articleId: 'a', hash: 'abc', address: { section: 0, paragraph: 1 } };
    const reply = {
      visibility: 'public' as const,
      blocks,
      actions: [{ kind: 'copy' as const, label: text, target }],
      choices: [],
    };
    for (const { body, files } of [
      renderCard(reply, { locale: 'zh-CN', owner: '5', audience: 'public' }),
      renderCopy(reply, 'zh-CN', true, '5'),
    ]) {
      expect(problemsOf(body, files)).toEqual([]);
      expect(JSON.stringify(body)).not.toMatch(/\\ud[89a-f]/);
    }
  });

  test('no more files go with it than Discord takes', () => {
    const long = { kind: 'differences' as const, pieces: [{ text: '字'.repeat(4_100), side: 'theirs' as const }] };
    const blocks = Array.from({ length: 15 }, () => long);
    const reply = { visibility: 'private' as const, blocks, actions: [], choices: [] };
    const { body, files } = renderCard(reply, { locale: 'zh-CN', owner: '5', audience: 'private' });
    expect(files).toHaveLength(10);
    expect(problemsOf(body, files)).toEqual([]);
  });

  test('it has at most two rows of controls, and what everybody sees can be taken away', () => {
    fc.assert(
      fc.property(anyReply, layout, (reply, how) => {
        const sent = JSON.stringify(renderCard(reply, how).body.components);
        expect(sent.split(`"type":${ComponentType.ActionRow},`).length - 1).toBeLessThanOrEqual(2);
        expect(sent.includes('"custom_id":"1:delete:')).toBe(how.audience === 'public');
      }),
      { numRuns: 300 },
    );
  });

  test('its copy is one that Discord takes', () => {
    fc.assert(
      fc.property(anyReply, fc.constantFrom(...LOCALES), fc.boolean(), (reply, locale, published) => {
        const { body, files } = renderCopy(reply, locale, published, '5');
        expect(problemsOf(body, files)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
