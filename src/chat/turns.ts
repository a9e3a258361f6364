import type { Answer, FoundPassage } from '../answer/answer.ts';
import type { Article } from '../article/article.ts';
import { followUpOf, type LeftOpen, leftOpenBy } from '../conversation/follow-up.ts';
import { isFactsLine } from '../passages/passages.ts';
import type { Scope } from '../passages/scope.ts';
import { asksAboutArticle } from '../question/article-question.ts';
import { withoutGreetings } from '../question/to-the-bot.ts';
import { MOST_CLOSEST } from './cards/closest.ts';
import type { Context } from './command.ts';
import { goesOnFrom, rememberedOf } from './conversation.ts';
import { pickedOf } from './picked.ts';
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
  /** The id of the article that it was looked for in, because it was chosen, now or a while ago. */
  readonly within?: string;
  /** Set where the question chose that article, of those that it was asked to choose from. */
  readonly chose?: true;
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
  const picked = before?.which && pickedOf(question, before.which, context.library.articles);
  if (picked !== undefined && before !== undefined) return pick(before.question, picked, context);
  const meant = before === undefined ? undefined : followUpOf(question, before);
  if (meant?.kind === 'more' && before !== undefined) return moreOf(meant.question, before, context, scope);
  if (meant?.kind === 'reason' && before?.place !== undefined)
    return reasonOf(meant.question, before, before.place, context);
  const leftOpen = meant === undefined || meant.kind === 'reason' ? leftOpenBy(question) : undefined;
  if (leftOpen !== undefined) return { answer: closestTo(question, []), isFollowUp: false, leftOpen, before };
  const understood = meant?.question ?? withoutGreetings(question);
  const near = context.prefer ?? (meant === undefined ? undefined : before?.place);
  const found = await answerNear(understood, near, context, scope);
  // 谁写的 after an answer is asked of its article, where it names no other.
  const isOfLast = found.whichArticle === true && found.rivals === undefined && scope === undefined;
  const last = isOfLast ? before?.place?.articleId : undefined;
  const answer = last === undefined ? found : await context.library.ask(understood, { articleId: last });
  const isFollowUp = meant !== undefined;
  const isOpen = answer.rivals !== undefined;
  if (isFollowUp && !answer.answered && !isOpen && before !== undefined) {
    const turn = await askOfOther(question, before, context);
    if (turn !== undefined) return turn;
  }
  const turn = { answer, isFollowUp, ...withinChosen(answer, context, scope) };
  if (answer.toTheBot !== undefined || (isFollowUp && !answer.answered && !isOpen)) return { ...turn, before };
  return { ...turn, before: rememberedOf(understood, answer) };
}

/** The question that was open, asked of the article that was chosen. */
async function pick(question: string, { id }: Article, { library }: Context): Promise<Turn> {
  const answer = await library.ask(question, { chosen: id });
  return { answer, isFollowUp: true, within: id, chose: true, before: rememberedOf(question, answer) };
}

/** 那云禾呢: the last question, asked of another article that is called so. */
async function askOfOther(message: string, before: Before, context: Context): Promise<Turn | undefined> {
  const { library, chosen } = context;
  const other = pickedOf(message, [], library.articles);
  if (other === undefined || before.place === undefined || other.id === before.place.articleId) return undefined;
  const turn = await pick(before.question, other, context);
  const { answered, passages } = turn.answer;
  if (!answered || passages[0]?.passage.article.id !== other.id) return undefined;
  // Who chose none goes on without a choice.
  const { within, chose, ...unchosen } = turn;
  return chosen === undefined ? unchosen : turn;
}

/** Where an article was chosen a while ago, and the answer is of it, or there is none. */
function withinChosen(
  { passages: [best], toTheBot }: Answer,
  { chosen, prefer }: Context,
  scope: Scope | undefined,
): Pick<Turn, 'within'> {
  if (chosen === undefined || prefer !== undefined || scope !== undefined || toTheBot !== undefined) return {};
  return best === undefined || best.passage.article.id === chosen ? { within: chosen } : {};
}

/**
 * Asks where the person said. A reply to an answer keeps to its section, then to its article; another follow-up looks in
 * these first, then in the article that was chosen or that the channel is bound to, then everywhere. Whatever names
 * another article is asked of that. Of the article itself no section tells.
 */
async function answerNear(
  question: string,
  near: Target | undefined,
  { library, prefer, chosen, bound }: Context,
  scope: Scope | undefined,
): Promise<Answer> {
  if (scope !== undefined) return library.ask(question, scope);
  const home = { ...(chosen !== undefined && { chosen }), ...(bound !== undefined && { bound }) };
  if (near === undefined) return library.ask(question, home);
  const { articleId, address } = near;
  if (asksAboutArticle(question)) return library.ask(question, { articleId });
  const inSection = await library.ask(question, { chosen: articleId, section: address.section });
  if (inSection.answered) return inSection;
  const inArticle = await library.ask(question, { chosen: articleId });
  if (inArticle.answered || prefer !== undefined || library.articles.length < 2) return inArticle;
  const found = await library.ask(question, home);
  return found.rivals === undefined ? found : inArticle;
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
