import { logProbability } from '../language/frequency.ts';
import { countOfLonger } from './expected-text.ts';

const LONGEST_WORD = 5;

/**
 * Each character's share of its word's log probability, in the likeliest division of a text
 * into words (Viterbi). Linear.
 *
 * @param characters as the counts know them (`normalised`).
 */
export function characterScores(characters: readonly string[]): number[] {
  const totals = new Array<number>(characters.length + 1).fill(Number.NEGATIVE_INFINITY);
  const starts = new Array<number>(characters.length + 1).fill(0);
  totals[0] = 0;
  for (let start = 0; start < characters.length; start += 1) {
    let word = '';
    for (let end = start + 1; end <= Math.min(characters.length, start + LONGEST_WORD); end += 1) {
      const character = characters[end - 1] ?? '';
      const count = countOfLonger(word, character);
      word += character;
      if (count === undefined && end > start + 1) break;
      if (count === 0 && end > start + 1) continue;
      const total = (totals[start] ?? 0) + logProbability(count ?? 0);
      if (total <= (totals[end] ?? 0)) continue;
      totals[end] = total;
      starts[end] = start;
    }
  }
  const scores = new Array<number>(characters.length).fill(0);
  for (let end = characters.length; end > 0; ) {
    const start = starts[end] ?? end - 1;
    scores.fill(((totals[end] ?? 0) - (totals[start] ?? 0)) / (end - start), start, end);
    end = start;
  }
  return scores;
}
