import { paraphrasesOf } from '../../evidence/paraphrases.ts';
import type { Scene } from '../scene.ts';
import type { Feature } from './feature.ts';

/** Whether the sentence says in other words what the question says: 去世 for 逝世, 用于 for 用途. */
export const PARAPHRASES: readonly Feature[] = [
  // As covered as a reader would find it; then what is said in other words alone; then the noun asked for (用途: 用于).
  { name: 'words or paraphrases', compared: true, of: (scene, s) => said(scene, s, true, true) },
  { name: 'paraphrases alone', compared: true, of: (scene, s) => said(scene, s, false, false) },
  { name: 'paraphrase of the noun', compared: true, of: (scene, s) => nounParaphrased(scene, s) },
];

/** Share of the question's words said in other words, or (`literal`) as they are; `local` weighs less what the passage says everywhere. */
function said({ frame, words, passage, sentences }: Scene, s: number, literal: boolean, local: boolean): number {
  const { start, end } = sentences[s] ?? { start: 0, end: 0 };
  const text = passage.folded.slice(start, end);
  let sum = 0;
  let all = 0;
  frame.words.forEach((word, thing) => {
    const weight = (local ? words.localWeights[thing] : words.weights[thing]) ?? 0;
    all += weight;
    const isLiteral = words.inSentence[s]?.[thing] === 1;
    if (isLiteral ? literal : paraphrasesOf(word.text).some((other) => text.includes(other))) sum += weight;
  });
  return all === 0 ? 0 : sum / all;
}

function nounParaphrased({ frame, passage, sentences }: Scene, s: number): number {
  const { start, end } = sentences[s] ?? { start: 0, end: 0 };
  const text = passage.folded.slice(start, end);
  return paraphrasesOf(frame.noun).filter((other) => text.includes(other)).length;
}
