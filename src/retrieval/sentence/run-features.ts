import { ASKED } from './asked.ts';
import { fitness } from './cues.ts';
import type { Hit } from './matches.ts';
import { paraphrasesOf } from './paraphrases.ts';
import { RUN_TYPES, type Run } from './runs.ts';
import { matchedWithin, type Scene } from './scene.ts';

/** A run of a sentence as a candidate for the answer. */
export interface Candidate {
  readonly run: Run;
  /** Index of its sentence. */
  readonly sentence: number;
  /** How likely its sentence is to answer: by itself, and what it, the next and the previous one lack to the likeliest. */
  readonly standing: {
    readonly likely: number;
    readonly behind: number;
    readonly next: number;
    readonly previous: number;
  };
  /** The sentence's text before and behind the run, folded. */
  readonly before: string;
  readonly after: string;
  readonly text: string;
  /** Matched bigrams of its sentence that do not stand in the run. */
  readonly hits: readonly Hit[];
  /** The other candidates of its sentence, itself included. */
  readonly peers: readonly Run[];
}

/** One number about one candidate. */
export interface RunFeature {
  readonly name: string;
  readonly of: (scene: Scene, candidate: Candidate) => number;
}

/** Words by which the text beside a candidate, or beside the gap, tells its part in the sentence. */
const BEFORE: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'copula', pattern: /(?:是|为|成|作|即|乃|系)$/ },
  { name: 'naming', pattern: /(?:称|叫|名|曰|号|谓|称为|名为|称作|叫做|称之为)$/ },
  { name: 'agent', pattern: /(?:由|被|让|受|遭|获|经)$/ },
  { name: 'place', pattern: /(?:在|于|到|至|自|从|往|向)$/ },
  { name: 'companion', pattern: /(?:、|和|与|及|跟|同|或)$/ },
  { name: 'means', pattern: /(?:以|用|靠|将|把|对|因)$/ },
  { name: 'possessor', pattern: /的$/ },
  { name: 'possession', pattern: /(?:有|包括|包含|分为|括|含|设)$/ },
  { name: 'mark', pattern: /[，,。；;：:]$/ },
  { name: 'opening', pattern: /[《“「『"(（]$/ },
  { name: 'nothing', pattern: /^$/ },
];
const AFTER: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'copula', pattern: /^(?:是|为|成|即|乃)/ },
  { name: 'possession', pattern: /^的/ },
  { name: 'companion', pattern: /^(?:、|和|与|及|跟|同|或)/ },
  { name: 'others', pattern: /^等/ },
  { name: 'mark', pattern: /^[，,。；;：:！？]/ },
  { name: 'closing', pattern: /^[》”」』")）]/ },
  { name: 'bracket', pattern: /^[(（]/ },
  { name: 'place', pattern: /^(?:在|于|到|至|自|从)/ },
  { name: 'nothing', pattern: /^$/ },
];

/** How far a matched word's nearness reaches, in characters: within a clause, and within a sentence. */
const CLAUSE_REACH = 6;
const SENTENCE_REACH = 20;
/** How far around the run the question's text beside the gap is looked for. */
const BESIDE = 12;
const FAR = 40;

const flag = (holds: boolean): number => (holds ? 1 : 0);

export const RUN_FEATURES: readonly RunFeature[] = [
  ...ASKED.map((asked): RunFeature => ({ name: `asks for ${asked}`, of: ({ frame }) => flag(frame.asked === asked) })),
  ...RUN_TYPES.map((type): RunFeature => ({ name: `is ${type}`, of: (_, { run }) => flag(run.type === type) })),
  { name: 'asks for a year', of: ({ frame }) => flag(asksFor(frame, /[哪那何几](?:一)?年(?!代)/)) },
  { name: 'asks for a day', of: ({ frame }) => flag(asksFor(frame, /[哪那何几](?:一)?[月日天号]/)) },
  { name: 'asks for an age', of: ({ frame }) => flag(asksFor(frame, /时期|时代|年代|世纪|朝代/)) },
  { name: 'asks for several', of: ({ frame }) => flag(asksFor(frame, /哪些|几|两|三|分别/)) },
  { name: 'fitness', of: ({ frame }, { run }) => fitness(frame.asked, run.type) },
  { name: 'length', of: (_, { text }) => text.length },
  // The question around the gap, found around the run: the statement that the question was made of.
  { name: 'near before', of: (scene, candidate) => near(scene, candidate, 'before', CLAUSE_REACH) },
  { name: 'near after', of: (scene, candidate) => near(scene, candidate, 'after', CLAUSE_REACH) },
  { name: 'far before', of: (scene, candidate) => near(scene, candidate, 'before', SENTENCE_REACH) },
  { name: 'far after', of: (scene, candidate) => near(scene, candidate, 'after', SENTENCE_REACH) },
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
  {
    name: 'last left word, distance before',
    of: (scene, candidate) => distance(scene, candidate, lastLeft(scene), -1),
  },
  { name: 'last left word, distance after', of: (scene, candidate) => distance(scene, candidate, lastLeft(scene), 1) },
  {
    name: 'first right word, distance before',
    of: (scene, candidate) => distance(scene, candidate, firstRight(scene), -1),
  },
  {
    name: 'first right word, distance after',
    of: (scene, candidate) => distance(scene, candidate, firstRight(scene), 1),
  },
  { name: 'clause', of: (scene, candidate) => clauseOf(scene, candidate) },
  // The noun that is asked for: the answer ends with it (哪个城市 → 金昌市), follows it (作者：…) or stands before it.
  { name: 'ends with the noun', of: ({ frame }, { text }) => flag(frame.noun !== '' && text.endsWith(frame.noun)) },
  {
    name: "ends with the noun's last character",
    of: ({ frame }, { text }) => flag(frame.noun !== '' && text.at(-1) === frame.noun.at(-1)),
  },
  {
    name: "shares the noun's characters",
    of: ({ frame }, { text }) => [...frame.noun].filter((character) => text.includes(character)).length,
  },
  {
    name: 'noun close before',
    of: ({ frame }, { before }) => flag(frame.noun !== '' && before.slice(-frame.noun.length - 3).includes(frame.noun)),
  },
  {
    name: 'noun close after',
    of: ({ frame }, { after }) => flag(frame.noun !== '' && after.slice(0, frame.noun.length + 2).includes(frame.noun)),
  },
  { name: 'has the unit', of: ({ frame }, { text }) => flag(hasUnit(frame.folded.slice(frame.gap.end), text)) },
  // What the question says already is not what it asks for.
  { name: 'in the question', of: ({ bigrams }, { run }) => inside(bigrams.hits, run) },
  {
    name: 'characters in the question',
    of: ({ frame }, { text }) => [...text].filter((character) => frame.folded.includes(character)).length / text.length,
  },
  { name: 'peers of its type', of: (_, { run, peers }) => peers.filter((peer) => peer.type === run.type).length },
  {
    name: 'peers of its type before',
    of: (_, { run, peers }) => peers.filter((peer) => peer.type === run.type && peer.start < run.start).length,
  },
  { name: 'peers', of: (_, { peers }) => peers.length },
  {
    name: 'within a longer run',
    of: (_, { run, peers }) =>
      flag(peers.some((peer) => peer !== run && peer.start <= run.start && peer.end >= run.end)),
  },
  {
    name: 'around a shorter run',
    of: (_, { run, peers }) =>
      flag(peers.some((peer) => peer !== run && peer.start >= run.start && peer.end <= run.end)),
  },
  { name: 'place in the sentence', of: (_, { before, after }) => before.length / (before.length + after.length + 1) },
  ...BEFORE.map(
    ({ name, pattern }): RunFeature => ({
      name: `behind ${name}`,
      of: (_, { before }) => flag(pattern.test(before.slice(-4))),
    }),
  ),
  ...AFTER.map(
    ({ name, pattern }): RunFeature => ({
      name: `before ${name}`,
      of: (_, { after }) => flag(pattern.test(after.slice(0, 2))),
    }),
  ),
  ...BEFORE.map(
    ({ name, pattern }): RunFeature => ({
      name: `gap behind ${name}`,
      of: ({ frame }) => flag(pattern.test(frame.left.slice(-4))),
    }),
  ),
  ...AFTER.map(
    ({ name, pattern }): RunFeature => ({
      name: `gap before ${name}`,
      of: ({ frame }) => flag(pattern.test(frame.right.slice(0, 2))),
    }),
  ),
  { name: 'likelihood of its sentence', of: (_, { standing }) => standing.likely },
  { name: 'its sentence behind the best', of: (_, { standing }) => standing.behind },
  { name: 'next sentence behind the best', of: (_, { standing }) => standing.next },
  { name: 'previous sentence behind the best', of: (_, { standing }) => standing.previous },
  { name: 'index of its sentence', of: (_, { sentence }) => sentence },
  { name: 'begins its sentence', of: (_, { before }) => flag(before.length <= 2) },
  { name: 'mentions in the passage', of: ({ passage }, { text }) => mentions(passage.folded, text) },
  {
    name: 'first mentioned before',
    of: ({ passage, sentences }, { text, sentence }) =>
      flag(passage.folded.indexOf(text) < (sentences[sentence]?.start ?? 0)),
  },
  { name: 'paraphrase close', of: (scene, candidate) => paraphraseClose(scene, candidate) },
];

/** The row's numbers are named by these, in order. */
export const RUN_FEATURE_NAMES: readonly string[] = RUN_FEATURES.map(({ name }) => name);

/** Whether the asking words and the two characters behind them are of this kind. */
function asksFor({ folded, gap }: Scene['frame'], kind: RegExp): boolean {
  return kind.test(folded.slice(gap.start, gap.end + 2));
}

/** Matched weight on one side of the run, each bigram counting less the farther it is. */
function near({ bigrams, total }: Scene, { run, hits }: Candidate, where: 'before' | 'after', reach: number): number {
  let sum = 0;
  for (const { thing, start, end } of hits) {
    const gap = where === 'before' ? run.start - end : start - run.end;
    if (gap >= 0) sum += (bigrams.weights[thing] ?? 0) * Math.exp(-gap / reach);
  }
  return total === 0 ? 0 : sum / total;
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

/** Characters between the run and the nearest place of a word before (-1) or after (1) it. */
function distance(_: Scene, { before, after }: Candidate, word: string, direction: -1 | 1): number {
  if (word === '') return FAR + 1;
  const at = direction < 0 ? before.lastIndexOf(word) : after.indexOf(word);
  if (at < 0) return FAR;
  return Math.min(FAR, direction < 0 ? before.length - at - word.length : at);
}

function clauseOf(scene: Scene, { run, sentence }: Candidate): number {
  const clause = scene.sentences[sentence]?.clauses.find(({ start, end }) => start <= run.start && run.start < end);
  return clause === undefined || scene.total === 0 ? 0 : matchedWithin(scene, clause) / scene.total;
}

/** 多少户 asks for something that ends with 户. */
function hasUnit(behindGap: string, text: string): boolean {
  const unit = /^\p{Script=Han}{1,2}/u.exec(behindGap)?.[0] ?? '';
  return unit !== '' && (text.endsWith(unit) || text.endsWith(unit.charAt(0)));
}

function inside(hits: readonly Hit[], { start, end }: Run): number {
  return hits.filter((hit) => hit.start >= start && hit.end <= end).length;
}

/** How often the passage says it; at most 5. */
function mentions(folded: string, text: string): number {
  let count = 0;
  for (let at = folded.indexOf(text); at >= 0 && count < 5; at = folded.indexOf(text, at + text.length)) count += 1;
  return count;
}

/** How many of the question's words are said in other words close to the run. */
function paraphraseClose({ frame }: Scene, { before, after }: Candidate): number {
  const around = `${before.slice(-BESIDE)} ${after.slice(0, BESIDE)}`;
  return frame.words.filter(({ text }) => paraphrasesOf(text).some((other) => around.includes(other))).length;
}
