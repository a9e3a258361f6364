import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { glossContext } from '../../src/article/gloss.ts';
import { findLostBytes } from '../../src/article/lost-byte.ts';
import { placeholderContext } from '../../src/article/placeholder.ts';
import { mend } from '../../src/article/restoration.ts';
import { repairsOf } from '../../src/article/revision.ts';
import { UNREADABLE } from '../../src/article/unreadable.ts';

const SEED = 20211123;

/** What is counted in Traditional text, many of them with an ASCII character for a trail byte. */
const UNITS = '歲 條 萬元 億元 臺 個 點 時 人 元 年 名 頁 層 公里 分鐘 個百分點 萬人 億'.split(' ');
const NUMBERS = '三 五 八 十二 八十六 二十 三十二 四百 一千六百 九萬八千 3 17 206 1400 6.8 38.6'.split(' ');
const BEFORE = ['據介紹，這一回前後用了', '他告訴記者，當時全縣還有', '我們這邊沒有人說話，一共'];
const BEHIND = ['，後來沒有變過。', '以後，大家纔開始議論這件事。', '的說法，記者沒有聽過。', '。'];

const lines = fc.record({
  before: fc.constantFrom(...BEFORE),
  number: fc.constantFrom(...NUMBERS),
  unit: fc.constantFrom(...UNITS),
  behind: fc.constantFrom(...BEHIND),
});

const NUMBER = /[0-9.０-９一二三四五六七八九十百千萬億兩]+/g;

/** Whether a text tells its figure as it was, or has the sign where it differs, and no number there that does not touch it. */
function isHonest(told: string, published: string, figure: string): boolean {
  if (told.includes(figure)) return true;
  const shorter = Math.min(told.length, published.length);
  let [same, sameAtEnd] = [0, 0];
  while (same < shorter && told[same] === published[same]) same += 1;
  while (sameAtEnd < shorter - same && told.at(-1 - sameAtEnd) === published.at(-1 - sameAtEnd)) sameAtEnd += 1;
  const end = told.length - sameAtEnd;
  const numbers = [...told.matchAll(NUMBER)].filter(
    ({ index, 0: { length } }) => index < end && index + length >= same,
  );
  const touchSign = ({ index, 0: { length } }: RegExpExecArray) =>
    [told[index - 1], told[index + length]].includes(UNREADABLE);
  return told.slice(same, end).includes(UNREADABLE) && numbers.every(touchSign);
}

/** A line in GBK, with a byte of Chinese in or beside its figure lost, or another one in between. */
function damaged(line: string, from: number, to: number, place: number, inserted: number | undefined): string {
  const bytes = iconv.encode(line, 'gbk');
  const [first, last] = [from, to].map((at) => iconv.encode(line.slice(0, at), 'gbk').length);
  const places = [...bytes.keys()].filter(
    (at) => at >= (first ?? 0) - 2 && at < (last ?? 0) + 2 && ((bytes[at] ?? 0) >= 0x80 || inserted !== undefined),
  );
  const at = places[place % places.length] ?? 0;
  const between = inserted === undefined ? [] : [Buffer.from([inserted])];
  const behind = bytes.subarray(inserted === undefined ? at + 1 : at);
  return new TextDecoder('gbk').decode(Buffer.concat([bytes.subarray(0, at), ...between, behind]));
}

const CONDITION = { glosses: glossContext(''), placeholders: placeholderContext(''), mayLackBytes: true };

test('whatever byte of a figure in Traditional text is lost, it is told as it was or marked', () => {
  fc.assert(
    fc.property(lines, fc.nat(), ({ before, number, unit, behind }, place) => {
      const figure = number + unit;
      const line = before + figure + behind;
      const misread = damaged(line, before.length, before.length + figure.length, place, undefined);
      const told = mend({ at: 0, text: misread }, CONDITION).text;
      expect(isHonest(told, line, figure), `${line}\n${misread}\n${told}`).toBe(true);
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test('what came between the bytes of a figure is seen, too', () => {
  const samples = fc.sample(fc.tuple(lines, fc.nat(), fc.integer({ min: 0x81, max: 0xfe })), {
    seed: SEED,
    numRuns: 100,
  });
  const wrong = samples.flatMap(([{ before, number, unit, behind }, place, byte]) => {
    const figure = number + unit;
    const line = before + figure + behind;
    const misread = damaged(line, before.length, before.length + figure.length, place, byte);
    const told = mend({ at: 0, text: misread }, CONDITION).text;
    return isHonest(told, line, figure) ? [] : [`${line}\n${misread}\n${told}`];
  });
  // Any two bytes that are a character may come of it, and a word with the numeral: 三丰分鐘, 五派�.
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(4);
});

describe('what is misread behind a figure, or is all that is left of one, is marked', () => {
  test.each([
    ['這位老人今年八十翚q，還在田裏幹活。', '這位老人今年\ufffd，還在田裏幹活。'],
    ['這條路一共花了三十度f元，鎮上出了一半。', '這條路一共花了\ufffd元，鎮上出了一半。'],
    ['敢粭l渠的老農說，今年的水來得晚。', '\ufffd渠的老農說，今年的水來得晚。'],
    ['會場裏只有四€。大家輪流坐。', '會場裏只有四\ufffd。大家輪流坐。'],
    ['它能分一百六十六N顏色，總設計師說。', '它能分一百六\ufffd顏色，總設計師說。'],
    ['蓋率達到85%，f元產值能耗又降了。', '蓋率達到85%，\ufffd元產值能耗又降了。'],
    ['她在七個縣布下二百個點，我出示了一\ufffd2022年的信。', '她在七個縣布下二百個點，我出示了一\ufffd2022年的信。'],
    ['凌晨的戈壁只有贫取Ｓ芙蛑袑W的物理老師', '凌晨的戈壁只有\ufffd度。榆津中學的物理老師'],
    ['他們說，這裏從二十兑常\ufffd12月開始。', '他們說，這裏從\ufffd頁\ufffd12月開始。'],
    ['這家店每天賣5200康\ufffd7400口，從沒斷過。', '這家店每天賣5200\ufffd7400口，從沒斷過。'],
  ])('%s', (misread, marked) => {
    const mended = mend({ at: 0, text: misread }, CONDITION);
    expect(mended.text).toBe(marked);
    expect(repairsOf(mended).map(({ rule }) => rule)).toEqual(['unreadable']);
  });
});

test.each([
  ...[
    '大家喜歡唱K歌，也去卡拉OK。',
    '兩隻A股和三隻B股都漲了。',
    '用3D列印機做的，一共三件。',
    '他住在第8K樓，我住在十一B棟。',
  ],
  ...['這間屋子在二十A座，旁邊是五A級景區。', '她買了三件T恤，照了兩次X光。', '第n次試驗裏，x軸和y軸換了位置。'],
  ...[
    '這裏賣1080p影片，每5g鹽收三塊錢。',
    '參加100m短跑的有四名，4x100接力的有八名。',
    '標題|副標題，還有[註一]和{註二}。',
  ],
  ...[
    '電影《軒轅劍陸_鳳凌長空》是2010年的。',
    '這個價錢是€50左右，不算貴。',
    '氣溫升到38°C，比去年高。',
    '買了四K電視和三C產品，三K黨的書也有。',
  ],
])('what people write stays: %s', (text) => {
  expect(findLostBytes(text)).toEqual([]);
});
