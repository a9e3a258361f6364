import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/library/open.ts';
import { articleOf } from '../training/passages.ts';

const TEXTS = [
  '青石桥始建于1687年，全长86米，由县令周文远主持修建，是当地现存最古老的石拱桥。',
  '1998年洪水冲毁了东侧两孔，文物部门用三年时间修复，工程耗资240万元。',
  '桥下的河流每年春天有成群的候鸟停留，观鸟协会在此设有观测点。',
];

const library = createLibrary([articleOf('bridge', TEXTS)]);
const confidence = async (question: string): Promise<number> => (await library.ask(question)).confidence;

describe('words alone', () => {
  it.each([
    '青石桥全长多少米？',
    '青石桥是谁主持修建的？',
    '洪水是哪一年冲毁东侧两孔的？',
    '工程耗资多少？',
    '观鸟协会在哪里设有观测点？',
  ])('answers %s', async (question) => {
    expect(await confidence(question)).toBeGreaterThan(0.5);
    expect((await library.ask(question)).answered).toBe(true);
  });

  it.each(['周文远的妻子是谁？', '青石桥的门票多少钱？', '今天股市涨了吗？', '量子力学的创始人是谁？'])(
    'refuses %s',
    async (question) => {
      expect(await confidence(question)).toBeLessThanOrEqual(0.5);
      expect((await library.ask(question)).answered).toBe(false);
    },
  );

  it.each(['你好，', '您好 ', '大家好，', '老师好，', 'hi ', '小编，'])('answers after %s', async (greeting) => {
    expect((await library.ask(`${greeting}青石桥全长多少米？`)).answered).toBe(true);
  });

  it('is less sure of a question with the subject exchanged', async () => {
    expect(await confidence('青石桥始建于哪一年？')).toBeGreaterThan(await confidence('卢沟桥始建于哪一年？'));
  });
});

describe('a question without content', () => {
  const verdict = async (question: string) => (await library.ask(question)).verdict;

  it.each(['的了吗呢', '这是什么', '你几岁了', '你叫什么名字'])('is %s', async (question) => {
    expect(await verdict(question)).toBe('off-topic');
  });

  it.each(['我国的石桥在哪里', '你知道青石桥有多长吗', '石桥'])('is not %s', async (question) => {
    expect(await verdict(question)).not.toBe('off-topic');
  });
});
