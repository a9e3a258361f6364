/** A run of text on a page, where it stands. Points, from the lower left corner. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of its letters. */
  readonly size: number;
}

/** A page of a PDF, turned so that its text stands upright. */
export interface PdfPage {
  readonly height: number;
  /** Set in lines. */
  readonly items: readonly TextItem[];
  /** Set in columns of characters, from the right to the left: laid down, so that the columns are lines. */
  readonly vertical: readonly TextItem[];
}
