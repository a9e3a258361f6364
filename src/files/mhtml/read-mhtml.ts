import { NotAnArticle } from '../../article/article.ts';
import { requireSize } from '../../article/decode.ts';
import type { FileText } from '../../article/file-text.ts';
import { decodeHtml } from '../html/decode-html.ts';
import { readHtml } from '../html/read-html.ts';

/** A part of a saved page: the page, a frame, a picture. */
interface Part {
  readonly headers: ReadonlyMap<string, string>;
  /** One character a byte. */
  readonly content: string;
}

/** A mail within a mail within a mail is no page. */
const MAX_NESTED = 4;

/**
 * The text of a page that a browser saved as one file (MHTML): of its parts that are HTML, frames and advertisements among
 * them, the one with the most Chinese that holds an article.
 * @throws NotAnArticle with the reason
 */
export function readMhtml(bytes: Uint8Array): FileText {
  if (bytes.length === 0) requireSize(bytes);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const pages = partsOf(file.replace(/^(?:\xef\xbb\xbf)?\s{0,100}/, ''), MAX_NESTED)
    .filter(({ headers }) => IS_HTML.test(headers.get('content-type') ?? ''))
    .map((part) => decodeHtml(contentOf(part), CHARSET.exec(part.headers.get('content-type') ?? '')?.[1]))
    .sort((one, other) => lettersIn(other) - lettersIn(one));
  let reason: unknown = new NotAnArticle('the saved page has no HTML in it; save it once more, as .html');
  for (const [at, page] of pages.entries()) {
    try {
      return readHtml(page);
    } catch (error) {
      if (!(error instanceof NotAnArticle)) throw error;
      if (at === 0) reason = error;
    }
  }
  throw reason;
}

const IS_HTML = /^(?:text\/html|application\/xhtml\+xml)\b/i;
const CHARSET = /charset\s*=\s*"?([\w-]+)/i;

function lettersIn(page: string): number {
  return page.match(/\p{Script=Han}/gu)?.length ?? 0;
}

function partsOf(file: string, nested: number): Part[] {
  const whole = readPart(file);
  const type = whole.headers.get('content-type') ?? '';
  if (!/^multipart\//i.test(type) || nested === 0) return [whole];
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  const named = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`;
  // Some programs write another one than they name; a line of it stands before the first part.
  const mark = named.length > 2 && whole.content.includes(named) ? named : /^--[^\s]{1,200}/m.exec(whole.content)?.[0];
  if (mark === undefined) return [];
  return whole.content
    .split(mark)
    .slice(1)
    .flatMap((part) => partsOf(part.replace(/^\r?\n/, ''), nested - 1));
}

function readPart(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  const head = text.slice(0, end?.index ?? text.length).replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, content: end === null ? '' : text.slice(end.index + end[0].length) };
}

function contentOf({ headers, content }: Part): Buffer {
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(content, 'base64');
    case 'quoted-printable':
      return Buffer.from(unquoted(content), 'latin1');
    default:
      return Buffer.from(content, 'latin1');
  }
}

/** Of quoted-printable: `=E4=B8=AD`, and lines broken behind `=`. */
function unquoted(content: string): string {
  return content
    .replace(/=[ \t]{0,8}\r?\n/g, '')
    .replace(/=([\dA-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
