import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Atom, atomsOf } from '../../src/picture/atoms.ts';
import { breaksIn } from '../../src/picture/line-breaks.ts';
import { setLines } from '../../src/picture/lines.ts';
import { nastyText } from '../discord/arbitrary/text.ts';

/** Marks that no line begins with, and those that none ends with. */
const NOT_FIRST = /^[，。、；：！？…）》〉」』】〕”’·％,.;:!?)\]}%]/u;
const NOT_LAST = /[（《〈「『【〔“‘￥$([{]$/u;

/** As fonts do it: squares, and letters half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2010-\uffef]/.test(character) ? 1 : 0.5), 0);
}

/** A text in lines, each as it stands in the text. */
function linesOf(text: string, width: number, script: 'hans' | 'hant' = 'hans', indent = 0): string[] {
  const atoms = atomsOf(text, widthOf);
  return setLines(atoms, { width, indent, script, spreads: true }).map(({ from, to }) => joined(atoms.slice(from, to)));
}

function joined(atoms: readonly Atom[]): string {
  return atoms.map(({ text }) => text).join('');
}

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'金昌市域社会治理现代化网格员管辖着小区') },
  { weight: 2, arbitrary: fc.constantFrom('，', '。', '、', '；', '：', '？', '！', '……', '——') },
  { weight: 1, arbitrary: fc.constantFrom('“末梢”', '《条例》', '（社区）', '「你好」', '『好』，', '”。', '》、') },
  { weight: 1, arbitrary: fc.constantFrom('408户', '3.5%', '350万元', '2021年11月', 'GDP', 'Covid-19 ', '￥30') },
);
/** Chinese as it is written: a mark stands behind a character. */
const chinese = fc
  .array(fc.tuple(fc.constantFrom(...'的一是在不了有和人这中大为上个国'), word), { minLength: 1, maxLength: 80 })
  .map((pairs) => pairs.flat().join(''));
/** Of all of Unicode, surrogates included. */
const codePoints = fc
  .array(fc.nat(0x10ffff), { maxLength: 60 })
  .map((points) => points.map((point) => String.fromCodePoint(point)).join(''));
const width = fc.integer({ min: 12, max: 40 });
const script = fc.constantFrom('hans' as const, 'hant' as const);

describe('lines', () => {
  test('joined, are the text', () => {
    const anyText = fc.oneof(chinese, nastyText, codePoints);
    fc.assert(
      fc.property(anyText, width, script, fc.constantFrom(0, 2), (text, width, script, indent) => {
        expect(linesOf(text.toWellFormed(), width, script, indent).join('')).toBe(text.toWellFormed());
      }),
      { numRuns: 100 },
    );
  });

  test('begin with no closing mark and end with no opening one', () => {
    fc.assert(
      fc.property(chinese, width, script, (text, width, script) => {
        const lines = linesOf(text, width, script);
        for (const line of lines.slice(1)) expect(line).not.toMatch(NOT_FIRST);
        for (const line of lines.slice(0, -1)) expect(line.trimEnd()).not.toMatch(NOT_LAST);
      }),
      { numRuns: 300 },
    );
  });

  test('part no dash, no ellipsis, no word, no number from what it counts', () => {
    fc.assert(
      fc.property(chinese, width, (text, width) => {
        const lines = linesOf(text, width);
        for (const [at, line] of lines.entries()) {
          const both = `${line}\n${lines[at + 1] ?? ''}`;
          expect(both).not.toMatch(/—\n—|…\n…|[A-Za-z\d]\n[A-Za-z\d]|\d\n[户年月万%]|万\n元/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('stand within the width, whatever is in them', () => {
    fc.assert(
      fc.property(fc.oneof(chinese, nastyText), width, script, (text, width, script) => {
        const atoms = atomsOf(text.toWellFormed(), widthOf);
        for (const { from, to, end } of setLines(atoms, { width, indent: 0, script, spreads: true })) {
          if (to - from > 1) expect(end).toBeLessThanOrEqual(width + 1e-6);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('end at the edge where that takes little, all but the last', () => {
    const text =
      '网格是市域社会治理的最基本单元和神经末梢，立足小网格、融入微服务、发挥强作用，加强网格化管理。'.repeat(3);
    const atoms = atomsOf(text, widthOf);
    const lines = setLines(atoms, { width: 24.4, indent: 2, script: 'hans', spreads: true });
    for (const { end } of lines.slice(0, -1)) expect(end).toBeCloseTo(24.4);
    expect(lines[0]?.places[0]).toBe(2);
  });

  test('have their marks half as wide at the edges, and beside each other', () => {
    // Ten characters and a comma that needs no square of its own there.
    expect(linesOf('甲乙丙丁戊己庚辛壬癸，甲乙丙丁戊己庚辛壬癸', 10.5)).toEqual([
      '甲乙丙丁戊己庚辛壬癸，',
      '甲乙丙丁戊己庚辛壬癸',
    ]);
    // In Taiwan it stands in the middle of its square.
    expect(linesOf('甲乙丙丁戊己庚辛壬癸，甲乙丙丁戊己庚辛壬癸', 10.5, 'hant')[0]).toBe('甲乙丙丁戊己庚辛壬');
    const atoms = atomsOf('“好”，“好”', widthOf);
    const [line] = setLines(atoms, { width: 20, indent: 0, script: 'hans', spreads: true });
    expect(line?.places).toEqual([-0.5, 0.5, 1.5, 2, 2.5, 3.5, 4.5]);
    expect(line?.end).toBe(5);
  });

  test('leave no character alone in the last of them', () => {
    for (let width = 8; width < 20; width += 1) {
      const last = linesOf('网格是市域社会治理的最基本单元和神经末梢，立足小网格的。', width).at(-1) ?? '';
      expect(last.replace(/\P{L}/gu, '').length).toBeGreaterThan(1);
    }
  });
});

describe('a curled quotation mark', () => {
  test('faces the words that it is of', () => {
    const text = '防控“排头兵”不分';
    expect(breaksIn(text)).toContain(text.indexOf('“'));
    expect(breaksIn(text)).toContain(text.indexOf('不'));
    expect(breaksIn(text)).not.toContain(text.indexOf('排'));
    expect(breaksIn(text)).not.toContain(text.indexOf('”'));
    expect(breaksIn('it’s 5 o’clock').size).toBe(2);
  });
});
