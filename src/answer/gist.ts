import type { Article } from '../article/article.ts';
import { onceFor } from '../once-for.ts';
import { readQuestion } from '../question/question.ts';
import { findMatches } from '../retrieval/evidence/matches.ts';
import { createProbe } from '../retrieval/evidence/probe.ts';
import { sentencesOf } from '../retrieval/passages/passages.ts';
import { piecesOf, placeOf } from '../retrieval/passages/pieces.ts';
import { createGramCounts } from '../retrieval/store/gram-counts.ts';
import { rarityIn } from '../retrieval/store/rarity.ts';
import type { FoundPassage } from './answer.ts';

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
export const gistOf = onceFor((article: Article): FoundPassage | undefined => {
  const passages = piecesOf(article);
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
  const { passage, offset } = placeOf(best.passage);
  const sentence = sentencesOf(best.passage)[best.matches.best];
  return {
    passage,
    score: 1,
    sentence: sentence === undefined ? null : { start: sentence.start + offset, end: sentence.end + offset },
    answer: null,
  };
});
