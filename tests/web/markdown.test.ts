import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/discord/escape.ts';
import type { Inline } from '../../src/web/site/discord/inline.ts';
import { type MarkdownBlock, readMarkdown } from '../../src/web/site/discord/markdown.ts';
import { nastyText } from '../discord/arbitrary/text.ts';

/** What was read, in short: `bold(她 italic(管辖))`. */
function shape(markdown: string): string[] {
  return readMarkdown(markdown).map(ofBlock);
}

function ofBlock(block: MarkdownBlock): string {
  switch (block.kind) {
    case 'code':
      return `code[${block.text}]`;
    case 'quote':
      return `quote[${block.blocks.map(ofBlock).join(' ')}]`;
    case 'list':
      return block.items
        .map(({ number, depth, content }) => `${'>'.repeat(depth)}${number ?? '•'} ${ofAll(content)}`)
        .join(' / ');
    case 'heading':
      return `h${block.level}[${ofAll(block.content)}]`;
    case 'subtext':
      return `small[${ofAll(block.content)}]`;
    case 'lines':
      return ofAll(block.content);
  }
}

function ofAll(content: readonly Inline[]): string {
  return content.map(ofInline).join('');
}

function ofInline(piece: Inline): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'styled':
      return `${piece.style}(${ofAll(piece.content)})`;
    case 'code':
      return `code(${piece.text})`;
    case 'link':
      return `link(${ofAll(piece.content)} → ${piece.url})`;
    case 'mention':
      return `${piece.of}(${piece.name})`;
    case 'emoji':
      return `emoji(${piece.name})`;
    case 'time':
      return `time(${piece.seconds} ${piece.format})`;
  }
}

describe('Discord’s markdown, as it is drawn', () => {
  test.each([
    ['**她**__管__*辖*_着_~~小~~||区||', 'bold(她)underline(管)italic(辖)italic(着)struck(小)spoiler(区)'],
    ['**她*管*辖**着', 'bold(她italic(管)辖)着'],
    ['***她***', 'bold(italic(她))'],
    ['**“她”**说', 'bold(“她”)说'],
    ['**没有关上 *也', '**没有关上 *也'],
    ['**两\n行**', 'bold(两\n行)'],
    ['5 * 3 * 2，snake_case_name，**** ||||', '5 * 3 * 2，snake_case_name，**** ||||'],
    ['\\*她\\*\\_管\\<@5>', '*她*_管<@5>'],
    ['C:\\路径', 'C:\\路径'],
    ['`她*管*辖` ``她`管``', 'code(她*管*辖) code(她`管)'],
    ['`没有关上', '`没有关上'],
    ['[**她**](https://people.cn/a_(b) "题")管', 'link(bold(她) → https://people.cn/a_(b))管'],
    ['[她](没有地址) [x]', '[她](没有地址) [x]'],
    [
      '见https://people.cn/a_b，她 <https://people.cn/c>',
      '见link(https://people.cn/a_b → https://people.cn/a_b)，她 link(https://people.cn/c → https://people.cn/c)',
    ],
    ['[她](discord://x) javascript:alert(1)', '她 javascript:alert(1)'],
    [
      '<@1> <@!2> <@&3> <#4> </find in article:5> <id:browse> @everyone',
      'user(1) user(2) role(3) channel(4) command(find in article) place(browse) everyone(everyone)',
    ],
    ['<:smile:1><a:wave:2>', 'emoji(smile)emoji(wave)'],
    ['<t:1618953630:R> <t:-5>', 'time(1618953630 R) time(-5 f)'],
    ['<script>alert(1)</script>&amp;', '<script>alert(1)</script>&amp;'],
  ])('in a line: %j', (markdown, expected) => {
    expect(shape(markdown)).toEqual([expected]);
  });

  test.each([
    ['# 一\n## 二\n### 三\n#### 四\n#五', ['h1[一]', 'h2[二]', 'h3[三]', '#### 四\n#五']],
    ['-# 小\n-#大', ['small[小]', '-#大']],
    ['> 一\n> \n> **二**\n三', ['quote[一\n\nbold(二)]', '三']],
    ['> - 一\n> -# 二', ['quote[• 一 small[二]]']],
    ['>>> 一\n# 二\n> 三', ['quote[一 h1[二] > 三]']],
    ['- 一\n  - 二\n    续\n- 三\n1. 四', ['• 一 / >• 二\n续 / • 三 / 1 四']],
    ['```js\n**她**\n\n管\n```', ['code[**她**\n\n管]']],
    ['前```她```后', ['前', 'code[她]', '后']],
    ['> ```\n> 她\n> ```\n管', ['quote[code[她]]', '管']],
    ['```\n没有关上', ['```\n没有关上']],
    ['\\```她```', ['```她```']],
    ['一\n\n二\n', ['一\n\n二\n']],
    ['', []],
  ])('on lines of its own: %j', (markdown, expected) => {
    expect(shape(markdown)).toEqual(expected);
  });

  test('an escaped text is shown as it is', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const shown = readMarkdown(escapeMarkdown(text)).map(ofBlock).join('\n');
        expect(shown).toBe(text.toWellFormed().replace(/\r\n?/g, '\n'));
      }),
      { numRuns: 2_000 },
    );
  });

  test('and stays inside the bold of a quotation', () => {
    const line = nastyText.map((text) => text.replace(/[\n\r]/g, ' ').trim()).filter((text) => text !== '');
    fc.assert(
      fc.property(line, (text) => {
        expect(shape(`> **${escapeMarkdown(text)}** x`)).toEqual([`quote[bold(${text.toWellFormed()}) x]`]);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['[', '**a ', '*a ', '`', '``a`', '> ', '- ', '||a', '```\n', '<', '[a](https://x.cn', '***', '> a\nb\n'])(
    'thousands of %j are read at once',
    (piece) => {
      const started = performance.now();
      expect(readMarkdown(piece.repeat(20_000 / piece.length)).length).toBeGreaterThan(0);
      expect(performance.now() - started).toBeLessThan(1_500);
    },
  );
});
