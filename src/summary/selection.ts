import type { Candidate } from './candidates.ts';
import type { Gram } from './grams.ts';

/** Code points in a whole summary. */
export const MOST_CHARACTERS = 120;

/** Every two of the best candidates are tried together; of a longer list only so many, to bound the work. */
const MOST_COMPARED = 250;

/** What the sentences of a section are judged by. */
export interface Judgement {
  /** For each candidate of the section, by its index, the grams it has, each once. */
  readonly bySentence: readonly (readonly Gram[])[];
  /** By the grams' ids: the chance to stand in a person's summary. */
  readonly chances: readonly number[];
  /** By the candidates' indexes: what its content is multiplied with. */
  readonly bearings: readonly number[];
  /** Code points that a person's summary is expected to have. */
  readonly expectedLength: number;
}

/** A candidate with what it has to say. */
interface Weighed {
  readonly candidate: Candidate;
  readonly grams: readonly Gram[];
  readonly content: number;
}

/**
 * The one or two sentences of at most 120 code points together that agree best with the
 * summary a person would write, in document order: those with the highest expected F-measure,
 *
 *     2 · (chances of the distinct grams they have) / (their length + a person's length)
 *
 * so that a second sentence is taken only for what it adds. All choices are tried. (Gillick
 * and Favre 2009 maximise the same covered content within a budget, without the division.)
 *
 * @returns nothing where no candidate is short enough.
 */
export function bestWithinBudget(candidates: readonly Candidate[], judgement: Judgement): Candidate[] {
  const worthOf = (content: number, length: number) => content / (length + judgement.expectedLength);
  const fitting = weigh(candidates, judgement)
    .filter(({ candidate }) => candidate.length <= MOST_CHARACTERS)
    .slice(0, MOST_COMPARED);

  let best: Candidate[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const [at, one] of fitting.entries()) {
    const alone = worthOf(one.content, one.candidate.length);
    if (alone > most) [best, most] = [[one.candidate], alone];
    const covered = new Set(one.grams);
    for (const other of fitting.slice(at + 1)) {
      const length = one.candidate.length + other.candidate.length;
      // Even with nothing in common the two would not be better: most couples end here.
      if (length > MOST_CHARACTERS || worthOf(one.content + other.content, length) <= most) continue;
      const together = worthOf(one.content + contentOf(other.candidate, judgement, covered), length);
      if (together > most) [best, most] = [[one.candidate, other.candidate], together];
    }
  }
  return best.sort((a, b) => a.index - b.index);
}

/** A paragraph that is in the outline already has less to add than one that is not. */
const SAME_PARAGRAPH = 0.5;

/** How much an outline may have. */
export interface Room {
  /** Code points of all its sentences together. */
  readonly characters: number;
  readonly sentences: number;
}

/**
 * The sentences that are chosen already and those that cover best what they leave out, one after the
 * other: each time the one with the most content for its length that none chosen has, another
 * paragraph's rather than one that is represented.
 *
 * @returns in document order; what is chosen already stays even where it takes more than there is room for.
 */
export function covering(
  chosen: readonly Candidate[],
  candidates: readonly Candidate[],
  judgement: Judgement,
  { characters, sentences }: Room,
): Candidate[] {
  const all = [...chosen];
  const covered = new Set(all.flatMap(({ index }) => judgement.bySentence[index] ?? []));
  const represented = new Set(all.map(({ paragraph }) => paragraph));
  let room = all.reduce((left, { length }) => left - length, characters);
  const open = new Set(candidates.filter((candidate) => !all.includes(candidate)));
  while (all.length < sentences) {
    let best: Candidate | undefined;
    let most = 0;
    for (const candidate of open) {
      if (candidate.length > room) continue;
      const content = contentOf(candidate, judgement, covered) / (candidate.length + judgement.expectedLength);
      const worth = represented.has(candidate.paragraph) ? content * SAME_PARAGRAPH : content;
      if (worth > most) [best, most] = [candidate, worth];
    }
    if (best === undefined) break;
    all.push(best);
    open.delete(best);
    room -= best.length;
    represented.add(best.paragraph);
    for (const gram of judgement.bySentence[best.index] ?? []) covered.add(gram);
  }
  return all.sort((a, b) => a.index - b.index);
}

/** The candidate that is best alone, whatever its length; undefined where there is none. */
export function bestAlone(candidates: readonly Candidate[], judgement: Judgement): Candidate | undefined {
  return weigh(candidates, judgement)[0]?.candidate;
}

/** The candidates with their content, the best alone first. */
function weigh(candidates: readonly Candidate[], judgement: Judgement): Weighed[] {
  const worthOf = ({ content, candidate }: Weighed) => content / (candidate.length + judgement.expectedLength);
  return candidates
    .map((candidate) => ({
      candidate,
      grams: judgement.bySentence[candidate.index] ?? [],
      content: contentOf(candidate, judgement),
    }))
    .sort((a, b) => worthOf(b) - worthOf(a));
}

const NOTHING: ReadonlySet<Gram> = new Set();

function contentOf(
  { index }: Candidate,
  { bySentence, chances, bearings }: Judgement,
  covered: ReadonlySet<Gram> = NOTHING,
): number {
  const grams = bySentence[index] ?? [];
  const content = grams.reduce((sum, gram) => (covered.has(gram) ? sum : sum + gram.size * (chances[gram.id] ?? 0)), 0);
  return content * (bearings[index] ?? 1);
}
