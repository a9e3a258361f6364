import type { Span } from '../language/sentences.ts';
import type { Joined } from '../network/network.ts';
import type { Window } from '../passages/windows.ts';

/** Where in a window the answer is likeliest to stand. */
export interface Pointed {
  /** Number of the sentence among the window's. */
  readonly sentence: number;
  readonly sentenceLikelihood: number;
  /** UTF-16 offsets into the window's text. */
  readonly run: Span;
  readonly runLikelihood: number;
}

/** What all of a question's words in a sentence count, in log odds: where the reader wavers, words decide. */
const WORDS = 2;

/** Of a run. Tokens. */
const LONGEST_RUN = 40;

/**
 * The sentence in which the answer most likely starts and ends, and the likeliest run within it.
 * @param tokens of the window's text; `joined` has a logit for each
 * @param coverage of each of the window's sentences, the share of the question by rarity that it has
 * @returns undefined for a window without a token
 */
export function pointAt(
  { text, sentences }: Window,
  tokens: readonly Span[],
  joined: Joined,
  coverage: readonly number[] = [],
): Pointed | undefined {
  if (tokens.length === 0) return undefined;
  const [start, end] = [likelihoods(joined.start), likelihoods(joined.end)];
  const spans = sentences.length > 0 ? sentences : [{ start: 0, end: text.length }];
  const inside = spans.map((sentence) => tokensIn(tokens, sentence));
  const likely = inside.map(
    (numbers, at) => sum(numbers, start) * sum(numbers, end) * Math.exp(WORDS * (coverage[at] ?? 0)),
  );
  const best = likely.reduce((found, value, at) => (value > (likely[found] ?? 0) ? at : found), 0);
  const run = bestRun(inside[best] ?? [], start, end);
  if (run === undefined) return undefined;
  const all = likely.reduce((total, value) => total + value, 0);
  return {
    sentence: best,
    sentenceLikelihood: all === 0 ? 0 : (likely[best] ?? 0) / all,
    run: bared(text, { start: tokens[run.first]?.start ?? 0, end: tokens[run.last]?.end ?? 0 }),
    runLikelihood: run.likelihood,
  };
}

/** Numbers of the tokens whose last character stands in a sentence: each token is in one. */
function tokensIn(tokens: readonly Span[], sentence: Span): number[] {
  const numbers: number[] = [];
  for (const [number, { start, end }] of tokens.entries()) {
    const last = Math.max(start, end - 1);
    if (last >= sentence.start && last < sentence.end) numbers.push(number);
  }
  return numbers;
}

interface Run {
  readonly first: number;
  readonly last: number;
  readonly likelihood: number;
}

function bestRun(tokens: readonly number[], start: Float64Array, end: Float64Array): Run | undefined {
  let best: Run | undefined;
  for (const first of tokens) {
    for (const last of tokens) {
      if (last < first || last - first >= LONGEST_RUN) continue;
      const likelihood = (start[first] ?? 0) * (end[last] ?? 0);
      if (best === undefined || likelihood > best.likelihood) best = { first, last, likelihood };
    }
  }
  return best;
}

const EDGE = /[\s\p{P}]/u;
/** What belongs to what it stands beside: 《…》, 17.9%, “…”. */
const KEPT_EDGE = /[《》〈〉“”‘’「」『』()（）%‰°′″+-]/u;

/** Without white space and punctuation at its edges, and without the 的 of 44岁的. */
function bared(text: string, { start, end }: Span): Span {
  const isBare = (at: number): boolean => EDGE.test(text[at] ?? '') && !KEPT_EDGE.test(text[at] ?? '');
  let [from, to] = [start, end];
  while (from < to && isBare(from)) from += 1;
  while (to > from && (isBare(to - 1) || (text[to - 1] === '的' && to - from > 2))) to -= 1;
  return from < to ? { start: from, end: to } : { start, end };
}

/** Softmax. */
function likelihoods(logits: Float32Array): Float64Array {
  const highest = logits.reduce((most, logit) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
  const odds = Float64Array.from(logits, (logit) => Math.exp(logit - highest));
  const all = odds.reduce((total, value) => total + value, 0);
  return odds.map((value) => value / all);
}

function sum(numbers: readonly number[], values: Float64Array): number {
  return numbers.reduce((total, number) => total + (values[number] ?? 0), 0);
}
