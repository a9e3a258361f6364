import { type UnzipFileInfo, unzipSync } from 'fflate';
import { NotAnArticle } from '../article/article.ts';

/** A file in an archive. */
export interface Member {
  /** Its path in the archive, with slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How much an archive may hold. */
export interface ZipLimits {
  readonly members: number;
  /** Of all members together, inflated. Bytes. */
  readonly bytes: number;
}

const ENCRYPTED = 1;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** A comment may stand behind the directory. */
const MAX_COMMENT = 65_535;

/**
 * The members of a zip archive that are wanted. What the archive says of itself is not relied on: no member becomes
 * larger than it says, and what it says is within the limits.
 *
 * @param wants which members, by name; folders are none
 * @throws NotAnArticle where it is damaged, encrypted, or holds too much
 */
export function unzip(bytes: Uint8Array, limits: ZipLimits, wants: (name: string) => boolean = () => true): Member[] {
  requireOpen(bytes);
  let count = 0;
  let size = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (name.endsWith('/') || !wants(readable(name))) return false;
    count += 1;
    size += originalSize;
    if (count > limits.members) throw new NotAnArticle(`the archive holds more than ${limits.members} files; split it`);
    if (size > limits.bytes) {
      const most = Math.round(limits.bytes / 1024 / 1024);
      throw new NotAnArticle(`what is packed in the archive is larger than ${most} MB; split it`);
    }
    return true;
  };
  return Object.entries(inflated(bytes, filter)).map(([name, content]) => ({ name: readable(name), bytes: content }));
}

function inflated(bytes: Uint8Array, filter: (info: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    if (cause instanceof NotAnArticle) throw cause;
    throw new NotAnArticle('the archive is damaged; pack it once more', { cause });
  }
}

/** Windows in China writes names in GBK; where no flag says UTF-8 they come as a character a byte. */
function readable(name: string): string {
  if (!/[\u0080-\u00ff]/.test(name) || /[^\0-\u00ff]/.test(name)) return name;
  const bytes = Buffer.from(name, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** An encrypted member would come out as noise. */
function requireOpen(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = directoryEnd(view);
  if (end === undefined) throw new NotAnArticle('the archive is damaged or cut off; pack it once more');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    if (at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== ENTRY) return;
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) {
      throw new NotAnArticle('the archive is encrypted; pack it without a password');
    }
    at += ENTRY_LENGTH + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  }
}

function directoryEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  return undefined;
}
