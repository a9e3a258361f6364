import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertText, unconverted } from '../../src/language/converted-text.ts';

/** Characters of either script that phrases decide about, a few of two UTF-16 units on either side, and what stands between words. */
const UNITS = [
  ...'于海发展头发里面后来皇后干部干净乾隆著名看着瞭望於是發髮裡裏麵只有一只猫三天后𠮷𫇧㓆𠗣鿎䃮𫫇噁英，。⿰a1 ',
];
const TARGETS = ['hans', 'tw', 'hk'] as const;

const texts = fc.string({ unit: fc.constantFrom(...UNITS), maxLength: 30 });
const anything = fc.string({ unit: 'binary', maxLength: 30 });

describe('where a part of a text has gone', () => {
  test('a marked run becomes the marked run of the whole', () => {
    fc.assert(
      fc.property(
        fc.oneof(texts, anything),
        fc.nat(30),
        fc.nat(30),
        fc.constantFrom(...TARGETS),
        (text, one, other, to) => {
          const [start = 0, end = 0] = [one, other].map((at) => Math.min(at, text.length)).sort((a, b) => a - b);
          const converted = convertText(text, to, ['于海', '后来']);
          const span = converted.spanOf({ start, end });
          // What stands for each character, by asking for it alone.
          const characters = [...characterSpans(text)].map((character) => ({
            ...character,
            shown: converted.spanOf(character),
          }));
          const covered = characters.filter((character) => character.start < end && character.end > start);
          if (start < end) {
            expect(span).toEqual({ start: covered[0]?.shown.start, end: covered.at(-1)?.shown.end });
          } else expect(span.start).toBe(span.end);
          // Each follows the one before, is one character, and together they are the whole.
          const shown = characters.map((character) => character.shown);
          expect(shown.map(({ start }) => start)).toEqual([0, ...shown.map(({ end }) => end)].slice(0, shown.length));
          expect(shown.map((part) => converted.text.slice(part.start, part.end))).toEqual([...converted.text]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('three parts of a text are three parts of the converted one', () => {
    fc.assert(
      fc.property(texts, fc.nat(30), fc.nat(30), fc.constantFrom(...TARGETS), (text, one, other, to) => {
        const bounds = [one, other].map((at) => boundaryAt(text, at)).sort((a, b) => a - b);
        const [start = 0, end = 0] = bounds;
        const { text: shown, spanOf } = convertText(text, to);
        const parts = [
          { start: 0, end: start },
          { start, end },
          { start: end, end: text.length },
        ].map(spanOf);
        expect(parts.map((part) => shown.slice(part.start, part.end)).join('')).toBe(shown);
      }),
    );
  });

  test('characters that take more room, or less, than before move what stands behind them', () => {
    const { text, spanOf } = convertText('㓆头发㓆', 'tw');
    expect(text).toBe('𠗣頭髮𠗣');
    expect(spanOf({ start: 1, end: 3 })).toEqual({ start: 2, end: 4 });
    expect(spanOf({ start: 3, end: 4 })).toEqual({ start: 4, end: 6 });
    expect(spanOf({ start: 4, end: 4 })).toEqual({ start: 6, end: 6 });
  });

  test('within a character of two units a run is the smallest that covers it', () => {
    const { spanOf } = convertText('𠮷头发', 'tw');
    expect(spanOf({ start: 1, end: 3 })).toEqual({ start: 0, end: 3 });
    expect(spanOf({ start: 0, end: 1 })).toEqual({ start: 0, end: 2 });
  });

  test('what is not converted stands where it stood', () => {
    expect(unconverted('头发').spanOf({ start: 1, end: 2 })).toEqual({ start: 1, end: 2 });
  });
});

test('names count only where they stand in the text', () => {
  expect(convertText('于海发说', 'tw', ['于海发']).text).toBe('于海發說');
  expect(convertText('于海发说', 'tw', ['张三']).text).toBe('於海發說');
});

function* characterSpans(text: string): Iterable<{ start: number; end: number }> {
  let start = 0;
  for (const character of text) {
    yield { start, end: start + character.length };
    start += character.length;
  }
}

function boundaryAt(text: string, at: number): number {
  const within = Math.min(at, text.length);
  return [...characterSpans(text)].some(({ start }) => start === within) ? within : text.length;
}
