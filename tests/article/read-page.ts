import { expect } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { decode } from '../../src/article/decode.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { linesOfArticle, replay } from '../../src/article/replay.ts';

/** A title and two paragraphs of news to put page furniture around. */
export const TITLE = '本市交通投资创新高';
export const P = '昨日，本市召开全市交通工作会议，总结去年工作，部署今年任务。会议指出，要加快推进重点项目建设。';
export const Q = '据了解，去年全市共完成投资120亿元，同比增长8.5%，为历年最高。';

/** The lines as an article, whose repairs lead from the page to it. */
export function readPage(...lines: readonly string[]): Article {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const article = parseArticle(bytes, 'page');
  expect(replay(decode(bytes), article)).toEqual(linesOfArticle(article));
  return article;
}
