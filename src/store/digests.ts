import { createHash } from 'node:crypto';
import type { Article } from '../article/article.ts';

/** Of what the article says under its headings, whatever its title. */
export function textDigest({ sections }: Pick<Article, 'sections'>): Buffer {
  return digestOf(JSON.stringify(sections.map(({ heading, paragraphs }) => [heading, paragraphs])));
}

/** Of a title or an id. */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text.trim()).digest();
}

/** What a column of PostgreSQL can hold of a text: it knows neither half a character nor the one of code 0. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}
