import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/library/write-whole.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  path = join(folder, 'kept.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('writeWhole', () => {
  it('writes what it is given, for its owner alone, and leaves nothing else', () => {
    for (const content of ['first', '', 'x'.repeat(3_000_000)]) {
      writeWhole(path, Buffer.from(content));
      expect(readFileSync(path, 'utf8') === content).toBe(true);
    }
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['kept.json']);
  });

  it('takes the place of a link and of a pipe, and does not write through them', () => {
    writeFileSync(join(folder, 'somebodys'), 'theirs');
    symlinkSync('somebodys', path);
    writeWhole(path, Buffer.from('ours'));
    expect(readFileSync(join(folder, 'somebodys'), 'utf8')).toBe('theirs');
    rmSync(path);
    execFileSync('mkfifo', [path]);
    writeWhole(path, Buffer.from('ours'));
    expect(readFileSync(path, 'utf8')).toBe('ours');
  });

  it('removes what a killed process has left, and not what another is writing', () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const unfinished = [
      `kept.json.${gone}-01234567.tmp`,
      `kept.json.${process.pid}-01234567.tmp`,
      // write-file-atomic's way to name them.
      'kept.json.1234567890',
      `kept.json.${process.ppid}-deadbeef.tmp`,
    ];
    const others = [`kept.json.${process.ppid}-01234567.tmp`, 'kept.json.bak', 'other.json.1-01234567.tmp'];
    for (const name of [...unfinished, ...others]) writeFileSync(join(folder, name), 'half');
    utimesSync(join(folder, `kept.json.${process.ppid}-deadbeef.tmp`), 0, 0);
    writeWhole(path, Buffer.from('whole'));
    expect(readdirSync(folder).sort()).toEqual(['kept.json', ...others].sort());
  });

  it('keeps the old file where there is a folder in the way', () => {
    mkdirSync(path);
    writeFileSync(join(path, 'inside'), '');
    expect(() => writeWhole(path, Buffer.from('new'))).toThrow();
    expect(readdirSync(folder)).toEqual(['kept.json']);
  });

  it('keeps the old file where the system takes only a part of the new one', () => {
    writeWhole(path, Buffer.from('old'));
    const script = `
      const { writeWhole } = await import(${JSON.stringify(new URL('../../src/library/write-whole.ts', import.meta.url).href)});
      try { writeWhole(${JSON.stringify(path)}, Buffer.alloc(1_000_000, 'x')); } catch (error) { console.log(error.code); }`;
    // The first write is short, as on a disk that is nearly full; the next one fails.
    const { stdout } = spawnSync('bash', [
      '-c',
      'ulimit -f 256; exec "$@"',
      'bash',
      process.execPath,
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      script,
    ]);
    expect(stdout.toString().trim()).toBe('EFBIG');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['kept.json']);
  });

  it.runIf(mounts())('keeps the old file where the disk is full', () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]);
    try {
      const onDisk = join(disk, 'kept.json');
      writeWhole(onDisk, Buffer.from('old'));
      expect(() => writeWhole(onDisk, Buffer.alloc(1_000_000, 'x'))).toThrow(/ENOSPC/);
      expect(readFileSync(onDisk, 'utf8')).toBe('old');
      expect(readdirSync(disk)).toEqual(['kept.json']);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

/** Whether this user may make a small disk to fill. */
function mounts(): boolean {
  if (process.getuid?.() !== 0) return false;
  const place = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place]);
  if (status === 0) spawnSync('umount', [place]);
  rmSync(place, { recursive: true });
  return status === 0;
}
