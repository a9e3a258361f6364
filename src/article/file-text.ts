import type { Metadata } from './article.ts';

/** What a file itself says of one of its lines, beside the words. */
export interface LineEvidence {
  /** Names the removal of a line that stands outside the article: beside it, above it, below it, out of sight. */
  readonly outside?: string;
  /** Whether it heads what follows, or certainly does not; undefined where the words have to tell. */
  readonly heading?: boolean;
}

/** What a file says about its article where nobody reads it: in attributes, in scripts, in front matter. */
export type ToldMetadata = Partial<Pick<Metadata, 'source' | 'site' | 'url' | 'publishedAt' | 'authors'>>;

/** A file of any format as text: the lines that a person sees, in their order. */
export interface FileText {
  /** One line after the other, a line feed between them. Offsets of removals and repairs count in this. */
  readonly text: string;
  /** By the UTF-16 offset of the line in `text`; a line that is not here has none. */
  readonly evidence: ReadonlyMap<number, LineEvidence>;
  /** The offset of the line that the file sets as the article's title. */
  readonly titleAt?: number;
  /** The offset of the line where the article's own text begins, lines of facts aside. */
  readonly bodyAt?: number;
  /** Counts only where the lines themselves say nothing. */
  readonly told: ToldMetadata;
}
