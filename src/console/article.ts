import { type Article, NotAnArticle, type Removal, type Repair } from '../article/article.ts';
import { formatPublishedAt } from '../article/dateline.ts';
import { articleToJson } from '../article/json.ts';
import type { PageReader } from '../engine/page-reader.ts';
import { jsonLine } from '../json-line.ts';
import { readSeedBytes } from '../library/seed-bytes.ts';
import { emphasised, plain, type Style, wrap } from './style.ts';

/** What `article` was told on the command line. */
export interface ArticleMode {
  /** As they were given, for messages. */
  readonly files: readonly string[];
  readonly resolve: (file: string) => string;
  readonly pages: PageReader;
  readonly json: boolean;
  readonly style: Style;
  readonly write: (line: string) => void;
  readonly complain: (line: string) => void;
}

/**
 * Shows what each file was made into, in the order given: a line of JSON each, or the article
 * and all that was done to it. A refused file does not stop the others.
 * @returns whether every file was an article
 */
export async function articleMode(mode: ArticleMode): Promise<boolean> {
  let all = true;
  for (const file of mode.files) all = (await showFile(file, mode)) && all;
  return all;
}

async function showFile(file: string, mode: ArticleMode): Promise<boolean> {
  const path = mode.resolve(file);
  try {
    const { article, summaries } = await mode.pages.read({ bytes: readSeedBytes(path), path, summed: true });
    if (mode.json) mode.write(jsonLine(articleToJson(article, summaries)));
    else for (const line of describe(article, summaries, mode.style)) mode.write(line);
    return true;
  } catch (error) {
    if (!(error instanceof NotAnArticle)) throw error;
    if (mode.json) mode.write(jsonLine({ file, error: error.message }));
    mode.complain(`${file}: ${error.message}`);
    return false;
  }
}

function describe(article: Article, summaries: readonly (readonly string[])[], style: Style): string[] {
  const faint = (text: string) => wrap(emphasised(text, style.faint), '');
  return [
    ...wrap(emphasised(article.title, style.strong), ''),
    ...(article.subtitle === undefined ? [] : wrap([plain(article.subtitle)], '')),
    ...facts(article).flatMap(faint),
    ...article.sections.flatMap(({ number, heading, paragraphs }, index) => [
      '',
      ...wrap(emphasised(`§${number} ${heading ?? ''}`.trim(), style.strong), ''),
      ...(summaries[index] ?? []).flatMap((sentence) => wrap(emphasised(`· ${sentence}`, style.faint), '  ')),
      ...paragraphs.flatMap((paragraph, place) =>
        wrap([...emphasised(`¶${place + 1} `, style.faint), plain(paragraph)], ''),
      ),
    ]),
    '',
    ...wrap(emphasised(`Repairs: ${article.repairs.length}`, style.strong), ''),
    ...groupRepairs(article.repairs).flatMap((line) => wrap([plain(line)], '  ')),
    ...wrap(emphasised(`Removed: ${article.removed.length}`, style.strong), ''),
    ...groupRemovals(article.removed).flatMap((line) => wrap([plain(line)], '  ')),
    '',
  ];
}

function facts(article: Article): string[] {
  const published = article.publishedAt === undefined ? undefined : formatPublishedAt(article.publishedAt);
  const listed: [string, string | undefined][] = [
    ['id', article.id],
    ['site', article.site],
    ['url', article.url],
    ['source', article.source],
    ['published', published],
    ['authors', article.authors?.join('、')],
    ['editors', article.editors.join('、')],
    ['breadcrumbs', article.breadcrumbs.join(' > ')],
    ['script', article.script],
  ];
  return listed.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [`${label}: ${value}`]));
}

function groupRepairs(repairs: readonly Repair[]): string[] {
  return grouped(repairs, ({ rule, from, to }) =>
    from === '' && to === '' ? rule : `${rule}: ${from} → ${to === '' ? '(nothing)' : to}`,
  );
}

function groupRemovals(removed: readonly Removal[]): string[] {
  return grouped(
    removed,
    ({ rule, text }) => `${rule}: ${text.length > 120 ? `${text.slice(0, 120).toWellFormed()}…` : text}`,
  );
}

/** Equal edits in one line, with where the first stands and how many there are. */
function grouped<Edit extends { readonly at: number }>(
  edits: readonly Edit[],
  describeEdit: (edit: Edit) => string,
): string[] {
  const groups = new Map<string, { first: number; count: number }>();
  for (const edit of edits) {
    const described = describeEdit(edit);
    const group = groups.get(described);
    if (group === undefined) groups.set(described, { first: edit.at, count: 1 });
    else group.count += 1;
  }
  return [...groups].map(([described, { first, count }]) => `@${first} ${described}${count > 1 ? `  ×${count}` : ''}`);
}
