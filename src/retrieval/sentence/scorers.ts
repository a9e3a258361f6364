import { z } from 'zod';
import { readModel } from '../read-model.ts';
import { type TreeScorer, treeScorer } from '../trees.ts';
import { EXACTNESS_NAMES } from './exactness.ts';
import { FEATURE_NAMES } from './features/rows.ts';
import { RUN_FEATURE_NAMES } from './runs/rows.ts';

/** The trained models, ready to score. */
export interface Scorers {
  /** How likely a sentence is to answer. */
  readonly sentence: TreeScorer;
  /** How likely a run is to be the answer. */
  readonly run: TreeScorer;
  /** Log odds that the likeliest run is the answer exactly. */
  readonly exactness: TreeScorer;
  /** From which log odds on a run is given as the answer. */
  readonly surely: number;
}

const Threshold = z.object({ surely: z.number() });

let loaded: Scorers | undefined;

/**
 * Reads the models on first use, a few milliseconds.
 * @throws Error when a file is missing or was trained on other features.
 */
export function scorers(): Scorers {
  loaded ??= readScorers();
  return loaded;
}

function readScorers(): Scorers {
  const exactness = readModel('exactness');
  return {
    sentence: treeScorer(readModel('sentence'), FEATURE_NAMES),
    run: treeScorer(readModel('run'), RUN_FEATURE_NAMES),
    exactness: treeScorer(exactness, EXACTNESS_NAMES),
    surely: Threshold.parse(exactness).surely,
  };
}
