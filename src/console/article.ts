import { type Article, NotAnArticle, type Removal, type Repair } from '../article/article.ts';
import { formatPublishedAt } from '../article/dateline.ts';
import { articleToJson } from '../article/json.ts';
import { reasonFor } from '../chat/texts/change-reasons.ts';
import type { PageReader } from '../engine/page-reader.ts';
import type { Summaries } from '../engine/page-tasks.ts';
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
 * Shows what each file was made into, in the order given: a line of JSON for each article in it, or the article
 * and all that was done to it. A refused file, or member of an archive, does not stop the others.
 * @returns whether every file, and every member, was an article
 */
export async function articleMode(mode: ArticleMode): Promise<boolean> {
  let all = true;
  for (const file of mode.files) all = (await showFile(file, mode)) && all;
  return all;
}

async function showFile(file: string, mode: ArticleMode): Promise<boolean> {
  const path = mode.resolve(file);
  try {
    const { articles, refused, summaries } = await mode.pages.read({ bytes: readSeedBytes(path), path, summed: true });
    for (const [at, article] of articles.entries()) show(article, summaries[at] ?? [], mode);
    for (const { member, reason } of refused) refuse(`${file}/${member}`, reason, mode);
    return refused.length === 0;
  } catch (error) {
    if (!(error instanceof NotAnArticle)) throw error;
    refuse(file, error.message, mode);
    return false;
  }
}

function show(article: Article, summaries: Summaries, { json, style, write }: ArticleMode): void {
  if (json) write(jsonLine(articleToJson(article, summaries)));
  else for (const line of describe(article, summaries, style)) write(line);
}

function refuse(file: string, reason: string, { json, write, complain }: ArticleMode): void {
  if (json) write(jsonLine({ file, error: reason }));
  complain(`${file}: ${reason}`);
}

function describe(article: Article, summaries: Summaries, style: Style): string[] {
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

/** Of what was removed, so much is shown. UTF-16 units. */
const MAX_SHOWN = 120;

function groupRepairs(repairs: readonly Repair[]): string[] {
  return grouped(repairs, ({ rule, from, to }) =>
    from === '' && to === '' ? rule : `${rule}: ${from} → ${to === '' ? '(nothing)' : to}`,
  );
}

function groupRemovals(removed: readonly Removal[]): string[] {
  return grouped(
    removed,
    ({ rule, text }) => `${rule} (${reasonFor(rule, 'en')}): ${shortened(text.replaceAll('\n', ' / '))}`,
  );
}

function shortened(text: string): string {
  if (text.length <= MAX_SHOWN) return text;
  return `${text.slice(0, MAX_SHOWN).toWellFormed()}… (${text.length} characters)`;
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
