import { createHash } from 'node:crypto';
import { mkdirSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { errorFields, type Log } from '../log.ts';
import { isAbsent, readWhole, UnreadableFile, withRegularFile } from '../regular-file.ts';
import { writeWhole } from './write-whole.ts';

/** A file that is kept between runs and can be made anew at any time: it is used as it was written, or not at all. */
export interface KeptFile {
  /**
   * Undefined where there is none. What is there and cannot be used (a pipe, damaged, of another
   * version or shape, anybody's who is not this user) is undefined too, and one line in the log.
   * @param read makes something of the content, or throws UselessFile
   */
  load<Content>(read: (content: Buffer) => Content): Content | undefined;
  /** What was loaded turned out to be of no use: one line in the log. */
  reject(reason: string): void;
  /** Whether something was there that could not be used: it is to be replaced. */
  readonly isUseless: boolean;
  /**
   * Written as a whole or not at all. A place that cannot be written, or a content that would be too
   * large to be loaded, is one line in the log.
   * @param content its pieces in order, written as they are: what is large is not put together first
   */
  save(content: () => readonly Uint8Array[]): void;
}

/** What is kept cannot be used: the message is the reason, for people. */
export class UselessFile extends Error {
  override readonly name = 'UselessFile';
}

/** What is kept, and how that is said. */
export interface Keeping {
  readonly log: Log;
  /** `index`, `vectors`: what is in it. */
  readonly what: string;
  /** What makes the content, as a key: what another has made is not used. */
  readonly code: string;
}

/** A text of more than half a milliard characters is none to JavaScript. Bytes. */
const LARGEST = 512 * 1024 * 1024;
/** A group or anybody may write. */
const OTHERS_MAY_WRITE = 0o022;

const HEADER = z.strictObject({ code: z.string(), digest: z.string().regex(/^[0-9a-f]{64}$/) });
/** Longer than any header. Bytes. */
const LONGEST_HEADER = 1_000;
const LINE_FEED = 0x0a;

/** @param path in a folder that is made where it does not exist */
export function keptFile(path: string, { log, what, code }: Keeping): KeptFile {
  let isUseless = false;
  /** Something is there that can be neither read nor, mostly, replaced: one line says so. */
  let isOutOfReach = false;

  function reject(reason: string): undefined {
    isUseless = true;
    log.warn(`the kept ${what} cannot be used and will be made anew`, { file: path, reason });
  }

  return {
    load(read) {
      try {
        return read(opened(readTrusted(path), { code, what }));
      } catch (error) {
        if (error instanceof UselessFile) return reject(error.message);
        if (!(error instanceof UnreadableFile)) throw error;
        if (isAbsent(error)) return undefined;
        isOutOfReach = true;
        return reject(error.message);
      }
    },
    reject,
    get isUseless() {
      return isUseless;
    },
    save(content) {
      try {
        const pieces = sealed(content(), code);
        const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
        if (length > LARGEST) throw new Error(`it has ${length} bytes`);
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        writeWhole(path, ...pieces);
      } catch (error) {
        if (!isOutOfReach) log.warn(`the ${what} could not be kept`, { file: path, ...errorFields(error) });
      }
    },
  };
}

/** Hexadecimal SHA-256. */
export function digestOf(...content: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of content) hash.update(piece);
  return hash.digest('hex');
}

/** A line before the content tells who made it and whether all of it is there. */
function sealed(content: readonly Uint8Array[], code: string): Uint8Array[] {
  return [Buffer.from(`${JSON.stringify({ code, digest: digestOf(...content) })}\n`), ...content];
}

/** @throws UselessFile where `sealed` did not write it with the same code */
function opened(bytes: Buffer, { code, what }: { readonly code: string; readonly what: string }): Buffer {
  const endOfHeader = bytes.subarray(0, LONGEST_HEADER).indexOf(LINE_FEED);
  if (endOfHeader < 0) throw new UselessFile(`the file holds no kept ${what}`);
  const header = parseKept(HEADER, bytes.subarray(0, endOfHeader), `the file holds no kept ${what}`);
  if (header.code !== code) throw new UselessFile('another version of the program wrote it');
  const content = bytes.subarray(endOfHeader + 1);
  if (header.digest !== digestOf(content)) throw new UselessFile('it is damaged');
  return content;
}

/** @throws UselessFile with the reason `otherwise` where it is not JSON of this shape */
export function parseKept<Shape>(shape: z.ZodType<Shape>, json: Buffer, otherwise: string): Shape {
  try {
    return shape.parse(JSON.parse(json.toString('utf8')));
  } catch (cause) {
    throw new UselessFile(otherwise, { cause });
  }
}

/**
 * The digest finds accidents; whoever forges a content forges that, too. So only a file
 * counts that this user or root has written and nobody else may change.
 */
function readTrusted(path: string): Buffer {
  return withRegularFile(path, (file) => {
    if (!isTrusted(file.stats)) throw new UselessFile('another user of this machine can change it');
    return readWhole(file, LARGEST);
  });
}

/** Where users have no numbers, nothing can be told by them. */
function isTrusted({ uid, mode }: Stats): boolean {
  const own = process.getuid?.();
  return own === undefined || ((uid === own || uid === 0) && (mode & OTHERS_MAY_WRITE) === 0);
}
