import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { countSuspects, findLostBytes } from '../../src/article/lost-byte.ts';
import { restoreSimplified } from '../../src/language/script.ts';
import { convertCharacters, narrowMarks, stopsBeforeMarks } from './damage.ts';
import { isRestored } from './honest-gap.ts';
import { PUBLISHED } from './published.ts';

const SEED = 20211123;

function mended(line: string): string {
  let result = '';
  let read = 0;
  for (const { start, end, to } of findLostBytes(line)) {
    result += line.slice(read, start) + to;
    read = end;
  }
  return result + line.slice(read);
}

/** How decoders differ on a pair of bytes that GBK does not have. */
const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  whatwg: (bytes) => new TextDecoder('gbk').decode(bytes),
  'iconv-lite': (bytes) => iconv.decode(Buffer.from(bytes), 'gbk'),
  'dropping what is impossible': (bytes) => new TextDecoder('gbk').decode(bytes).replaceAll('\ufffd', ''),
};

function without(text: string, byte: number): Uint8Array {
  const bytes = iconv.encode(text, 'gbk');
  return Buffer.concat([bytes.subarray(0, byte), bytes.subarray(byte + 1)]);
}

function expectRestored(restored: string, text: string): void {
  expect(isRestored(restored, text), `${restored}\n${text}`).toBe(true);
}

test('a byte lost before the text was converted to Traditional is put back too', () => {
  for (const text of SENTENCES) {
    for (const byte of stopsBeforeMarks(text)) {
      const damaged = convertCharacters(new TextDecoder('gbk').decode(without(text, byte)), true);
      expectRestored(restoreSimplified(mended(damaged)), text);
    }
  }
});

describe('what is known from pages', () => {
  test.each([
    ['提供“德治”養料!暗赖裸y行”“孝善基金”', '提供“德治”養料。“道德銀行”“孝善基金”'],
    ['村民都很高興!斑@是好事', '村民都很高興。“這是好事'],
    ['山清水秀!熬G水青山就是金山銀山”', '山清水秀。“綠水青山就是金山銀山”'],
    ['“沒有後顧之憂了!敝車鴹澱f。', '“沒有後顧之憂了。”周國棟說。'],
    ['他介紹,“沒有後顧之憂了!敝車鴹澱f,“再也不花了。”', '他介紹,“沒有後顧之憂了。”周國棟說,“再也不花了。”'],
    ['由居民共同承擔\ufffd', '由居民共同承擔。'],
    ['“有了基地，我們就放心了。”周國棟說\ufffd', '“有了基地，我們就放心了。”周國棟說。'],
    ['“有了基地，我们就放心了。”周国栋说\ufffd', '“有了基地，我们就放心了。”周国栋说。'],
    ['征集率達到99.4%\ufffd', '征集率達到99.4%。'],
    ['由財政補助\ufffd2021年底全部開工，居民叫好。', '由財政補助。2021年底全部開工，居民叫好。'],
    ['他出生于该市(Boarding)\ufffd2005年，他毕业于师范大学。', '他出生于该市(Boarding)。2005年，他毕业于师范大学。'],
    ['他的手指粗得像胡萝卜\u3000八\ufffd懒觉?那是什么感觉。”', '他的手指粗得像胡萝卜。“睡懒觉?那是什么感觉。”'],
    ['团队来了36個∈】萍紡d有關負責人介紹。', '团队来了36個。省科技廳有關負責人介紹。'],
    ['夏，澤被萬物ｋS著國家水網重大工程加快建設', '夏，澤被萬物。隨著國家水網重大工程加快建設'],
  ])('%s', (damaged, published) => {
    expect(mended(damaged)).toBe(published);
  });
});

test('nothing beside a full stop of which one byte is left is touched', () => {
  for (const text of SENTENCES.filter((sentence) => sentence.endsWith('。'))) {
    const damaged = text.replace(/。$/, '\ufffd');
    expect(findLostBytes(damaged)).toEqual([{ start: text.length - 1, end: text.length, to: '。' }]);
  }
});

const SENTENCES = PUBLISHED.filter(({ script }) => script === 'hans').flatMap(({ sections }) =>
  sections.flatMap(({ paragraphs }) => paragraphs.filter((paragraph) => stopsBeforeMarks(paragraph).length > 0)),
);

describe.each(Object.keys(DECODERS))('a full stop that lost its lead byte, read by a decoder: %s', (name) => {
  const read = DECODERS[name] ?? (() => '');

  test.each([
    ['Simplified, where the run goes on to the end of the line', (text: string) => text],
    ['Traditional, where characters beyond GB2312 realign it', (text: string) => convertCharacters(text, true)],
  ])('%s', (_, spell) => {
    for (const text of SENTENCES.map(spell)) {
      for (const byte of stopsBeforeMarks(text)) {
        const damaged = read(without(text, byte));
        expectRestored(narrowMarks(mended(damaged)), narrowMarks(text));
        expectRestored(narrowMarks(mended(narrowMarks(damaged))), narrowMarks(text));
      }
    }
  });
});

test('a byte lost anywhere in Chinese costs the character it belonged to and a neighbour at most, four times in five', () => {
  const paragraphs = SENTENCES.map((text) => text.replace(/[^\p{Script=Han}，。、“”]/gu, ''));
  const samples = fc.sample(fc.tuple(fc.constantFrom(...paragraphs), fc.nat()), { seed: SEED, numRuns: 30 });
  const mendedWell = samples.filter(([paragraph, place]) => {
    const restored = mended(new TextDecoder('gbk').decode(without(paragraph, place % (paragraph.length * 2))));
    return lengthOfDifference(paragraph, restored) <= 2;
  });
  expect(mendedWell.length / samples.length).toBeGreaterThanOrEqual(0.8);
});

/** How many characters of a text lie between what another begins and ends with as it does. */
function lengthOfDifference(text: string, other: string): number {
  const shorter = Math.min(text.length, other.length);
  let [same, sameAtEnd] = [0, 0];
  while (same < shorter && text[same] === other[same]) same += 1;
  while (sameAtEnd < shorter - same && text.at(-1 - sameAtEnd) === other.at(-1 - sameAtEnd)) sameAtEnd += 1;
  return text.length - same - sameAtEnd;
}

test('undamaged text is left alone, in either script and width', () => {
  for (const { sections } of PUBLISHED) {
    for (const paragraph of sections.flatMap(({ paragraphs }) => paragraphs)) {
      for (const text of [paragraph, narrowMarks(paragraph), convertCharacters(paragraph, false)]) {
        expect(findLostBytes(text)).toEqual([]);
      }
    }
  }
});

test('and hardly searched: that there is nothing to look for is told before', () => {
  const paragraphs = PUBLISHED.flatMap(({ sections }) => sections.flatMap((section) => section.paragraphs));
  const suspects = paragraphs.reduce((total, paragraph) => total + countSuspects(paragraph), 0);
  expect((suspects * 1000) / paragraphs.join('').length).toBeLessThan(1);
});

test.each(['', '!', '\ufffd', '！暗', '维生素C和X光', 'ギャオスと共に目覚めん。', 'Көк Орда/Kök Orda', '🀄️一二三'])(
  'left alone: %j',
  (text) => {
    expect(findLostBytes(text)).toEqual([]);
  },
);

test('any string is taken, changes are in order and inside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      let read = 0;
      for (const { start, end } of findLostBytes(text)) {
        expect(start).toBeGreaterThanOrEqual(read);
        expect(end).toBeGreaterThan(start);
        read = end;
      }
      expect(read).toBeLessThanOrEqual(text.length);
    }),
    { seed: SEED, numRuns: 200 },
  );
});
