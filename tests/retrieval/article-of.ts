import type { Article } from '../../src/article/article.ts';

/** An article of one section, with these paragraphs. */
export function articleOf(
  id: string,
  paragraphs: readonly string[],
  { hash = `hash of ${id}`, title = '一年的事', heading = null as string | null } = {},
): Article {
  const sections = [{ number: heading === null ? 0 : 1, heading, paragraphs }];
  return { id, hash, title, editors: [], breadcrumbs: [], script: 'hans', sections, repairs: [], removed: [] };
}
