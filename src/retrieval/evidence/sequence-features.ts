import type { Feature } from './feature.ts';
import { firstFrom, type Matches } from './matches.ts';

/** How much of the question stands in the passage in the question's own order. */
export const SEQUENCE_FEATURES: readonly Feature[] = [
  // Names and terms are long runs, letter for letter.
  {
    name: 'longest common run',
    of: (matches) => longestRun(matches) / Math.max(1, matches.probe.length),
  },
  // A paraphrase keeps the order and puts other words between.
  { name: 'common subsequence', of: (matches) => bestSubsequence(matches) },
  // The question's opening is its subject, more often than not.
  { name: 'question opening found', of: (matches) => openingFound(matches) },
];

/** A subject of more characters is as certain. */
const LONGEST_OPENING = 8;

/** Where the common run stood that ends at a place of the question, and how long it is. */
interface RunEnds {
  /** Offset into the passage. */
  readonly at: Int32Array;
  readonly length: Int32Array;
}

let runEnds = runEndsFor(512);

function runEndsFor(length: number): RunEnds {
  return { at: new Int32Array(length), length: new Int32Array(length) };
}

/**
 * Length of the longest run of symbols that stands in both. Dynamic programming, one row; only
 * the places of the question that have the passage's character are looked at.
 */
function longestRun({ probe: { placesOfSymbol, symbols }, characterAt, character }: Matches): number {
  if (symbols.length > runEnds.at.length) runEnds = runEndsFor(symbols.length);
  const { at: endsAt, length: lengths } = runEnds;
  // Before the passage begins nothing has ended at offset -1, where a run that begins it would look.
  endsAt.fill(BEFORE, 0, symbols.length);
  let longest = 0;
  for (let index = 0; index < character.length; index += 1) {
    const at = characterAt[index] ?? 0;
    const places = placesOfSymbol[character[index] ?? 0] ?? [];
    // From the last place on: what is read is what the character before has left there.
    for (let which = places.length - 1; which >= 0; which -= 1) {
      const place = places[which] ?? 0;
      const length = place > 0 && endsAt[place - 1] === at - 1 ? (lengths[place - 1] ?? 0) + 1 : 1;
      endsAt[place] = at;
      lengths[place] = length;
      if (length > longest) longest = length;
    }
  }
  return longest;
}
const BEFORE = -2;

/** Heaviest common subsequence of the question with the best sentence and the one before or behind it, as a share of the question. */
function bestSubsequence({ best, sentences, characterAt, character, probe }: Matches): number {
  if (probe.askedWeight === 0) return 0;
  let most = 0;
  for (const first of [best - 1, best]) {
    const start = sentences[Math.max(0, first)]?.start ?? 0;
    const end = (sentences[first + 1] ?? sentences[best])?.end ?? 0;
    const stretch = character.slice(firstFrom(characterAt, start), firstFrom(characterAt, end));
    most = Math.max(most, heaviestSubsequence(probe.asked, stretch, probe.symbolIdf));
  }
  return most / probe.askedWeight;
}

let rows: [Float64Array, Float64Array] = [new Float64Array(512), new Float64Array(512)];

/** Weight of the heaviest common subsequence (Wagner and Fischer, 1974, with weights), two rows at a time. */
function heaviestSubsequence(a: Uint16Array, b: readonly number[], weights: Float64Array): number {
  if (b.length >= rows[0].length) rows = [new Float64Array(b.length * 2), new Float64Array(b.length * 2)];
  let [above, row] = rows;
  above.fill(0, 0, b.length + 1);
  row[0] = 0;
  for (let place = 0; place < a.length; place += 1) {
    const symbol = a[place] ?? 0;
    const weight = weights[symbol] ?? 0;
    let left = 0;
    for (let column = 1; column <= b.length; column += 1) {
      const skipped = Math.max(above[column] ?? 0, left);
      left = b[column - 1] === symbol ? Math.max(skipped, (above[column - 1] ?? 0) + weight) : skipped;
      row[column] = left;
    }
    [above, row] = [row, above];
  }
  return above[b.length] ?? 0;
}

/** How many characters from the first content word on stand in the passage in one piece. */
function openingFound({ probe, passage }: Matches): number {
  const from = probe.words[0]?.start ?? 0;
  let at = 0;
  let length = 0;
  while (length < LONGEST_OPENING && from + length < probe.content.length) {
    // Where the longer opening stands the shorter one stands too.
    at = passage.folded.indexOf(probe.content.slice(from, from + length + 1), at);
    if (at < 0) break;
    length += 1;
  }
  return length;
}
