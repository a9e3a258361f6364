import { NotAnArticle } from '../../article/article.ts';
import type { FileText } from '../../article/file-text.ts';
import { frequentShare } from '../../language/frequent-characters.ts';
import { FileTextBuilder } from '../file-text-builder.ts';
import { officialHead } from '../official-head.ts';
import type { PrintedLine } from './lines.ts';
import { openPdf } from './open-pdf.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { type Block, readingOrder } from './reading-order.ts';
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
 * The text of a PDF: its columns in order, whether it is set in lines or in columns of characters; lines joined to
 * paragraphs, without what is printed on each page. A page with several stories is no several articles: each story stays
 * whole, the largest title among the first lines is the article's, and those of the others head sections of it.
 *
 * @throws NotAnArticle with the reason, of a scan too
 */
export async function readPdf(bytes: Uint8Array): Promise<FileText> {
  const all = await openPdf(bytes);
  const { pages, repeated } = withoutRunningHeads(all);
  const blocks = pages.flatMap(readingOrder);
  requireText(blocks, all.length);
  const body = usualSize(blocks.flat());
  const paragraphs = paragraphsOf(blocks, body).filter(({ text }) => text.trim() !== '');
  const head = officialHead(paragraphs.map(({ text }) => text));
  const title = titleOf(
    paragraphs.filter((_, at) => !head.has(at)),
    body,
  );
  const file = new FileTextBuilder();
  for (const [at, paragraph] of paragraphs.entries()) {
    if (paragraph === title) file.titleFollows();
    file.add(paragraph.text, head.has(at) ? { outside: 'page-head' } : { heading: headingEvidence(paragraph, body) });
  }
  for (const text of repeated) file.add(text, { outside: 'running-head' });
  return file.build({});
}

function requireText(blocks: readonly Block[], pages: number): void {
  const text = blocks.flatMap((block) => block.map((line) => line.text)).join('');
  if (text.length < MIN_TEXT * pages) {
    throw new NotAnArticle(
      'the PDF holds no text: it is a scan, its pages are pictures, or they are empty; have its text recognised (OCR), or put it into a .txt',
    );
  }
  if ((text.match(UNKNOWN)?.length ?? 0) > MAX_UNKNOWN_SHARE * text.length || isNoise(text)) {
    throw new NotAnArticle('the PDF’s fonts do not say which characters they draw; copy its text into a .txt');
  }
}

/** Read by numbers that mean other characters elsewhere, a text becomes one of rare characters. */
function isNoise(text: string): boolean {
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= MIN_TELLING && frequentShare(text) < MIN_FREQUENT_SHARE;
}
const MIN_TELLING = 80;
const MIN_FREQUENT_SHARE = 0.12;

/** Of the letters of most of the text. Points. */
function usualSize(lines: readonly PrintedLine[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
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
