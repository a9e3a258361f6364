import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { COLUMNS, emphasised, plain, showsColour, styleFor, wrap } from '../../src/console/style.ts';

describe('wrap', () => {
  it('counts Chinese characters as two columns', () => {
    const lines = wrap([plain('金'.repeat(50))], '  ');
    expect(lines).toEqual([`  ${'金'.repeat(39)}`, `  ${'金'.repeat(11)}`]);
  });

  it('lets no line begin with a stop, and breaks no word', () => {
    expect(wrap([plain(`${'金'.repeat(40)}。`)], '')).toEqual([`${'金'.repeat(40)}。`]);
    const [first, second] = wrap([plain(`${'金'.repeat(38)}Discord`)], '');
    expect([first, second]).toEqual(['金'.repeat(38), 'Discord']);
  });

  it('lets no line end with an opening mark or within an address', () => {
    expect(wrap([plain(`${'金'.repeat(39)}“三链”`)], '')).toEqual(['金'.repeat(39), '“三链”']);
    expect(wrap([plain(`${'金'.repeat(39)}§2¶4`)], '')).toEqual(['金'.repeat(39), '§2¶4']);
  });

  it('adds nothing but line breaks and drops nothing but a space at a break', () => {
    const text = fc.string({
      unit: fc.constantFrom('金', '昌', '，', '。', 'a', ' ', '1', '“', '𠮷', '§', '¶'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, (words) => {
        const lines = wrap([plain(words)], '');
        expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(COLUMNS + 2);
      }),
    );
  });

  it('paints every line of what is emphasised', () => {
    const lines = wrap(emphasised('金'.repeat(60), styleFor(true).strong), '');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).not.toBe(stripVTControlCharacters(line));
  });

  it('marks without colour where the emphasis begins and ends', () => {
    expect(wrap([plain('前。'), ...emphasised('答。', styleFor(false).strong), plain('后。')], '')).toEqual([
      '前。【答。】后。',
    ]);
  });
});

describe('showsColour', () => {
  it('wants a terminal and nobody who asks for none', () => {
    expect(showsColour({ isTTY: true }, {})).toBe(true);
    expect(showsColour({ isTTY: true }, { NO_COLOR: '' })).toBe(true);
    expect(showsColour({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
    expect(showsColour({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
    expect(showsColour({}, {})).toBe(false);
  });
});
