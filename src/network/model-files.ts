import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRegularFile, UnreadableFile } from '../regular-file.ts';

/** Beside this file, and beside the program where it was built. */
export const MODEL_FOLDER = fileURLToPath(new URL('model/', import.meta.url));

/** What a network is made of. */
const NAMES = ['encoder.onnx', 'reader.onnx', 'tokenizer.json'] as const;
type Name = (typeof NAMES)[number];

/** Twice what all of it may have. Bytes. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** The files of a network, read. */
export interface ModelFiles {
  readonly of: Readonly<Record<Name, Buffer>>;
  /** Hexadecimal SHA-256 of all of them. */
  readonly digest: string;
}

/** @throws Error that names the file which cannot be read, and says why */
export function readModelFiles(folder: string): ModelFiles {
  const hash = createHash('sha256');
  const read = NAMES.map((name) => {
    const bytes = readFile(folder, name);
    hash.update(`${name} ${bytes.length} `).update(bytes);
    return [name, bytes];
  });
  return { of: Object.fromEntries(read) as Record<Name, Buffer>, digest: hash.digest('hex') };
}

function readFile(folder: string, name: Name): Buffer {
  try {
    return readRegularFile(join(folder, name), LARGEST_FILE);
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    throw new Error(`${name}: ${cause.message}`, { cause });
  }
}
