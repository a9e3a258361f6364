import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeFewWords } from './few-words.ts';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/wenzhai/', import.meta.url));

/** Programs of tests, bundled as the program is, where its packages are found. */
export interface Bundled {
  /** The path of one, by its file's name without extension. */
  pathOf(name: string): string;
  readonly folder: string;
  remove(): void;
}

/** What the programs have beside them. */
export interface Beside {
  /** The folder of the network's files; without one, they answer from words alone. */
  readonly model?: string | undefined;
  /** Whether the dictionary is one of few words, which a process has read at once: for what is not about words. */
  readonly fewWords?: boolean;
}

const FEW_WORDS = fileURLToPath(new URL('nodejieba-of-few-words.ts', import.meta.url));

/** @param entries TypeScript files */
export async function bundle(entries: readonly URL[], { model, fewWords = false }: Beside = {}): Promise<Bundled> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'test-'));
  await build({
    entryPoints: entries.map((entry) => fileURLToPath(entry)),
    entryNames: '[name]',
    outdir: folder,
    bundle: true,
    // What is seldom needed is loaded when it is.
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    define: { MAKERS_DIGEST: JSON.stringify(folder) },
    alias: fewWords ? { nodejieba: FEW_WORDS } : {},
  });
  if (model !== undefined) symlinkSync(model, join(folder, 'model'));
  if (fewWords) writeFewWords(join(folder, 'dictionary'));
  return {
    folder,
    pathOf: (name) => join(folder, `${basename(name)}.js`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
