import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadEnvironment } from '../src/environment.ts';
import { makePipe } from './hostile-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('sets what is not set yet', () => {
  writeFileSync(join(folder, '.env'), '# a token\nDISCORD_TOKEN="a.b.c"\nSEEDS_DIR=mine\n');
  const environment: NodeJS.ProcessEnv = { SEEDS_DIR: 'given' };
  expect(loadEnvironment(join(folder, '.env'), environment)).toBeUndefined();
  expect(environment).toEqual({ DISCORD_TOKEN: 'a.b.c', SEEDS_DIR: 'given' });
});

it('does without', () => {
  const environment: NodeJS.ProcessEnv = {};
  expect(loadEnvironment(join(folder, '.env'), environment)).toBeUndefined();
  expect(environment).toEqual({});
});

it.each<[string, string, (path: string) => void]>([
  ['a pipe', 'the file is a pipe', makePipe],
  ['a folder', 'the file is a folder', (path) => mkdirSync(path)],
  ['a device', 'the file is a device', (path) => symlinkSync('/dev/zero', path)],
  ['a link to itself', 'the file is a link that leads back to itself (ELOOP)', (path) => symlinkSync(path, path)],
  [
    'no configuration by its size',
    'the file has 1000000 bytes; the limit is 262144',
    (path) => writeFileSync(path, ' '.repeat(1_000_000)),
  ],
])('says so where it is %s, and does without', (_, reason, make) => {
  make(join(folder, '.env'));
  expect(loadEnvironment(join(folder, '.env'), {})).toBe(reason);
});
