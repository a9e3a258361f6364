import { type TreeEnsemble, treeScorer } from '../../src/retrieval/trees.ts';
import { EXACTNESS_BOOSTING, EXACTNESS_FEATURES, givenRun, type ScoredRun } from './exactness.ts';
import type { Example } from './examples.ts';
import { scored, scoredOutOfFold, trainBagged } from './groups.ts';
import { RUN_BOOSTING, RUN_FEATURES, type RunGroup, runGroup } from './runs.ts';
import { SENTENCE_BOOSTING, SENTENCE_FEATURES, sentenceGroups } from './sentences.ts';

/** The three models of the answering sentence. */
export interface AnswerModels {
  readonly sentence: TreeEnsemble;
  readonly run: TreeEnsemble;
  readonly exactness: TreeEnsemble;
}

export interface TrainedAnswers extends AnswerModels {
  /** The runs of the examples themselves, each scored by models that have not seen its document. */
  readonly heldOut: readonly ScoredRun[];
}

/** Ensembles that differ in their seed and are averaged. */
const BAGS = { sentence: 4, run: 3, exactness: 8, heldOut: 2 };

/** Trains sentence, run and exactness, each on scores of the one before that come from other documents. */
export function trainAnswers(examples: readonly Example[]): TrainedAnswers {
  const sentences = sentenceGroups(examples);
  const sentenceScores = scoredOutOfFold(sentences, SENTENCE_FEATURES, SENTENCE_BOOSTING);
  const runs = sentences.map((group, index) => runGroup(group, sentenceScores[index] ?? []));
  const runScores = scoredOutOfFold(runs, RUN_FEATURES, RUN_BOOSTING);
  const given = runs.map((group, index) => givenRun(group, runScores[index] ?? [])).filter((run) => run !== undefined);
  const scores = scoredOutOfFold(given, EXACTNESS_FEATURES, EXACTNESS_BOOSTING, BAGS.heldOut);
  return {
    sentence: trainBagged(sentences, SENTENCE_FEATURES, SENTENCE_BOOSTING, BAGS.sentence),
    run: trainBagged(runs, RUN_FEATURES, RUN_BOOSTING, BAGS.run),
    exactness: trainBagged(given, EXACTNESS_FEATURES, EXACTNESS_BOOSTING, BAGS.exactness),
    heldOut: given.map(({ right, set }, index) => ({ right, set, score: scores[index]?.[0] ?? 0 })),
  };
}

/** The runs that would be given for examples that the models have not seen. */
export function scoredRuns(models: AnswerModels, examples: readonly Example[]): ScoredRun[] {
  const sentence = treeScorer(models.sentence, SENTENCE_FEATURES);
  const run = treeScorer(models.run, RUN_FEATURES);
  const exactness = treeScorer(models.exactness, EXACTNESS_FEATURES);
  return sentenceGroups(examples).flatMap((group) => {
    const runs: RunGroup = runGroup(group, scored(group.rows, sentence));
    const best = givenRun(runs, scored(runs.rows, run));
    return best === undefined
      ? []
      : [{ right: best.right, set: best.set, score: scored(best.rows, exactness)[0] ?? 0 }];
  });
}
