import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
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

/**
 * @param entries TypeScript files
 * @param model the folder of the network's files; without one, they answer from words alone
 */
export async function bundle(entries: readonly URL[], model?: string): Promise<Bundled> {
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
  if (model !== undefined) symlinkSync(model, join(folder, 'model'));
  return {
    folder,
    pathOf: (name) => join(folder, `${basename(name)}.js`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
