import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAbsent, readRegularFile, readWhole, UnreadableFile, withRegularFile } from '../src/regular-file.ts';
import { HOSTILE, layHostileFiles } from './hostile-files.ts';

let folder: string;
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  server = await layHostileFiles(folder);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const whyNot = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('readRegularFile', () => {
  it('reads a file as it is, through a link too, up to the last byte that is allowed', () => {
    const path = join(folder, 'file');
    symlinkSync('file', join(folder, 'link'));
    for (const content of [Buffer.alloc(0), Buffer.from('金昌'), Buffer.alloc(100_000, 'ab')]) {
      writeFileSync(path, content);
      expect(readRegularFile(path, content.length)).toEqual(content);
      expect(readRegularFile(join(folder, 'link'), content.length)).toEqual(content);
    }
    expect(() => readRegularFile(path, 99_999)).toThrow('the file has 100000 bytes; the limit is 99999');
  });

  it.each(Object.entries(HOSTILE))('does not wait for %s and says %s', (name, reason) => {
    const error = whyNot(() => readRegularFile(join(folder, name), 1_000_000));
    expect(error).toBeInstanceOf(UnreadableFile);
    expect((error as UnreadableFile).message).toMatch(reason);
    expect((error as UnreadableFile).message).not.toContain(name);
  });

  it.each(['/dev/zero', '/dev/tty', '/dev/full'])('refuses %s', (path) => {
    expect(() => readRegularFile(path, 1_000)).toThrow(UnreadableFile);
  });

  it('tells what is not there from what cannot be read', () => {
    const isMissing = (path: string) => isAbsent(whyNot(() => readRegularFile(path, 10)) as UnreadableFile);
    expect(['none', 'file/none', 'pipe.txt', 'loop.txt'].map((name) => isMissing(join(folder, name)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('takes a path that no file can have for no file', () => {
    for (const path of ['a\0b', 'x'.repeat(10_000), '']) {
      expect(() => readRegularFile(path, 10)).toThrow(UnreadableFile);
    }
  });

  it('refuses a file that changes while it is read', () => {
    const path = join(folder, 'growing');
    writeFileSync(path, 'half');
    const read = (change: () => void) =>
      withRegularFile(path, (file) => {
        change();
        return readWhole(file, 1_000);
      });
    expect(() => read(() => appendFileSync(path, ' and half'))).toThrow('changes while it is read');
    expect(() => read(() => writeFileSync(path, 'x'))).toThrow('changes while it is read');
    expect(read(() => {}).toString()).toBe('x');
  });

  it.runIf(process.getuid?.() === 0)('says that a file may not be read', () => {
    const secret = mkdtempSync(join(tmpdir(), 'wenzhai-'));
    writeFileSync(join(secret, 'file'), 'x', { mode: 0o600 });
    const script = `
      process.setgid(65534); process.setuid(65534);
      const { readRegularFile } = await import(${JSON.stringify(new URL('../src/regular-file.ts', import.meta.url).href)});
      try { readRegularFile(${JSON.stringify(join(secret, 'file'))}, 10); } catch (error) { console.log(error.message); }`;
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    rmSync(secret, { recursive: true });
    expect(stdout.toString().trim()).toBe('the file may not be read (EACCES)');
  });
});
