import type { Answer, FoundPassage } from '../answer/answer.ts';
import { asksAboutArticle } from '../question/article-question.ts';
import { followUpOf, type LeftOpen, leftOpenBy } from '../question/follow-up.ts';
import { withoutGreetings } from '../question/to-the-bot.ts';
import { isFactsLine } from '../retrieval/passages/passages.ts';
import type { Scope } from '../retrieval/scope.ts';
import { MOST_CLOSEST } from './cards/closest.ts';
import type { Context } from './command.ts';
import { goesOnFrom, rememberedOf } from './conversation.ts';
import type { Before, Target } from './reply.ts';

/** A question of a conversation, with its answer. */
export interface Turn {
  /** To the question as it was understood. */
  readonly answer: Answer;
  /** Whether the question was a follow-up, understood to ask more than its words. */
  readonly isFollowUp: boolean;
  /** Set where nothing tells of whom or of what it was asked. */
  readonly leftOpen?: LeftOpen;
  /** Where more was asked for: the passages that were not shown before. */
  readonly more?: readonly FoundPassage[];
  /** What the next one goes on from: this one, unless it led nowhere. */
  readonly before: Before | undefined;
}

/** Answers questions in order; each may go on from the one before, the first from what was answered a while ago. */
export async function takeTurns(
  questions: readonly string[],
  context: Context,
  scope: Scope | undefined,
): Promise<readonly Turn[]> {
  const turns: Turn[] = [];
  let before = goesOnFrom(context);
  for (const question of questions) {
    const turn = await takeTurn(question, before, context, scope);
    turns.push(turn);
    ({ before } = turn);
  }
  return turns;
}

async function takeTurn(
  question: string,
  before: Before | undefined,
  context: Context,
  scope: Scope | undefined,
): Promise<Turn> {
  const meant = before === undefined ? undefined : followUpOf(question, before);
  if (meant?.kind === 'more' && before !== undefined) return moreOf(meant.question, before, context, scope);
  if (meant?.kind === 'reason' && before?.place !== undefined)
    return reasonOf(meant.question, before, before.place, context);
  const leftOpen = meant === undefined || meant.kind === 'reason' ? leftOpenBy(question) : undefined;
  if (leftOpen !== undefined) return { answer: closestTo(question, []), isFollowUp: false, leftOpen, before };
  const understood = meant?.question ?? withoutGreetings(question);
  const near = context.prefer ?? (meant === undefined ? undefined : before?.place);
  const answer = await answerNear(understood, near, context, scope);
  const isFollowUp = meant !== undefined;
  if (answer.toTheBot !== undefined || (isFollowUp && !answer.answered)) return { answer, isFollowUp, before };
  return { answer, isFollowUp, before: rememberedOf(understood, answer, answer.answered ? 1 : MOST_CLOSEST) };
}

/** Asks where the person said; else a follow-up in its section first, then in its article, then everywhere. Of the article itself no section tells. */
async function answerNear(
  question: string,
  near: Target | undefined,
  { library }: Context,
  scope: Scope | undefined,
): Promise<Answer> {
  if (scope !== undefined) return library.ask(question, scope);
  if (near === undefined) return library.ask(question);
  const { articleId, address } = near;
  if (asksAboutArticle(question)) return library.ask(question, { articleId });
  const ofItsArticle = library.articles.length > 1 ? [{ articleId }] : [];
  for (const place of [{ articleId, section: address.section }, ...ofItsArticle]) {
    const found = await library.ask(question, place);
    if (found.answered) return found;
  }
  return library.ask(question);
}

/** So many passages of a question can be asked for one after the other. */
const MOST_FOUND = 20;

async function moreOf(question: string, before: Before, { library }: Context, scope: Scope = {}): Promise<Turn> {
  const { place, shown } = before;
  const of = place === undefined ? {} : { articleId: place.articleId };
  const answer = await library.ask(question, { ...of, ...scope, limit: MOST_FOUND });
  const others = answer.passages.filter(({ passage }) => !isFactsLine(passage) && !isAt(passage, place));
  const more = others.slice(Math.max(0, shown - 1), shown - 1 + MOST_CLOSEST);
  return { answer, isFollowUp: true, more, before: { ...before, shown: shown + more.length } };
}

/** Why what was answered is so: what else its section says near it, and no word more. */
async function reasonOf(question: string, before: Before, place: Target, { library }: Context): Promise<Turn> {
  const { articleId, address } = place;
  const found = await library.ask(question, { articleId, section: address.section, limit: MOST_FOUND });
  const passages = found.passages.filter(({ passage }) => !isFactsLine(passage));
  const others = passages.filter(({ passage }) => !isAt(passage, place));
  const answer = closestTo(question, (others.length > 0 ? others : passages).slice(0, MOST_CLOSEST));
  return { answer, isFollowUp: false, before };
}

function closestTo(question: string, passages: readonly FoundPassage[]): Answer {
  const refusal = { reason: 'unanswered', present: [], missing: [] } as const;
  return { question, verdict: 'closest', answered: false, confidence: 0, read: false, refusal, passages };
}

function isAt(passage: FoundPassage['passage'], place: Target | undefined): boolean {
  if (place === undefined || passage.article.id !== place.articleId) return false;
  return passage.section === place.address.section && passage.paragraph === place.address.paragraph;
}
