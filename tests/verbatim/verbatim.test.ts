import { describe, expect, it } from 'vitest';
import { findVerbatim } from '../../src/verbatim/verbatim.ts';
import { articleOf } from '../training/passages.ts';

const ARTICLE = articleOf('market', [
  '县里投资268万元建起菜市场，摊位不收摊位费，粮食总产量2.5万吨，比上年增长1.8%。',
  '卖菜22年的曹桂兰说，价格没有涨，夜里最低气温为-3.5℃，共1,248户受益。22户已搬迁。',
]);

/** The article's words for these, or undefined where it does not say them. */
function said(words: string): string | undefined {
  const [found] = findVerbatim(words, [ARTICLE]);
  if (found === undefined) return undefined;
  const paragraph = ARTICLE.sections[0]?.paragraphs[found.from.paragraph - 1] ?? '';
  return paragraph.slice(found.start, found.end);
}

describe('findVerbatim', () => {
  it.each([
    ['投资268万元', '投资268万元'],
    ['不收摊位费', '不收摊位费'],
    ['總產量２．５萬噸', '总产量2.5万吨'],
    ['价格没有涨', '价格没有涨'],
    ['共1248户', '共1,248户'],
    ['最低气温为-3.5', '最低气温为-3.5'],
    ['22户', '22户'],
  ])('finds %s', (words, expected) => {
    expect(said(words)).toBe(expected);
  });

  it.each(['68万元', '万元建起菜市场摊位收', '25万吨', '增长18%', '气温为3.5℃', '2年的曹桂兰', '48户受益'])(
    'does not find %s inside another number',
    (words) => {
      expect(said(words)).toBeUndefined();
    },
  );

  it.each(['收摊位费', '有涨'])('does not find %s, which is denied', (words) => {
    expect(said(words)).toBeUndefined();
  });

  it('goes on to a place where the number is whole', () => {
    const [found] = findVerbatim('2户', [articleOf('one', ['共22户。', '迁来2户。'])]);
    expect(found?.from.paragraph).toBe(2);
  });
});
