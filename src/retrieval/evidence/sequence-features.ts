import type { Feature } from './feature.ts';
import type { Matches } from './matches.ts';

/** How much of the question stands in the passage in the question's own order. */
export const SEQUENCE_FEATURES: readonly Feature[] = [
  // Names and terms are long runs, letter for letter.
  {
    name: 'longest common run',
    of: ({ probe, symbols }) => longestRun(probe.symbols, symbols) / Math.max(1, probe.length),
  },
  // A paraphrase keeps the order and puts other words between.
  { name: 'common subsequence', of: (matches) => bestSubsequence(matches) },
  // The question's opening is its subject, more often than not.
  { name: 'question opening found', of: (matches) => openingFound(matches) },
];

/** A subject of more characters is as certain. */
const LONGEST_OPENING = 8;

/** Length of the longest run of symbols that stands in both (dynamic programming, one row). */
function longestRun(question: Uint16Array, passage: Uint16Array): number {
  let longest = 0;
  let clean = true;
  // lengths[q] is the length of the common run that ends at question[q - 1] and at the passage's place before.
  const lengths = new Uint16Array(question.length + 1);
  for (const symbol of passage) {
    if (symbol === 0) {
      if (!clean) lengths.fill(0);
      clean = true;
      continue;
    }
    clean = false;
    for (let asked = question.length; asked > 0; asked -= 1) {
      const length = question[asked - 1] === symbol ? (lengths[asked - 1] ?? 0) + 1 : 0;
      lengths[asked] = length;
      if (length > longest) longest = length;
    }
  }
  return longest;
}

/** Heaviest common subsequence of the question with the best sentence and the one before or behind it, as a share of the question. */
function bestSubsequence({ best, sentences, symbols, probe }: Matches): number {
  if (probe.symbolIdfSum === 0) return 0;
  const asked = probe.symbols.filter((symbol) => symbol !== 0);
  const all = asked.reduce((sum, symbol) => sum + (probe.symbolIdf[symbol] ?? 0), 0);
  if (all === 0) return 0;
  const stretches = [best - 1, best].map((index) => {
    const from = sentences[Math.max(0, index)];
    const to = sentences[index + 1] ?? sentences[best];
    return symbols.subarray(from?.start ?? 0, to?.end ?? 0).filter((symbol) => symbol !== 0);
  });
  return Math.max(...stretches.map((stretch) => heaviestSubsequence(asked, stretch, probe.symbolIdf))) / all;
}

/** Weight of the heaviest common subsequence (Wagner and Fischer, 1974, with weights), two rows at a time. */
function heaviestSubsequence(a: Uint16Array, b: Uint16Array, weights: Float64Array): number {
  let above = new Float64Array(b.length + 1);
  let row = new Float64Array(b.length + 1);
  for (const symbol of a) {
    const weight = weights[symbol] ?? 0;
    for (let column = 1; column <= b.length; column += 1) {
      const skipped = Math.max(above[column] ?? 0, row[column - 1] ?? 0);
      row[column] = b[column - 1] === symbol ? Math.max(skipped, (above[column - 1] ?? 0) + weight) : skipped;
    }
    [above, row] = [row, above];
  }
  return above[b.length] ?? 0;
}

/** How many characters from the first content word on stand in the passage in one piece. */
function openingFound({ probe, passage }: Matches): number {
  const from = probe.words[0]?.start ?? 0;
  let length = 0;
  while (length < LONGEST_OPENING && from + length < probe.content.length) {
    if (!passage.folded.includes(probe.content.slice(from, from + length + 1))) break;
    length += 1;
  }
  return length;
}
