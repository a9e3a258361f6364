import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, unescapeMarkdown } from '../../src/discord/escape.ts';
import { nastyLine, nastyText } from './arbitrary/text.ts';

interface Node {
  readonly type: string;
  readonly content?: string | Node[];
  readonly name?: string;
}

/** Reads markdown as Discord's clients do; anything but text in it is named. */
function shown(markdown: string): { text: string; active: string[] } {
  const active: string[] = [];
  const read = (node: Node): string => {
    if (node.type === 'br' || node.type === 'newline') return '\n';
    if (node.type === 'twemoji') return node.name ?? '';
    if (node.type !== 'text') active.push(node.type);
    return typeof node.content === 'string' ? node.content : (node.content ?? []).map(read).join('');
  };
  const text = (parse(markdown, 'extended') as Node[]).map(read).join('');
  return { text, active };
}

describe('escaped text', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(nastyText, (text) => unescapeMarkdown(escapeMarkdown(text)) === text),
      { numRuns: 2_000 },
    );
  });

  test('is shown as it is by a parser of Discord’s markdown', () => {
    fc.assert(
      fc.property(nastyLine, (text) => {
        // Clients take white space at the ends away, and show a tab as spaces.
        const { text: seen, active } = shown(`x${escapeMarkdown(text)}x`);
        expect(active).toEqual([]);
        expect(seen).toBe(`x${text.replaceAll('\t', '    ')}x`);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is inert where a line begins', () => {
    fc.assert(
      fc.property(nastyLine, (text) => {
        expect(shown(escapeMarkdown(text)).active).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('stays inside the bold of a quotation', () => {
    fc.assert(
      fc.property(
        nastyLine.filter((text) => text.trim() !== ''),
        (text) => {
          const { active } = shown(`> **${escapeMarkdown(text.trim())}** x`);
          expect(active).toEqual(['blockQuote', 'strong']);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['https://discord.gg/abc', 'https\\://discord\\.gg/abc'],
    ['<@123> @everyone', '\\<\\@123> \\@everyone'],
    ['- 一\n> 二\n# 三\n-# 四\n1. 五', '\\- 一\n\\> 二\n\\# 三\n\\-# 四\n1\\. 五'],
    ['[点我](https://x.cn)', '\\[点我\\](https\\://x\\.cn)'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('leaves numbers, times and Chinese as they are, so that what is copied by hand is readable', () => {
    const text = '2021年11月23日09:21，1,248人，“1+7+X”模式——增长3.5%（GDP）。';
    expect(escapeMarkdown(text)).toBe(text);
  });

  test.each([' ', '1', ':a', '\n ', '<', 'a.', '\t', '   \n', '1. ', '\\', '> '])(
    'a long run of %j is no trouble',
    (unit) => {
      const text = unit.repeat(200_000);
      expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text);
    },
  );
});
