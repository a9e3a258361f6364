import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { NotFetched, type Offered, takeIn } from '../../src/curation/intake.ts';
import { refusalFor } from '../../src/curation/refusals.ts';
import { offeredText } from '../../src/curation/uploads.ts';
import { createPageReader, type PageReader } from '../../src/engine/page-reader.ts';
import { type Bundled, bundle } from '../engine/bundled.ts';

const PAGE =
  '河边新建步道\n\n2024年3月2日 来源：江城日报\n\n城东的步道全长六公里。\n\n市民李明说，他每天清晨都来跑步。\n';

let programs: Bundled;
let pages: PageReader;
beforeAll(async () => {
  programs = await bundle([new URL('../engine/hostile-pages.ts', import.meta.url)], { fewWords: true });
  pages = createPageReader({ entry: programs.pathOf('hostile-pages'), deadlineMs: 8_000, heapMb: 256 });
});
afterAll(() => {
  pages.close();
  programs.remove();
});

function offered(name: string, content: string | Uint8Array): Offered {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return { name, open: async () => bytes };
}

it('a file that swells, one that is nothing, an archive that is a bomb: each is refused, and the others are read', async () => {
  const bomb = zipSync({ 'bomb.txt': new Uint8Array(120 * 1024 * 1024), 'walk.txt': strToU8(PAGE) }, { level: 9 });
  const files = [
    offered('swells.txt', `${PAGE}这一页会撑大。\n`),
    offered('picture.png', '\x89PNG'),
    offered('bomb.zip', bomb),
    offered('walk.txt', PAGE),
  ];
  const { candidates, refused } = await takeIn(files, pages);
  expect(candidates.at(-1)).toMatchObject({
    article: { id: 'walk', title: '河边新建步道' },
    file: { name: 'walk.txt' },
  });
  const why = Object.fromEntries(refused.map(({ name, reason }) => [name, refusalFor(reason)]));
  expect(why).toMatchObject({ 'swells.txt': 'damaged', 'picture.png': 'picture' });
  const ofBomb = Object.entries(why).filter(([name]) => name.startsWith('bomb.zip'));
  expect(ofBomb.map(([, refusal]) => refusal)).toEqual(['too large']);
});

it('of an archive each article comes with its own file, across the processes', async () => {
  const archive = zipSync({ 'a/one.txt': strToU8(PAGE), 'two.md': strToU8(`# 第二篇\n\n${PAGE}`) });
  const { candidates } = await takeIn([offered('both.zip', archive)], pages);
  expect(candidates.map(({ file }) => [file.name, file.bytes.length])).toEqual([
    ['one.txt', strToU8(PAGE).length],
    ['two.md', strToU8(`# 第二篇\n\n${PAGE}`).length],
  ]);
});

it('names what came without a file by its title', async () => {
  const { candidates } = await takeIn([...offeredText(PAGE)], pages);
  expect(candidates[0]?.article.id).toBe('河边新建步道');
});

it('fetches no more than an upload may hold, one file after the other', async () => {
  const most: number[] = [];
  const large = new Uint8Array(9 * 1024 * 1024);
  const files = Array.from({ length: 5 }, (_, at) => ({
    name: `${at}.txt`,
    open: async (limit: number) => {
      most.push(limit);
      if (limit < large.length) throw new NotFetched('too large');
      return large;
    },
  }));
  const reader = {
    read: vi.fn(async () => ({ articles: [], refused: [], texts: [], files: [], summaries: [] })),
    close() {},
  };
  const { refused } = await takeIn(files, reader);
  expect(most.map((limit) => Math.round(limit / 1024 / 1024))).toEqual([10, 10, 10, 3, 3]);
  expect(refused.map(({ name }) => name)).toEqual(['3.txt', '4.txt']);
});
