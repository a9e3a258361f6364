import { diffArrays } from 'diff';
import { fold } from '../language/fold.ts';
import { cut } from '../language/segment.ts';
import { type Span, splitSentences } from '../language/sentences.ts';
import { lettersOf } from './verbatim.ts';

/** A run of words that only somebody wrote, that only the article has, or that both share (as the article spells them). */
export interface Difference {
  readonly text: string;
  readonly side: 'theirs' | 'article' | 'both';
}

/** A stretch of whole sentences of a passage, and how like the words they are (0 to 1). */
export interface Likeness {
  readonly span: Span;
  readonly likeness: number;
}

/** Sentences taken together at the most when words are held against a passage. */
const SENTENCES = 3;
/** Words apart further than this have nothing to show side by side; it also bounds the work. */
const MOST_EDITS = 400;

/** What it counts that one long sentence has most of a few words, against being as long as they are. */
const CONTAINED = 0.75;

/**
 * The sentences of a passage, up to three in a row, that are most like somebody's words,
 * by Dice's coefficient over the bigrams of their letters, or the one that has most of them.
 * @returns undefined for a passage without a sentence
 */
export function mostAlike(words: string, passage: string): Likeness | undefined {
  const wanted = bigrams(words);
  const sentences = splitSentences(passage);
  let best: Likeness | undefined;
  for (let first = 0; first < sentences.length; first += 1) {
    for (let last = first; last < Math.min(first + SENTENCES, sentences.length); last += 1) {
      const span = { start: sentences[first]?.start ?? 0, end: sentences[last]?.end ?? 0 };
      const found = bigrams(passage.slice(span.start, span.end));
      const contained = first === last ? CONTAINED * containment(wanted, found) : 0;
      const likeness = Math.max(dice(wanted, found), contained);
      if (best === undefined || likeness > best.likeness) best = { span, likeness };
    }
  }
  return best;
}

/**
 * Somebody's words against the article's, word by word; script and width do not count. The
 * pieces that are not theirs, joined, are the article's words exactly. Where the article only
 * goes on before or behind their words, that is no difference.
 * @returns undefined where they are too far apart to show
 */
export function differences(theirs: string, article: string): Difference[] | undefined {
  const changes = diffArrays(pieces(theirs), pieces(article), {
    comparator: (left, right) => fold(left) === fold(right),
    maxEditLength: MOST_EDITS,
  });
  return changes?.map(({ value, added, removed }, index) => {
    const atEdge = index === 0 || index === changes.length - 1;
    const side = removed ? 'theirs' : added && !atEdge ? 'article' : 'both';
    return { text: value.join(''), side };
  });
}

/** Words, and what stands between them one character at a time; joined they are the text. */
function pieces(text: string): string[] {
  const cutUp: string[] = [];
  let at = 0;
  for (const { start, end } of cut(fold(text))) {
    cutUp.push(...text.slice(at, start), text.slice(start, end));
    at = end;
  }
  cutUp.push(...text.slice(at));
  return cutUp;
}

function bigrams(text: string): Map<string, number> {
  const letters = lettersOf(text);
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const bigram = letters.slice(at, at + 2);
    counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  }
  return counts;
}

type Counts = ReadonlyMap<string, number>;

function dice(a: Counts, b: Counts): number {
  const total = size(a) + size(b);
  return total === 0 ? 0 : (2 * shared(a, b)) / total;
}

/** Share of the one that the other has, too. */
function containment(part: Counts, whole: Counts): number {
  return part.size === 0 ? 0 : shared(part, whole) / size(part);
}

function shared(a: Counts, b: Counts): number {
  let count = 0;
  for (const [bigram, times] of a) count += Math.min(times, b.get(bigram) ?? 0);
  return count;
}

function size(counts: Counts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
