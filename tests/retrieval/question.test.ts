import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, MAX_CHARACTERS, MAX_WORDS, readQuestion } from '../../src/retrieval/question.ts';

const kindOf = (asked: string): string => readQuestion(asked).kind;
const wordsOf = (asked: string): string[] => readQuestion(asked).words.map(({ original }) => original);

describe('readQuestion', () => {
  it.each([
    ['谁创办了利嘉国际？', 'who'],
    ['武汉大学在哪一年庆祝百年校庆？', 'when'],
    ['金昌市什麼時候被確定為試點城市？', 'when'],
    ['山位在哪个城市？', 'where'],
    ['路上要多久？', 'how-long'],
    ['马翠芳管多少户？', 'how-many'],
    ['為什麼要封鎖？', 'why'],
    ['如何参与治理？', 'how'],
    ['什么是三链？', 'definition'],
    ['德治有哪些品牌？', 'which'],
    ['国家队被称为什么？', 'what'],
    ['推广了吗？', 'yes-no'],
    ['法国的首都为？', 'where'],
    ['建造柏林围墙的原因为？', 'why'],
  ])('%s asks %s', (asked, kind) => {
    expect(kindOf(asked)).toBe(kind);
  });

  it('leaves courtesies, asking words and particles out of the content words', () => {
    expect(wordsOf('请问您知道马翠芳管辖着多少户吗？谢谢！')).toEqual(['马翠芳', '管辖']);
  });

  it('keeps content words as they were asked', () => {
    expect(wordsOf('馬翠芳管轄誰？')).toEqual(['馬翠芳', '管轄']);
  });

  it('finds names in marks, Latin words and numbers', () => {
    const { entities, numbers } = readQuestion('《植物分類學》在 MIT 的 1,248 人裡？');
    expect(entities).toEqual(expect.arrayContaining(['植物分类学', 'mit']));
    expect(numbers).toEqual(['1248']);
  });

  it('takes nothing but marks and white space for blank', () => {
    for (const blank of ['', ' \n　', '？！……', '\u200b\u202e', '😀']) expect(isBlank(readQuestion(blank))).toBe(true);
    expect(isBlank(readQuestion('的'))).toBe(false);
  });

  it('bounds characters before and after normalisation, and words', () => {
    for (const asked of ['的'.repeat(6_000), 'ﷺ'.repeat(6_000), '网格员'.repeat(40_000), '\ud800'.repeat(9_000)]) {
      const question = readQuestion(asked);
      expect(question.text.length).toBeLessThanOrEqual(MAX_CHARACTERS);
      expect(question.folded).toHaveLength(question.text.length);
      expect(question.words.length).toBeLessThanOrEqual(MAX_WORDS);
    }
  });

  it('has every span inside its text, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (asked) => {
        const { text, folded, words, asking, focus } = readQuestion(asked);
        for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.original);
        for (const span of [asking, focus]) expect(span === null || span.end <= folded.length).toBe(true);
      }),
    );
  });
});
