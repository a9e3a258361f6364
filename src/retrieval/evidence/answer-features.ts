import { answersIn } from './answer-looks.ts';
import type { Feature } from './feature.ts';
import { density, type Matches, type Nearness, nearnessWithin } from './matches.ts';

/** Whether the passage has, near what matched, something that could be the answer. */
export const ANSWER_FEATURES: readonly Feature[] = [
  {
    name: 'answers in best sentence',
    of: (matches) => Math.min(MOST_ANSWERS, answersIn(bestSentence(matches), matches.probe)?.length ?? 0),
  },
  // How much of the question stands around the best placed of them, narrowly and widely.
  { name: 'near an answer', of: (matches) => nearAnswer(matches, NARROWLY) },
  { name: 'about an answer', of: (matches) => nearAnswer(matches, WIDELY) },
  // What stands behind the asking words stands behind the answer, too: 哪一年|创办.
  { name: 'right of asking', of: (matches) => rightOfAsking(matches) },
  // Long passages and long sentences match anything.
  { name: 'length', of: ({ passage }) => Math.log(passage.folded.length + 1) },
  { name: 'best sentence length', of: (matches) => Math.log(bestSentence(matches).length + 1) },
];

/** More of them say nothing more. */
const MOST_ANSWERS = 3;
const LONGEST_CONTEXT = 4;
/** In characters. */
const NARROWLY = nearnessWithin(20);
const WIDELY = nearnessWithin(50);

/** Where answers look like anything, the question's own words stand for them. */
function nearAnswer(matches: Matches, nearness: Nearness): number {
  let most = 0;
  for (const at of matches.answers ?? matches.at) most = Math.max(most, density(matches, at, nearness));
  return most;
}

function rightOfAsking({ probe, passage }: Matches): number {
  const { asking, folded } = probe.question;
  if (asking === null) return 0;
  for (let length = LONGEST_CONTEXT; length > 0; length -= 1) {
    const context = folded.slice(asking.end, asking.end + length);
    if (context.length === length && passage.folded.includes(context)) return length;
  }
  return 0;
}

function bestSentence({ best, sentences, passage }: Matches): string {
  const sentence = sentences[best];
  return sentence === undefined ? '' : passage.folded.slice(sentence.start, sentence.end);
}
