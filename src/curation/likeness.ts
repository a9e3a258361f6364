import { fold } from '../language/fold.ts';
import type { KeptQuestion } from '../store/store.ts';

/** Questions that ask much the same. */
export interface Likes {
  /** The newest of them. */
  readonly head: KeptQuestion;
  /** All of them, the newest first. */
  readonly questions: readonly KeptQuestion[];
}

/** Of two questions' pairs of characters so many must be the same. */
const ALIKE = 0.5;
/** So many are looked at, the newest: each is held against the groups before it. */
const MOST = 500;
/** Of a question so much counts. Characters. */
const LONGEST = 200;

/**
 * Groups questions by their wording, in either script, with or without marks.
 * @param questions the newest first
 * @returns the groups, the one asked most often first
 */
export function groupQuestions(questions: readonly KeptQuestion[]): Likes[] {
  const groups: { head: KeptQuestion; questions: KeptQuestion[]; pairs: ReadonlySet<string> }[] = [];
  for (const question of questions.slice(0, MOST)) {
    const pairs = pairsOf(question.question);
    const group = groups.find((other) => likeness(pairs, other.pairs) >= ALIKE);
    if (group === undefined) groups.push({ head: question, questions: [question], pairs });
    else group.questions.push(question);
  }
  return groups
    .map(({ head, questions: alike }) => ({ head, questions: alike }))
    .sort((one, other) => other.questions.length - one.questions.length || other.head.id - one.head.id);
}

/** The pairs of letters and digits that stand beside each other. */
function pairsOf(question: string): Set<string> {
  const letters = fold(question.slice(0, LONGEST)).replace(/[^\p{L}\p{N}]/gu, '');
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
