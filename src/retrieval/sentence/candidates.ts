import type { TaggedWord } from '../../language/segment.ts';
import type { ReadSentence } from './passage.ts';
import { runOver } from './phrases.ts';
import { type Candidate, RUN_FEATURES } from './run-features.ts';
import type { Run, RunType } from './runs.ts';
import { isAsked, type Scene } from './scene.ts';

/** Only the likeliest sentences are searched for the answer itself. */
const SENTENCES = 4;

/**
 * The runs that could be the answer, in the order of the text: of the likeliest sentences, and not in the question.
 * @param scores how likely each sentence is to answer.
 */
export function candidatesOf(scene: Scene, scores: readonly number[]): Candidate[] {
  const best = Math.max(...scores);
  return likeliest(scores).flatMap((s) => {
    const sentence = scene.sentences[s];
    if (sentence === undefined) return [];
    const { folded } = scene.passage;
    const hits = scene.bigrams.hits.filter((hit) => hit.sentence === s);
    const peers = withTrimmed(scene, sentence).filter((run) => !isAsked(scene.frame, scene.passage, run));
    const standing = {
      likely: scores[s] ?? 0,
      behind: (scores[s] ?? 0) - best,
      next: (scores[s + 1] ?? NONE) - best,
      previous: (scores[s - 1] ?? NONE) - best,
    };
    return peers.map(
      (run): Candidate => ({
        run,
        sentence: s,
        standing,
        before: folded.slice(sentence.start, run.start),
        after: folded.slice(run.end, sentence.end),
        text: folded.slice(run.start, run.end),
        hits: hits.filter(({ start, end }) => end <= run.start || start >= run.end),
        peers,
      }),
    );
  });
}

/** 韩国司法机构 is 司法机构 where the question says 韩国 already: phrases without what the question says at their edges. */
function withTrimmed({ frame }: Scene, { runs, words }: ReadSentence): Run[] {
  const all = [...runs];
  for (const run of runs) {
    if (!TRIMMABLE.has(run.type)) continue;
    const own = words.filter((word) => word.start >= run.start && word.end <= run.end);
    const isSaid = (word: TaggedWord): boolean => frame.folded.includes(word.text);
    const from = own.findIndex((word) => !isSaid(word));
    const to = own.findLastIndex((word) => !isSaid(word)) + 1;
    if (from < 0 || (from === 0 && to === own.length)) continue;
    const trimmed = runOver(own.slice(from, to));
    if (trimmed === undefined || all.some(({ start, end }) => start === trimmed.start && end === trimmed.end)) continue;
    all.push(trimmed);
  }
  return all;
}

const TRIMMABLE: ReadonlySet<RunType> = new Set(['phrase', 'person', 'place', 'organisation', 'period']);

/** Stands for the score of a sentence that is not there. */
const NONE = -9;

function likeliest(scores: readonly number[]): number[] {
  return Array.from(scores.keys())
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, SENTENCES)
    .sort((a, b) => a - b);
}

/** One number a feature for a candidate. */
export function candidateRow(scene: Scene, candidate: Candidate): Float64Array {
  return Float64Array.from(RUN_FEATURES, ({ of }) => of(scene, candidate));
}
