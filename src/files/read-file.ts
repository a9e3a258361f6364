import { NotAnArticle } from '../article/article.ts';
import { decode } from '../article/decode.ts';
import type { FileText } from '../article/file-text.ts';
import { decodeHtml } from './html/decode-html.ts';
import type { Kind } from './kind.ts';
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

/** Each parser is loaded when there is something for it: a folder of texts needs none. */
async function readAs(bytes: Uint8Array, kind: SingleKind): Promise<FileText> {
  switch (kind) {
    case 'text':
      return { text: decode(bytes), evidence: new Map(), told: {} };
    case 'html':
      return (await import('./html/read-html.ts')).readHtml(decodeHtml(bytes));
    case 'mhtml':
      return (await import('./mhtml/read-mhtml.ts')).readMhtml(bytes);
    case 'markdown':
      return (await import('./markdown/read-markdown.ts')).readMarkdown(decode(bytes));
    case 'docx':
      return (await import('./docx/read-docx.ts')).readDocx(bytes);
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes);
  }
}
