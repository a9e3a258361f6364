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

/**
 * The text of a page that a browser saved as one file (MHTML): of its parts the first that is HTML.
 * @throws NotAnArticle with the reason
 */
export function readMhtml(bytes: Uint8Array): FileText {
  if (bytes.length === 0) requireSize(bytes);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const page = partsOf(file).find(({ headers }) => /^text\/html\b/i.test(headers.get('content-type') ?? ''));
  if (page === undefined) throw new NotAnArticle('the saved page has no HTML in it; save it once more, as .html');
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(page.headers.get('content-type') ?? '')?.[1];
  return readHtml(decodeHtml(contentOf(page), charset));
}

function partsOf(file: string): Part[] {
  const whole = readPart(file);
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(whole.headers.get('content-type') ?? '');
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return [whole];
  return whole.content
    .split(`--${mark}`)
    .slice(1)
    .map((part) => readPart(part.replace(/^\r?\n/, '')));
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
