import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/discord/markup.ts';
import { nastyText } from './arbitrary/text.ts';

/** What is shown as text, and what else there is. */
function read(markdown: string): { words: string; things: string[]; blocks: string[] } {
  const pieces = readMarkdown(markdown);
  const words = pieces.filter(({ kind }) => kind === 'words' || kind === 'struck');
  return {
    words: words.map(({ raw }) => raw).join(''),
    things: pieces.filter(({ kind }) => !['words', 'struck', 'markup'].includes(kind)).map(({ kind }) => kind),
    blocks: [...new Set(words.filter(({ raw }) => raw.trim() !== '').map(({ block }) => block))],
  };
}

interface Node {
  readonly type: string;
  readonly content?: string | Node[];
}

/** The letters that another reader of Discord's markdown shows. */
function shownByOther(markdown: string): string {
  const textOf = ({ type, content }: Node): string => {
    if (
      [
        'user',
        'role',
        'channel',
        'everyone',
        'here',
        'emoji',
        'twemoji',
        'timestamp',
        'slashCommand',
        'autolink',
        'url',
      ].includes(type)
    )
      return '';
    return typeof content === 'string' ? content : (content ?? []).map(textOf).join('');
  };
  return letters((parse(markdown, 'extended') as Node[]).map(textOf).join(''));
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

describe('Discord’s markdown', () => {
  test.each([
    ['她管辖着<:smile:123456>所在小区', '她管辖着所在小区', ['emoji']],
    ['她<a:wave:123456>管辖着', '她管辖着', ['emoji']],
    ['<@123> <@!456> <@&789> <#5> @everyone @here', '     ', Array(6).fill('mention')],
    ['</find in article:12345>她', '她', ['mention']],
    ['<id:browse><id:linked-roles:5>', '', ['mention', 'mention']],
    ['<t:1618953630:R>她<t:-5>', '她', ['time', 'time']],
    ['见https://people.cn/a_b?x=(1)，她', '见，她', ['link']],
    ['（https://people.cn/a）她', '（）她', ['link']],
    ['(https://people.cn/a) 她', '() 她', ['link']],
    ['https://people.cn/a她管辖着', '她管辖着', ['link']],
    ['<https://people.cn/a>她', '她', ['link']],
    ['[她管辖着](https://a.cn/(x) "题")小区', '她管辖着小区', ['link']],
    ['[**她**](<https://a.cn>)', '她', ['link']],
    ['[她](没有地址)', '[她](没有地址)', []],
    ['**她**__管__*辖*_着_~~小~~||区||***楼***', '她管辖着小区楼', []],
    ['**没有关上', '**没有关上', []],
    ['5 * 3 * 2，snake_case_name', '5 * 3 * 2，snake_case_name', []],
    ['`她*管*辖`', '她*管*辖', []],
    ['``她`管``', '她`管', []],
    ['```js\n她管辖着\n```', '她管辖着\n', []],
    ['```她```', '她', []],
    ['\\*她\\*\\_管\\<@5>', '*她*_管<@5>', []],
    ['C:\\路径', 'C:\\路径', []],
  ])('%j', (markdown, words, things) => {
    expect(read(markdown)).toMatchObject({ words, things });
  });

  test.each([
    ['> 她\n管', { quote: '她\n', plain: '管' }],
    ['>>> 她\n管\n辖', { quote: '她\n管\n辖' }],
    ['>她', { plain: '>她' }],
    ['# 她\n## 管\n#辖', { heading: '她\n管\n', plain: '#辖' }],
    ['-# 她\n管', { subtext: '她\n', plain: '管' }],
    ['- 她\n* 管\n  - 辖\n1. 着\n12. 小', { bullet: '她\n管\n辖\n着\n小' }],
    ['-5度\n3.5%', { plain: '-5度\n3.5%' }],
    ['> # 她\n> - 管', { quote: '她\n管' }],
    ['甲```\n> 她\n# 管\n```\n> 辖', { plain: '甲\n', code: '> 她\n# 管\n', quote: '辖' }],
  ])('blocks of %j', (markdown, blocks) => {
    const found: Record<string, string> = {};
    for (const { raw, kind, block } of readMarkdown(markdown)) {
      if (kind === 'words' || kind === 'struck') found[block] = (found[block] ?? '') + raw;
    }
    expect(found).toEqual(blocks);
  });

  test('what is struck is told from what is not', () => {
    const struck = readMarkdown('共有~~500~~**408**户~~、').filter(({ kind }) => kind === 'struck');
    expect(struck.map(({ raw }) => raw)).toEqual(['500']);
  });

  test('loses nothing: all pieces joined are the message', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(
          readMarkdown(text)
            .map(({ raw }) => raw)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  test('has the letters that another reader of it shows', () => {
    const word = fc.constantFrom('她管辖着', '共有408户', '1,248人', '网格员，', '坚决说不。');
    const inline: fc.Arbitrary<string> = fc.oneof(
      word,
      fc
        .tuple(fc.constantFrom('**', '*', '__', '_', '~~', '||', '`', '``'), word)
        .map(([mark, text]) => ` ${mark}${text}${mark} `),
      fc.constantFrom(
        '<:ab:123456789012345678>',
        '<@123456789012345678>',
        '<#123456789012345678>',
        '<t:1618953630:R>',
        '<https://x.cn/a>',
        'https://x.cn/a ',
        '[着](https://x.cn/b)',
      ),
      fc.constantFrom('\\*', '\\_', '\\~'),
    );
    const line = fc
      .tuple(fc.constantFrom('', '', '> ', '# ', '-# '), fc.array(inline, { minLength: 1, maxLength: 6 }))
      .map(([prefix, parts]) => prefix + word0(parts));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const markdown = lines.join('\n');
        expect(letters(read(markdown).words)).toBe(shownByOther(markdown));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ...['*', '**', '_', '~~', '||', '`', '``', '[', '](https://', '](https://a', '<', '<@1', '<t:1', '<:a', '</a'],
    ...['> ', '>>> ', '- ', '\n', '\n- ', '\n> ', '\n\n*a', 'http', 'https://', 'https://a(', '# ', '1. ', '\\', 'a_'],
    ...['[a](https://x.cn)', '`a``', '~~a', '<https://', ' "', '\uFFFC'],
  ])('a long run of %j takes time in proportion', (unit) => {
    const text = unit.repeat(Math.ceil(200_000 / unit.length));
    const start = performance.now();
    expect(readMarkdown(text).length).toBeGreaterThan(0);
    // What grows with the square takes a minute and more.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

/** A line that begins with a word, so that nothing at its beginning is read as a list. */
function word0(parts: readonly string[]): string {
  return `句${parts.join('')}`;
}
