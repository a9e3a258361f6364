import type { Answer } from '../../../src/answer/answer.ts';
import type { Article } from '../../../src/article/article.ts';
import type { Context } from '../../../src/chat/command.ts';
import { takeTurns } from '../../../src/chat/turns.ts';
import { fold } from '../../../src/language/fold.ts';
import type { Library } from '../../../src/library/library.ts';
import { createMeaning } from '../../../src/library/meanings.ts';
import { createLibrary } from '../../../src/library/open.ts';
import type { Network } from '../../../src/network/network.ts';
import { createPassageStore } from '../../../src/retrieval/store/store.ts';
import { ALL_TIME } from '../../reading-times.ts';
import { share } from '../measure.ts';
import { longReport } from './long-report.ts';
import { MANY, type ManyQuestion, type Shelf } from './questions.ts';
import { yearlyReports } from './reports.ts';
import { townArticles } from './towns.ts';

/** A question to a library of many articles, with what it got. */
export interface ManyOutcome {
  readonly question: ManyQuestion;
  readonly answer: Answer;
  readonly isRight: boolean;
  /** Whether it was answered, and not from the article that it was to be answered from. */
  readonly isFromAnother: boolean;
  /** Milliseconds. */
  readonly took: number;
}

const SHELVES: Readonly<Record<Shelf, () => Article[]>> = {
  towns: townArticles,
  reports: yearlyReports,
  long: () => [longReport()],
  all: () => [...townArticles(), ...yearlyReports(), longReport()],
};

/**
 * Asks questions of their libraries. Without a network words alone answer.
 * @param every of the questions each third is asked for 3
 */
export async function measureMany(network: Network | undefined, every = 1): Promise<ManyOutcome[]> {
  const outcomes: ManyOutcome[] = [];
  const all = SHELVES.all();
  const meaning = network && createMeaning(network, { time: ALL_TIME });
  await meaning?.fill(all, () => false);
  for (const shelf of ['towns', 'reports', 'long', 'all'] as const) {
    const ids = new Set(SHELVES[shelf]().map(({ id }) => id));
    const articles = all.filter(({ id }) => ids.has(id));
    const library = createLibrary(articles, createPassageStore(articles), meaning);
    for (const question of MANY.filter((one) => one.shelf === shelf).filter((_, at) => at % every === 0)) {
      const since = performance.now();
      const answer = await answerToLast(question.q, library);
      outcomes.push({ question, answer, ...judged(question, answer), took: performance.now() - since });
    }
  }
  return outcomes;
}

/** What one person is answered to the last of some messages, who may go on from those before. */
async function answerToLast(messages: readonly string[], library: Library): Promise<Answer> {
  let [context, last]: [Context, Answer | undefined] = [{ library, locale: 'zh-CN', script: 'hans' }, undefined];
  for (const message of messages) {
    const [turn] = await takeTurns([message], context, undefined);
    if (turn === undefined) continue;
    const { before, within, chose, answer } = turn;
    context = {
      ...context,
      ...(before !== undefined && { before }),
      ...(chose && within !== undefined && { chosen: within }),
    };
    last = answer;
  }
  if (last === undefined) throw new Error('nothing was asked');
  return last;
}

function judged({ right }: ManyQuestion, answer: Answer): Pick<ManyOutcome, 'isRight' | 'isFromAnother'> {
  const { answered, passages, whichArticle } = answer;
  const [best] = passages;
  const article = best?.passage.article.id ?? '';
  switch (right.kind) {
    case 'answer': {
      const said = best?.passage.folded.slice(best.sentence?.start, best.sentence?.end) ?? '';
      const isHere = article === right.article;
      return { isRight: answered && isHere && said.includes(fold(right.has)), isFromAnother: answered && !isHere };
    }
    case 'which': {
      const shown = passages.map(({ passage }) => passage.article.id);
      const isAsked = whichArticle === true && shown.length > 1 && shown.every((id) => right.articles.includes(id));
      return { isRight: isAsked, isFromAnother: answered };
    }
    case 'held':
      return { isRight: !answered && whichArticle !== true, isFromAnother: answered };
  }
}

/** Shares of 100, by kind, of what is right; and of all how much is answered from another article than it should be. */
export function manyFigures(outcomes: readonly ManyOutcome[]): Readonly<Record<string, number>> {
  const kinds = [...new Set(outcomes.map(({ question }) => question.kind))];
  const right = kinds.map((kind) => {
    const some = outcomes.filter(({ question }) => question.kind === kind);
    return [kind, share(some, ({ isRight }) => isRight)] as const;
  });
  return { ...Object.fromEntries(right), fromAnother: share(outcomes, ({ isFromAnother }) => isFromAnother) };
}
