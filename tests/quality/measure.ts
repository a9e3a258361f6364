import type { Answer } from '../../src/answer/answer.ts';
import { fold } from '../../src/language/fold.ts';
import { createMeaning } from '../../src/library/meanings.ts';
import { createLibrary } from '../../src/library/open.ts';
import type { Network } from '../../src/network/network.ts';
import { addressOf } from '../../src/passages/passages.ts';
import { createPassageStore } from '../../src/retrieval/store/store.ts';
import { ALL_TIME } from '../reading-times.ts';
import type { EverydayQuestion, QuestionSet } from './sets.ts';

/** One question with what it got. */
export interface Outcome {
  readonly article: string;
  readonly question: EverydayQuestion;
  readonly answer: Answer;
  /** The rank of the first right passage, from 1; infinite where none is among them. */
  readonly rank: number;
  /** Whether the marked sentence of the first passage is the right one. */
  readonly isMarked: boolean;
  /** Milliseconds. */
  readonly took: number;
}

/** What a set shows, in shares of 100. */
export interface Figures {
  /** Right passage first, and among the first three, whatever the verdict; of those that have an answer. */
  readonly first: number;
  readonly firstThree: number;
  /** Right sentence marked, whatever the verdict. */
  readonly marked: number;
  /** Given as “the article says” with the right sentence. */
  readonly answered: number;
  /** Of all “the article says”: right sentence. */
  readonly precision: number;
  /** Of those without an answer: not given as “the article says”. */
  readonly held: number;
}

/**
 * Asks each article alone, as a chat about it does. Without a network words alone answer.
 * @param time for reading what was found
 */
export async function measure(
  sets: readonly QuestionSet[],
  network: Network | undefined,
  time = ALL_TIME,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { article, questions } of sets) {
    const meaning = network && createMeaning(network, { time });
    await meaning?.fill([article], () => false);
    const library = createLibrary([article], createPassageStore([article]), meaning);
    for (const question of questions) {
      const since = performance.now();
      const answer = await library.ask(question.q);
      outcomes.push(outcomeOf(article.id, question, answer, performance.now() - since));
    }
  }
  return outcomes;
}

function outcomeOf(article: string, question: EverydayQuestion, answer: Answer, took: number): Outcome {
  const isGold = ({ passage }: Answer['passages'][number]): boolean => {
    const gold = question.gold.map((address) => `§${address.replace('.', '¶')}`);
    return gold.includes(addressOf(passage));
  };
  const at = answer.passages.findIndex(isGold);
  const [best] = answer.passages;
  const isMarked = best !== undefined && isGold(best) && hasAnswer(question.a, best);
  return { article, question, answer, rank: at < 0 ? Number.POSITIVE_INFINITY : at + 1, isMarked, took };
}

/** Whether the answer stands in the marked sentence; another gold passage than the one it was taken from says it in other words. */
function hasAnswer(answer: string, { passage, sentence }: Answer['passages'][number]): boolean {
  if (sentence === null) return false;
  // A page may be in the other script.
  const run = fold(answer);
  return !passage.folded.includes(run) || passage.folded.slice(sentence.start, sentence.end).includes(run);
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const answerable = outcomes.filter(({ question }) => question.gold.length > 0);
  const unanswerable = outcomes.filter(({ question }) => question.gold.length === 0);
  const given = outcomes.filter(({ answer }) => answer.answered);
  return {
    first: share(answerable, ({ rank }) => rank === 1),
    firstThree: share(answerable, ({ rank }) => rank <= 3),
    marked: share(answerable, ({ isMarked }) => isMarked),
    answered: share(answerable, ({ answer, isMarked }) => answer.answered && isMarked),
    precision: share(given, ({ isMarked }) => isMarked),
    held: share(unanswerable, ({ answer }) => !answer.answered),
  };
}

/** Of 100; all of them where there are none. */
export function share<One>(all: readonly One[], counts: (one: One) => boolean): number {
  return all.length === 0 ? 100 : (100 * all.filter(counts).length) / all.length;
}
