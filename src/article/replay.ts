import type { Article, Removal, Repair } from './article.ts';
import { withoutEdges } from './lines.ts';

/**
 * Does to a decoded file what an article's record says was done: every repair replaced,
 * every removal cut. What is left, line by line without blank lines and white space at the
 * edges, is `linesOfArticle`: nothing else was changed.
 *
 * @throws Error when an edit does not stand where the record says, or two overlap.
 */
export function replay(decoded: string, { repairs, removed }: Pick<Article, 'repairs' | 'removed'>): string[] {
  const edits = [...repairs, ...removed.map(asRepair)].sort((one, other) => one.at - other.at);
  let result = '';
  let read = 0;
  for (const { rule, at, from, to } of edits) {
    if (at < read) throw new Error(`the ${rule} edit at ${at} overlaps the one before it`);
    if (!decoded.startsWith(from, at)) throw new Error(`the file has no ${JSON.stringify(from)} at ${at}`);
    result += decoded.slice(read, at) + to;
    read = at + from.length;
  }
  result += decoded.slice(read);
  return result
    .split(/\r\n|[\n\r\f\u2028\u2029]/)
    .map(withoutEdges)
    .filter((line) => line !== '');
}

function asRepair({ rule, at, text }: Removal): Repair {
  return { rule, at, from: text, to: '' };
}

/** An article line by line: title, subtitle, then headings and paragraphs in order. */
export function linesOfArticle({
  title,
  subtitle,
  sections,
}: Pick<Article, 'title' | 'subtitle' | 'sections'>): string[] {
  const body = sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]);
  return [title, subtitle, ...body].filter((line) => line !== undefined && line !== null && line !== '') as string[];
}
