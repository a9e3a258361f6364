import type { TaggedWord } from '../../../language/segment.ts';
import type { ReadSentence } from '../passage.ts';
import { isAsked, type Scene } from '../scene.ts';
import type { Candidate, Standing } from './candidate.ts';
import { runOver } from './phrases.ts';
import type { Run, RunType } from './run.ts';

/** Only the likeliest sentences are searched for the answer itself: so many of them … */
const SENTENCES = 4;
/** … and none whose score is so far behind the best: its odds are below one in a hundred. */
const HOPELESS = 5;
/** Stands for the score of a sentence that is not there. */
const NONE = -9;

/**
 * The runs that could be the answer, in the order of the text: of the likeliest sentences, and not in the question.
 * @param scores how likely each sentence is to answer.
 */
export function candidatesOf(scene: Scene, scores: readonly number[]): Candidate[] {
  const best = Math.max(...scores);
  return likeliest(scores, best).flatMap((s) => {
    const sentence = scene.sentences[s];
    if (sentence === undefined) return [];
    const standing: Standing = {
      likely: scores[s] ?? NONE,
      behind: (scores[s] ?? NONE) - best,
      next: (scores[s + 1] ?? NONE) - best,
      previous: (scores[s - 1] ?? NONE) - best,
    };
    return candidatesIn(scene, s, sentence, standing);
  });
}

function likeliest(scores: readonly number[], best: number): number[] {
  return Array.from(scores.keys())
    .filter((s) => (scores[s] ?? NONE) >= best - HOPELESS)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, SENTENCES)
    .sort((a, b) => a - b);
}

function candidatesIn(scene: Scene, s: number, sentence: ReadSentence, standing: Standing): Candidate[] {
  const { folded } = scene.passage;
  const hits = scene.bigrams.hits.filter((hit) => hit.sentence === s);
  const runs = [...(scene.unasked[s] ?? []), ...trimmed(scene, sentence)];
  const peers = countedAsAsked(scene, runs).sort((a, b) => a.start - b.start || a.end - b.end);
  return peers.map((run) => ({
    run,
    text: folded.slice(run.start, run.end),
    sentence: s,
    standing,
    before: folded.slice(sentence.start, run.start),
    after: folded.slice(run.end, sentence.end),
    hits: hits.filter(({ start, end }) => end <= run.start || start >= run.end),
    peers,
  }));
}

const COUNTED: ReadonlySet<RunType> = new Set(['quantity', 'duration', 'percentage', 'ordinal']);

/** 多少户 wants 户: where a run has the unit that is asked for, 44岁 and 1248人 are no candidates. */
function countedAsAsked({ frame, passage }: Scene, runs: readonly Run[]): Run[] {
  const hasUnit = (run: Run): boolean => passage.folded.slice(run.start, run.end).endsWith(frame.unit);
  const isAnswered = frame.unit !== '' && runs.some((run) => COUNTED.has(run.type) && hasUnit(run));
  return runs.filter((run) => !isAnswered || !COUNTED.has(run.type) || hasUnit(run));
}

/** Whether the candidate alone in its sentence counts what is asked for: 408户 for 多少户. */
export function aloneCounts({ frame, passage }: Scene, { run, peers }: Candidate): boolean {
  if (frame.unit === '') return false;
  const counting = peers.filter(
    ({ start, end, type }) => COUNTED.has(type) && passage.folded.slice(start, end).endsWith(frame.unit),
  );
  return counting.length === 1 && counting[0] === run;
}

const TRIMMABLE: ReadonlySet<RunType> = new Set(['phrase', 'person', 'place', 'organisation', 'period']);

/** 韩国司法机构 is 司法机构 where the question says 韩国 already: phrases without what the question says at their edges. */
function trimmed({ frame, passage }: Scene, { runs, words }: ReadSentence): Run[] {
  const known = new Set(runs.map(({ start, end }) => `${start}-${end}`));
  const isSaid = (word: TaggedWord): boolean => frame.folded.includes(word.text);
  const shorter: Run[] = [];
  for (const run of runs) {
    if (!TRIMMABLE.has(run.type)) continue;
    const own = words.filter((word) => word.start >= run.start && word.end <= run.end);
    const from = own.findIndex((word) => !isSaid(word));
    const to = own.findLastIndex((word) => !isSaid(word)) + 1;
    if (from < 0 || (from === 0 && to === own.length)) continue;
    const rest = runOver(own.slice(from, to));
    if (rest === undefined || known.has(`${rest.start}-${rest.end}`) || isAsked(frame, passage, rest)) continue;
    known.add(`${rest.start}-${rest.end}`);
    shorter.push(rest);
  }
  return shorter;
}
