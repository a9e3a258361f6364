import { type Span, splitSentences } from '../language/sentences.ts';
import { PARTIAL, type Pair, pairOf, pairsInOrder, tellingness } from './letter-pairs.ts';
import { type LetteredText, lettersIn, lettersOf } from './letters.ts';

/** Sentences taken together at the most when words are shown beside a passage. */
const MOST_SENTENCES = 3;
/** A further sentence is shown where it has so much of the words that the others lack. */
const WORTH_SHOWING = 0.12;
/** A sentence longer than this is shown in part. UTF-16 units. */
const LONGEST_SHOWN = 320;

/**
 * The sentences of a text, up to three in a row, that have most of somebody's words; of a
 * sentence that goes on and on the part that has.
 */
export function closestSpan(words: string, { folded: text }: Pick<LetteredText, 'folded'>): Span {
  const wanted = new Set(pairsInOrder(lettersOf(words)).filter((pair) => tellingness(pair) > PARTIAL));
  const sentences = splitSentences(text);
  const has = sentences.map(({ start, end }) => sharedPairs(wanted, lettersIn(text.slice(start, end))));
  let first = 0;
  has.forEach((pairs, at) => {
    if (pairs.size > (has[first]?.size ?? 0)) first = at;
  });
  let last = first;
  const covered = new Set(has[first]);
  const worth = (at: number) =>
    [...(has[at] ?? [])].filter((pair) => !covered.has(pair)).length / Math.max(1, wanted.size);
  while (last - first + 1 < MOST_SENTENCES) {
    const [before, behind] = [worth(first - 1), worth(last + 1)];
    if (Math.max(before, behind) < WORTH_SHOWING) break;
    const next = before > behind ? first - 1 : last + 1;
    for (const pair of has[next] ?? []) covered.add(pair);
    first = Math.min(first, next);
    last = Math.max(last, next);
  }
  const span = { start: sentences[first]?.start ?? 0, end: sentences[last]?.end ?? text.length };
  return span.end - span.start <= LONGEST_SHOWN ? span : densest(wanted, text, span);
}

function sharedPairs(wanted: ReadonlySet<Pair>, letters: string): Set<Pair> {
  const shared = new Set<Pair>();
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = pairOf(letters.charCodeAt(at), letters.charCodeAt(at + 1));
    if (wanted.has(pair)) shared.add(pair);
  }
  return shared;
}

const BREAK = /[，。；：、！？,;:!?\s]/;

/** The clauses in a row, no longer than what is shown, in which most of the wanted pairs stand. */
function densest(wanted: ReadonlySet<Pair>, text: string, { start, end }: Span): Span {
  const cuts = clauseStarts(text, start, end);
  const gains = cuts.map((from, at) => sharedPairs(wanted, lettersIn(text.slice(from, cuts[at + 1] ?? end))).size);
  let best = { from: 0, to: 0, gain: -1 };
  let sum = 0;
  for (let from = 0, to = 0; to < cuts.length; to += 1) {
    sum += gains[to] ?? 0;
    while (from < to && (cuts[to + 1] ?? end) - (cuts[from] ?? start) > LONGEST_SHOWN) {
      sum -= gains[from] ?? 0;
      from += 1;
    }
    if (sum > best.gain) best = { from, to, gain: sum };
  }
  return { start: cuts[best.from] ?? start, end: cuts[best.to + 1] ?? end };
}

/** Where clauses begin; one that never ends is cut where it is as long as what is shown. */
function clauseStarts(text: string, start: number, end: number): number[] {
  const starts = [start];
  for (let at = start + 1; at < end; at += 1) {
    const last = starts.at(-1) ?? start;
    const isBreak = BREAK.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at));
    const isSplit = at - last >= LONGEST_SHOWN && !/[\p{N}\p{Script=Latin}\uDC00-\uDFFF]/u.test(text.charAt(at));
    if (isBreak || isSplit) starts.push(at);
  }
  return starts;
}
