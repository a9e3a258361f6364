import { expect, it } from 'vitest';
import { sentencesOf } from '../../src/passages/passages.ts';
import { windowsOf } from '../../src/passages/windows.ts';
import { readQuestion } from '../../src/question/question.ts';
import type { NetworkReading } from '../../src/reader/reader.ts';
import { find } from '../../src/retrieval/find.ts';
import { createPassageStore } from '../../src/retrieval/store/store.ts';
import { rivalsByReading } from '../../src/selection/rivals.ts';
import { articleOf } from '../training/passages.ts';

/** What is told in an article of one sentence, the words of it that answer, and how likely the reader finds that, in log odds. */
type Told = readonly [title: string, sentence: string, run: string, logOdds: number];

/** The titles of those that a question leaves open. */
function rivals(asked: string, told: readonly Told[]): string[] {
  const articles = told.map(([title, sentence], at) => ({ ...articleOf(`a${at}`, [sentence]), title }));
  const store = createPassageStore(articles);
  const { question, ranked } = find(store, readQuestion(asked), {});
  const read = ranked.flatMap((found): NetworkReading[] => {
    const { passage } = found;
    const [window] = windowsOf(passage);
    const [, , run = '', logOdds = 0] = told.find(([title]) => title === passage.article.title) ?? [];
    const start = passage.folded.indexOf(run);
    const answer = {
      passage,
      sentence: sentencesOf(passage)[0] ?? null,
      run: { start, end: start + run.length },
      logOdds,
    };
    const likely = { runLikelihood: 1, sentenceLikelihood: 1, found: { ...found, similarity: undefined, fused: 0 } };
    return window === undefined ? [] : [{ ...answer, ...likely, window }];
  });
  read.sort((a, b) => b.logOdds - a.logOdds);
  return rivalsByReading(store, question, read, []).map(({ passage }) => passage.article.title);
}

const OPENED = '这里设病床NUMBER，比原来多了一倍，院长NAME说看病难有望缓解。';
const opened = (number: string, name: string) => OPENED.replace('NUMBER', number).replace('NAME', name);

it('what is told in the same words is open, however unlike the names in it are read', () => {
  const told: Told[] = [
    ['柳溪市医院启用', opened('800张', '鲁怀安'), '鲁怀安', -0.1],
    ['赤湾区医院开诊', opened('180张', '阮碧云'), '阮碧云', -2.2],
    ['雁滩镇医院迎来病人', opened('30张', '褚英'), '褚英', -4.6],
  ];
  expect(rivals('院长叫什么名字', told)).toHaveLength(3);
});

it('what is told in other words is open only where the reader takes it for an answer', () => {
  const told: Told[] = [
    ['柳溪市医院启用', opened('800张', '鲁怀安'), '鲁怀安', -0.1],
    ['赤湾区医院开诊', '从老院区搬来的院长阮碧云在门口迎接第一批病人。', '阮碧云', -2.2],
  ];
  expect(rivals('院长叫什么名字', told)).toEqual([]);
});

it('where all name the same there is nothing to choose', () => {
  const told = (second: string): Told[] => [
    ['青屿马拉松昨日鸣枪', '男子冠军由肯尼亚选手基普鲁夺得，全程天晴。', '肯尼亚选手基普鲁', 3.1],
    ['青屿马拉松落幕', `男子冠军${second}跑出了好成绩，比纪录慢了一些。`, second, 3],
  ];
  expect(rivals('男子冠军是谁', told('基普鲁'))).toEqual([]);
  expect(rivals('男子冠军是谁', told('姆旺吉'))).toHaveLength(2);
});

it('the same figure may be of two things', () => {
  const told: Told[] = [
    ['柳溪市车站启用', '停车收费每小时2元，出口可以扫码。', '2元', 3],
    ['望川市车站启用', '停车收费首小时2元，入口有人值守。', '2元', 3],
  ];
  expect(rivals('停车收费多少', told)).toHaveLength(2);
});
