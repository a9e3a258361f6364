import type { TaggedWord } from '../../../language/segment.ts';
import type { Scene } from '../scene.ts';
import { type Candidate, flag, type RunFeature } from './candidate.ts';
import { traitsOf } from './word-traits.ts';

const NONE = -1;

const PLACES: readonly { readonly name: string; readonly of: (candidate: Candidate) => TaggedWord | undefined }[] = [
  { name: 'word before', of: ({ wordBefore }) => wordBefore },
  { name: 'word behind', of: ({ wordAfter }) => wordAfter },
  { name: 'first word', of: ({ words }) => words[0] },
  { name: 'last word', of: ({ words }) => words.at(-1) },
];

/** Where the run ends and why there: jieba cuts names that it does not know at any place. */
export const EDGES: readonly RunFeature[] = [
  ...PLACES.flatMap(({ name, of }): RunFeature[] => [
    { name: `kind of the ${name}`, of: (_, candidate) => kindOf(of(candidate)) },
    { name: `${name} is a single character`, of: (_, candidate) => flag(of(candidate)?.text.length === 1) },
  ]),
  { name: 'words', of: (_, { words }) => words.length },
  { name: 'verbs', of: (_, { words }) => words.filter(({ tag }) => tag.startsWith('v') && tag !== 'vn').length },
  { name: 'beyond the phrases', of: (_, { isBeyond }) => flag(isBeyond) },
  { name: 'asked up to it', of: (_, { hits, run }) => flag(hits.some(({ end }) => end === run.start)) },
  { name: 'asked on from it', of: (_, { hits, run }) => flag(hits.some(({ start }) => start === run.end)) },
  { name: 'always behind the same character', of: (scene, { text }) => always(scene, text, -1) },
  { name: 'always before the same character', of: (scene, { text }) => always(scene, text, 1) },
];

function kindOf(word: TaggedWord | undefined): number {
  return word === undefined ? NONE : traitsOf(word).kind;
}

const HAN = /\p{Script=Han}/u;

/** What is mentioned twice or more, each time beside the same character, is a part of something longer. */
function always({ passage: { folded } }: Scene, text: string, side: -1 | 1): number {
  let beside = '';
  let mentions = 0;
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + text.length)) {
    const character = folded.charAt(side < 0 ? at - 1 : at + text.length);
    if (!HAN.test(character) || (beside !== '' && beside !== character)) return 0;
    beside = character;
    mentions += 1;
  }
  return mentions > 1 ? mentions : 0;
}
