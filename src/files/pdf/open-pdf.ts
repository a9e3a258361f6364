import { getDocument, type PDFDocumentProxy } from 'unpdf/pdfjs';
import { NotAnArticle } from '../../article/article.ts';
import { characterMap } from './character-maps.ts';
import type { PdfPage, TextItem } from './pdf-page.ts';
import { radicalReader } from './radicals.ts';
import { type Run, upright, withoutVerticalForms } from './upright.ts';

/** A report of a thousand pages is no article, and takes longer than a file may. */
const MAX_PAGES = 300;
const MAX_ITEMS = 400_000;

/**
 * The text of each page. No script in it is run, and nothing outside of it is read.
 * @throws NotAnArticle where it cannot be opened, or is too long
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const asked = new Set<string>();
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
    BinaryDataFactory: dataFor(asked),
  });
  try {
    const pages = await readPages(await loading.promise);
    requireNoOther(asked, pages);
    return pages;
  } catch (cause) {
    throw inPlainWords(cause);
  } finally {
    await loading.destroy();
  }
}

/**
 * What fonts are made of beside a PDF: character maps, which are made here, and else nothing.
 * @param asked receives the names of those that there are not
 */
function dataFor(asked: Set<string>) {
  return class OwnData {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const map = kind === 'cMapUrl' ? characterMap(filename) : undefined;
      if (map !== undefined) return new TextEncoder().encode(map);
      asked.add(filename);
      throw new Error(`there is no ${filename}`);
    }
  };
}

/** Maps that only fonts of other languages use. */
const OTHERS: readonly (readonly [language: string, map: RegExp])[] = [
  [
    'Japanese',
    /^(?:Uni(?:Hojo|JIS)|Adobe-Japan|(?:78|83pv|90ms|90pv|Add|EUC|Ext|Hankaku|Hiragana|Katakana|Roman|WP)|[HV]$)/,
  ],
  ['Korean', /^(?:UniKS|Adobe-Korea|KSC)/],
];

/** @throws NotAnArticle where the text is drawn in fonts of another language, and so is not there */
function requireNoOther(asked: ReadonlySet<string>, pages: readonly PdfPage[]): void {
  if (pages.some(({ items, vertical }) => items.length + vertical.length > 0)) return;
  const other = OTHERS.find(([, map]) => [...asked].some((name) => map.test(name)));
  if (other !== undefined) throw new NotAnArticle(`the text is in ${other[0]}; only articles in Chinese are read`);
}

async function readPages(document: PDFDocumentProxy): Promise<PdfPage[]> {
  if (document.numPages > MAX_PAGES) {
    throw new NotAnArticle(`the PDF has ${document.numPages} pages; the limit is ${MAX_PAGES}: split it`);
  }
  const pages: PdfPage[] = [];
  let count = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items, styles } = await page.getTextContent();
    count += items.length;
    if (count > MAX_ITEMS) throw new NotAnArticle('the PDF has more text than any article; split it');
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const runs = items.flatMap((item) => ('str' in item ? (runOf(item, styles, { left, bottom }) ?? []) : []));
    pages.push(upright(runs, { width: right - left, height: top - bottom }));
    page.cleanup();
  }
  const read = radicalReader(pages.flatMap(({ items }) => items.map(({ text }) => text)).join(''));
  const readAll = (items: readonly TextItem[]) => items.map((item) => ({ ...item, text: read(item.text) }));
  return pages.map(({ height, items, vertical }) => ({ height, items: readAll(items), vertical: readAll(vertical) }));
}

/** What pdf.js says of a run. */
interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

function runOf(
  { str, transform, width, height, fontName }: Item,
  styles: Readonly<Record<string, { vertical?: boolean }>>,
  { left, bottom }: { left: number; bottom: number },
): Run | undefined {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  if (str.trim() === '') return undefined;
  const isColumn = styles[fontName]?.vertical === true;
  const turns = ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) % 4) + 4) % 4;
  const isAslant = Math.min(Math.abs(a), Math.abs(b)) > Math.max(Math.abs(a), Math.abs(b)) / 4;
  if (isAslant) return undefined;
  const text = isColumn ? withoutVerticalForms(str) : str;
  return {
    text,
    x: x - left,
    y: y - bottom,
    width: isColumn ? height : width,
    size: Math.hypot(c, d),
    turns,
    isColumn,
  };
}

function inPlainWords(cause: unknown): NotAnArticle {
  if (cause instanceof NotAnArticle) return cause;
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException') {
    return new NotAnArticle('the PDF is encrypted; save it without a password', { cause });
  }
  return new NotAnArticle('the PDF is damaged; open it and print it into a new one', { cause });
}
