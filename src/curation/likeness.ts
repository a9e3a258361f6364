import type { Engine } from '../engine/engine.ts';
import type { KeptQuestion } from '../store/store.ts';

/** Questions that ask much the same. */
export interface Likes {
  /** The newest of them. */
  readonly head: KeptQuestion;
  /** All of them, the newest first. */
  readonly questions: readonly KeptQuestion[];
}

/** So many are looked at, the newest: each is held against the groups before it. */
const MOST = 500;

/**
 * Groups questions by their wording, which the engine reads.
 * @param questions the newest first
 * @returns the groups, the one asked most often first
 */
export async function groupQuestions(
  engine: Pick<Engine, 'call'>,
  questions: readonly KeptQuestion[],
): Promise<Likes[]> {
  if (questions.length === 0) return [];
  const newest = questions.slice(0, MOST);
  const groups = await engine.call({ kind: 'group', questions: newest.map(({ question }) => question) });
  return groups
    .map((places) => newest.filter((_, place) => places.includes(place)))
    .flatMap(([head, ...others]) => (head === undefined ? [] : [{ head, questions: [head, ...others] }]))
    .sort((one, other) => other.questions.length - one.questions.length || other.head.id - one.head.id);
}
