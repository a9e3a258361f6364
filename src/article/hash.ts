import { createHash } from 'node:crypto';
import type { Article, Section } from './article.ts';

const LENGTH = 8;

/** Eight hexadecimal digits that change when the title, a heading or a paragraph does. */
export function contentHash(title: string, sections: readonly Section[]): string {
  const content = JSON.stringify([title, sections.map(({ heading, paragraphs }) => [heading, paragraphs])]);
  return createHash('sha256').update(content).digest('hex').slice(0, LENGTH);
}

/** The article with another title, and the hash that goes with it. */
export function entitled(article: Article, title: string): Article {
  return { ...article, title, hash: contentHash(title, article.sections) };
}
