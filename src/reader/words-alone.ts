import { highest } from '../highest.ts';
import type { Span } from '../language/sentences.ts';
import { answerability } from '../retrieval/answerability/answerability.ts';
import type { Matches } from '../retrieval/evidence/matches.ts';
import { placeOf } from '../retrieval/passages/pieces.ts';
import { bestOfEach, type Ranked } from '../retrieval/rank.ts';
import { chooseSentence } from '../retrieval/sentence/choose.ts';
import { readPassage } from '../retrieval/sentence/passage.ts';
import type { Reading } from './reader.ts';

/** Log odds of what has nothing in common with the question. */
const HOPELESS = -20;

/**
 * What words alone say of the passages that were found: where nothing reads them, or there is no time to.
 * @param ranked best first
 * @param passages how many the library has
 * @returns best first, one for each paragraph
 */
export function readByWords(ranked: readonly Ranked[], passages: number): Reading[] {
  const [top] = ranked;
  if (top === undefined) return [];
  const odds = Math.max(HOPELESS, answerability(top.matches.probe, ranked, passages));
  return bestOfEach(ranked).map(({ passage: piece, matches, score }) => {
    const { passage, offset } = placeOf(piece);
    const { question } = matches.probe;
    const choice =
      odds > 0 && piece === top.passage
        ? chooseSentence(question, readPassage(piece.text, { folded: piece.folded, sentences: matches.sentences }))
        : null;
    return {
      passage,
      sentence: shifted(choice?.highlight ?? closestSentence(matches), offset),
      answer: shifted(choice?.answer ?? null, offset),
      // Scores are log likelihoods: how much less likely a passage is than the best is in their difference.
      logOdds: odds + score - top.score,
    };
  });
}

function shifted(span: Span | null, offset: number): Span | null {
  return span === null ? null : { start: span.start + offset, end: span.end + offset };
}

/** The sentence that covers most of the question's pairs and words, or its characters where it covers none. */
function closestSentence({ sentences, at, best, symbols, probe }: Matches): Span | null {
  if (at.length > 0) return sentences[best] ?? null;
  const weightOf = ({ start, end }: Span): number =>
    [...new Set(symbols.subarray(start, end))].reduce((sum, symbol) => sum + (probe.symbolIdf[symbol] ?? 0), 0);
  const weights = sentences.map(weightOf);
  return sentences[weights.indexOf(highest(weights))] ?? null;
}
