import type { Article } from '../article/article.ts';
import type { FoundPassage } from './answer.ts';
import { rarityIn } from './evidence/commonness.ts';
import { createGramCounts } from './evidence/gram-counts.ts';
import { findMatches } from './evidence/matches.ts';
import { createProbe } from './evidence/probe.ts';
import { addressOf, passagesOf, sentencesOf } from './passages.ts';
import { readQuestion } from './question.ts';

/** An opening of so many passages is where an article says what it is about. */
const OPENING = 6;
/** What each passage further down loses. */
const LATER = 0.05;

/**
 * The passage that says what an article is about: the one of its opening that has most of
 * the headline's words. Without a headline, the first.
 *
 * @returns undefined for an article without a passage.
 */
export function gistOf(article: Article): FoundPassage | undefined {
  const passages = passagesOf(article);
  const grams = createGramCounts();
  for (const { folded } of passages) grams.count(folded, 1);
  const rarity = rarityIn({ passages: passages.length, gram: grams.of, term: () => 0 });
  const probe = createProbe(readQuestion(`${article.title} ${article.subtitle ?? ''}`), rarity);
  const matched = passages.slice(0, OPENING).map((passage, index) => {
    const matches = findMatches(probe, passage);
    return { passage, matches, score: matches.coverage - LATER * index };
  });
  const [best] = matched.sort((a, b) => b.score - a.score);
  if (best === undefined) return undefined;
  return {
    articleId: article.id,
    address: addressOf(best.passage),
    section: best.passage.heading,
    text: best.passage.text,
    score: 1,
    highlight: sentencesOf(best.passage)[best.matches.best] ?? null,
    answer: null,
  };
}
