import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../../src/question/question.ts';
import { readPassage } from '../../../../src/retrieval/sentence/passage.ts';
import { candidatesOf } from '../../../../src/retrieval/sentence/runs/candidates.ts';
import { COMPARED_NAMES } from '../../../../src/retrieval/sentence/runs/compared.ts';
import { candidateRows, RUN_FEATURE_NAMES } from '../../../../src/retrieval/sentence/runs/rows.ts';
import { sceneOf } from '../../../../src/retrieval/sentence/scene.ts';

function candidates(question: string, sentence: string): string[] {
  return candidatesOf(sceneOf(readQuestion(question), readPassage(sentence)), [0]).map(({ text }) => text);
}

describe('candidates beyond the phrases that the tags show', () => {
  it.each([
    ['罗斯托夫州的首府是哪一个城市？', '面积100,800平方公里，首府顿河畔罗斯托夫。', '顿河畔罗斯托夫'],
    ['亚美尼亚语归属于哪一种语系的一支？', '亚美尼亚语属于印欧语系的一支。', '印欧语系'],
    ['什么学说能解释它？', '演化心理学对它的解释是适应。', '演化心理学'],
    ['谁十次出巡奴儿干？', '明朝先后十次派太监亦失哈出巡奴儿干。', '亦失哈'],
  ])('%s', (question, sentence, answer) => {
    expect(candidates(question, sentence)).toContain(answer);
  });

  it('are looked for in likely sentences alone', () => {
    const scene = sceneOf(readQuestion('谁来过？'), readPassage('没有人来过。首府顿河畔罗斯托夫。'));
    const texts = (scores: number[]) => candidatesOf(scene, scores).map(({ text }) => text);
    expect(texts([0, 0])).toContain('顿河畔罗斯托夫');
    expect(texts([4, 0])).not.toContain('顿河畔罗斯托夫');
  });

  it('join what are two forms and one time', () => {
    const marathon = '基普科里以2小时07分18秒夺冠。';
    expect(candidates('基普科里跑了多长时间？', marathon)).toContain('2小时07分18秒');
    expect(candidates('基普科里跑了多长时间？', marathon)).not.toContain('18秒');
  });
});

describe('dates as they are asked for', () => {
  const TEXT = '2020年2月，金昌市被确定为试点城市。';

  it.each(['金昌市什么时候被确定为试点城市？', '金昌市何时被确定为试点城市？'])('%s', (question) => {
    expect(candidates(question, TEXT)).toContain('2020年2月');
    expect(candidates(question, TEXT)).not.toContain('2020年');
  });

  it('are the year alone where a year is asked for', () => {
    expect(candidates('金昌市哪一年被确定为试点城市？', TEXT)).toContain('2020年');
    expect(candidates('金昌市哪一年被确定为试点城市？', TEXT)).not.toContain('2020年2月');
  });

  it('keep both where neither is asked for', () => {
    expect(candidates('金昌市与2020年有关的事？', '2021年2月，金昌市被确定为试点城市。')).toEqual(
      expect.arrayContaining(['2021年', '2021年2月']),
    );
  });

  it('keep the beginning of a span', () => {
    expect(candidates('东德何时成立？', '东德存在于1949年至1990年。')).toContain('1949年');
  });
});

describe('candidateRows', () => {
  it('compares the candidates of a question with each other', () => {
    const scene = sceneOf(
      readQuestion('周文远哪一年辞去工作？'),
      readPassage('1990年他来到这里，周文远于1994年辞去工作。'),
    );
    const found = candidatesOf(scene, [0]);
    const rows = candidateRows(scene, found);
    const at = RUN_FEATURE_NAMES.indexOf('near after, behind the best of its type');
    const lack = (text: string) => rows[found.findIndex((candidate) => candidate.text === text)]?.[at];
    expect(lack('1994年')).toBe(0);
    expect(lack('1990年')).toBeLessThan(0);
    expect(rows.every((row) => row.every(Number.isFinite))).toBe(true);
  });

  it('compares what there is', () => {
    for (const name of COMPARED_NAMES) expect(RUN_FEATURE_NAMES).toContain(name.split(', behind')[0]);
  });
});
