import { fold } from '../../language/fold.ts';
import { type TaggedWord, tag } from '../../language/segment.ts';
import { type Span, splitSentences } from '../../language/sentences.ts';
import type { Run } from './runs/run.ts';
import { runsOf } from './runs/runs.ts';

/** A sentence of a passage, read for its words. Spans are offsets into the passage. */
export interface ReadSentence extends Span {
  /** Folded. */
  readonly text: string;
  /** Its parts between commas, semicolons and colons. */
  readonly clauses: readonly Span[];
  readonly words: readonly TaggedWord[];
  /** The stretches that could be somebody's answer: names, dates, quantities, titles, noun phrases. */
  readonly runs: readonly Run[];
}

/** A passage read once; the same for every question that is asked of it. */
export interface ReadPassage {
  /** Canonical text. */
  readonly text: string;
  /** The same folded: offsets of the one hold in the other. */
  readonly folded: string;
  readonly sentences: readonly ReadSentence[];
}

const CLAUSE_END = /[，,；;：:]/g;

interface Known {
  readonly folded: string;
  readonly sentences: readonly Span[];
}

/** Reading takes longer than choosing. At about 50 kB each, these are at most 25 MB. */
const MOST_KEPT = 500;
/** Longer ones are not kept, else 500 of them would be hundreds of megabytes. UTF-16 units. */
const LONGEST_KEPT = 2_000;
const kept = new Map<string, ReadPassage>();

/**
 * Reads a paragraph for `chooseSentence`: about a millisecond for 400 characters, nothing for
 * one of those that were read last.
 *
 * @param known the folded text and its sentences, where they are at hand.
 */
export function readPassage(text: string, known?: Known): ReadPassage {
  const passage = kept.get(text) ?? read(text, known ?? { folded: fold(text), sentences: splitSentences(text) });
  if (text.length > LONGEST_KEPT) return passage;
  // The one that was needed longest ago comes first and goes first.
  kept.delete(text);
  kept.set(text, passage);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return passage;
}

function read(text: string, { folded, sentences }: Known): ReadPassage {
  const words = tag(folded);
  let next = 0;
  return {
    text,
    folded,
    sentences: sentences.map((span): ReadSentence => {
      const own: TaggedWord[] = [];
      for (let word = words[next]; word !== undefined && word.start < span.end; word = words[next]) {
        own.push(word);
        next += 1;
      }
      return {
        ...span,
        text: folded.slice(span.start, span.end),
        clauses: clausesOf(folded, span),
        words: own,
        runs: runsOf(folded, span, own),
      };
    }),
  };
}

/** A comma between digits (1,248) ends no clause. */
function clausesOf(folded: string, { start, end }: Span): Span[] {
  const clauses: Span[] = [];
  let from = start;
  for (const { index } of folded.slice(start, end).matchAll(CLAUSE_END)) {
    const at = start + index;
    if (/^\d[,:]\d$/.test(folded.slice(at - 1, at + 2))) continue;
    clauses.push({ start: from, end: at });
    from = at + 1;
  }
  clauses.push({ start: from, end });
  return clauses;
}
