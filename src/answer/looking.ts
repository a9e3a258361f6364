import { articleText } from '../passages/passages.ts';
import { looksIn, type Scope } from '../passages/scope.ts';
import type { Question } from '../question/question.ts';
import { find } from '../retrieval/find.ts';
import { bareQuestion } from '../selection/bare-question.ts';
import { type NamedArticles, namedArticles, namesNobody, namesOther } from '../selection/named-articles.ts';
import { guardAgainst } from './guards.ts';
import { isAnswered, type Judged, judge, type Sources } from './judging.ts';

/**
 * Looks where a question is to be answered from: where the person said; else in the articles that it names, and what
 * they do not say no other on their topic is asked for; else in the one that was chosen; else in the one that the
 * channel is bound to, and then everywhere.
 */
export async function look(sources: Sources, asked: Question, scope: Scope): Promise<Judged> {
  const { store } = sources;
  if (scope.articleId !== undefined || store.articles.size < 2) {
    const judged = await judgeWithin(sources, asked, scope);
    return namesOther(store, judged.question, scope) ? ofNothing(judged) : judged;
  }
  const { chosen, bound, section, ...everywhere } = scope;
  for (const meant of [asked, find(store, asked, scope).question]) {
    const named = namedArticles(store, meant);
    if (named?.isSeveral === true) return lookInSeveral(sources, { asked, meant }, named, scope);
    if (named !== undefined) return lookInNamed(sources, { asked, meant }, named, everywhere);
  }
  if (chosen !== undefined && store.articles.has(chosen)) {
    const place = { ...everywhere, articleId: chosen, ...(section !== undefined && { section }) };
    return judgeWithin(sources, asked, place);
  }
  if (bound === undefined || !store.articles.has(bound)) return lookEverywhere(sources, asked, everywhere);
  const there = await judgeWithin(sources, asked, { ...everywhere, articleId: bound });
  if (isAnswered(there)) return there;
  const found = await lookEverywhere(sources, asked, everywhere);
  return isAnswered(found) ? found : there;
}

/** Of one article: as it was asked; and without what its title alone says, which no passage answers to. */
async function judgeWithin(sources: Sources, asked: Question, scope: Scope): Promise<Judged> {
  const whole = await judge(sources, asked, scope);
  if (isAnswered(whole)) return whole;
  const articles = [...sources.store.articles.values()].filter((article) => looksIn(scope, article));
  const rest = bareQuestion(whole.question, articles);
  if (rest === undefined) return whole;
  const bare = await judge(sources, asked, scope, { meant: whole.question, words: rest });
  return isAnswered(bare) ? bare : whole;
}

/** As they were asked; without what names the articles, which need not stand in their passages; and what articles on other topics say. */
async function lookInNamed(
  sources: Sources,
  { asked, meant }: { readonly asked: Question; readonly meant: Question },
  { articles, names, others }: NamedArticles,
  scope: Scope,
): Promise<Judged> {
  const within = { ...scope, among: articles.map(({ id }) => id) };
  const whole = await judge(sources, asked, within, { meant, words: meant });
  if (isAnswered(whole)) return ofGuarded(asked, whole);
  const rest = bareQuestion(meant, articles, names);
  const bare = rest === undefined ? whole : await judge(sources, asked, within, { meant, words: rest });
  if (isAnswered(bare)) return ofGuarded(asked, bare);
  const closest = bare.confidence > whole.confidence ? bare : whole;
  const among = others().map(({ id }) => id);
  if (among.length === 0) return closest;
  const elsewhere = await judge(sources, asked, { ...scope, among });
  const told = elsewhere.readings[0]?.passage.folded ?? '';
  return isAnswered(elsewhere) && names.every(({ text }) => told.includes(text)) ? elsewhere : closest;
}

/**
 * What is asked of several that are named is told by one that has all the names (从月城到玉城), or where more than one
 * tells it, which is to be asked back, or by the one of them that was chosen then: to it the others' names say nothing.
 */
async function lookInSeveral(
  sources: Sources,
  { asked, meant }: { readonly asked: Question; readonly meant: Question },
  { articles, names }: NamedArticles,
  { chosen, bound: _, section: __, ...everywhere }: Scope,
): Promise<Judged> {
  const ids = articles.map(({ id }) => id);
  const whole = await judge(sources, asked, { ...everywhere, among: ids }, { meant, words: meant });
  const told = whole.readings[0]?.passage.article;
  const hasAll = told !== undefined && names.every(({ text }) => articleText(told).includes(text));
  if (isAnswered(whole) && hasAll) return ofGuarded(asked, whole);
  const isChosen = chosen !== undefined && ids.includes(chosen);
  const rest = bareQuestion(meant, articles, names) ?? meant;
  const judged = await judge(sources, rest, { ...everywhere, among: isChosen ? [chosen] : ids });
  return isChosen || judged.rivals.length > 1 ? judged : { ...judged, confidence: 0 };
}

async function lookEverywhere(sources: Sources, asked: Question, scope: Scope): Promise<Judged> {
  const judged = ofGuarded(asked, await judge(sources, asked, scope));
  return namesNobody(sources.store, judged.question) ? ofNothing(judged) : judged;
}

/** What was found is of something else than what was asked. */
function ofNothing(judged: Judged): Judged {
  return { ...judged, confidence: 0, rivals: [] };
}

/** What a guard forbids to call the answer is no rival of it either. */
function ofGuarded(asked: Question, judged: Judged): Judged {
  const { rivals, question } = judged;
  const allowed = rivals.filter((rival) => guardAgainst(asked, rival, question) === undefined);
  return allowed.length === rivals.length ? judged : { ...judged, rivals: allowed.length > 1 ? allowed : [] };
}
