/** A text that goes out as a file beside a message. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** A block as Discord's markdown, and the file that it refers to where it did not fit. */
export interface RenderedBlock {
  readonly markdown: string;
  readonly file?: TextFile;
}

/** In every language the same: Discord takes letters that are not ASCII out of file names, and a component must name its file exactly. */
export const FILE_NAME = 'quotation.txt';
