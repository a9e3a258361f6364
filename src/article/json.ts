import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Article, NotAnArticle } from './article.ts';

const edit = { rule: z.string(), at: z.number().int().nonnegative() };
const repair = z.object({ ...edit, from: z.string(), to: z.string() });
const removal = z.object({ ...edit, text: z.string() });
const section = z.object({
  number: z.number().int().nonnegative(),
  heading: z.string().nullable(),
  paragraphs: z.array(z.string().min(1)),
});
const schema = z.object({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}_-]+$/u)
    .optional(),
  title: z.string(),
  subtitle: z.string().optional(),
  site: z.string().optional(),
  url: z.string().optional(),
  source: z.string().optional(),
  publishedAt: z.string().optional(),
  editors: z.array(z.string()).default([]),
  breadcrumbs: z.array(z.string()).default([]),
  script: z.enum(['hans', 'hant']).default('hans'),
  sections: z.array(section),
  repairs: z.array(repair).default([]),
  removed: z.array(removal).default([]),
});

/** An article as `npm run article -- --json` prints it. */
export type ArticleJson = Omit<Article, 'hash' | 'sections'> & {
  readonly sections: readonly (Article['sections'][number] & { readonly summary: readonly string[] })[];
};

/**
 * An article from a `.json` seed. Its text is taken as it is, its summaries are made afresh.
 * @param id the file's; the article's own wins
 * @throws NotAnArticle where the file does not hold exactly one article
 */
export function articleFromJson(bytes: Uint8Array, id: string): Article {
  const parsed = schema.safeParse(parseJson(bytes));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new NotAnArticle(`the JSON is no article: ${issue?.path.join('.') || 'it'}: ${issue?.message}`);
  }
  const article = { id, ...withoutUndefined(parsed.data) };
  if (article.sections.every(({ paragraphs }) => paragraphs.length === 0)) {
    throw new NotAnArticle('the article has no paragraph');
  }
  return { ...article, hash: hashOf(article) };
}

/** The object to print, keys in a fixed order. @param summaries each section's sentences, in their order */
export function articleToJson(article: Article, summaries: readonly (readonly string[])[]): ArticleJson {
  const { id, title, subtitle, site, url, source, publishedAt, editors, breadcrumbs, script, repairs, removed } =
    article;
  const sections = article.sections.map(({ number, heading, paragraphs }, index) => ({
    number,
    heading,
    paragraphs,
    summary: summaries[index] ?? [],
  }));
  return withoutUndefined({
    id,
    title,
    subtitle,
    site,
    url,
    source,
    publishedAt,
    editors,
    breadcrumbs,
    script,
    sections,
    repairs,
    removed,
  });
}

/** Eight hexadecimal digits over what a reader sees of the text: title, headings, paragraphs. */
export function hashOf({ title, sections }: Pick<Article, 'title' | 'sections'>): string {
  const text = [title, ...sections.flatMap(({ heading, paragraphs }) => [heading ?? '', ...paragraphs])];
  return createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 8);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(bytes));
  } catch (cause) {
    throw new NotAnArticle('the file is not JSON', { cause });
  }
}

/** An absent fact is an absent key, not `undefined`. */
function withoutUndefined<T extends object>(value: { [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}
