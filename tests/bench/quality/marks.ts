import type { ToldPassage } from '../../../src/answer/answer.ts';
import { type Span, splitSentences } from '../../../src/language/sentences.ts';
import type { Library } from '../../../src/library/library.ts';
import { asked } from '../../asked.ts';
import { inTurn } from '../in-turn.ts';
import type { Pool, PoolQuestion } from '../pool.ts';
import { share } from '../share.ts';

/** What a reader is shown for a question, and whether it is right. */
export interface Mark {
  readonly answered: boolean;
  /** Whether a gold answer lies inside what is marked, whole. */
  readonly holds: boolean;
  /** How many sentences are marked. */
  readonly sentences: number;
  /** Whether the exact run equals a gold answer; undefined where no run is given. */
  readonly exact: boolean | undefined;
}

/** The questions put to the right passage alone: what would be marked in it, also where the answer is a refusal. */
export async function marksGivenPassage(library: Library, { questions }: Pool): Promise<Mark[]> {
  return inTurn(questions, async (question) => {
    const scope = { articleId: String(question.passage), limit: 1 };
    const { answered, passages } = await asked(library, question.question, scope);
    return { answered, ...markIn(passages[0], question) };
  });
}

/** The questions put to the whole pool: the first passage must be the right one; a refusal shows nothing. */
export async function marksEndToEnd(library: Library, { questions }: Pool): Promise<Mark[]> {
  return inTurn(questions, async (question) => {
    const { answered, passages } = await asked(library, question.question);
    return { answered, ...markIn(answered ? passages[0] : undefined, question) };
  });
}

export function markIn(found: ToldPassage | undefined, { passage, answers }: PoolQuestion): Omit<Mark, 'answered'> {
  if (found === undefined || found.highlight === null) return { holds: false, sentences: 0, exact: undefined };
  const { text, highlight, answer } = found;
  const right = found.articleId === String(passage);
  const run = answer === null ? undefined : bare(text.slice(answer.start, answer.end));
  return {
    holds:
      right && answers.some((gold) => highlight.start <= gold.start && gold.start + gold.text.length <= highlight.end),
    sentences: splitSentences(text).filter((sentence) => overlap(sentence, highlight)).length,
    exact: run === undefined ? undefined : right && answers.some((gold) => bare(gold.text) === run),
  };
}

/** Shares from 0 to 1. */
export interface MarkShares {
  /** One sentence is marked and holds the answer. */
  readonly single: number;
  /** The same, or two sentences are marked and hold it. */
  readonly any: number;
  /** Of all marks, those of two sentences. */
  readonly double: number;
  /** An exact run is given. */
  readonly runs: number;
  /** Of the runs given, those equal to a gold answer. */
  readonly exactRuns: number;
  readonly refused: number;
}

export function sharesOf(marks: readonly Mark[]): MarkShares {
  const marked = marks.filter(({ sentences }) => sentences > 0);
  const given = marks.filter(({ exact }) => exact !== undefined);
  return {
    single: share(marks, ({ holds, sentences }) => holds && sentences === 1),
    any: share(marks, ({ holds }) => holds),
    double: share(marked, ({ sentences }) => sentences > 1),
    runs: share(marks, ({ exact }) => exact !== undefined),
    exactRuns: share(given, ({ exact }) => exact === true),
    refused: share(marks, ({ answered }) => !answered),
  };
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

const EDGE = /^(?:(?![%‰])[\s\p{P}])+|(?:(?![%‰])[\s\p{P}])+$/gu;

/** Widths and the punctuation at the edges do not count. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(EDGE, '');
}
