import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/question/question.ts';
import { isOneSlipAway } from '../../../src/retrieval/spelling/latin-slips.ts';
import { repairSpelling } from '../../../src/retrieval/spelling/repair.ts';
import { createPassageStore } from '../../../src/retrieval/store/store.ts';
import { articleOf } from '../../training/passages.ts';

const store = createPassageStore([
  articleOf('a', [
    'Kipkorir管辖着408户居民，占6%。',
    '产量只有四百二十吨，不到百分之八十，播放了二百四十万次。',
    '投资3.2亿元，用AI识别，样机是iPhone 15和Mate60。',
  ]),
]);
const repaired = (asked: string) => repairSpelling(readQuestion(asked), store);

describe('repairSpelling of numbers', () => {
  it.each([
    ['四百零八户是谁管的', '408户是谁管的'],
    ['百分之六是什么', '6%是什么'],
    ['420吨是什么产量', '四百二十吨是什么产量'],
    ['占80%的是什么', '占百分之八十的是什么'],
    ['播放240万次', '播放二百四十万次'],
    ['三亿二千万元的投资', '3.2亿元的投资'],
    ['三点二亿元的投资', '3.2亿元的投资'],
  ])('%s means %s', (asked, meant) => {
    expect(repaired(asked)).toBe(meant);
  });

  it('leaves what the library has, and what it has in no way', () => {
    for (const asked of ['408户是谁管的', '四百二十吨', '99户是谁管的', '一千零一夜'])
      expect(repaired(asked)).toBeUndefined();
  });
});

describe('repairSpelling of Latin words', () => {
  it.each(['Kipkori是谁', 'kipkorri是谁', 'Kipkroir是谁', 'ＫＩＰＫＯＲＩＲＲ是谁'])(
    '%s asks for Kipkorir',
    (asked) => {
      expect(repaired(asked)).toBe('kipkorir是谁');
    },
  );

  it.each([
    ['iPhone15是什么', 'iphone 15是什么'],
    ['mate 60是什么', 'mate60是什么'],
  ])('%s has its number as the article has it', (asked, written) => {
    expect(repaired(asked)).toBe(written);
  });

  it('leaves short words and those further off', () => {
    for (const asked of ['AE是什么', 'Kipko是谁', 'Kimkori是谁']) expect(repaired(asked)).toBeUndefined();
  });

  it('calls no word a slip of itself, and slips go both ways', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 6 });
    fc.assert(fc.property(word, (a) => !isOneSlipAway(a, a)));
    fc.assert(fc.property(word, word, (a, b) => isOneSlipAway(a, b) === isOneSlipAway(b, a)));
  });
});

describe('repairSpelling of what is left out or typed twice', () => {
  const village = createPassageStore([
    articleOf('a', ['赵家庄村在永昌县，市域社会治理现代化试点。', '妈妈天天散步。']),
  ]);
  const resized = (asked: string) => repairSpelling(readQuestion(asked), village);

  it.each([
    ['赵庄村在什么地方', '赵家庄村在什么地方'],
    ['永昌昌县在什么地方', '永昌县在什么地方'],
  ])('%s means %s', (asked, meant) => {
    expect(resized(asked)).toBe(meant);
  });

  it('leaves what is right', () => {
    for (const asked of ['赵家庄村在什么地方', '爸爸妈妈在哪里', '村民天天做什么'])
      expect(resized(asked)).toBeUndefined();
  });
});

describe('repairSpelling', () => {
  it('throws for no string', () => {
    const piece = fc.constantFrom(
      '百分之',
      '%',
      '万',
      '亿',
      '点',
      '两',
      '十',
      '9'.repeat(40),
      '1.5',
      '户',
      'Kipkori',
      ' ',
      '零',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(() => repaired(pieces.join(''))).not.toThrow();
      }),
    );
  });
});
