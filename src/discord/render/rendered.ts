import type { Target } from '../../chat/reply.ts';

/** A text that goes out as a file beside a message. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** A picture that goes out in a message. */
export interface PictureFile {
  readonly name: string;
  readonly png: Uint8Array;
  /** What it shows, for whoever does not see it. */
  readonly description: string;
}

export type OutgoingFile = TextFile | PictureFile;

/** A block as Discord's markdown, and the file that it refers to where it did not fit. */
export interface RenderedBlock {
  readonly markdown: string;
  /** The markdown cut into texts of their own, where it is more than one; at most three. */
  readonly pieces?: readonly string[];
  readonly file?: TextFile;
  /** The same markdown in pieces, a line or more each, where every piece leads somewhere. */
  readonly entries?: readonly RenderedEntry[];
}

/** A piece of a block, and what it opens. */
export interface RenderedEntry {
  readonly markdown: string;
  readonly target: Target;
  /** To a passage, a section's text, or an article's contents. */
  readonly way: 'passage' | 'section' | 'contents';
}

/** In every language the same: Discord takes letters that are not ASCII out of file names, and a component must name its file exactly. */
export const FILE_NAME = 'quotation.txt';
export const PICTURE_NAME = 'quotation.png';
