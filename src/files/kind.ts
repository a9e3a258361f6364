import { extname } from 'node:path';
import { memberNames } from './zip.ts';

/** What a file holds, as far as it is read. */
export type Kind = 'text' | 'html' | 'mhtml' | 'markdown' | 'docx' | 'pdf' | 'zip' | 'json';

/** A file of a kind that is not read: what it is, and what to do about it, in one line. */
export interface NotRead {
  readonly reason: string;
}

const BY_NAME: Readonly<Record<string, Kind>> = {
  '.txt': 'text',
  '.json': 'json',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.shtml': 'html',
  '.mhtml': 'mhtml',
  '.mht': 'mhtml',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.docx': 'docx',
  '.docm': 'docx',
  '.dotx': 'docx',
  '.pdf': 'pdf',
  '.zip': 'zip',
};

const SAVE_AS_DOCX = 'save it as .docx';
const PICTURE = 'the file is a picture; put the text itself into a file';
const SOUND = 'the file is a sound or a film; put its text into a file';
const ARCHIVE = 'the file is an archive that is not opened; pack it as .zip, or put what is in it here';
const SHEET = 'the file is a spreadsheet; save its text as .docx or .txt';
const SLIDES = 'the file is a presentation; save its text as .docx or .txt';
const BOOK = 'the file is an e-book; save its text as .html or .txt';

/** By the extension: what it is, for people. */
const NOT_READ: Readonly<Record<string, string>> = {
  '.doc': `the file is an old Word document; ${SAVE_AS_DOCX}`,
  '.wps': `the file is a WPS document; ${SAVE_AS_DOCX}`,
  '.odt': `the file is an OpenDocument text; ${SAVE_AS_DOCX}`,
  '.pages': `the file is a Pages document; ${SAVE_AS_DOCX}`,
  '.rtf': `the file is rich text (RTF); ${SAVE_AS_DOCX}`,
  '.xls': SHEET,
  '.xlsx': SHEET,
  '.ods': SHEET,
  '.csv': SHEET,
  '.ppt': SLIDES,
  '.pptx': SLIDES,
  '.odp': SLIDES,
  '.epub': BOOK,
  '.mobi': BOOK,
  '.azw3': BOOK,
  '.ofd': 'the file is an OFD document; save it as .pdf',
  '.caj': 'the file is a CAJ document; save it as .pdf',
  '.webarchive': 'the file is a Safari web archive; save the page from Safari as page source (.html)',
  '.rar': ARCHIVE,
  '.7z': ARCHIVE,
  '.gz': ARCHIVE,
  '.tar': ARCHIVE,
  ...Object.fromEntries(
    ['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'tif', 'tiff', 'svg', 'heic'].map((name) => [`.${name}`, PICTURE]),
  ),
  ...Object.fromEntries(
    ['mp3', 'm4a', 'wav', 'ogg', 'mp4', 'mov', 'mkv', 'avi', 'flv', 'webm'].map((name) => [`.${name}`, SOUND]),
  ),
};

/** The extensions that are read, for people. */
const READ_EXTENSIONS = '.txt, .html, .htm, .mhtml, .md, .docx, .pdf, .zip and .json';

const NO_ZIP: NotRead = { reason: 'the file is no zip archive, though it is named so' };

/** What a file should hold, going by its name. */
export function kindByName(path: string): Kind | NotRead {
  const extension = extname(path).toLowerCase();
  const reason = NOT_READ[extension];
  if (reason !== undefined) return { reason };
  const what = extension === '' ? 'the file’s name has no extension' : `${extension} files are not read`;
  return BY_NAME[extension] ?? { reason: `${what}; what is read is ${READ_EXTENSIONS}` };
}

/** Where a signature may begin. Bytes. */
const HEAD = 1024;

/** How the bytes of what is not read begin, and where. */
const SIGNATURES: readonly (readonly [begin: string, at: number, reason: string])[] = [
  ['{\\rtf', 0, NOT_READ['.rtf'] ?? ''],
  ['bplist00', 0, NOT_READ['.webarchive'] ?? ''],
  ['%!PS', 0, 'the file is PostScript; save it as .pdf'],
  ['AT&TFORM', 0, 'the file is a DjVu document; have its text recognised (OCR), or put it into a .txt'],
  ['\x89PNG', 0, PICTURE],
  ['GIF8', 0, PICTURE],
  ['\xff\xd8\xff', 0, PICTURE],
  ['WEBP', 8, PICTURE],
  ['Rar!', 0, ARCHIVE],
  ['7z\xbc\xaf', 0, ARCHIVE],
  ['\x1f\x8b\x08', 0, ARCHIVE],
  ['ftyp', 4, SOUND],
  ['ID3', 0, SOUND],
  ['OggS', 0, SOUND],
  ['WAVE', 8, SOUND],
];

/**
 * What a file holds: its bytes count for more than its name, which may be another's.
 * @returns the reason where it is nothing that is read
 */
export function kindOf(bytes: Uint8Array, path: string): Kind | NotRead {
  if (bytes.length === 0) return { reason: 'the file is empty' };
  const named = kindByName(path);
  const head = latin(bytes, 0, HEAD);
  if (head.startsWith('%PDF-') || (named === 'pdf' && head.includes('%PDF-'))) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zippedKind(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oldOffice(bytes, path);
  if (head.includes('<plist') && latin(bytes, 0, bytes.length).includes('WebMainResource')) {
    return { reason: NOT_READ['.webarchive'] as string };
  }
  const signature = SIGNATURES.find(([begin, at = 0]) => head.startsWith(begin, at));
  if (signature !== undefined) return { reason: signature[2] };
  if (isMhtml(head)) return 'mhtml';
  // What a site offers as a document may be a page.
  if ((named === 'docx' || named === 'pdf') && isHtml(bytes, named)) return 'html';
  if (named === 'docx')
    return { reason: `the file is no Word document, though it is named so; open it and ${SAVE_AS_DOCX}` };
  if (named === 'pdf') return { reason: 'the file is no PDF, though it is named so' };
  if (named === 'zip') return memberNames(bytes).length > 0 ? zippedKind(bytes) : NO_ZIP;
  if (named !== 'json' && isHtml(bytes, named)) return 'html';
  return named === 'mhtml' ? 'html' : named;
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}

/** By what it holds: an archive of documents holds none of their parts itself. */
function zippedKind(bytes: Uint8Array): Kind | NotRead {
  const names = memberNames(bytes);
  const holds = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (holds(/^word\/document\d*\.xml$/)) return 'docx';
  if (holds(/^xl\/workbook\d*\.(?:xml|bin)$/)) return { reason: SHEET };
  if (holds(/^ppt\/presentation\.xml$/)) return { reason: SLIDES };
  if (holds(/^META-INF\/container\.xml$/)) return { reason: BOOK };
  if (holds(/^OFD\.xml$/)) return { reason: NOT_READ['.ofd'] as string };
  if (holds(/^Index\/Document\.iwa$/)) return { reason: NOT_READ['.pages'] as string };
  // Such a document names its kind in its first member, as it stands.
  const kind = latin(bytes, 30, 120);
  if (kind.includes('opendocument.text')) return { reason: NOT_READ['.odt'] as string };
  if (kind.includes('opendocument.spreadsheet')) return { reason: SHEET };
  return kind.includes('opendocument.presentation') ? { reason: SLIDES } : 'zip';
}

/** Word, Excel and PowerPoint until 2003, and whatever Office encrypts. */
function oldOffice(bytes: Uint8Array, path: string): NotRead {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return { reason: 'the file is encrypted; save it without a password' };
  }
  const extension = extname(path).toLowerCase();
  const known = extension === '.xls' || extension === '.ppt' || extension === '.wps' ? NOT_READ[extension] : undefined;
  return { reason: known ?? (NOT_READ['.doc'] as string) };
}

/** Headers as of a mail, which say that several parts follow, or that HTML does. */
function isMhtml(head: string): boolean {
  const headers = head.replace(/^(?:\xef\xbb\xbf)?\s{0,100}/, '');
  if (!/^[\w-]{1,40}:/.test(headers)) return false;
  if (/^content-type:[ \t]{0,8}multipart\/(?:related|alternative|mixed)/im.test(headers)) return true;
  return (
    /^mime-version:/im.test(headers) && /^content-type:[ \t]{0,8}(?:text\/html|application\/xhtml)/im.test(headers)
  );
}

const WHOLE_PAGE = /^<(?:!doctype\s+html|html|head|body|\?xml)\b/i;
const TAG = /<\/?(?:p|div|br|span|td|tr|table|a|li|ul|font|strong|img|section)\b[^<>]{0,2000}>/gi;
/** Text that somebody has copied out of a page's source has more. */
const MIN_TAGS = 8;
const MIN_TAG_SHARE = 0.02;

/** Whether a text is a page's source, whatever it is named: as a whole, or a piece of it. */
function isHtml(bytes: Uint8Array, named: Kind | NotRead): boolean {
  const start = withoutComments(latin(bytes, 0, 64 * 1024));
  if (WHOLE_PAGE.test(start)) return true;
  // Of UTF-16 and UTF-32 the signs of markup are left.
  if (start.includes('\0')) return WHOLE_PAGE.test(start.replace(/[\0\xfe\xff]/g, '').trimStart());
  if (named === 'markdown') return false;
  const tags = start.match(TAG) ?? [];
  return tags.length >= MIN_TAGS && tags.join('').length >= MIN_TAG_SHARE * start.length;
}

/** Who saved a page may have written so above it. */
function withoutComments(start: string): string {
  let text = start.replace(/^\xef\xbb\xbf/, '').trimStart();
  while (text.startsWith('<!--')) {
    const end = text.indexOf('-->');
    if (end < 0) return text;
    text = text.slice(end + '-->'.length).trimStart();
  }
  return text;
}
