import { z } from 'zod';
import { blanked, type Question } from '../../question/question.ts';
import type { Probe } from '../evidence/probe.ts';
import type { Ranked } from '../rank.ts';
import { readModel } from '../read-model.ts';
import { type TreeScorer, treeScorer } from '../trees.ts';
import { caseOf } from './case.ts';
import { ANSWERABILITY_NAMES, answerabilityRow } from './features.ts';

/** Where to draw the line in a library of so many passages. */
const ThresholdSchema = z.object({ passages: z.number().positive(), odds: z.number() });
export type Threshold = z.infer<typeof ThresholdSchema>;
const ModelSchema = z.object({ thresholds: z.array(ThresholdSchema).min(1) });

interface Model {
  readonly score: TreeScorer;
  /** By ascending size. */
  readonly thresholds: readonly Threshold[];
}

let loaded: Model | undefined;

/**
 * How sure it is that the best passage answers the question, as log odds against the
 * threshold: above 0 it answers. The thresholds were chosen where few questions about what is
 * there are refused (see `npm run bench`), in articles alone and in a pool of them.
 *
 * @param ranked best first; none answers nothing.
 * @param passages how many the library has.
 * @throws Error when the model's file is missing or was trained on other features.
 */
export function answerability(probe: Probe, ranked: readonly Ranked[], passages: number): number {
  const [top] = ranked;
  if (top === undefined || asksNothing(probe.question)) return Number.NEGATIVE_INFINITY;
  loaded ??= readAnswerability();
  return loaded.score(answerabilityRow(caseOf(probe, top, ranked))) - thresholdFor(passages, loaded.thresholds);
}

/** Whether a question has no content, or is put to the reader or writer of an article (你几岁了). */
export function asksNothing({ words, folded, asking }: Question): boolean {
  return words.length === 0 || PERSONAL.test(blanked(folded, asking));
}
const PERSONAL =
  /^[^\p{L}\p{N}《「『“‘"']*(你|您|我)(?!们|想|要知|要问|国|省|市|县|区|校|军|方|家)(?!能|可以|知道|告诉)/u;

/**
 * The threshold for a library of so many passages, between those of the next smaller and the
 * next larger by the logarithm of the size: the more there is to choose from, the surer a
 * right answer looks.
 */
function thresholdFor(passages: number, thresholds: readonly Threshold[]): number {
  const above = thresholds.findIndex((threshold) => threshold.passages > passages);
  const larger = thresholds[above < 0 ? thresholds.length - 1 : above];
  const smaller = thresholds[above - 1] ?? larger;
  if (smaller === undefined || larger === undefined) return 0;
  if (smaller === larger) return larger.odds;
  const way = Math.log(passages / smaller.passages) / Math.log(larger.passages / smaller.passages);
  return smaller.odds + (larger.odds - smaller.odds) * way;
}

function readAnswerability(): Model {
  const stored = readModel('answerability');
  return { score: treeScorer(stored, ANSWERABILITY_NAMES), thresholds: ModelSchema.parse(stored).thresholds };
}
