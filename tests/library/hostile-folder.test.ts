import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLibrary } from '../../src/library/open.ts';
import { watchLibrary } from '../../src/library/watch.ts';
import type { Fields, Log } from '../../src/log.ts';
import { HOSTILE, layHostileFiles, makePipe } from '../hostile-files.ts';

const page = (fact: string) =>
  `河边新建步道\n\n2024年3月2日 来源：江城日报\n\n${fact}这条消息昨天传遍了全城。\n\n市民李明说，他每天清晨都来跑步。\n`;

let folder: string;
let lines: Fields[];
const note = (event: string, fields: Fields = {}) => lines.push({ ...fields, command: event });
const log: Log = { info: () => {}, warn: note, error: note };
/** What was said, without the file's own reasons. */
const skipped = () => lines.map(({ file, reason }) => [file, reason]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  lines = [];
  writeFileSync(join(folder, 'walk.txt'), page('城东的步道全长六公里。'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder of what is no article', () => {
  let server: Server;
  beforeEach(async () => {
    server = await layHostileFiles(folder);
  });
  afterEach(() => server.close());

  it('is opened, each of them one line with its reason, and read again without another word', async () => {
    const library = await openLibrary(folder, { log });
    expect(library.articles.map(({ id }) => id)).toEqual(['walk']);
    expect(skipped()).toEqual(Object.entries(HOSTILE).map(([file, reason]) => [file, expect.stringMatching(reason)]));
    await library.refresh();
    await library.refresh();
    expect(lines).toHaveLength(Object.keys(HOSTILE).length);
    // A reason that has changed is told.
    rmSync(join(folder, 'pipe.txt'));
    mkdirSync(join(folder, 'pipe.txt'));
    await library.refresh();
    expect(skipped().at(-1)).toEqual(['to-pipe.txt', 'the file is a folder']);
    expect(lines).toHaveLength(Object.keys(HOSTILE).length + 2);
  });
});

it('says once of a second seed with the same id that it is one', async () => {
  writeFileSync(join(folder, 'walk!.txt'), page('城西的步道全长九公里。'));
  const library = await openLibrary(folder, { log });
  await library.refresh();
  expect(skipped()).toEqual([['walk.txt', 'another seed has the id walk']]);
});

describe('a seeds folder that cannot be listed', () => {
  it.each<[string, RegExp, (path: string) => void]>([
    ['is not there', /does not exist \(ENOENT\)/, () => {}],
    ['is a file', /is no folder/, (path) => writeFileSync(path, '')],
    ['is a pipe', /is no folder/, makePipe],
    ['is a link to itself', /leads back to itself/, (path) => symlinkSync(path, path)],
  ])('says why when it %s', async (_, reason, make) => {
    const path = join(folder, 'seeds');
    make(path);
    const failure = await openLibrary(path, { log }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'EmptyLibrary', message: expect.stringMatching(reason) });
    expect(lines).toEqual([]);
  });

  it('keeps the library and says why, once', async () => {
    const seeds = join(folder, 'seeds');
    mkdirSync(seeds);
    writeFileSync(join(seeds, 'walk.txt'), page('城东的步道全长六公里。'));
    const library = await openLibrary(seeds, { log });
    rmSync(seeds, { recursive: true });
    for (let times = 0; times < 3; times += 1) expect(await library.refresh()).toEqual([]);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.reason).toContain('does not exist');
    expect(library.articles).toHaveLength(1);
  });

  it.runIf(process.getuid?.() === 0).each([
    ['may be listed and not entered', 0o600],
    ['may be entered and not listed', 0o300],
  ])('says so once for all that is in it, for a user for whom it %s', (_, mode) => {
    for (let at = 0; at < 5; at += 1) writeFileSync(join(folder, `${at}.txt`), page(`步道全长${at}公里。`));
    chmodSync(folder, mode);
    const script = `
      process.setgid(65534); process.setuid(65534);
      const { openLibrary } = await import(${JSON.stringify(new URL('../../src/library/open.ts', import.meta.url).href)});
      const log = { info() {}, warn(...said) { console.log(...said); }, error() {} };
      try { await openLibrary(${JSON.stringify(folder)}, { log }); } catch (error) { console.log(error.message); }`;
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    expect(stdout.toString().trim()).toBe(`the seeds folder ${folder} may not be read (EACCES)`);
  });
});

describe('a folder that is watched', () => {
  it('goes on when pipes, links to themselves and devices come, each one line', async () => {
    const library = await openLibrary(folder, { log });
    const stop = watchLibrary(folder, library, log);
    try {
      makePipe(join(folder, 'pipe.txt'));
      symlinkSync('loop.txt', join(folder, 'loop.txt'));
      symlinkSync('/dev/zero', join(folder, 'zero.txt'));
      symlinkSync('.', join(folder, 'itself'));
      await vi.waitFor(
        () => {
          // Written again until the watcher is ready to see it.
          writeFileSync(join(folder, 'bridge.txt'), page('老桥修缮历时三年。').replace('河边新建步道', '老桥今日重开'));
          expect(library.articles.map(({ id }) => id)).toEqual(['bridge', 'walk']);
        },
        { timeout: 20_000, interval: 1_500 },
      );
      symlinkSync('late.txt', join(folder, 'late.txt'));
      await vi.waitFor(() => expect(lines).toHaveLength(5), { timeout: 10_000 });
      await library.refresh();
      expect(skipped()).toEqual([
        ['itself', expect.stringContaining('leads to a folder')],
        ['loop.txt', expect.stringContaining('link')],
        ['pipe.txt', expect.stringContaining('pipe')],
        ['zero.txt', expect.stringContaining('device')],
        ['late.txt', expect.stringContaining('link')],
      ]);
    } finally {
      await stop();
    }
  });
});
