import { paraphrasesOf } from '../../evidence/paraphrases.ts';
import type { Scene } from '../scene.ts';
import { type Candidate, flag, type RunFeature } from './candidate.ts';
import { WORDS_AFTER, WORDS_BEFORE } from './side-words.ts';

/** How far around the run its question's words are looked for in other words. */
const BESIDE = 12;
/** More mentions than these say nothing more. */
const MOST_MENTIONS = 5;

/** What stands beside the run, and how its sentence and its passage speak for it. */
export const CONTEXT: readonly RunFeature[] = [
  ...WORDS_BEFORE.map(
    ({ name, pattern }): RunFeature => ({
      name: `behind ${name}`,
      of: (_, { before }) => flag(pattern.test(before.slice(-4))),
    }),
  ),
  ...WORDS_AFTER.map(
    ({ name, pattern }): RunFeature => ({
      name: `before ${name}`,
      of: (_, { after }) => flag(pattern.test(after.slice(0, 2))),
    }),
  ),
  { name: 'paraphrase close', of: paraphraseClose },
  { name: 'place in the sentence', of: (_, { before, after }) => before.length / (before.length + after.length + 1) },
  // A clause that says little beside the run is itself the answer to many annotators.
  { name: 'length of its clause', of: (scene, candidate) => clauseLength(scene, candidate) },
  { name: 'share of its clause', of: (scene, candidate) => candidate.text.length / clauseLength(scene, candidate) },
  { name: 'begins its sentence', of: (_, { before }) => flag(before.length <= 2) },
  { name: 'likelihood of its sentence', of: (_, { standing }) => standing.likely },
  { name: 'its sentence behind the best', of: (_, { standing }) => standing.behind },
  { name: 'next sentence behind the best', of: (_, { standing }) => standing.next },
  { name: 'previous sentence behind the best', of: (_, { standing }) => standing.previous },
  { name: 'index of its sentence', of: (_, { sentence }) => sentence },
  { name: 'mentions in the passage', of: ({ passage }, { text }) => mentions(passage.folded, text) },
  {
    name: 'first mentioned before',
    of: ({ passage, sentences }, { text, sentence }) =>
      flag(passage.folded.indexOf(text) < (sentences[sentence]?.start ?? 0)),
  },
];

/** How many of the question's words are said in other words close to the run. */
function paraphraseClose({ frame }: Scene, { before, after }: Candidate): number {
  const around = `${before.slice(-BESIDE)} ${after.slice(0, BESIDE)}`;
  return frame.words.filter(({ text }) => paraphrasesOf(text).some((other) => around.includes(other))).length;
}

function clauseLength({ sentences }: Scene, { run, sentence }: Candidate): number {
  const clause = sentences[sentence]?.clauses.find(({ start, end }) => start <= run.start && run.start < end) ?? run;
  return Math.max(clause.end, run.end) - clause.start;
}

function mentions(folded: string, text: string): number {
  let count = 0;
  for (let at = folded.indexOf(text); at >= 0 && count < MOST_MENTIONS; at = folded.indexOf(text, at + text.length)) {
    count += 1;
  }
  return count;
}
