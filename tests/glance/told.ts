import type { Article } from '../../src/article/article.ts';
import { harbour } from '../sample-articles.ts';

/** An article of nothing but paragraphs. */
export function told(...paragraphs: string[]): Article {
  return { ...harbour, script: 'hans', sections: [{ number: 0, heading: null, paragraphs }] };
}
