import { ASKED } from '../asked.ts';
import type { Frame } from '../frame.ts';
import { flag } from './candidate.ts';
import { WORDS_AFTER, WORDS_BEFORE } from './side-words.ts';

/** One number about the question alone: the same for all its candidates. */
export interface QuestionFeature {
  readonly name: string;
  readonly of: (frame: Frame) => number;
}

/** What is asked for, and what stands beside the gap. */
export const ASKING: readonly QuestionFeature[] = [
  ...ASKED.map((asked): QuestionFeature => ({ name: `asks for ${asked}`, of: (frame) => flag(frame.asked === asked) })),
  { name: 'asks for a year', of: (frame) => flag(asksFor(frame, /[哪那何几](?:一)?年(?!代)/)) },
  { name: 'asks for a day', of: (frame) => flag(asksFor(frame, /[哪那何几](?:一)?[月日天号]/)) },
  { name: 'asks for an age', of: (frame) => flag(asksFor(frame, /时期|时代|年代|世纪|朝代/)) },
  { name: 'asks for several', of: (frame) => flag(asksFor(frame, /哪些|几|两|三|分别/)) },
  // How it is asked tells how short an answer is expected: 哪一年 a year, 什么 anything up to a clause.
  { name: 'asks with 哪一', of: (frame) => flag(asksFor(frame, /^哪一/)) },
  { name: 'asks with 何', of: (frame) => flag(asksFor(frame, /何/)) },
  { name: 'asks with 什么', of: (frame) => flag(asksFor(frame, /什么|甚么/)) },
  { name: 'asks with 哪些', of: (frame) => flag(asksFor(frame, /哪些/)) },
  { name: 'asking words', of: ({ gap }) => gap.end - gap.start },
  ...WORDS_BEFORE.map(
    ({ name, pattern }): QuestionFeature => ({
      name: `gap behind ${name}`,
      of: ({ left }) => flag(pattern.test(left.slice(-4))),
    }),
  ),
  ...WORDS_AFTER.map(
    ({ name, pattern }): QuestionFeature => ({
      name: `gap before ${name}`,
      of: ({ right }) => flag(pattern.test(right.slice(0, 2))),
    }),
  ),
];

/** Whether the asking words and the two characters behind them are of this kind. */
function asksFor({ folded, gap }: Frame, kind: RegExp): boolean {
  return kind.test(folded.slice(gap.start, gap.end + 2));
}
