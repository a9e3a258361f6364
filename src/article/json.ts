import { z } from 'zod';
import { type Article, NotAnArticle, type Script, type Section } from './article.ts';
import { defined } from './defined.ts';
import { contentHash } from './hash.ts';

const text = z.string().trim().min(1);
/** A date, or a date and time; seconds and offset may be missing. */
export const ISO_8601 = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** The article's own words, taken as they are. */
const words = z.string().regex(/\S/, 'is blank');
const offset = z.int().nonnegative();

/** An Article as `article --json` prints it. Summaries are made afresh, so they may be absent. */
const ARTICLE = z.object({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}_-]+$/u, 'must be letters, digits, - and _')
    .optional(),
  title: z.string().default(''),
  subtitle: text.optional(),
  site: text.optional(),
  url: text.optional(),
  source: text.optional(),
  publishedAt: z.string().regex(ISO_8601, 'is no ISO 8601 date').optional(),
  authors: z.array(text).optional(),
  editors: z.array(text).default([]),
  breadcrumbs: z.array(text).default([]),
  script: z.enum(['hans', 'hant'] satisfies Script[]).default('hans'),
  sections: z
    .array(z.object({ number: z.int().nonnegative(), heading: words.nullable(), paragraphs: z.array(words) }))
    .min(1),
  repairs: z.array(z.object({ rule: text, at: offset, from: z.string(), to: z.string() })).default([]),
  removed: z.array(z.object({ rule: text, at: offset, text: z.string() })).default([]),
});

/** An article as `npm run article -- --json` prints it: without its hash, each section with its summary. */
export type ArticleJson = Omit<Article, 'hash' | 'sections'> & {
  readonly sections: readonly (Section & { readonly summary: readonly string[] })[];
};

/**
 * Reads exactly one Article as `articleToJson` prints it. Its text is taken as it is: nothing
 * is repaired, and its own id wins.
 *
 * @param json UTF-8 bytes or text.
 * @param id of an article that has none.
 * @throws NotAnArticle that names the field which is wrong.
 */
export function articleFromJson(json: Uint8Array | string, id: string): Article {
  const parsed = ARTICLE.safeParse(parseJson(json));
  if (!parsed.success) throw new NotAnArticle(`the JSON is no article: ${firstIssue(parsed.error)}`);
  const { title, subtitle, site, url, source, publishedAt, authors, ...rest } = parsed.data;
  if (rest.sections.every(({ paragraphs }) => paragraphs.length === 0)) {
    throw new NotAnArticle('the article in the JSON has no paragraph');
  }
  requireNumbering(rest.sections);
  return {
    ...rest,
    id: rest.id ?? id,
    hash: contentHash(title, rest.sections),
    title,
    ...defined({ subtitle, site, url, source, publishedAt, authors: authors?.length ? authors : undefined }),
  };
}

/** The object to print, keys in a fixed order. @param summaries of each section its sentences. */
export function articleToJson(article: Article, summaries: readonly (readonly string[])[]): ArticleJson {
  const { id, title, subtitle, site, url, source, publishedAt, authors, editors, breadcrumbs, script } = article;
  const { repairs, removed } = article;
  const sections = article.sections.map((section, at) => ({ ...section, summary: summaries[at] ?? [] }));
  const known = defined({ subtitle, site, url, source, publishedAt, authors });
  return { id, title, ...known, editors, breadcrumbs, script, sections, repairs, removed };
}

function parseJson(json: Uint8Array | string): unknown {
  try {
    return JSON.parse(typeof json === 'string' ? json : new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch (cause) {
    throw new NotAnArticle('the file is not valid JSON', { cause });
  }
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'unknown shape' : `${issue.path.join('.') || 'article'}: ${issue.message}`;
}

/**
 * Addresses are section numbers: the lead, if there is one, is 0 and comes first, the others count from 1.
 * @throws NotAnArticle where they are numbered otherwise
 */
export function requireNumbering(sections: Article['sections']): void {
  const first = sections[0]?.heading === null ? 0 : 1;
  for (const [at, { number, heading }] of sections.entries()) {
    if (number !== first + at || (heading === null) !== (number === 0)) {
      throw new NotAnArticle(`the JSON is no article: sections.${at}.number: must be ${first + at}`);
    }
  }
}
