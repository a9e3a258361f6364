import { limitOf, type Scope } from '../passages/scope.ts';
import { isBlank, type Question, readQuestion } from '../question/question.ts';
import { toTheBot } from '../question/to-the-bot.ts';
import type { Reading } from '../reader/reader.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import { aboutArticle } from './about-article.ts';
import type { Answer, FoundPassage, Refusal } from './answer.ts';
import { isAnswered, type Judged, type Sources, verdictOnUnanswered } from './judging.ts';
import { look } from './looking.ts';
import { addressed } from './places.ts';
import { wordsOfRefusal } from './refusal.ts';

/** Answers a question, or says what comes closest. Never rejects for any string. */
export async function ask({ store, meaning }: Sources, asked: string, scope: Scope): Promise<Answer> {
  const question = readQuestion(asked);
  if (isBlank(question)) return blank(question);
  const said = toTheBot(question.folded);
  if (said !== undefined) return { ...offTopic(question), toTheBot: said };
  return (
    fromAddresses(store, question, scope) ??
    fromFacts(store, question, scope) ??
    (await fromPassages({ store, meaning }, question, scope))
  );
}

/** What stands where somebody said to look. */
function fromAddresses(store: PassageStore, question: Question, scope: Scope): Answer | undefined {
  const found = addressed(store, question, { ...scope, ...atHome(store, scope) });
  if (found === undefined) return undefined;
  const { passages, section } = found;
  const answer = certain(question, passages.slice(0, scope.limit === undefined ? MOST_PLACES : limitOf(scope)));
  if (section !== undefined) return { ...answer, section };
  return passages.length > 1 ? { ...answer, places: passages.length } : answer;
}

/** So many paragraphs of a range are shown to somebody who did not say how many. */
const MOST_PLACES = 20;

/** The article that is meant where a question may mean any: the one that was chosen, else the one that the channel is bound to. */
function atHome(store: PassageStore, { articleId, chosen, bound }: Scope): Pick<Scope, 'articleId'> {
  const home = articleId ?? [chosen, bound].find((id) => id !== undefined && store.articles.has(id));
  return home === undefined ? {} : { articleId: home };
}

/** Questions about an article itself: who edited it, what it is about. */
function fromFacts(store: PassageStore, question: Question, scope: Scope): Answer | undefined {
  const open = aboutArticle(store, question, scope);
  const home = atHome(store, scope);
  const mayBeHome = open?.isOpen === true && (open.among?.some(({ id }) => id === home.articleId) ?? true);
  const about = mayBeHome && home.articleId !== undefined ? aboutArticle(store, question, { ...scope, ...home }) : open;
  if (about === undefined) return undefined;
  const { says, section } = about;
  if (says !== undefined)
    return { ...certain(question, says.slice(0, limitOf(scope))), ...(section !== undefined && { section }) };
  const passages = about.closest === undefined ? [] : [about.closest];
  const told = refused(question, UNANSWERED, { verdict: 'closest', passages });
  if (about.isOpen !== true) return told;
  return { ...told, whichArticle: true, ...(about.among !== undefined && { rivals: about.among }) };
}

async function fromPassages(sources: Sources, asked: Question, scope: Scope): Promise<Answer> {
  const judged = await look(sources, asked, scope);
  const { question, readings, rivals, confidence, read } = judged;
  const passages = passagesIn(rivalsFirst(judged), limitOf(scope));
  const made = { confidence: rounded(confidence), read, passages };
  if (isAnswered(judged) && rivals.length > 1) return whichOf(asked, judged, made);
  if (isAnswered(judged)) return { question: asked.asked, verdict: 'answer', answered: true, ...made };
  const words = wordsOfRefusal(sources.store, question, readings, judged.scope);
  const verdict = verdictOnUnanswered(
    judged,
    words.present.some((word) => word.length > 1),
  );
  return refused(asked, { reason: 'unanswered', ...words }, { verdict, ...made });
}

/** Several articles say it, each of something else, and nothing in the question tells which is meant. */
function whichOf(asked: Question, { rivals }: Judged, made: Pick<Answer, 'passages'> & Partial<Answer>): Answer {
  const articles = rivals.map(({ passage }) => passage.article);
  return { ...refused(asked, UNANSWERED, { verdict: 'closest', ...made }), whichArticle: true, rivals: articles };
}

/** What each of several articles says stands before what else was found. */
function rivalsFirst({ rivals, readings }: Judged): readonly Reading[] {
  if (rivals.length === 0) return readings;
  const first = new Set(rivals.map(({ passage }) => passage));
  return [...rivals, ...readings.filter(({ passage }) => !first.has(passage))];
}

/** From so likely on a run is told to be the answer. */
const SURE = 0.5;

/** Scores as shares of the likelihood of all readings; none is higher than that of one before. */
function passagesIn(readings: readonly Reading[], limit: number): FoundPassage[] {
  let least = Number.POSITIVE_INFINITY;
  const odds = readings.map(({ logOdds }) => {
    least = Math.min(least, logOdds);
    return Math.exp(least - (readings[0]?.logOdds ?? 0));
  });
  const all = odds.reduce((sum, one) => sum + one, 0);
  return readings.slice(0, limit).map(({ passage, sentence, run, runLikelihood }, at) => ({
    passage,
    score: rounded((odds[at] ?? 0) / all),
    sentence,
    answer: runLikelihood >= SURE ? run : null,
  }));
}

function rounded(share: number): number {
  return Number(share.toFixed(4));
}

/** What is known and needs no weighing. */
function certain({ asked }: Question, passages: readonly FoundPassage[]): Answer {
  return { question: asked, verdict: 'answer', answered: true, confidence: 1, read: false, passages };
}

function blank(question: Question): Answer {
  return refused(question, { reason: 'blank', present: [], missing: [] }, { verdict: 'off-topic', passages: [] });
}

function offTopic(question: Question): Answer {
  return refused(question, UNANSWERED, { verdict: 'off-topic', passages: [] });
}

/** Which words the articles lack says nothing of these. */
const UNANSWERED: Refusal = { reason: 'unanswered', present: [], missing: [] };

function refused(
  { asked }: Question,
  refusal: Refusal,
  { verdict, confidence = 0, read = false, passages }: Pick<Answer, 'verdict' | 'passages'> & Partial<Answer>,
): Answer {
  return { question: asked, verdict, answered: false, confidence, read, refusal, passages };
}
