import type { Address } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import { printedFact } from '../article/printed-facts.ts';
import { fold } from '../language/fold.ts';
import { passagesOf } from '../passages/passages.ts';

/** What is no paragraph but stands in the article all the same. */
export type Head = 'title' | 'subtitle' | 'heading' | 'source' | 'site' | 'published' | 'authors' | 'editors';

/** A paragraph, or a line above paragraphs, and where its letters begin among the article's. */
export interface LetteredText {
  /** The paragraph's; of a heading its section's with paragraph 0, of what the whole article has that of the lead. */
  readonly address: Address;
  /** Set for what is no paragraph. */
  readonly head?: Head;
  readonly text: string;
  /** The same offsets as `text`. */
  readonly folded: string;
  /** Among the article's letters, in UTF-16 units. */
  readonly from: number;
}

/**
 * An article's letters and digits in a row, folded: its paragraphs' without a gap, as who copies
 * several reads on, then each of its heads', set apart from everything by a line break.
 */
export interface Letters {
  readonly text: string;
  /** In the order of `from`. */
  readonly texts: readonly LetteredText[];
}

const NOT_A_LETTER = /[^\p{L}\p{N}]/gu;
const LETTER = /[\p{L}\p{N}]/u;

/** What words are compared by: folded letters and digits alone. */
export function lettersOf(words: string): string {
  return lettersIn(fold(words));
}

/** As `lettersOf`, of what is folded already. */
export function lettersIn(folded: string): string {
  return folded.replace(NOT_A_LETTER, '');
}

const lettersOfArticle = new WeakMap<Article, Letters>();

/** Read when first asked for, and kept with the article. */
export function readLetters(article: Article): Letters {
  const known = lettersOfArticle.get(article);
  if (known !== undefined) return known;
  let all = '';
  const body = passagesOf(article).map(({ section, paragraph, text, folded }): LetteredText => {
    const from = all.length;
    all += lettersIn(folded);
    return { address: { section, paragraph }, text, folded, from };
  });
  const heads = headsOf(article).map((head): LetteredText => {
    const folded = fold(head.text);
    const from = all.length + 1;
    all += `\n${lettersIn(folded)}`;
    return { ...head, folded, from };
  });
  const letters = { text: all, texts: [...body, ...heads] };
  lettersOfArticle.set(article, letters);
  return letters;
}

const LINES = ['title', 'subtitle', 'source', 'site', 'published', 'authors', 'editors'] as const;

/** A line above the paragraphs as the page has it: who edited and wrote it with the label, `责编：周婉婷、焦隆`. */
export function lineOf(article: Article, head: Exclude<Head, 'heading'>): string {
  if (head === 'published') return printedFact(article, 'publishedAt') ?? '';
  if (head === 'authors' || head === 'editors') return printedFact(article, head) ?? '';
  return article[head] ?? '';
}

function headsOf(article: Article): Pick<LetteredText, 'address' | 'head' | 'text'>[] {
  const top = { section: 0, paragraph: 0 };
  return [
    ...LINES.map((head) => ({ address: top, head, text: lineOf(article, head) })),
    ...article.sections.map(({ number, heading }) => ({
      address: { section: number, paragraph: 0 },
      head: 'heading' as const,
      text: heading ?? '',
    })),
  ].filter(({ text }) => text !== '');
}

/** The text that holds a letter of an article: by bisection, in log time. */
export function textAt({ texts }: Letters, at: number): number {
  let low = 0;
  let high = texts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((texts[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

const offsetsOfText = new WeakMap<LetteredText, Uint32Array>();

/** The UTF-16 offset in a text of each unit of its letters; kept, because a long one is asked about often. */
export function offsetsOf(lettered: LetteredText): Uint32Array {
  const known = offsetsOfText.get(lettered);
  if (known !== undefined) return known;
  const found: number[] = [];
  let offset = 0;
  for (const character of lettered.folded) {
    if (LETTER.test(character)) for (let unit = 0; unit < character.length; unit += 1) found.push(offset + unit);
    offset += character.length;
  }
  const offsets = Uint32Array.from(found);
  offsetsOfText.set(lettered, offsets);
  return offsets;
}
