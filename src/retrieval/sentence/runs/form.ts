import { fitness } from '../fitness.ts';
import type { Frame } from '../frame.ts';
import type { Hit } from '../matches.ts';
import type { Scene } from '../scene.ts';
import { type Candidate, flag, type RunFeature } from './candidate.ts';
import { RUN_TYPES, type Run } from './run.ts';

/** What the run is by itself: its type, and how it goes with the noun and the unit that are asked for. */
export const FORM: readonly RunFeature[] = [
  ...RUN_TYPES.map((type): RunFeature => ({ name: `is ${type}`, of: (_, { run }) => flag(run.type === type) })),
  { name: 'fitness', of: ({ frame }, { run }) => fitness(frame.asked, run.type) },
  { name: 'length', of: (_, { text }) => text.length },
  // The answer ends with the noun (哪个城市 → 金昌市), follows it (作者：…) or stands before it.
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
  { name: 'has the unit', of: (scene, { text }) => flag(hasUnit(scene, text)) },
  { name: 'alone has the unit', of: aloneHasUnit },
  // What the question says already is not what it asks for.
  { name: 'in the question', of: ({ bigrams }, { run }) => inside(bigrams.hits, run) },
  {
    name: 'characters in the question',
    of: ({ frame }, { text }) => [...text].filter((character) => frame.folded.includes(character)).length / text.length,
  },
  { name: 'peers', of: (_, { peers }) => peers.length },
  { name: 'peers of its type', of: (_, { run, peers }) => peers.filter((peer) => peer.type === run.type).length },
  {
    name: 'peers of its type before',
    of: (_, { run, peers }) => peers.filter((peer) => peer.type === run.type && peer.start < run.start).length,
  },
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
];

const HAN_PAIR = /^\p{Script=Han}{1,2}/u;
const units = new WeakMap<Frame, string>();

/** What stands right behind the gap, read once a question. */
function unitOf(frame: Frame): string {
  const known = units.get(frame);
  if (known !== undefined) return known;
  const unit = HAN_PAIR.exec(frame.right)?.[0] ?? '';
  units.set(frame, unit);
  return unit;
}

/** 多少户 asks for something that ends with 户. */
function hasUnit({ frame }: Scene, text: string): boolean {
  const unit = unitOf(frame);
  return unit !== '' && (text.endsWith(unit) || text.endsWith(unit.charAt(0)));
}

function aloneHasUnit(scene: Scene, { text, peers, run }: Candidate): number {
  if (!hasUnit(scene, text)) return 0;
  const { folded } = scene.passage;
  return flag(
    !peers.some((peer) => peer.type === run.type && peer !== run && hasUnit(scene, folded.slice(peer.start, peer.end))),
  );
}

function inside(hits: readonly Hit[], { start, end }: Run): number {
  return hits.filter((hit) => hit.start >= start && hit.end <= end).length;
}
