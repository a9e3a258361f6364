import type { Span } from '../language/sentences.ts';

const IN_MARKS = /《([^《》]{2,100})》/gu;

/** The titles that a folded question sets in their marks, in order; the spans have the marks in them. */
export function titlesInMarks(folded: string): (Span & { readonly text: string })[] {
  return [...folded.matchAll(IN_MARKS)].map(({ 0: marked, 1: text = '', index }) => ({
    text,
    start: index,
    end: index + marked.length,
  }));
}
