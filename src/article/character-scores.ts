import { logProbability } from '../language/frequency.ts';
import { countOfOne, countOfRead, NONE_BEGINS, NOTHING_READ, readOn } from './expected-text.ts';

const LONGEST_WORD = 5;

/**
 * Each character's share of its word's log probability, in the likeliest division of a text
 * into words (Viterbi). Linear.
 *
 * @param codes of the characters as the counts know them (`normalCode`).
 */
export function characterScores(codes: readonly number[]): number[] {
  const totals = new Array<number>(codes.length + 1).fill(Number.NEGATIVE_INFINITY);
  const starts = new Array<number>(codes.length + 1).fill(0);
  totals[0] = 0;
  for (let start = 0; start < codes.length; start += 1) {
    const total = totals[start] ?? 0;
    const last = Math.min(codes.length, start + LONGEST_WORD);
    let read = NOTHING_READ;
    for (let end = start + 1; end <= last; end += 1) {
      const code = codes[end - 1] ?? 0;
      read = readOn(read, code);
      const isOne = end === start + 1;
      const count = (isOne ? countOfOne(code) : countOfRead(read)) ?? 0;
      if (count > 0 || isOne) {
        const longer = total + logProbability(count);
        if (longer > (totals[end] ?? 0)) {
          totals[end] = longer;
          starts[end] = start;
        }
      }
      if (read === NONE_BEGINS) break;
    }
  }
  const scores = new Array<number>(codes.length).fill(0);
  for (let end = codes.length; end > 0; ) {
    const start = starts[end] ?? end - 1;
    scores.fill(((totals[end] ?? 0) - (totals[start] ?? 0)) / (end - start), start, end);
    end = start;
  }
  return scores;
}
