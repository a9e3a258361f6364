import { NotAnArticle } from '../../article/article.ts';
import type { FileText } from '../../article/file-text.ts';
import { FileTextBuilder } from '../file-text-builder.ts';
import { openPdf } from './open-pdf.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { readingOrder } from './reading-order.ts';
import { withoutRunningHeads } from './running-heads.ts';

/** A page of text has some hundred times as many; what has fewer shows pictures of its pages. Characters a page. */
const MIN_TEXT = 12;
/** A font that does not say which characters it draws leaves such signs, or private ones. */
const UNKNOWN = /[\ufffd\ue000-\uf8ff]/g;
const MAX_UNKNOWN_SHARE = 0.2;
const MAX_HEADING = 40;
const MAX_TITLE = 80;
const ENDS_SENTENCE = /[。！!；;，,、][”"’」』）)]*$/;
/** So much larger than the text a heading is, and a title. */
const LARGER = 1.12;
const MUCH_LARGER = 1.3;
/** A title stands among the first paragraphs. */
const TITLE_WITHIN = 6;

/**
 * The text of a PDF: its columns in order, lines joined to paragraphs, without what is printed on each page.
 * @throws NotAnArticle with the reason, of a scan too
 */
export async function readPdf(bytes: Uint8Array): Promise<FileText> {
  const all = await openPdf(bytes);
  const { pages, repeated } = withoutRunningHeads(all);
  const paragraphs = paragraphsOf(pages.flatMap(readingOrder)).filter(({ text }) => text.trim() !== '');
  requireText(paragraphs, all.length);
  const body = usualSize(paragraphs);
  const title = titleOf(paragraphs, body);
  const file = new FileTextBuilder();
  for (const paragraph of paragraphs) {
    if (paragraph === title) file.titleFollows();
    file.add(paragraph.text, { heading: headingEvidence(paragraph, body) });
  }
  for (const text of repeated) file.add(text, { outside: 'running-head' });
  return file.build({});
}

function requireText(paragraphs: readonly Paragraph[], pages: number): void {
  const text = paragraphs.map((paragraph) => paragraph.text).join('');
  if (text.length < MIN_TEXT * pages) {
    throw new NotAnArticle(
      'the PDF is a scan: its pages are pictures; have its text recognised (OCR), or put it into a .txt',
    );
  }
  if ((text.match(UNKNOWN)?.length ?? 0) > MAX_UNKNOWN_SHARE * text.length) {
    throw new NotAnArticle('the PDF’s fonts do not say which characters they draw; copy its text into a .txt');
  }
}

/** Of the letters of most of the text. Points. */
function usualSize(paragraphs: readonly Paragraph[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of paragraphs) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

/** The largest of the first lines, where it is larger than the text. */
function titleOf(paragraphs: readonly Paragraph[], body: number): Paragraph | undefined {
  const [largest] = paragraphs
    .slice(0, TITLE_WITHIN)
    .filter(({ text, isRow }) => text.length <= MAX_TITLE && !isRow)
    .sort((one, other) => other.size - one.size);
  return largest !== undefined && largest.size >= MUCH_LARGER * body ? largest : undefined;
}

/** Undefined where only the words can tell. */
function headingEvidence({ text, size, isRow }: Paragraph, body: number): boolean | undefined {
  if (isRow) return false;
  const isShort = text.length <= MAX_HEADING && !ENDS_SENTENCE.test(text);
  if (size >= LARGER * body) return isShort ? true : undefined;
  return size < body / LARGER ? false : undefined;
}
