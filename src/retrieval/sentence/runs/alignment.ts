import { highest } from '../../../highest.ts';
import type { Span } from '../../../language/sentences.ts';
import { matchedWithin, type Scene } from '../scene.ts';
import type { Candidate, RunFeature } from './candidate.ts';

/** How far a matched bigram's nearness reaches, in characters: within a clause, and within a sentence. */
const CLAUSE_REACH = 6;
const SENTENCE_REACH = 20;
/** How far around the run the question's text beside the gap is looked for. */
const BESIDE = 12;
/** A word that is not on that side is as far away as can be; farther still where the question has no such word. */
const FAR = 40;

/** The question around its gap, found again around the run: the statement that the question was made of. */
export const ALIGNMENT: readonly RunFeature[] = [
  { name: 'near before', of: (scene, candidate) => near(scene, candidate, 'before', CLAUSE_REACH) },
  { name: 'near after', of: (scene, candidate) => near(scene, candidate, 'after', CLAUSE_REACH) },
  { name: 'far before', of: (scene, candidate) => near(scene, candidate, 'before', SENTENCE_REACH) },
  { name: 'far after', of: (scene, candidate) => near(scene, candidate, 'after', SENTENCE_REACH) },
  // What every sentence of the passage has tells nothing of the place.
  { name: 'rare near before', of: (scene, candidate) => nearRare(scene, candidate, 'before', CLAUSE_REACH) },
  { name: 'rare near after', of: (scene, candidate) => nearRare(scene, candidate, 'after', CLAUSE_REACH) },
  { name: 'rare far before', of: (scene, candidate) => nearRare(scene, candidate, 'before', SENTENCE_REACH) },
  { name: 'rare far after', of: (scene, candidate) => nearRare(scene, candidate, 'after', SENTENCE_REACH) },
  { name: 'rare in its clause', of: (scene, candidate) => rareWithin(scene, candidate, clauseOf(scene, candidate)) },
  {
    name: 'rare until the next of its type',
    of: (scene, candidate) => rareWithin(scene, candidate, untilNext(scene, candidate)),
  },
  {
    name: 'rare since the previous of its type',
    of: (scene, candidate) => rareWithin(scene, candidate, sincePrevious(scene, candidate)),
  },
  { name: 'left stays left', of: (scene, candidate) => side(scene, candidate, 'left', 'before') },
  { name: 'left goes right', of: (scene, candidate) => side(scene, candidate, 'left', 'after') },
  { name: 'right stays right', of: (scene, candidate) => side(scene, candidate, 'right', 'after') },
  { name: 'right goes left', of: (scene, candidate) => side(scene, candidate, 'right', 'before') },
  { name: 'tail of left before', of: ({ frame }, { before }) => tailFound(frame.left, before.slice(-BESIDE)) },
  { name: 'head of right after', of: ({ frame }, { after }) => headFound(frame.right, after.slice(0, BESIDE)) },
  { name: 'tail of left after', of: ({ frame }, { after }) => tailFound(frame.left, after.slice(0, BESIDE)) },
  { name: 'head of right before', of: ({ frame }, { before }) => headFound(frame.right, before.slice(-BESIDE)) },
  { name: 'touches left', of: ({ frame }, { before }) => commonEnding(frame.left, before) },
  { name: 'touches right', of: ({ frame }, { after }) => commonBeginning(frame.right, after) },
  { name: 'last left word before', of: (scene, { before }) => distanceBefore(before, lastLeft(scene)) },
  { name: 'last left word after', of: (scene, { after }) => distanceAfter(after, lastLeft(scene)) },
  { name: 'first right word before', of: (scene, { before }) => distanceBefore(before, firstRight(scene)) },
  { name: 'first right word after', of: (scene, { after }) => distanceAfter(after, firstRight(scene)) },
  { name: 'its clause', of: (scene, candidate) => matchedShare(scene, clauseOf(scene, candidate)) },
  { name: 'its clause behind the best', of: clauseBehindBest },
  // Of several dates or names each governs the text up to the next one.
  { name: 'until the next of its type', of: (scene, candidate) => matchedShare(scene, untilNext(scene, candidate)) },
  {
    name: 'since the previous of its type',
    of: (scene, candidate) => matchedShare(scene, sincePrevious(scene, candidate)),
  },
];

/** Matched weight on one side of the run, each bigram counting less the farther it is. */
function near({ bigrams, total }: Scene, { run, hits }: Candidate, where: 'before' | 'after', reach: number): number {
  let sum = 0;
  for (const { thing, start, end } of hits) {
    const gap = where === 'before' ? run.start - end : start - run.end;
    if (gap >= 0) sum += (bigrams.weights[thing] ?? 0) * Math.exp(-gap / reach);
  }
  return total === 0 ? 0 : sum / total;
}

function nearRare({ bigrams }: Scene, { run, hits }: Candidate, where: 'before' | 'after', reach: number): number {
  let sum = 0;
  for (const { thing, start, end } of hits) {
    const gap = where === 'before' ? run.start - end : start - run.end;
    if (gap >= 0) sum += (bigrams.besideTopic[thing] ?? 0) * Math.exp(-gap / reach);
  }
  return sum / rareTotal(bigrams);
}

function rareWithin({ bigrams }: Scene, { hits }: Candidate, { start, end }: Span): number {
  let sum = 0;
  for (const hit of hits) if (hit.start >= start && hit.end <= end) sum += bigrams.besideTopic[hit.thing] ?? 0;
  return sum / rareTotal(bigrams);
}

const rareTotals = new WeakMap<Scene['bigrams'], number>();

/** What `nearRare` and `rareWithin` would be for the whole question, read once a question. */
function rareTotal(bigrams: Scene['bigrams']): number {
  const known = rareTotals.get(bigrams);
  if (known !== undefined) return known;
  const total = bigrams.localWeights.reduce((sum, weight) => sum + weight, 0) || 1;
  rareTotals.set(bigrams, total);
  return total;
}

/** How much of the question's left (right) part stands before (after) the run. */
function side(
  { frame, bigrams, total }: Scene,
  { run, hits }: Candidate,
  part: 'left' | 'right',
  where: 'before' | 'after',
): number {
  const seen = new Set<number>();
  let sum = 0;
  for (const { thing, start } of hits) {
    const isLeft = (frame.bigrams[thing]?.at ?? 0) < frame.gap.start;
    if (isLeft !== (part === 'left') || start < run.start !== (where === 'before') || seen.has(thing)) continue;
    seen.add(thing);
    sum += bigrams.weights[thing] ?? 0;
  }
  return total === 0 ? 0 : sum / total;
}

function tailFound(left: string, window: string): number {
  let length = 0;
  while (length < left.length && window.includes(left.slice(left.length - length - 1))) length += 1;
  return length;
}

function headFound(right: string, window: string): number {
  let length = 0;
  while (length < right.length && window.includes(right.slice(0, length + 1))) length += 1;
  return length;
}

function commonEnding(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function lastLeft({ frame }: Scene): string {
  return frame.words.findLast((word) => word.end <= frame.gap.start)?.text ?? '';
}

function firstRight({ frame }: Scene): string {
  return frame.words.find((word) => word.start >= frame.gap.end)?.text ?? '';
}

function distanceBefore(before: string, word: string): number {
  if (word === '') return FAR + 1;
  const at = before.lastIndexOf(word);
  return at < 0 ? FAR : Math.min(FAR, before.length - at - word.length);
}

function distanceAfter(after: string, word: string): number {
  if (word === '') return FAR + 1;
  const at = after.indexOf(word);
  return at < 0 ? FAR : Math.min(FAR, at);
}

function matchedShare(scene: Scene, span: Span): number {
  return scene.total === 0 ? 0 : matchedWithin(scene, span) / scene.total;
}

function clauseOf({ sentences }: Scene, { run, sentence }: Candidate): Span {
  return sentences[sentence]?.clauses.find(({ start, end }) => start <= run.start && run.start < end) ?? run;
}

function clauseBehindBest(scene: Scene, candidate: Candidate): number {
  const own = matchedShare(scene, clauseOf(scene, candidate));
  const all = scene.sentences[candidate.sentence]?.clauses.map((clause) => matchedShare(scene, clause)) ?? [];
  return own - Math.max(0, highest(all));
}

function untilNext({ sentences }: Scene, { run, peers, sentence }: Candidate): Span {
  const next = peers.find((peer) => peer.type === run.type && peer.start >= run.end);
  return { start: run.end, end: next?.start ?? sentences[sentence]?.end ?? run.end };
}

function sincePrevious({ sentences }: Scene, { run, peers, sentence }: Candidate): Span {
  const previous = peers.findLast((peer) => peer.type === run.type && peer.end <= run.start);
  return { start: previous?.end ?? sentences[sentence]?.start ?? run.start, end: run.start };
}
