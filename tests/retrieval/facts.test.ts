import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { factsPassage } from '../../src/retrieval/facts.ts';

const article: Article = {
  id: 'shancheng',
  hash: 'h',
  script: 'hans',
  title: '山城图书馆迎来新馆舍',
  source: '山城晚报',
  site: '山城网',
  publishedAt: '2022-05-06T08:30:00+08:00',
  editors: ['林岚', '周远'],
  breadcrumbs: [],
  sections: [{ number: 0, heading: null, paragraphs: ['市图书馆新馆开放。'] }],
  repairs: [],
  removed: [],
};
describe('factsPassage', () => {
  it('prints the line of facts with the asked one marked', () => {
    const passage = factsPassage(article, 'editors');
    expect(passage?.text).toBe('来源：山城晚报　2022年5月6日08:30　责编：林岚、周远');
    expect(passage?.highlight && passage.text.slice(passage.highlight.start, passage.highlight.end)).toBe(
      '责编：林岚、周远',
    );
    expect(passage?.answer && passage.text.slice(passage.answer.start, passage.answer.end)).toBe('林岚、周远');
  });

  it('leaves out what is unknown, and has no line for it', () => {
    const { source: _source, ...rest } = article;
    expect(factsPassage({ ...rest, editors: [] }, 'publishedAt')?.text).toBe('2022年5月6日08:30');
    expect(factsPassage({ ...rest, editors: [] }, 'editors')).toBeUndefined();
  });

  it('prints where in the site it stood', () => {
    const passage = factsPassage({ ...article, breadcrumbs: ['山城网', '文化'] }, 'breadcrumbs');
    expect(passage?.text).toMatch(/^栏目：山城网 > 文化　来源：/);
  });

  it('labels in the script of the article', () => {
    expect(factsPassage({ ...article, script: 'hant' }, 'source')?.text).toMatch(/^來源：.*責編：/);
  });
});
