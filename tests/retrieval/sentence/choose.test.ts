import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/question/question.ts';
import { chooseSentence } from '../../../src/retrieval/sentence/choose.ts';
import { readPassage } from '../../../src/retrieval/sentence/passage.ts';

const SHOP =
  '青石镇的老书店开了三十年。店主周文远今年六十二岁，年轻时在县城当过教师。他于1994年辞去工作，用两万元积蓄盘下了这间临街的铺面。书店每天早上八点开门，平均每天接待120名读者。因为房租上涨，书店去年搬到了镇图书馆旁边。';

function chosen(question: string, passage: string): string {
  const choice = chooseSentence(readQuestion(question), readPassage(passage));
  return choice === null ? '' : passage.slice(choice.highlight.start, choice.highlight.end);
}

describe('chooseSentence', () => {
  it.each([
    ['书店店主是谁？', '周文远'],
    ['周文远哪一年辞去工作？', '1994年'],
    ['書店平均每天接待多少名讀者？', '120名'],
    ['书店为什么搬家？', '房租上涨'],
  ])('%s', (question, answer) => {
    expect(chosen(question, SHOP)).toContain(answer);
  });

  it.each([
    ['周文远哪一年辞去工作？', '1994年'],
    ['書店平均每天接待多少名讀者？', '120名'],
  ])('gives the run that answers when it is sure: %s', (question, answer) => {
    const choice = chooseSentence(readQuestion(question), readPassage(SHOP));
    expect(SHOP.slice(choice?.answer?.start, choice?.answer?.end)).toBe(answer);
  });

  it('gives the only run that counts what is asked for', () => {
    const passage = '44岁的马翠芳是昌都里社区的一名网格员，她管辖着所在小区的8栋楼，共有408户、1248人。';
    const choice = chooseSentence(readQuestion('马翠芳管多少户？'), readPassage(passage));
    expect(passage.slice(choice?.answer?.start, choice?.answer?.end)).toBe('408户');
  });

  it('gives the only complete date, and its year alone where a year is asked for', () => {
    const passage = '金昌市位于河西走廊。2020年2月，金昌市被确定为全国市域社会治理现代化试点城市。';
    const answer = (question: string) => {
      const choice = chooseSentence(readQuestion(question), readPassage(passage));
      return passage.slice(choice?.answer?.start, choice?.answer?.end);
    };
    expect(answer('金昌市什么时候被确定为试点城市？')).toBe('2020年2月');
    expect(answer('金昌市哪一年被确定为试点城市？')).toBe('2020年');
  });

  it.each([
    ['赛事总监是谁？', '赛事总监程立表示，新赛道累计爬升86米。', '程立'],
    ['何雨桐的教练叫什么？', '何雨桐的教练周国栋认为，她进步的关键在于冬训。', '周国栋'],
  ])('gives the name right behind the office that is asked for: %s', (question, passage, name) => {
    const choice = chooseSentence(readQuestion(question), readPassage(passage));
    expect(passage.slice(choice?.answer?.start, choice?.answer?.end)).toBe(name);
  });

  it.each([
    ['曹桂兰今年多大年纪？', '卖菜22年的摊主曹桂兰一边码着豆角，一边对记者说。'],
    ['书店的电话是多少？', '书店平均每天接待120名读者。'],
  ])('gives no run of another measure: %s', (question, passage) => {
    expect(chooseSentence(readQuestion(question), readPassage(passage))?.answer).toBeNull();
  });

  it.each([
    ['书店为什么搬家？', SHOP],
    ['“智理”是什么意思？', '通过大数据推动社会治理网络化，实现治理从“治理”到“智理”转变。'],
  ])('gives no run where a clause answers: %s', (question, passage) => {
    expect(chooseSentence(readQuestion(question), readPassage(passage))?.answer).toBeNull();
  });

  it('marks a whole sentence of the passage for any question, and is as sure as a share can be', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'binary', maxLength: 200 }),
        (q, text) => {
          const passage = readPassage(text);
          const choice = chooseSentence(readQuestion(q), passage);
          expect(choice === null).toBe(passage.sentences.length === 0);
          if (choice === null) return;
          expect(passage.sentences.map(({ start, end }) => ({ start, end }))).toContainEqual(choice.highlight);
          const { answer, highlight } = choice;
          if (answer !== null) {
            expect(answer.start).toBeGreaterThanOrEqual(highlight.start);
            expect(answer.end).toBeLessThanOrEqual(highlight.end);
            expect(text.slice(answer.start, answer.end)).toMatch(/^[^\p{P}\s].*[^\p{Ps}\p{Pi}\s]$|^[^\p{P}\s]$/u);
          }
          expect(choice.probability).toBeGreaterThan(0);
          expect(choice.probability).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
