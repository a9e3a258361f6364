import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { about } from '../../commands/about.ts';
import { ask } from '../../commands/ask.ts';
import { quote } from '../../commands/quote.ts';
import { section } from '../../commands/section.ts';
import { articleFromJson } from '../../src/article/json.ts';
import { runCommand } from '../../src/chat/run.ts';
import { renderReply } from '../../src/console/render.ts';
import { styleFor } from '../../src/console/style.ts';
import { visible } from '../../src/console/visible.ts';
import { escapeJson, jsonLine } from '../../src/json-line.ts';
import { createLibrary } from '../../src/library/open.ts';

/** Written out, so as not to share a mistake with the code: what moves a cursor, rings, colours or turns writing round. */
function actsOnTerminal(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const ranges = [
    [0x00, 0x1f],
    [0x7f, 0x9f],
    [0x61c, 0x61c],
    [0x200e, 0x200f],
    [0x2028, 0x202e],
    [0x2066, 0x206f],
    [0xfff9, 0xfffb],
  ];
  return ranges.some(([first = 0, last = 0]) => code >= first && code <= last);
}

const HOSTILE = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(actsOnTerminal);
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.constantFrom('金', '昌', 'a', ' ', '。', '👨‍👩‍👧', '\ud800', '"', '\\', '[31m'),
  ),
  maxLength: 60,
});

describe('visible', () => {
  it('leaves nothing that a terminal acts on, and one line', () => {
    fc.assert(fc.property(text, (words) => ![...visible(words)].some(actsOnTerminal)));
    for (const character of HOSTILE) expect(visible(character)).not.toBe('');
  });

  it('shows what was there', () => {
    expect(visible('\u001b[31m红\u0007\u007f')).toBe('␛[31m红␇␡');
    expect(visible('a\u202eb\u0085c\r\nd\u2028')).toBe('a\\u{202e}b\\u{85}c␍␊d\\u{2028}');
    expect(visible('金昌市 §2¶4 “408户” café 👨‍👩‍👧 ﷺ')).toBe('金昌市 §2¶4 “408户” café 👨‍👩‍👧 ﷺ');
  });
});

describe('a line of JSON', () => {
  it('says the same as before, and leaves nothing that a terminal acts on', () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text), fc.double())), (value) => {
        const line = jsonLine(value);
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(value)));
        expect([...line].filter(actsOnTerminal)).toEqual([]);
      }),
    );
    expect(escapeJson('{"a":"\u009b31m\u202e"}')).toBe('{"a":"\\u009b31m\\u202e"}');
  });
});

describe('what a terminal is shown', () => {
  const nasty = (words: string) => `${words}\u001b[2J\u001b]0;title\u0007\u009b31m\u202e\u200f${words}`;
  const article = articleFromJson(
    JSON.stringify({
      title: nasty('河边新建步道'),
      subtitle: nasty('副题'),
      site: nasty('江城网'),
      url: nasty('http://example.com/'),
      source: nasty('江城日报'),
      publishedAt: '2024-03-02',
      authors: [nasty('李明')],
      editors: [nasty('周远')],
      breadcrumbs: [nasty('首页')],
      sections: [
        {
          number: 1,
          heading: nasty('全长六公里'),
          paragraphs: [nasty('城东的步道全长六公里。'), nasty('步道三月开放。')],
        },
      ],
    }),
    'walk',
  );
  const context = { library: createLibrary([article]), locale: 'zh-CN', script: undefined } as const;
  const replies = () =>
    [
      ['ask', { question: nasty('步道全长多少公里？') }],
      ['ask', { question: nasty('火山在哪里？') }],
      ['section', {}],
      ['section', { section: '1' }],
      ['quote', { passage: '1.1' }],
      ['quote', { passage: nasty('没有的话') }],
      ['about', {}],
    ] as const;

  it.each([true, false])('is acted on nowhere but for the style’s own colours (%s)', async (coloured) => {
    const style = styleFor(coloured);
    const own = Object.values(style).flatMap(({ paint }) => paint('|').split('|'));
    for (const [name, options] of replies()) {
      const reply = await runCommand([ask, section, quote, about], name, options, context);
      const shown = renderReply(reply, style, '').join('');
      const foreign = own.filter((code) => code !== '').reduce((rest, code) => rest.replaceAll(code, ''), shown);
      expect([name, [...foreign].filter(actsOnTerminal)]).toEqual([name, []]);
    }
  });
});
