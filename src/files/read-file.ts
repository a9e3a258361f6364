import { NotAnArticle } from '../article/article.ts';
import { decode } from '../article/decode.ts';
import type { FileText } from '../article/file-text.ts';
import { readDocx } from './docx/read-docx.ts';
import { decodeHtml } from './html/decode-html.ts';
import { readHtml } from './html/read-html.ts';
import type { Kind } from './kind.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { readMhtml } from './mhtml/read-mhtml.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { requireChinese } from './require-chinese.ts';

/** The kinds of which one file is one article. */
export type SingleKind = Exclude<Kind, 'zip' | 'json'>;

/**
 * The text of a file with what the file says of its lines. Nothing in it is run, and nothing it names is fetched.
 * @throws NotAnArticle with the reason
 */
export async function readFile(bytes: Uint8Array, kind: SingleKind): Promise<FileText> {
  const file = await readAs(bytes, kind).catch(inPlainWords);
  requireChinese(file);
  return file;
}

/** What a parser of foreign formats throws is no fault of the program that is worth ending it. */
function inPlainWords(cause: unknown): never {
  if (cause instanceof NotAnArticle) throw cause;
  throw new NotAnArticle('the file is built as no such file is; it could not be read', { cause });
}

async function readAs(bytes: Uint8Array, kind: SingleKind): Promise<FileText> {
  switch (kind) {
    case 'text':
      return { text: decode(bytes), evidence: new Map(), told: {} };
    case 'html':
      return readHtml(decodeHtml(bytes));
    case 'mhtml':
      return readMhtml(bytes);
    case 'markdown':
      return readMarkdown(decode(bytes));
    case 'docx':
      return readDocx(bytes);
    case 'pdf':
      return readPdf(bytes);
  }
}
