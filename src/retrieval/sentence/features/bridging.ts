import { highest } from '../../../highest.ts';
import { fitness } from '../fitness.ts';
import type { ReadSentence } from '../passage.ts';
import type { Scene } from '../scene.ts';
import type { Feature } from './feature.ts';

/**
 * What is asked for often stands a sentence before the one that repeats the question: 杜林曾经是欧洲的政治中心。
 * 1563年，它成为了萨伏依公国的首都 — 萨伏依公国的首都在哪里？ These features look from the one to the other.
 */
export const BRIDGING: readonly Feature[] = [
  // The answer is that sentence itself or, where it names nothing that fits, the one before.
  { name: 'offset from the best covering', of: (scene, s) => clamp(s - scene.bestCovering, 6) },
  { name: 'best covering has no subject', of: (scene) => flag(lacksSubject(scene.sentences[scene.bestCovering])) },
  { name: 'best covering begins with a pronoun', of: (scene) => flag(takesUp(scene, scene.bestCovering)) },
  { name: 'fittest run of the best covering', of: (scene) => fittest(scene, scene.bestCovering) },
  { name: 'runs of the best covering', of: (scene) => scene.unasked[scene.bestCovering]?.length ?? 0 },
  // 它, 该, 同年 or a verb at the beginning: what the sentence is about was said before it.
  { name: 'has no subject', of: ({ sentences }, s) => flag(lacksSubject(sentences[s])) },
  { name: 'begins by taking up', of: (scene, s) => flag(takesUp(scene, s)) },
  { name: 'next has no subject', of: ({ sentences }, s) => flag(lacksSubject(sentences[s + 1])) },
  { name: 'next begins by taking up', of: (scene, s) => flag(takesUp(scene, s + 1)) },
  // How close the neighbours come to the best, and whether they have something that fits instead.
  { name: 'next is the best covering', of: (scene, s) => flag(s + 1 === scene.bestCovering) },
  { name: 'next behind the best', of: ({ coverage }, s) => (coverage[s + 1] ?? 0) - highest(coverage) },
  { name: 'previous behind the best', of: ({ coverage }, s) => (coverage[s - 1] ?? 0) - highest(coverage) },
  { name: 'fittest run beyond the next', of: (scene, s) => fittest(scene, s) - fittest(scene, s + 1) },
  { name: 'fittest run beyond the previous', of: (scene, s) => fittest(scene, s) - fittest(scene, s - 1) },
  // An answer that the next sentence takes up is this sentence's subject, and the passage keeps naming it.
  { name: 'its subject fits', of: (scene, s) => subjectFits(scene, s) },
  { name: 'mentions of its fittest run', of: (scene, s) => mentions(scene, s) },
  // With a clear lead, coverage decides; with a small one, everything else.
  {
    name: 'lead of the best covering',
    of: ({ coverage }) => {
      const sorted = coverage.slice().sort();
      return (sorted.at(-1) ?? 0) - (sorted.at(-2) ?? 0);
    },
  },
];

/** Nothing is named by these: pronouns, verbs, adverbs, conjunctions, particles. Points of time are no subjects either. */
const NO_SUBJECT = /^(r|v|d|c|p|u|f|t|m|q|a|y|z)/;
const TAKES_UP =
  /^["“「『(（]?(他|她|它|牠|其|该|此|这|那|两者|二者|前者|后者|双方|本|同|自己|于是|因此|所以|并|也|又|而|后|再|随|之后|以及|由于此)/;

const flag = (holds: boolean): number => (holds ? 1 : 0);

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

/** Whether nothing is named before the first comma or verb. */
function lacksSubject(sentence: ReadSentence | undefined): boolean {
  const clause = sentence?.clauses[0];
  if (sentence === undefined || clause === undefined) return false;
  for (const word of sentence.words) {
    if (word.start >= clause.end || word.tag.startsWith('v')) return true;
    if (!NO_SUBJECT.test(word.tag)) return false;
  }
  return true;
}

function takesUp({ passage, sentences }: Scene, s: number): boolean {
  const start = sentences[s]?.start;
  return start !== undefined && TAKES_UP.test(passage.folded.slice(start, start + 6));
}

function fittest(scene: Scene, s: number): number {
  return Math.max(0, highest((scene.unasked[s] ?? []).map((run) => fitness(scene.frame.asked, run.type))));
}

function subjectFits(scene: Scene, s: number): number {
  const start = scene.sentences[s]?.start ?? 0;
  const first = scene.unasked[s]?.[0];
  return first !== undefined && first.start - start <= 2 ? fitness(scene.frame.asked, first.type) : 0;
}

/** How often the passage mentions the run of this sentence that fits best and is mentioned most; at most 5. */
function mentions(scene: Scene, s: number): number {
  const best = fittest(scene, s);
  const fitting = (scene.unasked[s] ?? []).filter((run) => best > 0 && fitness(scene.frame.asked, run.type) === best);
  const { folded } = scene.passage;
  return Math.max(0, highest(fitting.map((run) => countOf(folded, folded.slice(run.start, run.end)))));
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && count < 5; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
