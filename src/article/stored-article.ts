import { z } from 'zod';
import type { Article, Removal, Repair, Script, Section } from './article.ts';
import { contentHash } from './hash.ts';
import { ISO_8601, requireNumbering } from './json.ts';

const text = z.string();
const offset = z.int().nonnegative();

const SECTION = {
  number: z.int().nonnegative(),
  heading: text.nullable(),
  paragraphs: z.array(text),
} satisfies Record<keyof Section, z.ZodType>;

const REPAIR = { rule: text, at: offset, from: text, to: text } satisfies Record<keyof Repair, z.ZodType>;
const REMOVAL = { rule: text, at: offset, text } satisfies Record<keyof Removal, z.ZodType>;

/** Every field of an article, so that one which comes to it comes to this, too. */
const ARTICLE = {
  id: text.regex(/^[\p{L}\p{N}_-]+$/u),
  hash: text,
  title: text,
  subtitle: text.optional(),
  site: text.optional(),
  url: text.optional(),
  source: text.optional(),
  publishedAt: text.regex(ISO_8601).optional(),
  authors: z.array(text).optional(),
  editors: z.array(text),
  breadcrumbs: z.array(text),
  script: z.enum(['hans', 'hant'] satisfies Script[]),
  sections: z.array(z.strictObject(SECTION)).min(1),
  repairs: z.array(z.strictObject(REPAIR)),
  removed: z.array(z.strictObject(REMOVAL)),
} satisfies Record<keyof Article, z.ZodType>;

/**
 * An article as the program has kept it for itself, just as it was made. Nothing is filled in or
 * trimmed; what no page could have been made into is refused: an unknown field, a number that is
 * a text, sections numbered at will, a hash of other words.
 */
export const StoredArticleSchema = z.strictObject(ARTICLE).refine(isSound) as unknown as z.ZodType<Article>;

function isSound({ hash, title, sections }: Pick<Article, 'hash' | 'title' | 'sections'>): boolean {
  if (sections.every(({ paragraphs }) => paragraphs.length === 0)) return false;
  try {
    requireNumbering(sections);
  } catch {
    return false;
  }
  return hash === contentHash(title, sections);
}
