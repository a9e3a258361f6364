import { describe, expect, it } from 'vitest';
import type { FoundPassage } from '../../src/answer/answer.ts';
import { factsPassage } from '../../src/answer/facts.ts';
import type { Article } from '../../src/article/article.ts';
import type { Span } from '../../src/language/sentences.ts';
import { library } from '../sample-articles.ts';

const article: Article = { ...library, breadcrumbs: [] };
const marked = ({ passage }: FoundPassage, { start, end }: Span) => passage.text.slice(start, end);

describe('factsPassage', () => {
  it('prints the line of facts with the asked one marked', () => {
    const passage = factsPassage(article, 'editors');
    expect(passage?.passage.text).toBe('来源：山城晚报　2022年5月6日08:30　责编：林岚、周远');
    expect(passage?.sentence && marked(passage, passage.sentence)).toBe('责编：林岚、周远');
    expect(passage?.answer && marked(passage, passage.answer)).toBe('林岚、周远');
  });

  it('leaves out what is unknown, and has no line for it', () => {
    const { source: _source, ...rest } = article;
    expect(factsPassage({ ...rest, editors: [] }, 'publishedAt')?.passage.text).toBe('2022年5月6日08:30');
    expect(factsPassage({ ...rest, editors: [] }, 'editors')).toBeUndefined();
  });

  it('prints who wrote it before who edited it', () => {
    const passage = factsPassage({ ...article, authors: ['高子墨', '陆可欣'] }, 'authors');
    expect(passage?.passage.text).toBe('来源：山城晚报　2022年5月6日08:30　作者：高子墨、陆可欣　责编：林岚、周远');
    expect(passage?.sentence && marked(passage, passage.sentence)).toBe('作者：高子墨、陆可欣');
    expect(factsPassage(article, 'authors')).toBeUndefined();
  });

  it('prints where in the site it stood', () => {
    const passage = factsPassage({ ...article, breadcrumbs: ['山城网', '文化'] }, 'breadcrumbs');
    expect(passage?.passage.text).toMatch(/^栏目：山城网 > 文化　来源：/);
  });

  it('labels in the script of the article', () => {
    expect(factsPassage({ ...article, script: 'hant' }, 'source')?.passage.text).toMatch(/^來源：.*責編：/);
  });
});
