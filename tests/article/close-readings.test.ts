import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { glossContext } from '../../src/article/gloss.ts';
import { placeholderContext } from '../../src/article/placeholder.ts';
import { mend } from '../../src/article/restoration.ts';
import { UNREADABLE } from '../../src/article/unreadable.ts';
import { convertCharacters } from './damage.ts';

/** A line in GBK without one of its bytes, as a repair tells it. */
function toldWithout(line: string, byte: number): string {
  const bytes = iconv.encode(line, 'gbk');
  const damaged = new TextDecoder('gbk').decode(Buffer.concat([bytes.subarray(0, byte), bytes.subarray(byte + 1)]));
  const condition = { glosses: glossContext(''), placeholders: placeholderContext(damaged), mayLackBytes: true };
  return mend({ at: 0, text: damaged }, condition).text;
}

function offsetOf(line: string, index: number): number {
  return iconv.encode(line.slice(0, index), 'gbk').length;
}

const inBothScripts = (lines: readonly string[]) => lines.flatMap((line) => [line, convertCharacters(line, false)]);

const ENDING_IN_FIGURES = inBothScripts([
  '这笔补助发到每户手里，前后拖了三年。',
  '他在这次比赛里没有跑好，名列第七。',
  '村口的这家小店，在网上消失了七天。',
  '这一年来河里的鱼少了许多，不到原来的三千八。',
  '同样的一段路，两家算下来能差出三倍。',
  '县里来查了一回，最后罚了他们两百元。',
  '老人一共有四个孩子，留在身边的只有一个。',
]);

test('a figure at the end of a line never vanishes without a sign, whatever byte near it is lost', () => {
  for (const line of ENDING_IN_FIGURES) {
    const bytes = iconv.encode(line, 'gbk').length;
    for (let byte = bytes - 9; byte < bytes - 1; byte += 1) {
      const told = toldWithout(line, byte);
      expect(told === line || told.includes(UNREADABLE), `${line}\n${told}`).toBe(true);
    }
  }
});

test('no full stop is guessed amid a line where a comma may have stood', () => {
  const lines = inBothScripts([
    '水管换过一遍，来水还是发白。',
    '那条船到不了码头，货卖不出去，人也回不来。',
    '他不肯当天报数，要等果子熟了再看。',
    '房子修了半年：先拆旧墙，后铺地板；院子留到最后。',
  ]);
  for (const line of lines) {
    for (const { index } of line.matchAll(/[，：；]/g)) {
      const told = toldWithout(line, offsetOf(line, index) + 1);
      expect(told.slice(0, index)).toBe(line.slice(0, index));
      expect(told.charAt(index), `${line}\n${told}`).toBe(UNREADABLE);
    }
  }
});

test.each([
  '问：停水要提前多久告诉我们？',
  '自来水里有一股味道，是不是氯加多了？',
  '记者：年代怎么定？',
  '他们到底还来不来了呢？',
])('a question that lost half of its mark is no statement: %s', (line) => {
  for (const written of inBothScripts([line])) {
    expect(toldWithout(written, offsetOf(written, written.length - 1))).toBe(written.slice(0, -1) + UNREADABLE);
  }
});

test('what leads to a number is no word that the bytes of a numeral may be read as', () => {
  for (const line of inBothScripts(['他也定下了规矩：五百元以上的开支要三个人点头。', '名单上写了三个字：二月份。'])) {
    const first = offsetOf(line, line.indexOf('：'));
    for (let byte = first; byte < first + 6; byte += 1) {
      const told = toldWithout(line, byte);
      const isMarked = told.slice(0, line.indexOf('：') + 4).includes(UNREADABLE);
      expect(told === line || isMarked, `${line}\n${told}`).toBe(true);
    }
  }
});

test('a word is not put where the bytes that are left may be of a numeral', () => {
  const line = '去年，一家做濾材的上市公司找到了村裏。';
  const first = offsetOf(line, line.indexOf('一'));
  for (let byte = first; byte < first + 4; byte += 1) {
    const told = toldWithout(line, byte);
    const behind = told.slice(line.indexOf('一'), line.indexOf('一') + 2);
    expect(behind === '一家' || behind.includes(UNREADABLE), `${line}\n${told}`).toBe(true);
  }
});

test('behind 第 no word is put in the place of a number', () => {
  for (const line of inBothScripts([
    '法院昨天在渔港开出第一庭。审判席是一张临时搬来的木桌，旁听的人站在门外。',
    '这是他第一夜住在山上，风从窗缝里吹进来。',
  ])) {
    const at = line.indexOf('第') + 1;
    for (const byte of [0, 1, 2, 3]) {
      const told = toldWithout(line, offsetOf(line, at) + byte);
      const [, behind = UNREADABLE] = /第(.)/u.exec(told) ?? [];
      expect(['一', UNREADABLE], told).toContain(behind);
    }
  }
});
