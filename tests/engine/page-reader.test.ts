import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createPageReader } from '../../src/engine/page-reader.ts';
import { type Bundled, bundle } from './bundled.ts';

const PAGE = Buffer.from(
  '河边新建步道\n\n2024年3月2日 来源：江城日报\n\n城东的步道全长六公里。\n\n市民李明说，他每天清晨都来跑步。\n',
);

let programs: Bundled;
beforeAll(async () => {
  programs = await bundle([new URL('hostile-pages.ts', import.meta.url)], { fewWords: true });
});
afterAll(() => programs.remove());

const readingPages = (deadlineMs = 20_000) => createPageReader({ entry: programs.pathOf('hostile-pages'), deadlineMs });
const read = (pages: ReturnType<typeof readingPages>, text: Uint8Array = PAGE) =>
  pages.read({ bytes: text, path: 'page.txt', summed: false });

it('reads pages one after the other, and tells why one is none', async () => {
  const pages = readingPages();
  const [first, none, again] = await Promise.allSettled([read(pages), read(pages, Buffer.from('')), read(pages)]);
  expect(first).toMatchObject({ status: 'fulfilled', value: { articles: [{ title: '河边新建步道' }] } });
  expect(none).toMatchObject({ status: 'rejected', reason: { name: 'NotAnArticle' } });
  expect(again).toEqual(first);
  pages.close();
});

it.runIf(process.platform === 'linux')('a process that dies while it has nothing to do is started anew', async () => {
  const before = childrenOf(process.pid);
  const pages = readingPages();
  await read(pages);
  const [reader = 0] = childrenOf(process.pid).filter((pid) => !before.includes(pid));
  process.kill(reader, 'SIGKILL');
  await vi.waitFor(() => expect(childrenOf(process.pid)).not.toContain(reader));
  expect((await read(pages)).articles[0]?.title).toBe('河边新建步道');
  pages.close();
});

it('a page that takes more memory than a page may ends the process, and the next is read', async () => {
  const refused = vi.fn();
  const pages = createPageReader({
    entry: programs.pathOf('hostile-pages'),
    deadlineMs: 20_000,
    heapMb: 256,
    onRefused: refused,
  });
  const swelling = Buffer.concat([PAGE, Buffer.from('这一页会撑大。\n')]);
  await expect(read(pages, swelling)).rejects.toMatchObject({ name: 'NotAnArticle', message: 'reading it failed' });
  expect(refused).toHaveBeenCalledTimes(1);
  expect((await read(pages)).articles).toHaveLength(1);
  pages.close();
});

it('a program that cannot be started is no fault of the page', async () => {
  const refused = vi.fn();
  const pages = createPageReader({ entry: '/nowhere/at/all.js', deadlineMs: 20_000, onRefused: refused });
  await expect(read(pages)).rejects.toMatchObject({ name: 'NotAnArticle' });
  expect(refused).not.toHaveBeenCalled();
  pages.close();
});

function childrenOf(pid: number): number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return listed.split(' ').filter(Boolean).map(Number);
}
