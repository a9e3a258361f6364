import { probabilities, withRuns } from '../../src/retrieval/sentence/combine.ts';
import {
  EXACTNESS_NAMES,
  exactnessRow,
  isAnsweredByRun,
  likeliestRun,
} from '../../src/retrieval/sentence/exactness.ts';
import type { Example } from './examples.ts';
import { type BoostingOptions, USUAL } from './gbdt.ts';
import type { Group } from './groups.ts';
import type { RunGroup } from './runs.ts';

export const EXACTNESS_FEATURES = EXACTNESS_NAMES;

/** Chosen on the development part. */
export const EXACTNESS_BOOSTING: BoostingOptions = {
  ...USUAL,
  objective: 'logistic',
  trees: 120,
  rate: 0.05,
  leaves: 6,
  featureShare: 0.2,
  minLeafRows: 15,
};

/** The one run that would be given, and whether it is an annotated answer to the character. */
export interface GivenRun extends Group {
  readonly right: boolean;
  readonly set: Example['set'];
}

/** The run that would be given for a question; undefined where its chosen sentence has none, or no run can answer. */
export function givenRun(group: RunGroup, runScores: readonly number[]): GivenRun | undefined {
  const { candidates, sentences, sentenceScores } = group;
  const shares = probabilities(withRuns(sentenceScores, candidates, runScores));
  const best = shares.indexOf(Math.max(...shares));
  const run = likeliestRun(candidates, group.rows, runScores, best, shares[best] ?? 0);
  if (run === undefined || !isAnsweredByRun(sentences.scene)) return undefined;
  const at = candidates.indexOf(run.candidate);
  const right = group.exact[at] === true;
  const label = right ? 1 : group.short[at] === true ? IN_CLAUSE : WRONG;
  const row = exactnessRow(sentences.scene, run);
  return { right, set: sentences.example.set, rows: [row], labels: [label], document: group.document };
}

/** A group needs something that is right to count: the logistic loss takes this for wrong all the same. */
const WRONG = 1e-9;
/** The shortest answer in a clause that was marked whole: other annotators of the same set marked the like of it. */
const IN_CLAUSE = 0.5;

/** A threshold with what it would give. */
export interface Operating {
  readonly surely: number;
  /** Share of all questions that get a run. */
  readonly given: number;
  /** Share of the given ones that are right. */
  readonly right: number;
}

/** How sure the model is of a run, and whether it was right. */
export interface ScoredRun {
  readonly score: number;
  readonly right: boolean;
  readonly set: Example['set'];
}

/** How precise and how frequent answers are for every threshold, the surest first. */
export function precisionCurve(runs: readonly Pick<ScoredRun, 'score' | 'right'>[], questions: number): Operating[] {
  const surest = [...runs].sort((a, b) => b.score - a.score);
  let right = 0;
  return surest.map((run, index) => {
    if (run.right) right += 1;
    return { surely: run.score, given: (index + 1) / questions, right: right / (index + 1) };
  });
}
