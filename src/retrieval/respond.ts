import type { Article } from '../article/article.ts';
import type { Answer, FoundPassage, Refusal } from './answer.ts';
import { answerability } from './answerability.ts';
import { mayAskAboutArticle, names, topicOf } from './article-question.ts';
import { createProbe, type Probe } from './evidence/probe.ts';
import { factsPassage } from './facts.ts';
import { gistOf } from './gist.ts';
import type { Scope } from './passage-index.ts';
import { addressOf, type Passage, sentencesOf } from './passages.ts';
import { isBlank, type Question, readQuestion } from './question.ts';
import { type Ranked, rank } from './rank.ts';
import { chooseSentence } from './sentence/choose.ts';
import { readPassage } from './sentence/passage.ts';
import type { PassageStore } from './store.ts';

const DEFAULT_LIMIT = 5;
const MOST_PASSAGES = 20;
/** How many passages the broad search hands to the ranking: it holds the right one in 99.8 %. */
const CANDIDATES = 30;
/** What having been talked about before adds to a score, in log odds: decides between near equals only. */
const PREFERRED_SECTION = 0.8;
const PREFERRED_ARTICLE = 0.4;

/** Answers a question from the passages of a store, or refuses to. Never throws for any string. */
export function respond(store: PassageStore, asked: string, scope: Scope): Answer {
  const question = readQuestion(asked);
  if (isBlank(question)) return refuse(question, 'blank', [], []);
  return aboutArticle(store, question, scope) ?? fromPassages(store, question, scope);
}

/** Questions about an article itself: who edited it, what it is about. */
function aboutArticle(store: PassageStore, question: Question, scope: Scope): Answer | undefined {
  if (scope.section !== undefined || !mayAskAboutArticle(question)) return undefined;
  const article = meantArticle(store, question, scope);
  const topic = article && topicOf(question, article);
  if (article === undefined || topic === undefined) return undefined;
  const passage = topic === 'gist' ? gistOf(article) : factsPassage(article, topic);
  return passage && { question: question.asked, answered: true, passages: [passage] };
}

/** The only article, the one that is looked into, or the one that the question names. */
function meantArticle(store: PassageStore, question: Question, scope: Scope): Article | undefined {
  if (scope.articleId !== undefined) return store.articles.get(scope.articleId);
  const articles = [...store.articles.values()];
  const named = articles.length === 1 ? articles : articles.filter((article) => names(question, article));
  return named.length === 1 ? named[0] : undefined;
}

function fromPassages(store: PassageStore, question: Question, scope: Scope): Answer {
  const probe = createProbe(question, store.rarity);
  const ranked = preferred(
    rank(
      probe,
      store.candidates(question, CANDIDATES, (passage) => inScope(passage, scope)),
    ),
    scope,
  );
  const confidence = answerability(probe, ranked);
  const answered = confidence > 0;
  const limit = Math.min(MOST_PASSAGES, Math.max(1, Math.floor(scope.limit ?? DEFAULT_LIMIT) || DEFAULT_LIMIT));
  const passages = found(question, ranked, limit, answered);
  if (answered) return { question: question.asked, answered, confidence, passages };
  return { ...refuse(question, 'unanswered', presentWords(store, probe, ranked), passages), confidence };
}

function inScope(passage: Passage, { articleId, section }: Scope): boolean {
  if (articleId !== undefined && passage.article.id !== articleId) return false;
  return section === undefined || passage.section === section;
}

function preferred(ranked: readonly Ranked[], { prefer }: Scope): Ranked[] {
  if (prefer === undefined) return [...ranked];
  const bonus = ({ article, section }: Passage): number => {
    if (article.id !== prefer.articleId) return 0;
    return section === prefer.section ? PREFERRED_SECTION : PREFERRED_ARTICLE;
  };
  return ranked.map((one) => ({ ...one, score: one.score + bonus(one.passage) })).sort((a, b) => b.score - a.score);
}

/** Scores as shares of the likelihood of all candidates. */
function found(question: Question, ranked: readonly Ranked[], limit: number, answered: boolean): FoundPassage[] {
  const highest = ranked[0]?.score ?? 0;
  const all = ranked.reduce((sum, { score }) => sum + Math.exp(score - highest), 0);
  return ranked.slice(0, limit).map(({ passage, matches, score }, index) => {
    const choice = answered && index === 0 ? chooseSentence(question, readPassage(passage.text)) : null;
    return {
      articleId: passage.article.id,
      address: addressOf(passage),
      section: passage.heading,
      text: passage.text,
      score: Number((Math.exp(score - highest) / all).toFixed(4)),
      highlight: choice?.highlight ?? (matches.at.length === 0 ? null : (sentencesOf(passage)[matches.best] ?? null)),
      answer: choice?.answer ?? null,
    };
  });
}

/** The question's content words that stand somewhere in the library. */
function presentWords(store: PassageStore, { words }: Probe, ranked: readonly Ranked[]): string[] {
  return words
    .filter(({ text }) => store.frequency(text) > 0 || ranked.some(({ passage }) => passage.folded.includes(text)))
    .map(({ text }) => text);
}

function refuse(
  question: Question,
  reason: Refusal['reason'],
  present: readonly string[],
  passages: readonly FoundPassage[],
): Answer {
  const original = (has: boolean): string[] =>
    question.words.filter(({ text }) => present.includes(text) === has).map((word) => word.original);
  return {
    question: question.asked,
    answered: false,
    refusal: { reason, present: original(true), missing: original(false) },
    passages,
  };
}
