import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { glossContext } from '../../src/article/gloss.ts';
import { findLostBytes } from '../../src/article/lost-byte.ts';
import { placeholderContext } from '../../src/article/placeholder.ts';
import { mend } from '../../src/article/restoration.ts';
import { applied, repairsOf } from '../../src/article/revision.ts';
import { UNREADABLE } from '../../src/article/unreadable.ts';
import { fold } from '../../src/language/fold.ts';
import { narrowMarks } from './damage.ts';
import { PUBLISHED } from './published.ts';
import { P, readPage, TITLE } from './read-page.ts';

const SEED = 20211123;
const CONDITION = { glosses: glossContext(''), placeholders: placeholderContext(''), mayLackBytes: true };

/** How a decoder treats bytes that are no character: its sign, and whether it takes an ASCII byte for the second of two. */
interface Decoder {
  readonly sign: string;
  readonly swallows: boolean;
}
const DECODERS: readonly Decoder[] = ['\ufffd', '?', ''].flatMap((sign) => [
  { sign, swallows: false },
  { sign, swallows: true },
]);

/** Bytes as a decoder reads them; two by two, as the tables of GBK have them. */
function decoded(bytes: Uint8Array, { sign, swallows }: Decoder): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const [first = 0, second] = bytes.subarray(at, at + 2);
    if (first < 0x80) text += String.fromCharCode(first);
    else {
      const pair = second === undefined ? UNREADABLE : new TextDecoder('gbk').decode(bytes.subarray(at, at + 2));
      const isPair = pair.length === 1 && pair !== UNREADABLE;
      text += isPair ? pair : sign;
      if (isPair || (swallows && second !== undefined && second > 0x20)) at += 1;
    }
  }
  return text;
}

const FIGURE = /[0-9０-９]/;
/** Figures with their signs, points and units. */
const FIGURES =
  /[+\-－.．]?[0-9０-９][0-9０-９.．]*[%％‰℃]?[年月日时分秒人名户个亿万千百元米岁次吨亩倍度页条家台座项位种级届号楼]?/g;

/** What a text says in figures that it says for certain: none that touches the sign. */
function figuresIn(text: string): string[] {
  return [...text.matchAll(FIGURES)]
    .filter(({ index, 0: figure }) => ![text[index - 1], text[index + figure.length]].includes(UNREADABLE))
    .map(([figure]) => figure);
}

/** Whether one list is another one with some left out. */
function isPartOf(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  return some.every((item) => {
    while (at < all.length && all[at] !== item) at += 1;
    at += 1;
    return at <= all.length;
  });
}

const SENTENCES = PUBLISHED.filter(({ script }) => script === 'hans')
  .flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs))
  .flatMap((paragraph) => paragraph.match(/[^。]{8,80}。?/g) ?? [])
  .filter((sentence) => FIGURE.test(sentence));

/** A byte of Chinese in or beside a figure, in bytes from the beginning. */
function bytesNearFigures(sentence: string): number[] {
  const bytes = iconv.encode(sentence, 'gbk');
  const figures = [...sentence].flatMap((character, at) =>
    FIGURE.test(character) ? [iconv.encode(sentence.slice(0, at), 'gbk').length] : [],
  );
  return [...bytes.keys()].filter(
    (at) => (bytes[at] ?? 0) >= 0x80 && figures.some((figure) => Math.abs(figure - at) <= 6),
  );
}

test('whatever byte is lost beside a figure, no repair prints one that was not published, or closes one up', () => {
  const wide = (sentence: string) =>
    sentence.replace(/[0-9%.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const sample = fc.record({
    sentence: fc.constantFrom(...SENTENCES.flatMap((sentence) => [sentence, wide(sentence)])),
    place: fc.nat(),
    decoder: fc.constantFrom(...DECODERS),
    isNarrow: fc.boolean(),
  });
  fc.assert(
    fc.property(sample, ({ sentence, place, decoder, isNarrow }) => {
      const places = bytesNearFigures(sentence);
      const lost = places[place % places.length] ?? 0;
      const bytes = iconv.encode(sentence, 'gbk');
      const misread = decoded(Buffer.concat([bytes.subarray(0, lost), bytes.subarray(lost + 1)]), decoder);
      const damaged = isNarrow ? narrowMarks(misread) : misread;
      const changes = findLostBytes(damaged);
      // Where only what is left of the last stop was put back, what stands before it was not noticed: nobody can know.
      if (changes.every(({ start, end }) => damaged.slice(start, end) === '\ufffd')) return;
      const restored = applied(damaged, changes);
      const [printed, published] = [figuresIn(narrowMarks(restored)), figuresIn(narrowMarks(sentence))];
      const message = `${sentence}\n${damaged}\n${restored}`;
      expect(isPartOf(printed, published), message).toBe(true);
      expect(printed.length === published.length || restored.includes(UNREADABLE), message).toBe(true);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

describe('a figure that may have lost something is marked', () => {
  test.each([
    ['2016\ufffd5月18日，隧道贯通。', '2016\ufffd5月18日，隧道贯通。'],
    ['同比增长\ufffd17.9%，为历年最高。', '同比增长\ufffd17.9%，为历年最高。'],
    ['亏损了\ufffd0.86亿元。', '亏损了\ufffd0.86亿元。'],
    ['2月\ufffd5人到场，大家都很高兴。', '2月\ufffd5人到场，大家都很高兴。'],
  ])('%s', (damaged, marked) => {
    const mended = mend({ at: 0, text: damaged }, CONDITION);
    expect(mended.text).toBe(marked);
    expect(repairsOf(mended).map(({ rule }) => rule)).toEqual(['unreadable']);
  });

  test.each([
    ['全年收入同比增?7.9%，创历史新高。', '全年收入同比增\ufffd7.9%，创历史新高。'],
    ['每股收益?.86元，有所提高。', '每股收益\ufffd.86元，有所提高。'],
    ['當地的學?！?6所，都在縣城。', '當地的學\ufffd6所，都在縣城。'],
    ['這是一部電視?。?978年首播。', '這是一部電視\ufffd978年首播。'],
  ])('by a decoder whose sign is a question mark: %s', (damaged, marked) => {
    expect(mend({ at: 0, text: damaged }, CONDITION).text).toBe(marked);
  });

  test.each(['这是为什么?7月以后没有人说。', '你今年多少岁?35岁。', '他真的来了?2019年他不在。'])(
    'a question before a figure stays: %s',
    (text) => {
      expect(mend({ at: 0, text }, CONDITION).text).toBe(text);
    },
  );

  test('a whole year has lost nothing', () => {
    expect(mend({ at: 0, text: '由财政补助\ufffd2021年底全部开工。' }, CONDITION).text).toBe(
      '由财政补助。2021年底全部开工。',
    );
  });
});

test('an article with the sign leads back to its file, and says where it is', () => {
  const article = readPage(TITLE, P, '据了解，去年全市投资\ufffd120亿元，同比增长\ufffd8.5%，为历年最高。');
  const [, paragraph = ''] = article.sections.flatMap(({ paragraphs }) => paragraphs);
  expect(paragraph).toContain('投资\ufffd120亿元');
  expect(article.repairs.filter(({ rule }) => rule === 'unreadable')).toHaveLength(2);
});

test('the sign is one unit that folding and JSON leave as it is, and no text of GBK has it', () => {
  expect(UNREADABLE).toHaveLength(1);
  expect(fold(`增长${UNREADABLE}7.9%`)).toBe(`增长${UNREADABLE}7.9%`);
  expect(JSON.parse(JSON.stringify(UNREADABLE))).toBe(UNREADABLE);
  expect(iconv.decode(iconv.encode(UNREADABLE, 'gbk'), 'gbk')).not.toBe(UNREADABLE);
});
