import type { Article } from '../../src/article/article.ts';

/** What a page says of its article, as a case has it: null where it says nothing, '' for no title. */
export interface FoundOnPage {
  readonly title: string;
  readonly script: Article['script'];
  readonly subtitle: string | null;
  readonly source: string | null;
  readonly publishedAt: string | null;
  readonly authors: readonly string[] | null;
  readonly editors: readonly string[];
  /** All of them, in order. */
  readonly headings: readonly string[];
  readonly paragraphs: readonly string[];
}

/** What a case expects: any of what is found, and stretches that the article must have or must not have. */
export interface ExpectedPage extends Partial<FoundOnPage> {
  readonly contains?: readonly string[];
  readonly absent?: readonly string[];
  /** No heading has these words. */
  readonly absentHeadings?: readonly string[];
}

export const EXPECTED_KEYS: ReadonlySet<string> = new Set<keyof ExpectedPage>([
  ...([
    'title',
    'subtitle',
    'source',
    'publishedAt',
    'authors',
    'editors',
    'headings',
    'paragraphs',
    'script',
  ] as const),
  ...(['contains', 'absent', 'absentHeadings'] as const),
]);

/** What was found on a page, in the form that a case has. */
export function foundOf({
  title,
  script,
  subtitle,
  source,
  publishedAt,
  authors,
  editors,
  sections,
}: Article): FoundOnPage {
  return {
    title,
    script,
    subtitle: subtitle ?? null,
    source: source ?? null,
    publishedAt: publishedAt ?? null,
    authors: authors ?? null,
    editors,
    headings: sections.flatMap(({ heading }) => heading ?? []),
    paragraphs: sections.flatMap(({ paragraphs }) => paragraphs),
  };
}
