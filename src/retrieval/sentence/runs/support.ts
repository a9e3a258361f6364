import { highest } from '../../../highest.ts';
import { paraphrasesOf } from '../../evidence/paraphrases.ts';
import type { FrameWord } from '../frame.ts';
import { shareOf } from '../matches.ts';
import type { Scene } from '../scene.ts';
import { type Candidate, flag, type RunFeature } from './candidate.ts';

/** What the run's sentence has and lacks of the question: a run can be the likeliest and the sentence be about something else. */
export const SUPPORT: readonly RunFeature[] = [
  {
    name: 'words in its sentence',
    of: ({ words }, { sentence }) => shareOf(words.weights, words.inSentence[sentence]),
  },
  {
    name: 'characters in its sentence',
    of: ({ characters }, { sentence }) => shareOf(characters.weights, characters.inSentence[sentence]),
  },
  { name: 'coverage of its sentence', of: ({ coverage }, { sentence }) => coverage[sentence] ?? 0 },
  { name: 'coverage before the next best', of: coverageLead },
  { name: 'rarest word lacking', of: (scene, candidate) => rarest(lackingWords(scene, candidate)) },
  {
    name: 'rarest word lacking here and before',
    of: (scene, candidate) =>
      rarest(lackingWords(scene, candidate).filter(({ text }) => !saidBefore(scene, candidate, text))),
  },
  {
    name: 'rarest word lacking in the passage',
    of: (scene, candidate) =>
      rarest(lackingWords(scene, candidate).filter(({ text }) => !scene.passage.folded.includes(text))),
  },
  { name: 'words lacking', of: (scene, candidate) => lackingWords(scene, candidate).length },
  {
    name: 'names lacking',
    of: (scene, candidate) => lackingWords(scene, candidate).filter(({ isName }) => isName).length,
  },
  {
    name: 'numbers lacking',
    of: (scene, candidate) => lackingWords(scene, candidate).filter(({ isNumber }) => isNumber).length,
  },
  {
    name: 'verbs lacking',
    of: (scene, candidate) => lackingWords(scene, candidate).filter(({ isVerb }) => isVerb).length,
  },
  {
    name: 'noun lacking',
    of: (scene, { sentence }) =>
      flag(scene.frame.noun !== '' && !(scene.sentences[sentence]?.text.includes(scene.frame.noun) ?? false)),
  },
  { name: 'words of the question', of: ({ frame }) => frame.words.length },
  { name: 'length of the question', of: ({ frame }) => frame.folded.length },
  { name: 'length of its sentence', of: (_, { before, text, after }) => before.length + text.length + after.length },
  { name: 'sentences of the passage', of: ({ sentences }) => sentences.length },
  {
    name: 'runs of its type in the passage',
    of: ({ unasked }, { run }) => unasked.flat().filter(({ type }) => type === run.type).length,
  },
];

function lackingWords({ frame, sentences }: Scene, { sentence }: Candidate): FrameWord[] {
  const text = sentences[sentence]?.text ?? '';
  return frame.words.filter((word) =>
    word.start >= frame.gap.end || word.end <= frame.gap.start
      ? !text.includes(word.text) && !paraphrasesOf(word.text).some((other) => text.includes(other))
      : false,
  );
}

function saidBefore({ sentences }: Scene, { sentence }: Candidate, text: string): boolean {
  return sentences[sentence - 1]?.text.includes(text) ?? false;
}

function rarest(words: readonly FrameWord[]): number {
  return words.reduce((most, { weight }) => Math.max(most, weight), 0);
}

function coverageLead({ coverage }: Scene, { sentence }: Candidate): number {
  const others = coverage.filter((_, s) => s !== sentence);
  return (coverage[sentence] ?? 0) - Math.max(0, highest(others));
}
