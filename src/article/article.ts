/** `hans`: published in Simplified characters; `hant`: in Traditional ones. */
export type Script = 'hans' | 'hant';

/** A part of an article under one heading. Number 0 is the lead before the first heading, or the whole of an article without headings. */
export interface Section {
  readonly number: number;
  readonly heading: string | null;
  /** Canonical text: what was published, repaired, one string a paragraph, no line breaks. */
  readonly paragraphs: readonly string[];
}

/** Text that was put back to what was published. `at` is a UTF-16 offset in the decoded file. */
export interface Repair {
  readonly rule: string;
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** Text that was taken out, because it is no part of the article's body. `at` is a UTF-16 offset in the decoded file. */
export interface Removal {
  readonly rule: string;
  readonly at: number;
  readonly text: string;
}

/** What the page says about the article. What it does not say is absent, never guessed. */
export interface Metadata {
  readonly title: string;
  readonly subtitle?: string;
  readonly site?: string;
  readonly url?: string;
  readonly source?: string;
  /** ISO 8601 with offset, or a date alone where no time is printed. */
  readonly publishedAt?: string;
  /** Who wrote it: names alone, in the page's order. Not who edited it, translated it or took its pictures. */
  readonly authors?: readonly string[];
  readonly editors: readonly string[];
  readonly breadcrumbs: readonly string[];
}

/** A repaired article, with the record of all that was done to the file it came from. */
export interface Article extends Metadata {
  /** Letters, digits, `-` and `_`. */
  readonly id: string;
  /** Short hash of the canonical text: an old button can tell that the article has changed. */
  readonly hash: string;
  readonly script: Script;
  readonly sections: readonly Section[];
  readonly repairs: readonly Repair[];
  readonly removed: readonly Removal[];
}

/** A file that is no article: empty, binary, a list of links, too large. The message is the reason, without the file's name. */
export class NotAnArticle extends Error {
  override readonly name = 'NotAnArticle';
}
