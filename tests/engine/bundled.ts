import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/wenzhai/', import.meta.url));

/** Programs of tests, bundled as the program is, where its packages are found. */
export interface Bundled {
  /** The path of one, by its file's name without extension. */
  pathOf(name: string): string;
  readonly folder: string;
  remove(): void;
}

/** @param entries TypeScript files */
export async function bundle(entries: readonly URL[]): Promise<Bundled> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'test-'));
  await build({
    entryPoints: entries.map((entry) => fileURLToPath(entry)),
    entryNames: '[name]',
    outdir: folder,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    define: { MAKERS_DIGEST: JSON.stringify(folder) },
  });
  return {
    folder,
    pathOf: (name) => join(folder, `${basename(name)}.js`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
