import { getDocument, type PDFDocumentProxy } from 'unpdf/pdfjs';
import { NotAnArticle } from '../../article/article.ts';
import { characterMap } from './character-maps.ts';
import { radicalReader } from './radicals.ts';

/** A run of text on a page, where it stands. Points, from the lower left corner. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of its letters. */
  readonly size: number;
}

/** A page of a PDF. */
export interface PdfPage {
  readonly height: number;
  readonly items: readonly TextItem[];
}

/** A report of a thousand pages is no article, and takes longer than a file may. */
const MAX_PAGES = 300;
const MAX_ITEMS = 400_000;

/**
 * The text of each page. No script in it is run, and nothing outside of it is read.
 * @throws NotAnArticle where it cannot be opened, or is too long
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const loading = getDocument({
    // What is handed over is taken away.
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
    cMapUrl: 'made/',
    cMapPacked: false,
    BinaryDataFactory: OwnData,
  });
  try {
    return await readPages(await loading.promise);
  } catch (cause) {
    throw inPlainWords(cause);
  } finally {
    await loading.destroy();
  }
}

/** What fonts are made of beside a PDF: character maps, which are made here, and else nothing. */
class OwnData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? characterMap(filename) : undefined;
    if (map === undefined) throw new Error(`there is no ${filename}`);
    return new TextEncoder().encode(map);
  }
}

async function readPages(document: PDFDocumentProxy): Promise<PdfPage[]> {
  if (document.numPages > MAX_PAGES) {
    throw new NotAnArticle(`the PDF has ${document.numPages} pages; the limit is ${MAX_PAGES}: split it`);
  }
  const pages: PdfPage[] = [];
  let count = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    count += items.length;
    if (count > MAX_ITEMS) throw new NotAnArticle('the PDF has more text than any article; split it');
    const [, bottom = 0, , top = 0] = page.view;
    pages.push({
      height: top - bottom,
      items: items.flatMap((item) => ('str' in item ? (textItem(item, bottom) ?? []) : [])),
    });
    page.cleanup();
  }
  const read = radicalReader(pages.flatMap(({ items }) => items.map(({ text }) => text)).join(''));
  return pages.map(({ height, items }) => ({
    height,
    items: items.map((item) => ({ ...item, text: read(item.text) })),
  }));
}

/** What is set upside down or sideways is a stamp or a label of a figure. */
function textItem(
  { str, transform, width }: { str: string; transform: readonly number[]; width: number },
  bottom: number,
): TextItem | undefined {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  if (str.trim() === '' || Math.abs(b) > Math.abs(a) / 4 || a < 0) return undefined;
  return { text: str, x, y: y - bottom, width, size: Math.hypot(c, d) };
}

function inPlainWords(cause: unknown): NotAnArticle {
  if (cause instanceof NotAnArticle) return cause;
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException') {
    return new NotAnArticle('the PDF is encrypted; save it without a password', { cause });
  }
  return new NotAnArticle('the PDF is damaged; open it and print it into a new one', { cause });
}
