import { highest } from '../../highest.ts';
import type { Span } from '../../language/sentences.ts';
import { measureAskedBy } from '../../question/measures.ts';
import type { Question } from '../../question/question.ts';
import { probabilities, withRuns } from './combine.ts';
import { exactnessRow, isAnsweredByRun, type LikeliestRun, likeliestRun } from './exactness.ts';
import { featureRows } from './features/rows.ts';
import type { ReadPassage } from './passage.ts';
import { aloneCounts, aloneDates, nameOfBearer } from './runs/as-asked.ts';
import { candidatesOf } from './runs/candidates.ts';
import { candidateRows } from './runs/rows.ts';
import { type Scene, sceneOf } from './scene.ts';
import { type Scorers, scorers } from './scorers.ts';

/** Where a passage answers a question, if it answers it at all. */
export interface SentenceChoice {
  /** The likeliest sentence: offsets into the passage's text. */
  readonly highlight: Span;
  /** Its share of the passage's likelihood, 0–1: how clearly it stands out from the other sentences. */
  readonly probability: number;
  /** The exact run that answers, inside `highlight`, only when sure of it. */
  readonly answer: Span | null;
}

/**
 * Chooses the sentence of a passage that answers a question best. That it answers at all is not decided here.
 *
 * Sentences are scored by themselves; the runs of the likeliest ones (names, dates, quantities, phrases) are scored
 * as candidates for the answer; both scores decide.
 *
 * @returns null for a passage without a sentence.
 * @throws Error when a model's file is missing or was trained on other features.
 */
export function chooseSentence(question: Question, passage: ReadPassage): SentenceChoice | null {
  const scene = sceneOf(question, passage);
  const models = scorers();
  const alone = featureRows(scene).map(models.sentence);
  const candidates = candidatesOf(scene, alone);
  const rows = candidateRows(scene, candidates);
  const runScores = rows.map(models.run);
  const shares = probabilities(withRuns(alone, candidates, runScores));
  const best = shares.indexOf(highest(shares));
  const sentence = passage.sentences[best];
  if (sentence === undefined) return null;
  const probability = shares[best] ?? 0;
  const run = likeliestRun(candidates, rows, runScores, best, probability);
  const named = nameOfBearer(
    scene,
    candidates.filter((candidate) => candidate.sentence === best),
  );
  const sure = run !== undefined && isSure(scene, run, probability, models) ? run.candidate : undefined;
  const likeliest = probability >= CLEARLY ? (named ?? sure) : sure;
  const answer = likeliest !== undefined && hasMeasure(question, likeliest.text) ? likeliest : undefined;
  return {
    highlight: { start: sentence.start, end: sentence.end },
    probability,
    answer: answer === undefined ? null : withoutEdges(passage.text, answer.run),
  };
}

/** Whether a run has what is asked for, where that is measured in one way only: 22年 is no age. */
function hasMeasure(question: Question, folded: string): boolean {
  const measure = measureAskedBy(question);
  return measure === undefined || folded.search(measure) >= 0;
}

const EDGE = /^[\p{P}\p{S}\s]+|(?<![\p{P}\p{S}\s])[\p{P}\p{S}\s]+$/gu;

/**
 * A sentence this likely is clearly the one: with its only 户 it answered 多少户 in 30 of DRCD's 30 such questions
 * (train by folds, dev), with its only complete date 何时 in 14 of 15. Names right behind the office that is asked for
 * are too few there to be counted; no apposition is plainer.
 */
const CLEARLY = 0.9;

function isSure(scene: Scene, run: LikeliestRun, probability: number, { exactness, surely }: Scorers): boolean {
  if (!isAnsweredByRun(scene)) return false;
  const isAsAsked = aloneCounts(scene, run.candidate) || aloneDates(scene, run.candidate);
  if (probability >= CLEARLY && isAsAsked) return true;
  return exactness(exactnessRow(scene, run)) >= surely;
}

/** 《蜀道难》 is 蜀道难; a percent sign and the like stay. */
function withoutEdges(text: string, { start, end }: Span): Span | null {
  const run = text.slice(start, end).replace(/(?<![%％‰℃°])[%％‰℃°]+$/u, (unit) => 'x'.repeat(unit.length));
  const trimmed = run.replace(EDGE, '');
  if (trimmed === '') return null;
  const from = start + run.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}
