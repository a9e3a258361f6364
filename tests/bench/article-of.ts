import type { Article } from '../../src/article/article.ts';

/** An article that is nothing but these paragraphs: no title, no heading, no facts. */
export function articleOf(id: string, paragraphs: readonly string[]): Article {
  return {
    id,
    hash: id,
    title: '',
    // The script is only shown to readers; both sides are folded before they are matched.
    script: 'hans',
    editors: [],
    breadcrumbs: [],
    sections: [{ number: 0, heading: null, paragraphs }],
    repairs: [],
    removed: [],
  };
}

/** Articles of so many passages each, numbered from 0; the last may be shorter. */
export function articlesOf(passages: readonly string[], perArticle: number): Article[] {
  return Array.from({ length: Math.ceil(passages.length / perArticle) }, (_, number) =>
    articleOf(String(number), passages.slice(number * perArticle, (number + 1) * perArticle)),
  );
}
