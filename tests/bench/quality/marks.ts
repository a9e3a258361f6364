import { type Span, splitSentences } from '../../../src/language/sentences.ts';
import type { FoundPassage } from '../../../src/retrieval/answer.ts';
import type { PassageIndex } from '../../../src/retrieval/passage-index.ts';
import type { Pool, PoolQuestion } from '../pool.ts';

/** What a reader is shown for a question: whether it is right. */
export interface Mark {
  /** Whether a gold answer lies inside what is marked, whole. */
  readonly holds: boolean;
  /** How many sentences are marked. */
  readonly sentences: number;
  /** Whether the exact run equals a gold answer; undefined where no run is given. */
  readonly exact: boolean | undefined;
}

/** Shares from 0 to 1. */
export interface Marks {
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

const NOTHING: Mark = { holds: false, sentences: 0, exact: undefined };

/** Asks about the right passage alone: what would be marked in it, also where the answer is a refusal. */
export function marksGivenPassage(index: PassageIndex, { questions }: Pool): Marks {
  const answers = questions.map((question) => {
    const { answered, passages } = index.ask(question.question, { articleId: String(question.passage), limit: 1 });
    return { answered, mark: markOf(passages[0], question) };
  });
  return marksOf(answers);
}

/** Asks the whole pool: the first passage must be the right one; a refusal shows nothing. */
export function marksEndToEnd(index: PassageIndex, { questions }: Pool): Marks {
  const answers = questions.map((question) => {
    const { answered, passages } = index.ask(question.question);
    return { answered, mark: answered ? markOf(passages[0], question) : NOTHING };
  });
  return marksOf(answers);
}

function markOf(found: FoundPassage | undefined, { passage, answers }: PoolQuestion): Mark {
  if (found?.highlight === undefined || found.highlight === null) return NOTHING;
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

function marksOf(answers: readonly { readonly answered: boolean; readonly mark: Mark }[]): Marks {
  const marks = answers.map(({ mark }) => mark);
  const share = (part: readonly unknown[], of: readonly unknown[]) => part.length / of.length;
  const holding = marks.filter(({ holds }) => holds);
  const runs = marks.filter(({ exact }) => exact !== undefined);
  return {
    single: share(
      holding.filter(({ sentences }) => sentences === 1),
      marks,
    ),
    any: share(holding, marks),
    double: share(
      marks.filter(({ sentences }) => sentences > 1),
      marks.filter(({ sentences }) => sentences > 0),
    ),
    runs: share(runs, marks),
    exactRuns: share(
      runs.filter(({ exact }) => exact),
      runs,
    ),
    refused: share(
      answers.filter(({ answered }) => !answered),
      answers,
    ),
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
