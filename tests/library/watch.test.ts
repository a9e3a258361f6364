import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OpenLibrary, openLibrary } from '../../src/library/open.ts';
import { type StopWatching, watchLibrary } from '../../src/library/watch.ts';
import type { Log } from '../../src/log.ts';
import { asked } from '../asked.ts';

const page = (title: string, fact: string) =>
  `${title}\n\n2024年3月2日 来源：江城日报\n\n${fact}这条消息昨天传遍了全城。\n\n市民李明说，他每天清晨都来跑步。\n`;
const WALK = page('河边新建步道', '城东的步道全长六公里。');
const BRIDGE = page('老桥今日重开', '老桥修缮历时三年。');

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

let folder: string;
let library: OpenLibrary;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  writeFileSync(join(folder, 'walk.txt'), WALK);
  library = await openLibrary(folder, { log: silent });
});
afterEach(() => rmSync(folder, { recursive: true }));

const ids = () => library.articles.map(({ id }) => id);

describe('refresh', () => {
  it('takes in what came, changed and went, and nothing else', async () => {
    const [walk] = library.articles;
    writeFileSync(join(folder, 'bridge.txt'), BRIDGE);
    expect(await library.refresh()).toEqual(['bridge']);
    expect(ids()).toEqual(['bridge', 'walk']);
    expect(library.articles[1]).toBe(walk);
    expect((await asked(library, '老桥修缮历时几年？')).passages[0]?.articleId).toBe('bridge');

    writeFileSync(join(folder, 'walk.txt'), page('河边新建步道', '城东的步道全长九公里。'));
    expect(await library.refresh()).toEqual(['walk']);
    expect((await asked(library, '步道全长多少公里？')).passages[0]?.text).toContain('九公里');

    rmSync(join(folder, 'bridge.txt'));
    expect(await library.refresh()).toEqual(['bridge']);
    expect((await asked(library, '老桥修缮历时几年？')).passages.every(({ articleId }) => articleId === 'walk')).toBe(
      true,
    );
    expect(await library.refresh()).toEqual([]);
  });

  it('stays as it is where no article is left', async () => {
    rmSync(join(folder, 'walk.txt'));
    expect(await library.refresh()).toEqual([]);
    expect(ids()).toEqual(['walk']);
    expect((await asked(library, '步道全长多少公里？')).answered).toBe(true);
  });

  it('notices a file that is exchanged for another of the same size', async () => {
    writeFileSync(join(folder, 'new'), page('河边新建步道', '城东的步道全长五公里。'));
    renameSync(join(folder, 'new'), join(folder, 'walk.txt'));
    expect(await library.refresh()).toEqual(['walk']);
    expect((await asked(library, '步道全长多少公里？')).passages[0]?.text).toContain('五公里');
  });
});

describe('watchLibrary', () => {
  let stop: StopWatching;
  afterEach(() => stop());

  it('sees files of any kind in the folders of the folder, too', async () => {
    stop = watchLibrary(folder, library, silent);
    mkdirSync(join(folder, '2024'));
    await vi.waitFor(
      () => {
        // Written again until the watcher is ready to see it.
        writeFileSync(join(folder, '2024/bridge.md'), `# 老桥今日重开\n\n${BRIDGE.split('\n').slice(2).join('\n')}`);
        expect(ids()).toEqual(['2024-bridge', 'walk']);
      },
      { timeout: 20_000, interval: 1_500 },
    );
  });

  it('brings the library up to date when files come and go', async () => {
    const changed = vi.fn();
    stop = watchLibrary(folder, library, silent, changed);
    // Before the watcher is ready to see it.
    writeFileSync(join(folder, 'bridge.txt'), BRIDGE);
    await vi.waitFor(
      () => {
        expect(ids()).toEqual(['bridge', 'walk']);
      },
      { timeout: 20_000, interval: 1_500 },
    );
    expect(changed).toHaveBeenCalled();
    rmSync(join(folder, 'bridge.txt'));
    await vi.waitFor(() => expect(ids()).toEqual(['walk']), { timeout: 20_000 });
  });
});
