import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const nodejieba = dirname(createRequire(import.meta.url).resolve('nodejieba'));

/** A copy of the program with a nodejieba of its own, whose files can be damaged. */
let copy: string;
let dict: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  cpSync(join(ROOT, 'src/language'), join(copy, 'src/language'), { recursive: true });
  writeFileSync(join(copy, 'package.json'), '{"type":"module"}');
  execFileSync('mkdir', ['-p', join(copy, 'node_modules')]);
  cpSync(nodejieba, join(copy, 'node_modules/nodejieba'), { recursive: true });
  for (const name of ['tsx', 'esbuild', '@esbuild'])
    symlinkSync(join(ROOT, 'node_modules', name), join(copy, 'node_modules', name));
  dict = join(copy, 'node_modules/nodejieba/submodules/cppjieba/dict');
});
afterAll(() => rmSync(copy, { recursive: true }));

/** Loads the dictionary in a process of its own, since damage that is not noticed aborts it. */
function load(): { status: number | null; said: string } {
  const script = `import('./src/language/dictionary.ts').then((d) => d.loadDictionary()).catch((e) => { console.log(e.name, e.message); process.exitCode = 9; })`;
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
    cwd: copy,
    timeout: 20_000,
  });
  return { status, said: stdout.toString() };
}

it('loads the files as they come', () => {
  expect(load()).toEqual({ status: 0, said: '' });
});

it.each([
  ['jieba.dict.utf8', (content: Buffer) => content.subarray(0, content.length - 5)],
  ['jieba.dict.utf8', () => Buffer.alloc(0)],
  ['hmm_model.utf8', () => Buffer.from('not a model\n')],
  ['idf.utf8', () => undefined],
])('names %s when it is damaged, instead of dying', (name, damage) => {
  const path = join(dict, name);
  const whole = readFileSync(path);
  const damaged = damage(whole);
  if (damaged === undefined) rmSync(path);
  else writeFileSync(path, damaged);
  const { status, said } = load();
  writeFileSync(path, whole);
  expect(status).toBe(9);
  expect(said).toContain('DictionaryError');
  expect(said).toContain(name);
});

it('names what is no file instead of waiting for it', () => {
  const path = join(dict, 'user.dict.utf8');
  const whole = readFileSync(path);
  rmSync(path);
  execFileSync('mkfifo', [path]);
  const { status, said } = load();
  rmSync(path);
  writeFileSync(path, whole);
  expect(status).toBe(9);
  expect(said).toContain('user.dict.utf8');
});
