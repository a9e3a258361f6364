import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { build } from '../../src/build.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What reads foreign text. */
const READERS = ['nodejieba', 'opencc-js', 'minisearch', 'pinyin-pro', 'onnxruntime-node'];

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
  const drawing = packagesOf('picture-process.js', folder);
  expect(drawing).toContain('@napi-rs/canvas');
  expect([...READERS, 'discord.js'].filter((name) => drawing.has(name))).toEqual([]);
  const encoding = packagesOf('encode-process.js', folder);
  expect(encoding).toContain('onnxruntime-node');
  const keeping = packagesOf('store-process.js', folder);
  expect(keeping).toContain('@electric-sql/pglite');
  expect([...READERS, 'discord.js', 'pg'].filter((name) => keeping.has(name))).toEqual([]);
  expect(main).not.toContain('@electric-sql/pglite');
  // It comes and goes: a dictionary would take more than all that it does.
  expect(['nodejieba', 'opencc-js', 'minisearch', 'discord.js'].filter((name) => encoding.has(name))).toEqual([]);
});

it('starts that build at the same moment make one build, whole', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'wenzhai-build-'));
  for (const name of ['src', 'commands', 'package.json', 'package-lock.json'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  symlinkSync('nowhere', join(copy, 'src/.#main.ts'));
  mkdirSync(join(copy, 'src/network/model'), { recursive: true });
  writeFileSync(join(copy, 'src/network/model/encoder.onnx'), '');
  const codes = await Promise.all([1, 2, 3].map(() => buildIn(copy)));
  expect(codes).toEqual([0, 0, 0]);
  const builds = readdirSync(join(copy, 'dist'));
  expect(builds).toHaveLength(1);
  const built = join(copy, 'dist', builds[0] ?? '');
  expect(readdirSync(built)).toEqual(
    expect.arrayContaining([
      'main.js',
      'guard.js',
      'engine-process.js',
      'page-process.js',
      'encode-process.js',
      'picture-process.js',
      'store-process.js',
      'model',
    ]),
  );
  // The same file under a second name: a build takes no room for it.
  const inode = (folder: string) => statSync(join(folder, 'encoder.onnx')).ino;
  expect(inode(join(built, 'model'))).toBe(inode(join(copy, 'src/network/model')));
  rmSync(copy, { recursive: true });
});

function buildIn(folder: string): Promise<number | null> {
  const child = spawn(process.execPath, ['src/launch.js', 'build'], { cwd: folder, stdio: 'inherit' });
  return new Promise((resolve) => child.on('exit', resolve));
}
