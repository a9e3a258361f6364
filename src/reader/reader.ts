import { type Span, shifted } from '../language/sentences.ts';
import type { EncodedPassage, Joined } from '../network/network.ts';
import { type Passage, sentencesOf } from '../passages/passages.ts';
import { placeOf } from '../passages/pieces.ts';
import { type Window, windowsOf } from '../passages/windows.ts';
import { bestOfEach } from '../retrieval/evidence/rank.ts';
import type { FoundByMeaning, Fused } from '../retrieval/find-by-meaning.ts';
import type { Meaning } from '../retrieval/meaning.ts';
import { pointAt } from './pointing.ts';

/** A passage, read for a question. Spans are UTF-16 offsets into its text. */
export interface Reading {
  /** A whole paragraph. */
  readonly passage: Passage;
  /** The sentence that answers or comes closest; null where the passage has none. */
  readonly sentence: Span | null;
  /** The run that answers, inside `sentence`; null where nothing read it. */
  readonly run: Span | null;
  /** How likely that run is the one, given that the passage answers: 0 to 1. */
  readonly runLikelihood: number;
  /** The reader's own odds that the passage answers, as it was trained: not calibrated. */
  readonly logOdds: number;
}

/** A reading with what it was found by. */
export interface NetworkReading extends Reading {
  readonly found: Fused;
  /** How likely the answer is in that sentence, given that the passage answers: 0 to 1. */
  readonly sentenceLikelihood: number;
  readonly window: Window;
}

/**
 * So many windows are read for a question, each a pass of some hundredths of a second: the first eight passages hold
 * the right one in 98.8 %, the first five in 96.
 */
const MOST_READ = 8;
/** Of one passage; a long one has more, and those that hold the nearest sentence and the best words are read. */
const MOST_OF_PASSAGE = 2;
/** What the finding says beside the reading, in its log odds. */
const FOUND = 4;

/**
 * Reads the passages that were found, the first ones, and puts them in order by what they say.
 * @param ms after so many milliseconds no further window is begun; the first is read in any case
 * @param most so many windows, and no more than eight
 * @returns best first, one for each paragraph; those that were not read are not among them
 */
export async function read(
  meaning: Meaning,
  { encoded, fused }: FoundByMeaning,
  ms: number,
  most = MOST_READ,
): Promise<NetworkReading[]> {
  const until = performance.now() + ms;
  const chosen = fused
    .flatMap((found) => windowsToRead(found).map((window) => ({ found, window })))
    .slice(0, Math.min(most, MOST_READ));
  const readings: NetworkReading[] = [];
  for (const { found, window } of chosen) {
    if (readings.length > 0 && performance.now() >= until) break;
    const passage = await meaning.windows.of(window);
    readings.push(readingOf(found, window, passage, await meaning.network.join(encoded, passage)));
  }
  return bestOfEach(readings.sort((a, b) => orderOf(b) - orderOf(a)));
}

/** What readings are put in order by. Log odds. */
export function orderOf({ logOdds, found }: NetworkReading): number {
  return logOdds + FOUND * found.fused;
}

function windowsToRead({ passage, similarity, matches }: Fused): Window[] {
  const windows = windowsOf(passage);
  if (windows.length <= 1) return [...windows];
  const wanted = [similarity?.sentence ?? matches.best, matches.best];
  const held = wanted.flatMap((sentence) => windows.findLast(({ firstSentence }) => firstSentence <= sentence) ?? []);
  return [...new Set(held)].slice(0, MOST_OF_PASSAGE);
}

function readingOf(found: Fused, window: Window, encoded: EncodedPassage, joined: Joined): NetworkReading {
  const { passage, offset } = placeOf(found.passage);
  const coverage = found.matches.sentenceCoverage.slice(window.firstSentence);
  const pointed = pointAt(window, encoded.tokens, joined, coverage);
  const sentence = sentencesOf(found.passage)[window.firstSentence + (pointed?.sentence ?? 0)];
  return {
    passage,
    sentence: sentence === undefined ? null : shifted(sentence, offset),
    run: pointed === undefined ? null : shifted(pointed.run, window.offset + offset),
    runLikelihood: pointed?.runLikelihood ?? 0,
    sentenceLikelihood: pointed?.sentenceLikelihood ?? 0,
    logOdds: joined.answers,
    found,
    window,
  };
}
