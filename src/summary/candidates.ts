import type { Section } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { idfOf } from '../language/idf.ts';
import { cut } from '../language/segment.ts';
import { type Span, splitSentences } from '../language/sentences.ts';
import { isStopWord } from '../language/stop-words.ts';

/** A sentence of the section that may stand in its summary, with what is known about its words. */
export interface Candidate {
  /** Paragraph, counted from 1. */
  readonly paragraph: number;
  readonly span: Span;
  readonly text: string;
  /** Code points. */
  readonly length: number;
  /** Place among all sentences of the section, counted from 0. */
  readonly index: number;
  /** tf-idf of its content words; empty when it has none. */
  readonly terms: TermVector;
  /** Pairs of neighbouring characters of the folded text, punctuation left out. */
  readonly bigrams: ReadonlySet<string>;
}

/** Weight by content word. */
export type TermVector = ReadonlyMap<string, number>;

/** The section's sentences in document order. */
export function readCandidates(section: Pick<Section, 'paragraphs'>): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [at, paragraph] of section.paragraphs.entries()) {
    const folded = fold(paragraph);
    for (const span of splitSentences(paragraph)) {
      const text = paragraph.slice(span.start, span.end);
      const foldedText = folded.slice(span.start, span.end);
      candidates.push({
        paragraph: at + 1,
        span,
        text,
        length: [...text].length,
        index: candidates.length,
        terms: termVector(foldedText),
        bigrams: characterBigrams(foldedText),
      });
    }
  }
  return candidates;
}

/** tf-idf of a folded text's content words (Simplified, lower case; see `fold`). */
export function termVector(folded: string): TermVector {
  const vector = new Map<string, number>();
  for (const { text } of cut(folded)) {
    if (!isStopWord(text)) vector.set(text, (vector.get(text) ?? 0) + idfOf(text));
  }
  return vector;
}

/** Pairs of neighbouring letters and digits of a folded text. */
export function characterBigrams(folded: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const [run] of folded.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
    const characters = [...run];
    for (const [at, character] of characters.entries()) {
      const next = characters[at + 1];
      if (next !== undefined) pairs.add(character + next);
    }
  }
  return pairs;
}
