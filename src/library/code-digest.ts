import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whatever makes an article or an index, so that no change to the code meets what an older one has made. */
const MAKERS = ['../article', '../files', '../language', '../network', '../retrieval', '../../package-lock.json'];

/** The digest of the makers, which a build knows; undefined where the sources themselves run. */
declare const MAKERS_DIGEST: string | undefined;

/** Hexadecimal SHA-256 of the code that makes articles and indexes, which lies beside this file where it was not built. */
export function codeDigest(): string {
  if (typeof MAKERS_DIGEST === 'string') return MAKERS_DIGEST;
  read ??= digestOfSources();
  return read;
}

/** What runs is what was there when it was loaded. */
let read: string | undefined;

function digestOfSources(): string {
  const hash = createHash('sha256');
  for (const maker of MAKERS) addFiles(fileURLToPath(new URL(maker, import.meta.url)), hash);
  return hash.digest('hex');
}

function addFiles(path: string, hash: Hash): void {
  if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) addFiles(join(path, name), hash);
  else hash.update(path).update(readFileSync(path));
}
