import { fold } from '../../src/language/fold.ts';
import type { Candidate } from '../../src/retrieval/sentence/runs/candidate.ts';
import { candidatesOf } from '../../src/retrieval/sentence/runs/candidates.ts';
import { candidateRows, RUN_FEATURE_NAMES } from '../../src/retrieval/sentence/runs/rows.ts';
import type { RunType } from '../../src/retrieval/sentence/runs/run.ts';
import { comparable, type Example } from './examples.ts';
import { type BoostingOptions, USUAL } from './gbdt.ts';
import type { Group } from './groups.ts';
import type { SentenceGroup } from './sentences.ts';

/** A question over its passage, with what is learned of the runs of its likeliest sentences. */
export interface RunGroup extends Group {
  readonly sentences: SentenceGroup;
  /** The sentences' own scores that the candidates were found with. */
  readonly sentenceScores: readonly number[];
  readonly candidates: readonly Candidate[];
  /** For each candidate: whether it is an annotated answer to the character. */
  readonly exact: readonly boolean[];
  /** The same, and the run in an annotated clause that says nothing else but the question again. */
  readonly short: readonly boolean[];
}

export const RUN_FEATURES = RUN_FEATURE_NAMES;

/** Chosen on the development part. */
export const RUN_BOOSTING: BoostingOptions = {
  ...USUAL,
  trees: 120,
  rate: 0.1,
  featureShare: 0.3,
  minLeafRows: 30,
  groupShare: 0.7,
};

/** What a run is worth that is most of the answer, or all of it and a little more. */
const NEARLY = 0.3;
const NEARLY_OVERLAP = 0.6;

/** One group a question, one row a candidate. */
export function runGroup(sentences: SentenceGroup, sentenceScores: readonly number[]): RunGroup {
  const { scene, example } = sentences;
  const candidates = candidatesOf(scene, sentenceScores);
  const answers = example.gold.answers.map(({ text }) => comparable(text));
  const exact = candidates.map(({ text }) => answers.includes(comparable(text)));
  const short =
    exact.includes(true) || example.set !== 'cmrc' ? exact : shortOf(example, scene.frame.folded, candidates);
  return {
    sentences,
    sentenceScores,
    candidates,
    exact,
    short,
    rows: candidateRows(scene, candidates),
    labels: labelsOf(example, candidates, short),
    document: example.document,
  };
}

/** Runs that are complete by their form. */
const PLAIN: ReadonlySet<RunType> = new Set([
  'date',
  'year',
  'period',
  'quantity',
  'percentage',
  'duration',
  'ordinal',
  'title',
  'quoted',
  'latin',
]);
/** What says nothing by itself around an answer: 建于1988年, 近2,400万年, 1962年起. */
const FRAMING = /[约有共在于是为达至到从由自近超过以来起了的其则即该\p{P}\p{S}\s]/gu;

/**
 * CMRC's annotators often marked a clause that repeats the question (体长约有24公分 for 体长约是多少公分): its run is
 * the shortest answer all the same.
 */
function shortOf({ gold }: Example, question: string, candidates: readonly Candidate[]): boolean[] {
  const isRest = (character: string): boolean => question.includes(character);
  const fits = candidates.map(
    ({ text, run }) =>
      PLAIN.has(run.type) &&
      gold.answers.some((answer) => {
        if (run.start < answer.start || run.end > answer.start + answer.text.length) return false;
        const own = fold(answer.text);
        const rest = own.slice(0, run.start - answer.start) + own.slice(run.end - answer.start);
        return (
          own.slice(run.start - answer.start, run.end - answer.start) === text &&
          [...rest.replace(FRAMING, '')].every(isRest)
        );
      }),
  );
  const longest = Math.max(0, ...candidates.map(({ text }, index) => (fits[index] === true ? text.length : 0)));
  return candidates.map(({ text }, index) => fits[index] === true && text.length === longest);
}

/** Where no run comes close to the answer (it is a clause, say), the runs inside it are the best there are. */
function labelsOf({ gold }: Example, candidates: readonly Candidate[], exact: readonly boolean[]): number[] {
  const inAnswer = candidates.map(({ run }) =>
    gold.answers.some(({ text, start }) => run.start < start + text.length && start < run.end),
  );
  const close = candidates.map(
    ({ text }, index) =>
      inAnswer[index] === true &&
      gold.answers.some((answer) => overlap(comparable(text), comparable(answer.text)) >= NEARLY_OVERLAP),
  );
  const nearly = close.includes(true) ? close : inAnswer;
  return candidates.map((_, index) => (exact[index] === true ? 1 : nearly[index] === true ? NEARLY : 0));
}

/** Dice coefficient of the characters, as often as they occur: 0–1. */
function overlap(a: string, b: string): number {
  const left = new Map<string, number>();
  for (const character of a) left.set(character, (left.get(character) ?? 0) + 1);
  let common = 0;
  for (const character of b) {
    const count = left.get(character) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(character, count - 1);
  }
  return (2 * common) / (a.length + b.length);
}
