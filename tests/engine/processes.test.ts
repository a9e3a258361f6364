import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { build } from '../../src/build.js';

/** What reads foreign text. */
const READERS = ['nodejieba', 'opencc-js', 'minisearch', 'pinyin-pro'];

/** The packages that a built program can load, its own files followed. */
function packagesOf(program: string, folder: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  const path = join(folder, program);
  if (seen.has(path)) return packages;
  seen.add(path);
  for (const [, specifier = ''] of readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?"([^"]+)"/g)) {
    const more = specifier.startsWith('./') ? packagesOf(specifier, folder, seen) : [nameOf(specifier)];
    for (const name of more) packages.add(name);
  }
  return packages;
}

function nameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

it('the process that talks to people cannot work on foreign text, and the others cannot talk', async () => {
  const folder = await build();
  const main = packagesOf('main.js', folder);
  expect(main).toContain('discord.js');
  expect(READERS.filter((name) => main.has(name))).toEqual([]);
  for (const program of ['engine-process.js', 'page-process.js']) {
    const packages = packagesOf(program, folder);
    expect(packages).toContain('nodejieba');
    expect(packages).not.toContain('discord.js');
  }
});

it('a build is made once, and others that want it at the same moment get it', async () => {
  const folders = await Promise.all([build(), build(), build()]);
  expect(new Set(folders).size).toBe(1);
  expect(pathToFileURL(join(folders[0] ?? '', 'main.js')).href).toContain('/dist/');
});
