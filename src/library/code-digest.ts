import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whatever makes an article or an index, so that no change to the code meets what an older one has made. */
const MAKERS = ['../article', '../language', '../retrieval', '../../package-lock.json'];

/** Hexadecimal SHA-256 of the code that makes articles and indexes, which lies beside this file. */
export function codeDigest(): string {
  const hash = createHash('sha256');
  for (const maker of MAKERS) addFiles(fileURLToPath(new URL(maker, import.meta.url)), hash);
  return hash.digest('hex');
}

function addFiles(path: string, hash: Hash): void {
  if (/\.(ts|json)$/.test(path)) hash.update(path).update(readFileSync(path));
  else for (const name of readdirSync(path).sort()) addFiles(join(path, name), hash);
}
