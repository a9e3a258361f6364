import { foldedLetters } from '../language/fold.ts';

/** Of two questions' pairs of characters so many must be the same. */
const ALIKE = 0.5;
/** Of a question so much counts. Characters. */
const LONGEST = 200;

/**
 * Groups questions by their wording, in either script, with or without marks. Each is held against the groups before it.
 * @returns the places of the questions in each group, in their order
 */
export function groupAlike(questions: readonly string[]): number[][] {
  const groups: { readonly places: number[]; readonly pairs: ReadonlySet<string> }[] = [];
  for (const [place, question] of questions.entries()) {
    const pairs = pairsOf(question);
    const group = groups.find((other) => likeness(pairs, other.pairs) >= ALIKE);
    if (group === undefined) groups.push({ places: [place], pairs });
    else group.places.push(place);
  }
  return groups.map(({ places }) => places);
}

/** The pairs of letters and digits that stand beside each other. */
function pairsOf(question: string): Set<string> {
  const letters = foldedLetters(question.slice(0, LONGEST));
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(letters.slice(at, at + 2));
  if (pairs.size === 0) pairs.add(letters);
  return pairs;
}

/** https://en.wikipedia.org/wiki/Jaccard_index */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return shared / (one.size + other.size - shared);
}
