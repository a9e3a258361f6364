import type { Address } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';

/** Where an article has somebody's words: from one offset in a paragraph to another, maybe paragraphs later. */
export interface Occurrence {
  readonly article: Article;
  readonly from: Address;
  readonly to: Address;
  /** UTF-16 offset into the first paragraph. */
  readonly start: number;
  /** UTF-16 offset into the last paragraph, exclusive. */
  readonly end: number;
}

/** An article's letters and digits in a row, and where each paragraph's begin. */
interface Letters {
  readonly text: string;
  readonly paragraphs: readonly { readonly address: Address; readonly text: string; readonly from: number }[];
}

const NOT_A_LETTER = /[^\p{L}\p{N}]/gu;
const LETTER = /[\p{L}\p{N}]/u;

const lettersOfArticle = new WeakMap<Article, Letters>();

/**
 * Where articles say these words. Script, width, case, spaces and punctuation do not count;
 * every letter and digit does.
 *
 * @returns the first occurrence in each article that has one; none for words without a letter
 */
export function findVerbatim(words: string, articles: readonly Article[]): Occurrence[] {
  const wanted = lettersOf(words);
  if (wanted === '') return [];
  return articles.flatMap((article) => {
    const letters = readLetters(article);
    const at = letters.text.indexOf(wanted);
    return at < 0 ? [] : [occurrence(article, letters, at, at + wanted.length)];
  });
}

/** What is compared: folded letters and digits alone. */
export function lettersOf(words: string): string {
  return fold(words).replace(NOT_A_LETTER, '');
}

function readLetters(article: Article): Letters {
  const known = lettersOfArticle.get(article);
  if (known !== undefined) return known;
  let all = '';
  const paragraphs = article.sections.flatMap(({ number, paragraphs }) =>
    paragraphs.map((text, index) => {
      const paragraph = { address: { section: number, paragraph: index + 1 }, text, from: all.length };
      all += lettersOf(text);
      return paragraph;
    }),
  );
  const letters = { text: all, paragraphs };
  lettersOfArticle.set(article, letters);
  return letters;
}

function occurrence(article: Article, letters: Letters, start: number, end: number): Occurrence {
  const first = letters.paragraphs.findLast(({ from }) => from <= start);
  const last = letters.paragraphs.findLast(({ from }) => from < end);
  if (first === undefined || last === undefined) throw new Error('an occurrence lies in no paragraph');
  return {
    article,
    from: first.address,
    to: last.address,
    start: offsetOfLetter(first.text, start - first.from),
    end: offsetOfLetter(last.text, end - last.from - 1) + 1,
  };
}

/** The UTF-16 offset of the n-th UTF-16 unit that belongs to a letter or digit. */
function offsetOfLetter(text: string, n: number): number {
  let units = 0;
  let offset = 0;
  for (const character of text) {
    if (LETTER.test(character)) {
      if (units + character.length > n) return offset + (n - units);
      units += character.length;
    }
    offset += character.length;
  }
  return text.length;
}
