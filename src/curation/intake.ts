import { type Article, NotAnArticle } from '../article/article.ts';
import { entitled } from '../article/hash.ts';
import { LARGEST_FILE } from '../article/largest-file.ts';
import type { PageReader } from '../engine/page-reader.ts';
import { idOf } from '../library/seed-name.ts';
import type { Candidate, Refused } from './drafts.ts';
import { fitTitle } from './title.ts';

/** A file that somebody offers; it is fetched when it is opened. */
export interface Offered {
  /** As it is called where it comes from. */
  readonly name: string;
  /**
   * @param most bytes; what is larger is not fetched to its end
   * @throws NotFetched
   */
  open(most: number): Promise<Uint8Array>;
}

/** An offered file that did not come. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched';
  readonly why: 'too large' | 'too slow' | 'not there';

  constructor(why: NotFetched['why'], options?: ErrorOptions) {
    super(why, options);
    this.why = why;
  }
}

/** Why a file that did not come is no article. */
const NOT_FETCHED: Readonly<Record<NotFetched['why'], string>> = {
  'too large': `the file is larger than ${LARGEST_FILE / 1024 / 1024} MB`,
  'too slow': 'the file took too long to fetch',
  'not there': 'the file could not be fetched',
};

/** Of all files of an upload together. Bytes. */
const MOST_BYTES = 3 * LARGEST_FILE;
/** And so long fetching and reading them may take in all: others wait for the one who reads. Milliseconds. */
const MOST_MS = 60_000;
/** So many articles of one upload are looked at: more are put into several uploads. */
export const MOST_CANDIDATES = 50;

/** The name of a text that came without a file: its articles are named by their titles. */
export const PASTED = 'pasted.txt';
/** An article's id stands in front of its addresses. Characters. */
const LONGEST_ID = 24;

/**
 * Fetches and reads what was offered, one file after the other: what is no article is said and does not stop the others.
 * @throws only what is a bug: it rejects
 */
export async function takeIn(
  offered: readonly Offered[],
  pages: PageReader,
): Promise<{ candidates: Candidate[]; refused: Refused[] }> {
  const candidates: Candidate[] = [];
  const refused: Refused[] = [];
  let left = MOST_BYTES;
  const until = performance.now() + MOST_MS;
  for (const file of offered) {
    try {
      if (performance.now() > until) throw new NotFetched('too slow');
      const bytes = await file.open(Math.min(LARGEST_FILE, left));
      left -= bytes.length;
      const read = await pages.read({ bytes, path: file.name, summed: false, withFiles: true });
      for (const [at, article] of read.articles.entries()) {
        const own = read.files[at] ?? { name: file.name, bytes };
        const id = shortened(file.name === PASTED ? idOf(article.title) : article.id);
        candidates.push({ article: shownAs(article, id), file: own });
      }
      for (const { member, reason } of read.refused) refused.push({ name: `${file.name}/${member}`, reason });
    } catch (error) {
      refused.push({ name: file.name, reason: whyNot(error) });
    }
  }
  for (const { file } of candidates.splice(MOST_CANDIDATES)) refused.push({ name: file.name, reason: TOO_MANY });
  return { candidates, refused };
}

/** Of what is more than an upload may hold. */
const TOO_MANY = `an upload holds no more than ${MOST_CANDIDATES} articles`;

function whyNot(error: unknown): string {
  if (error instanceof NotFetched) return NOT_FETCHED[error.why];
  if (error instanceof NotAnArticle) return error.message;
  throw error;
}

/** An article under an id of ours, its title one that can be shown. */
function shownAs(article: Article, id: string): Article {
  const title = fitTitle(article.title);
  return { ...(title === article.title ? article : entitled(article, title)), id };
}

function shortened(id: string): string {
  return (
    [...id]
      .slice(0, LONGEST_ID)
      .join('')
      .replace(/(?<!-)-+$/, '') || 'article'
  );
}
