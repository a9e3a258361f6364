import { inflateSync } from 'fflate';
import { NotAnArticle } from '../article/article.ts';

/** A file in an archive. */
export interface Member {
  /** Its path in the archive, with slashes, from nowhere above it. */
  readonly name: string;
  /** @throws NotAnArticle where it is damaged, or cannot be opened */
  open(): Uint8Array;
}

/** How much an archive may hold. */
export interface ZipLimits {
  readonly members: number;
  /** Of all members together, inflated. Bytes. */
  readonly bytes: number;
}

/** What the directory of an archive says of a member. */
interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly isLink: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  /** Where its own head begins, in the file. */
  readonly at: number;
}

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCAL_LENGTH = 30;
const ENTRY_LENGTH = 46;
const END_LENGTH = 22;
const LOCATOR_LENGTH = 20;
/** A comment may stand behind the directory. */
const MAX_COMMENT = 65_535;
const ENCRYPTED = 1;
const IN_UTF8 = 0x800;
const STORED = 0;
const DEFLATED = 8;
const UNIX = 3;
const LINK = 0o120000;
const FILE_TYPE = 0o170000;
/** Says that the true number stands in another field. */
const IN_64 = 0xffffffff;

/** The names of an archive's members; none where it has no directory. */
export function memberNames(bytes: Uint8Array): string[] {
  return entriesOf(bytes)?.map(({ name }) => name) ?? [];
}

/**
 * The members of a zip archive that are wanted, none of them inflated yet. What the archive says of itself is not relied
 * on: no member becomes larger than it says, and what it says is within the limits.
 *
 * @param wants which members, by name; folders are none
 * @throws NotAnArticle where it is damaged, or holds too much
 */
export function unzip(bytes: Uint8Array, limits: ZipLimits, wants: (name: string) => boolean = () => true): Member[] {
  const entries = entriesOf(bytes);
  if (entries === undefined) throw new NotAnArticle('the archive is damaged or cut off; pack it once more');
  const wanted = entries.filter(({ name }) => !name.endsWith('/') && wants(name));
  if (wanted.length > limits.members) {
    throw new NotAnArticle(`the archive holds more than ${limits.members} files; split it`);
  }
  if (wanted.reduce((sum, { size }) => sum + size, 0) > limits.bytes) {
    const most = Math.round(limits.bytes / 1024 / 1024);
    throw new NotAnArticle(`what is packed in the archive is larger than ${most} MB; split it`);
  }
  return wanted.map((entry) => ({ name: entry.name, open: () => contentOf(entry, bytes) }));
}

function entriesOf(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = directoryEnd(view);
  if (end === undefined) return undefined;
  const { count, length, offset } = end;
  // Something may stand before the archive, which it counts from its own begin.
  const start = end.at - length;
  const shift = start >= 0 && hasSignature(view, start, ENTRY) ? start - offset : 0;
  const entries: Entry[] = [];
  let at = offset + shift;
  for (let number = 0; number < count; number += 1) {
    if (!hasSignature(view, at, ENTRY) || at + ENTRY_LENGTH > view.byteLength) return undefined;
    const next = at + ENTRY_LENGTH + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
    if (next > view.byteLength) return undefined;
    entries.push(entryAt(view, at, shift));
    at = next;
  }
  return entries;
}

/** Where the directory ends, and what its end says; the end of an archive with large numbers says it elsewhere. */
function directoryEnd(view: DataView) {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    // Its signature may stand in a comment, which ends where the file does.
    if (!hasSignature(view, at, END) || at + END_LENGTH + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const large = end64Before(view, at);
    if (large !== undefined) {
      const [count, length, offset] = [32, 40, 48].map((field) => longAt(view, large + field));
      return { at: large, count: count ?? 0, length: length ?? 0, offset: offset ?? 0 };
    }
    return {
      at,
      count: view.getUint16(at + 10, true),
      length: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
  }
  return undefined;
}

function end64Before(view: DataView, end: number): number | undefined {
  const locator = end - LOCATOR_LENGTH;
  if (!hasSignature(view, locator, LOCATOR_64)) return undefined;
  const at = longAt(view, locator + 8);
  return hasSignature(view, at, END_64) && at + 56 <= end ? at : undefined;
}

function hasSignature(view: DataView, at: number, signature: number): boolean {
  return at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signature;
}

function longAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function entryAt(view: DataView, at: number, shift: number): Entry {
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const name = bytesAt(view, at + ENTRY_LENGTH, nameLength);
  const extra = at + ENTRY_LENGTH + nameLength;
  const large = largeNumbers(view, extra, extra + view.getUint16(at + 30, true));
  const number = (field: number) => {
    const short = view.getUint32(at + field, true);
    return short === IN_64 ? (large.shift() ?? short) : short;
  };
  // In the order in which the large ones are written.
  const size = number(24);
  const packed = number(20);
  const local = number(42);
  const mode = view.getUint32(at + 38, true) >>> 16;
  return {
    name: pathOf((flags & IN_UTF8) === 0 ? nameIn(name) : new TextDecoder().decode(name)),
    isEncrypted: (flags & ENCRYPTED) !== 0,
    isLink: view.getUint8(at + 5) === UNIX && (mode & FILE_TYPE) === LINK,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packed,
    size,
    at: local + shift,
  };
}

function largeNumbers(view: DataView, start: number, end: number): number[] {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const count = Math.min(3, view.getUint16(at + 2, true) >> 3);
    const fields = Array.from({ length: count }, (_, index) => at + 4 + 8 * index);
    return fields.filter((field) => field + 8 <= end).map((field) => longAt(view, field));
  }
  return [];
}

function bytesAt(view: DataView, at: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, length);
}

/** Windows in China writes names in GBK. */
function nameIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const DRIVE = /^[A-Za-z]:/;
/** What would make a line of a log another one, or turn it round. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Nothing is written where a name says; it only names. */
function pathOf(name: string): string {
  const parts = name.replaceAll('\\', '/').replace(DRIVE, '').replace(UNSEEN, '\ufffd').split('/');
  const path = parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/');
  return /[\\/]$/.test(name) ? `${path}/` : path;
}

function contentOf(entry: Entry, bytes: Uint8Array): Uint8Array {
  if (entry.isLink) throw new NotAnArticle('the member is a link; links are not followed');
  if (entry.isEncrypted) throw new NotAnArticle('the archive is encrypted; pack it without a password');
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new NotAnArticle('the member is packed in a way that is not opened; pack it as an ordinary .zip');
  }
  const content = inflated(entry, bytes);
  if (content?.length !== entry.size || checksumOf(content) !== entry.checksum) {
    throw new NotAnArticle('the archive is damaged; pack it once more');
  }
  return content;
}

function inflated({ at, packed, size, method }: Entry, bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!hasSignature(view, at, LOCAL) || at + LOCAL_LENGTH > bytes.length) return undefined;
  const start = at + LOCAL_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (method === STORED) return content;
  try {
    return inflateSync(content, { out: new Uint8Array(size) });
  } catch {
    // It is damaged, or larger than it says.
    return undefined;
  }
}

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 0 ? sum >>> 1 : (sum >>> 1) ^ 0xedb88320;
  return sum;
});

/** CRC-32. */
function checksumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (CHECKSUMS[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
