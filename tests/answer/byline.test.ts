import { describe, expect, it } from 'vitest';
import { bylinePassage } from '../../src/answer/facts.ts';
import { articleOf } from '../training/passages.ts';

/** The names that a paragraph gives as its writers'. */
function writers(paragraph: string): string | undefined {
  const found = bylinePassage(articleOf('one', [paragraph]))?.passage;
  return found?.answer ? found.passage.text.slice(found.answer.start, found.answer.end) : undefined;
}

describe('bylinePassage', () => {
  it.each([
    ['本报讯（记者 李博文）昨日，大桥合龙。', '李博文'],
    ['（本报记者 陈志文报道）', '陈志文'],
    ['〔記者吳佩珊／花蓮報導〕書店開幕。', '吳佩珊'],
    ['作者：王芳', '王芳'],
    ['记者 张三 文/图', '张三'],
    ['（记者 张三文/图）', '张三'],
    ['本报记者 林晓舟 周宁', '林晓舟 周宁'],
  ])('%s is by %s', (paragraph, names) => {
    expect(writers(paragraph)).toBe(names);
  });

  it.each([
    '大桥昨日合龙。（新华社记者 王五 摄）',
    '（作者系江城大学教授）',
    '记者张三说，大桥昨日合龙。',
    '记者在现场看到，市场占地3200平方米。',
    '大桥昨日合龙。',
  ])('%s names nobody', (paragraph) => {
    expect(writers(paragraph)).toBeUndefined();
  });
});
