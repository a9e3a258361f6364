import type { Article } from '../../../src/article/article.ts';
import { GRID } from './articles.ts';

/** Articles that no card can hold. */

/** Sections whose every part is as long as a page may have it; a character of them has three bytes, or four. */
function longArticle(id: string, hash: string, character: string): Article {
  const words = (count: number) => character.repeat(count / character.length);
  const sentence = (at: number) => `第${at}句${words(36)}。`;
  const sections = Array.from({ length: 26 }, (_, number) => ({
    number,
    heading: number === 0 ? null : `${number}${words(118)}`,
    paragraphs: Array.from({ length: 9 }, (_, paragraph) =>
      Array.from({ length: 4 }, (_, at) => sentence(number * 100 + paragraph * 10 + at)).join(''),
    ),
  }));
  const url = `http://example.com/${'a'.repeat(480)}`;
  return { ...GRID, id, hash, title: words(120), source: words(80), url, editors: [words(40)], sections };
}

export const CHINESE = longArticle('long', 'aaaa11112222', '网');
/** In characters of four bytes. */
export const RARE = longArticle('rare', 'bbbb11112222', '𠮷');
export const MANY = Array.from({ length: 30 }, (_, at) => ({ ...CHINESE, id: `long${at}`, hash: `aaaa${at}` }));
