import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/chat/checking/check.ts';
import { typedMessage } from '../../../src/chat/checking/message.ts';
import { articleOf } from '../../training/passages.ts';
import { articles, verdictsOn } from './verdicts.ts';

/** Signs that change what two words say of one another. */
const RELATIONS = [
  '≠',
  '!=',
  '！=',
  '=',
  '＝',
  '==',
  '>',
  '＞',
  '<',
  '≥',
  '<=',
  '→',
  '->',
  '⇒',
  '↔',
  '≈',
  '+',
  '×',
  '÷',
  '±',
  '/',
];
/** And what a number is. */
const OF_NUMBERS = ['>', '＞', '≥', '≤', '<=', '<', '±', '+/-', '≈', '~', '～', '+', '≠', '!=', '×', '√', '€', '₩'];
/** Signs that say nothing. */
const PUNCTUATION = ['，', '、', '。', '——', '—', '-', '·', '∙', ' ', '：', '；', '！', '？', '“', '”', '（', '…', '|'];

/** Two words in a row, with punctuation between them or none. */
const PAIRS = [
  ['小事不出村', '大事不出镇'],
  ['法律是国家的重器', '道德是心中的尺度'],
  ['共有408户', '1248人'],
  ['摊位', '不收摊位费'],
  ['總經費三億', '二千萬元'],
] as const;
const NUMBERS = ['408户', '1248人', '44岁的马翠芳', '2.5万吨', '268万元'];

const own = [
  articleOf('own', [...PAIRS.map(([left, right]) => `${left}，${right}。`), ...NUMBERS.map((words) => `有${words}。`)]),
];

function kindsOf(text: string): string[] {
  return check(typedMessage(text), own).claims.map(({ verdict }) => verdict.kind);
}

/** Whether a card that denies shows where. */
function isMarked(text: string): boolean {
  return check(typedMessage(text), own).claims.every(
    ({ verdict }) => verdict.kind !== 'closest' || verdict.pieces.some(({ side }) => side !== 'both'),
  );
}

const pair = fc.constantFrom(...PAIRS);
const space = fc.constantFrom('', ' ');

describe('a sign that says something', () => {
  it('between words that the article has without it is never its words, and is marked', () => {
    fc.assert(
      fc.property(pair, space, fc.constantFrom(...RELATIONS), ([left, right], gap, sign) => {
        const text = `${left}${gap}${sign}${gap}${right}`;
        expect(kindsOf(text), text).not.toEqual(['words']);
        expect(isMarked(text), text).toBe(true);
      }),
    );
  });

  it('of a number that the article has without it is never its words, and is marked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NUMBERS),
        fc.constantFrom(...OF_NUMBERS),
        fc.constantFrom('', '有'),
        (words, sign, before) => {
          const text = `${before}${sign}${words}`;
          expect(kindsOf(text), text).not.toContain('words');
          expect(isMarked(text), text).toBe(true);
        },
      ),
    );
  });

  it('that the article has is not left out, nor made another', () => {
    const numbers = [articleOf('one', ['气温≥40度，甲≠乙的人数，评为A+级，每组3×5人，约合€20，从甲市→乙市。'])];
    const verdicts = (text: string) => check(typedMessage(text), numbers).claims.map(({ verdict }) => verdict.kind);
    for (const true_ of [
      '气温≥40度',
      '气温>=40度',
      '甲≠乙的人数',
      '甲!=乙的人数',
      '乙的人数',
      '评为A＋级',
      '每组3×5人',
      '从甲市->乙市',
      '乙市',
    ])
      expect(verdicts(true_), true_).toEqual(['words']);
    for (const false_ of [
      '40度',
      '气温40度',
      '气温≤40度',
      '气温>40度',
      '甲、乙的人数',
      '评为A级',
      '每组3+5人',
      '每组3、5人',
      '从甲市、乙市',
    ])
      expect(verdicts(false_), false_).not.toContain('words');
  });

  it.each([
    ['1-7-X模式', '~ §3¶5 1-7-X模式 -- ++ -- ++'],
    ['1×7×X', '~ §3¶5 1×7×X -1×7×X'],
    ['1＋7＋X', '= §3¶5 1＋7＋X'],
    ['1 + 7 + X 模式', '= §3¶5 1 + 7 + X 模式'],
    ['7+X', '= §3¶5 7+X'],
    ['共有>408户', '~ §2¶1 共有>408户 ->408 +408'],
    ['408+户', '~ §2¶1 408+户 -408+ +408'],
    ['共有408户！=1248人', '~ §2¶1 共有408户！=1248人 -！=1248 +1248'],
    ['≠“法律是国家的重器”', '~ §3¶3 ≠“法律是国家的重器” -≠'],
    ['法律是国家的重器。≠', '~ §3¶3 法律是国家的重器。≠ -≠'],
    ['小事不出村\n≠\n大事不出镇', '= §2¶7 小事不出村', '~ §2¶7 ≠\n大事不出镇 -≠'],
    ['最低气温为-3.5℉', '~ §0¶2 最低气温为-3.5℉ -℉'],
    ['start up公司', '~ §0¶5 start up公司 +-'],
  ])('%j', (message, ...verdicts) => {
    expect(verdictsOn(typedMessage(message))).toEqual(verdicts);
  });
});

describe('punctuation', () => {
  it('between words says nothing, whatever it is', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(...PUNCTUATION), ([left, right], mark) => {
        // Before a figure a hyphen is its minus.
        if (mark === '-' && /^\d/.test(right)) return;
        const text = `${left}${mark}${right}`;
        expect(
          kindsOf(text).every((kind) => kind === 'words'),
          text,
        ).toBe(true);
      }),
    );
  });

  it.each([
    '> 法律是国家的重器',
    '+ 法律是国家的重器',
    '→ 法律是国家的重器',
    '法律是国家的重器~',
    '法律是国家的重器 ^_^',
    '法律*是国家*的重器',
    '=====\n法律是国家的重器\n=====',
  ])('of a list, a flourish or emphasis says nothing: %j', (text) => {
    expect(check(typedMessage(text), articles).claims.map(({ verdict }) => verdict.kind)).toEqual(['words']);
  });

  it('joins years by any dash', () => {
    const years = [articleOf('years', ['在2019—2021年间'])];
    for (const text of ['2019-2021年', '2019–2021年', '2019—2021年'])
      expect(check(typedMessage(text), years).claims.map(({ verdict }) => verdict.kind)).toEqual(['words']);
  });
});
