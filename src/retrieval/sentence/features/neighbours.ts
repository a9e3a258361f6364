import { type Matches, shareOf, shareOfAny } from '../matches.ts';
import type { Scene } from '../scene.ts';
import type { Feature } from './feature.ts';

/** A sentence that begins so goes on about what the one before named. */
const PRONOUN =
  /^["“「『(（]?(他|她|它|牠|其|该|此|这|那|两者|二者|前者|后者|双方|同年|同时|随后|之后|后来|当时|于是|因此|所以|但|而|并|也|又|然而|不过)/;

/** What stands around the sentence: an entity is named once and then taken up by 他, 该 or nothing at all. */
export const NEIGHBOURS: readonly Feature[] = [
  // A sentence between two that cover the question is likelier than one by itself.
  { name: 'coverage of the previous', of: ({ coverage }, s) => coverage[s - 1] ?? 0 },
  { name: 'coverage of the next', of: ({ coverage }, s) => coverage[s + 1] ?? 0 },
  { name: 'coverage of the first', of: ({ coverage }) => coverage[0] ?? 0 },
  // What was named before still holds: covered together with one, two or all sentences before, or with the opening.
  { name: 'coverage with the previous', compared: true, of: ({ bigrams }, s) => together(bigrams, s, 1) },
  { name: 'coverage with the two before', compared: true, of: ({ bigrams }, s) => together(bigrams, s, 2) },
  { name: 'coverage with all before', compared: true, of: ({ bigrams }, s) => together(bigrams, s, s) },
  { name: 'coverage with the first', compared: true, of: ({ bigrams }, s) => withFirst(bigrams, s) },
  // What this one adds to the previous, and the previous to this one.
  { name: 'adds to the previous', of: ({ bigrams, coverage }, s) => together(bigrams, s, 1) - (coverage[s - 1] ?? 0) },
  { name: 'previous adds', of: ({ bigrams, coverage }, s) => together(bigrams, s, 1) - (coverage[s] ?? 0) },
  {
    name: 'next adds',
    of: ({ bigrams, coverage }, s) =>
      shareOf(bigrams.localWeights, bigrams.inSentence[s], bigrams.inSentence[s + 1]) - (coverage[s] ?? 0),
  },
  // A name that stands before and is taken up by a pronoun is no lack.
  { name: 'words with all before', compared: true, of: ({ words }, s) => together(words, s, s) },
  { name: 'begins with a pronoun', of: (scene, s) => (PRONOUN.test(sentenceText(scene, s)) ? 1 : 0) },
  { name: 'names it lacks, named before', of: (scene, s) => namesLacked(scene, s, 1) },
  { name: 'names it lacks, named nowhere before', of: (scene, s) => namesLacked(scene, s, 0) },
  { name: 'sentences since a missing name', of: sinceMissingName },
];

function sentenceText({ passage, sentences }: Scene, s: number): string {
  return passage.folded.slice(sentences[s]?.start ?? 0, sentences[s]?.end ?? 0);
}

function together({ localWeights, inSentence }: Matches, s: number, before: number): number {
  return shareOfAny(localWeights, inSentence.slice(Math.max(0, s - before), s + 1));
}

function withFirst({ localWeights, inSentence }: Matches, s: number): number {
  return shareOf(localWeights, inSentence[0], inSentence[s]);
}

/** How many of the question's names the sentence lacks, that earlier sentences have (`1`) or lack as well (`0`). */
function namesLacked({ frame, words }: Scene, s: number, before: 0 | 1): number {
  return frame.words.filter((word, thing) => {
    if (!word.isName || words.inSentence[s]?.[thing] === 1) return false;
    return (words.inSentence.slice(0, s).some((has) => has[thing] === 1) ? 1 : 0) === before;
  }).length;
}

/** The sentences between this one and the nearest before it that has a word which this one lacks; 20 where none has. */
function sinceMissingName({ words }: Scene, s: number): number {
  for (let back = 1; back <= s; back += 1) {
    const earlier = words.inSentence[s - back];
    if (earlier?.some((has, thing) => has === 1 && words.inSentence[s]?.[thing] !== 1) === true) return back;
  }
  return 20;
}
