import { fold } from '../language/fold.ts';
import type { Span } from '../language/sentences.ts';
import type { Address } from './address.ts';
import type { Section } from './article.ts';
import { writersIn } from './bylines/bylines.ts';
import { readDispatch } from './bylines/dispatch.ts';

/** How many paragraphs from either end a writer is named in. */
const EDGE = 2;

/** Where an article names its writers. */
export interface ArticleByline {
  readonly address: Address;
  /** Canonical text of that paragraph. */
  readonly text: string;
  /** UTF-16 offsets into `text`, in order; at least one. */
  readonly names: readonly Span[];
}

const bylines = new WeakMap<readonly Section[], { readonly byline: ArticleByline | undefined }>();

/**
 * The paragraph in which an article says who wrote it; read once for the same sections.
 * @returns undefined where it does not
 */
export function bylineOf(sections: readonly Section[]): ArticleByline | undefined {
  const known = bylines.get(sections);
  if (known !== undefined) return known.byline;
  const byline = findByline(sections);
  bylines.set(sections, { byline });
  return byline;
}

/** Whose dispatch an article is, and when that was sent, where it opens as one: 中新社北京2021年7月3日电. */
export function dispatchOf(sections: readonly Section[]): { readonly source?: string; readonly publishedAt?: string } {
  const paragraphs = sections.flatMap((section) => section.paragraphs).slice(0, EDGE);
  for (const text of paragraphs) {
    const dispatch = readDispatch(fold(text));
    if (dispatch === undefined) continue;
    const { outlet, iso } = dispatch;
    return {
      ...(outlet !== undefined && { source: text.slice(outlet.start, outlet.end) }),
      ...(iso !== undefined && { publishedAt: iso }),
    };
  }
  return {};
}

function findByline(sections: readonly Section[]): ArticleByline | undefined {
  const paragraphs = sections.flatMap(({ number, paragraphs }) =>
    paragraphs.map((text, index) => ({ address: { section: number, paragraph: index + 1 }, text })),
  );
  for (const [index, { address, text }] of paragraphs.entries()) {
    if (!mayNameWriter(index, paragraphs.length)) continue;
    const names = writersIn(fold(text));
    if (names.length > 0) return { address, text, names };
  }
  return undefined;
}

function mayNameWriter(index: number, count: number): boolean {
  return index < EDGE || index >= count - EDGE;
}
