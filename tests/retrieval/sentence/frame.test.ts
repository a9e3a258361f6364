import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/question/question.ts';
import { frameOf } from '../../../src/retrieval/sentence/frame.ts';

const frame = (question: string) => frameOf(readQuestion(question));

describe('frameOf', () => {
  it.each([
    ['马翠芳管多少户？', '马翠芳管', '户'],
    ['哪种植物最高？', '', '植物最高'],
    ['建造围墙的目的为？', '建造围墙的目的为', ''],
  ])('%s leaves a statement with a gap', (question, left, right) => {
    expect(frame(question)).toMatchObject({ left, right });
  });

  it.each([
    ['《政府論》的作者是誰？', 'person'],
    ['哪位导演拍了这部电影？', 'person'],
    ['柏林围墙在哪一年倒塌？', 'date'],
    ['唐继尧于西元几年起义？', 'date'],
    ['两国谈判花了多久？', 'duration'],
    ['议会有几位议员？', 'quantity'],
    ['金昌位于哪个省？', 'place'],
    ['奖学金由哪所大学设立？', 'organisation'],
    ['李白描写山路的作品是？', 'work'],
    ['资讯学院后来更名为什么？', 'name'],
    ['他为什么辞职？', 'reason'],
    ['商店用什么方式吸引顾客？', 'manner'],
    ['垃圾是如何处理的？', 'manner'],
    ['道教支持还是反对立法？', 'choice'],
    ['什么是一核多元？', 'meaning'],
  ])('%s', (question, asked) => {
    expect(frame(question).asked).toBe(asked);
  });

  it('finds the noun that is asked for inside, behind or before the asking words', () => {
    expect(frame('哪个国家主办了比赛？').noun).toBe('国家');
    expect(frame('他获得什么奖项？').noun).toBe('奖项');
    expect(frame('这本书的作者是谁？').noun).toBe('作者');
  });

  it('gives the words in the gap no weight', () => {
    const { bigrams, gap } = frame('柏林围墙在哪一年倒塌？');
    expect(bigrams.every(({ at }) => at + 2 <= gap.start || at >= gap.end)).toBe(true);
    expect(bigrams.map(({ text }) => text)).toContain('倒塌');
  });
});
