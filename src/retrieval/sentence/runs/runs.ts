import type { TaggedWord } from '../../../language/segment.ts';
import type { Span } from '../../../language/sentences.ts';
import { datesOf } from './dates.ts';
import { phrasesOf } from './phrases.ts';
import { quantitiesOf } from './quantities.ts';
import type { Run, RunType } from './run.ts';

const TITLE = /《[^《》]{1,40}》/g;
const QUOTATION = /[“「『"]([^“”「」『』"]{1,30})[”」』"]/g;
const LATIN = /\p{Script=Latin}[\p{Script=Latin}\d.&'+-]*(?: [\p{Script=Latin}\d][\p{Script=Latin}\d.&'+-]*)*/gu;
const MOST_RUNS = 60;

/** The runs of one sentence, over folded text, in the order of their beginnings; at most 60. Where kinds overlap, the more exact one has it. */
export function runsOf(folded: string, sentence: Span, words: readonly TaggedWord[]): Run[] {
  const text = folded.slice(sentence.start, sentence.end);
  const titles = found(text, TITLE, 0, 'title', sentence.start);
  const dates = datesOf(text, sentence.start).filter((run) => !overlaps(run, titles));
  const quantities = quantitiesOf(text, sentence.start, words, [...titles, ...dates]);
  const exact = [...titles, ...dates, ...quantities];
  const quoted = found(text, QUOTATION, 1, 'quoted', sentence.start);
  const latin = found(text, LATIN, 0, 'latin', sentence.start).filter((run) => run.end - run.start > 1);
  const phrases = phrasesOf(folded, words).filter((run) => !overlaps(run, exact));
  return distinct([...exact, ...quoted, ...latin, ...phrases])
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .slice(0, MOST_RUNS);
}

/** What a pattern finds; `edge` characters on either side do not belong to the run. */
function found(text: string, pattern: RegExp, edge: number, type: RunType, offset: number): Run[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({
    type,
    start: offset + index + edge,
    end: offset + index + match.length - edge,
  }));
}

function overlaps(run: Span, others: readonly Span[]): boolean {
  return others.some((other) => run.start < other.end && other.start < run.end);
}

function distinct(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run>();
  for (const run of runs) {
    const key = `${run.start}-${run.end}`;
    if (!seen.has(key)) seen.set(key, run);
  }
  return [...seen.values()];
}
