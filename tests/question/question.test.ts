import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, MAX_CHARACTERS, MAX_WORDS, readQuestion } from '../../src/question/question.ts';

const kindOf = (asked: string): string => readQuestion(asked).kind;
const wordsOf = (asked: string): string[] => {
  const { text, words } = readQuestion(asked);
  return words.map(({ start, end }) => text.slice(start, end));
};

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
    ['什么叫网格员？', 'definition'],
    ['三单服务模式是啥意思', 'definition'],
    ['冰芯是什么？', 'definition'],
    ['第二次会议的主题是什么？', 'what'],
    ['坐什么地铁去博物馆？', 'what'],
    ['哪个国王修建了宫殿？', 'which'],
    ['孩子上几年级？', 'how-many'],
    ['多伦多大学在哪个国家？', 'where'],
    ['文章发表于哪年哪月哪日？', 'when'],
    ['何雨桐的教练叫什么？', 'what'],
    ['何雨桐的比赛', 'other'],
    ['德治有哪些品牌？', 'which'],
    ['国家队被称为什么？', 'what'],
    ['推广了吗？', 'yes-no'],
    ['法国的首都为？', 'where'],
    ['建造柏林围墙的原因为？', 'why'],
    ['展览到几号？', 'when'],
    ['客服电话几号？', 'how-many'],
    ['地铁几号线能到？', 'how-many'],
  ])('%s asks %s', (asked, kind) => {
    expect(kindOf(asked)).toBe(kind);
  });

  it('leaves courtesies, asking words and particles out of the content words', () => {
    expect(wordsOf('请问您知道马翠芳管辖着多少户吗？谢谢！')).toEqual(['马翠芳', '管辖']);
  });

  it.each([
    ['钻机叫什么名字？', ['钻机']],
    ['何雨桐的职业是什么？', ['何雨桐']],
    ['病人是做什么工作的？', ['病人']],
    ['患者多大年纪？', ['患者']],
    ['马翠芳阿姨管着多少栋楼呀', ['马翠芳', '管', '楼']],
    ['坐什么地铁去博物馆？', ['坐', '地铁', '博物馆']],
    ['中国的首都是哪里', ['中国', '首都']],
    ['河堤的高度', ['河堤', '高度']],
    ['给我介绍一下三链', ['三链']],
    ['所谓三链是指什么', ['三链']],
    ['文章有没有提到雪亮工程？', ['雪亮', '工程']],
    ['报道提及雪亮工程了吗？', ['雪亮', '工程']],
    ['水产区有多少个摊位？', ['水产', '区', '摊位']],
    ['每天要交多少卫生费？', ['交', '卫生费']],
  ])('%s is about %j', (asked, words) => {
    expect(wordsOf(asked)).toEqual(words);
  });

  it('reads a definition as what answers it says it', () => {
    for (const asked of ['什么是冰芯？', '什麼叫「冰芯」？', '啥是冰芯']) {
      const { folded, kind } = readQuestion(asked);
      expect(folded).toMatch(/^冰芯是什么/);
      expect(kind).toBe('definition');
    }
    expect(readQuestion('什么是他做的，什么不是？').folded).toMatch(/^什么是他/);
  });

  it('takes letters and digits alone for nothing to look for, but not beside a word', () => {
    for (const asked of ['a', '-1', '½', '(?<=x)', '1+1']) expect(wordsOf(asked)).toEqual([]);
    expect(wordsOf('1+7+X模式')).toContain('模式');
    expect(wordsOf('1+7+X')).toEqual(['1', '7', 'X']);
  });

  it('keeps content words as they were asked', () => {
    expect(wordsOf('馬翠芳管轄誰？')).toEqual(['馬翠芳', '管轄']);
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
        const { folded, words, asking } = readQuestion(asked);
        for (const word of words) expect(folded.slice(word.start, word.end)).toBe(word.text);
        expect(asking === null || asking.end <= folded.length).toBe(true);
      }),
    );
  });
});
