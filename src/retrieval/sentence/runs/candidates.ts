import { highest } from '../../../highest.ts';
import type { TaggedWord } from '../../../language/segment.ts';
import type { Span } from '../../../language/sentences.ts';
import type { ReadSentence } from '../passage.ts';
import { isAsked, type Scene } from '../scene.ts';
import { countedAsAsked, datedAsAsked } from './as-asked.ts';
import type { Candidate, Standing } from './candidate.ts';
import { runOver } from './phrases.ts';
import type { Run, RunType } from './run.ts';
import { stretchesOf } from './stretches.ts';

/** Only the likeliest sentences are searched for the answer itself: so many of them … */
const SENTENCES = 4;
/** … and none whose score is so far behind the best: its odds are below one in a hundred. */
const HOPELESS = 5;
/** Only in sentences whose score is no farther behind than this are names looked for that the tags do not show. */
const WIDE = 2;
/** Stands for the score of a sentence that is not there. */
const NONE = -9;

/**
 * The runs that could be the answer, in the order of the text: of the likeliest sentences, and not in the question.
 * @param scores how likely each sentence is to answer.
 */
export function candidatesOf(scene: Scene, scores: readonly number[]): Candidate[] {
  const best = highest(scores);
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
  const phrases = [...joined(scene.unasked[s] ?? []), ...trimmed(scene, sentence)].filter(
    (run) => !hasLooseEnd(run, sentence),
  );
  const beyond = standing.behind < -WIDE ? [] : beyondPhrases(scene, sentence, phrases);
  const peers = datedAsAsked(scene, countedAsAsked(scene, [...phrases, ...beyond])).sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  return peers.map((run) => ({
    run,
    text: folded.slice(run.start, run.end),
    ...wordsOf(run, sentence),
    isBeyond: beyond.includes(run),
    sentence: s,
    standing,
    before: folded.slice(sentence.start, run.start),
    after: folded.slice(run.end, sentence.end),
    hits: hits.filter(({ start, end }) => end <= run.start || start >= run.end),
    peers,
  }));
}

/** The words that a run is made of, and those that touch it. */
function wordsOf({ start, end }: Span, { words }: ReadSentence): Pick<Candidate, 'words' | 'wordBefore' | 'wordAfter'> {
  const from = firstBehind(words, start);
  let to = from;
  while ((words[to]?.start ?? end) < end) to += 1;
  const [before, after] = [words[from - 1], words[to]];
  return {
    words: words.slice(from, to),
    wordBefore: before?.end === start ? before : undefined,
    wordAfter: after?.start === end ? after : undefined,
  };
}

/** The place of the first word that ends behind an offset. */
function firstBehind(words: readonly TaggedWord[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Never a part of a name at its edge. */
const PARTICLE = /^[的了着过是和与及或所也都还又曾已并但因则即被仍将把]$/;

/** 东盟仍: a phrase that took a particle along for a noun. */
function hasLooseEnd(run: Run, sentence: ReadSentence): boolean {
  if (!TRIMMABLE.has(run.type)) return false;
  const { words } = wordsOf(run, sentence);
  return words.length > 1 && (PARTICLE.test(words[0]?.text ?? '') || PARTICLE.test(words.at(-1)?.text ?? ''));
}

function beyondPhrases({ frame, passage }: Scene, sentence: ReadSentence, phrases: readonly Run[]): Run[] {
  const known = new Set(phrases.map(({ start, end }) => `${start}-${end}`));
  return stretchesOf(passage.folded, sentence).filter(
    (run) => !known.has(`${run.start}-${run.end}`) && !isAsked(frame, passage, run),
  );
}

const JOINABLE: ReadonlySet<RunType> = new Set(['duration', 'date']);

/** 2小时07分|18秒 is one duration though its forms are two; 15日|上午7时30分 one date, and its parts may be asked for as well. */
function joined(runs: readonly Run[]): Run[] {
  let all = [...runs];
  for (const run of runs) {
    const next = all.find(({ type, start }) => start === run.end && JOINABLE.has(type) && type === run.type);
    if (next === undefined) continue;
    const whole = { type: run.type, start: run.start, end: next.end };
    const isWhole = run.type === 'duration';
    all = [...all.filter((part) => !isWhole || (part !== run && part !== next)), whole];
  }
  return all;
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
