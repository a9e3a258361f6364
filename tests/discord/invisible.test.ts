import { expect, test } from 'vitest';
import { withoutInvisible } from '../../src/discord/invisible.ts';
import { renderCard } from '../../src/discord/render/card.ts';
import { textOf } from './stand-in/reading.ts';

test('directions, fillers and tags go, emoji stay', () => {
  expect(withoutInvisible('a\u202Eb\u200B\u2066c\uFEFFd\u3164\u{E0041}')).toBe('abcd');
  expect(withoutInvisible('👨‍👩‍👧 ❤️')).toBe('👨‍👩‍👧 ❤️');
});

test('what somebody typed is repeated without them, what the article says is not changed', () => {
  const blocks = [
    { kind: 'notice' as const, text: '没有“\u202Exyz\u200B”这一节' },
    {
      kind: 'quotation' as const,
      paragraphs: [{ address: '§1¶1', sentences: [{ text: '原\u200B文', marked: false }] }],
      converted: false,
    },
  ];
  const reply = { visibility: 'private' as const, blocks, actions: [], choices: [] };
  const { body } = renderCard(reply, { locale: 'zh-CN', owner: '5', audience: 'private' });
  const text = textOf({ content: undefined, components: body.components ?? [] });
  expect(text).toContain('没有“xyz”这一节');
  expect(text).toContain('原\u200B文');
});
