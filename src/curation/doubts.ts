import type { Article } from '../article/article.ts';
import { UNREADABLE } from '../article/unreadable.ts';

/** What looks doubtful about an article, for a person to look at. */
export type Doubt =
  | { readonly kind: 'no date' | 'no source' | 'no title' | 'title may be wrong' | 'much damage' | 'much removed' }
  | { readonly kind: 'unreadable'; readonly count: number }
  | { readonly kind: 'short'; readonly characters: number };

/** Articles are longer. Characters. */
const SHORT = 200;
/** Titles are shorter. Characters. */
const LONGEST_TITLE = 45;
/** A page around an article is seldom this much longer than it. */
const MUCH = 3;

/** @returns the gravest first; none for an article that looks as articles do */
export function doubtsAbout(article: Article): Doubt[] {
  const { title, sections, removed, repairs, publishedAt, source } = article;
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  const text = [title, ...sections.map(({ heading }) => heading ?? ''), ...paragraphs].join('');
  const unreadable = text.split(UNREADABLE).length - 1;
  const characters = lengthOf(paragraphs);
  const doubts: (Doubt | undefined)[] = [
    repairs.some(({ rule }) => rule === 'too-much-damage') ? { kind: 'much damage' } : undefined,
    unreadable > 0 ? { kind: 'unreadable', count: unreadable } : undefined,
    characters < SHORT ? { kind: 'short', characters } : undefined,
    title === '' ? { kind: 'no title' } : undefined,
    title !== '' && isDoubtfulTitle(title, paragraphs[0] ?? '') ? { kind: 'title may be wrong' } : undefined,
    lengthOf(removed.map((removal) => removal.text)) > MUCH * characters ? { kind: 'much removed' } : undefined,
    publishedAt === undefined ? { kind: 'no date' } : undefined,
    source === undefined ? { kind: 'no source' } : undefined,
  ];
  return doubts.filter((doubt) => doubt !== undefined);
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** A title that is a sentence, or begins the text, is the text's first line. */
function isDoubtfulTitle(title: string, opening: string): boolean {
  return /[。；，：]$/.test(title) || title.length > LONGEST_TITLE || opening.startsWith(title);
}
