import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMeaning, type FillableMeaning } from '../../src/library/meanings.ts';
import { type OpenLibrary, openLibrary } from '../../src/library/open.ts';
import type { Fields, Log } from '../../src/log.ts';
import type { Network } from '../../src/network/network.ts';
import { openStandIn, type StandIn, telling } from '../network/stand-in.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await openStandIn();
});
afterAll(() => standIn.close());

let folder: string;
let cacheDir: string;
let lines: unknown[];
const note = (event: string, { reason }: Fields = {}) => lines.push(`${event}: ${reason}`);
const log: Log = { info: note, warn: note, error: note };

beforeEach(() => {
  lines = [];
  folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  cacheDir = join(folder, 'cache');
  for (let street = 1; street <= 3; street += 1) writeArticle(street);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An article of four passages of a window each. */
function writeArticle(street: number, more = ''): void {
  const paragraphs = Array.from({ length: 4 }, (_, house) => `第${street}街${house}号在2024年换了门牌。${more}`);
  const article = { title: `第${street}街的门牌`, sections: [{ number: 0, heading: null, paragraphs }] };
  writeFileSync(join(folder, `street-${street}.json`), JSON.stringify(article));
}

/** A library that is filled, and how many windows that took. */
interface Filled {
  readonly library: OpenLibrary;
  readonly meaning: FillableMeaning;
  readonly encoded: readonly string[];
}

async function opened(network: Network = standIn.network, options: { worthKeeping?: number } = {}): Promise<Filled> {
  const encoded: string[] = [];
  const meaning = createMeaning(telling(network, (text) => encoded.push(text)));
  const library = await openLibrary(folder, { log, cacheDir, worthKeeping: 1, ...options, meaning });
  await library.fill();
  return { library, meaning, encoded };
}

async function similaritiesIn({ library, meaning }: Filled): Promise<unknown[]> {
  const { vector } = await meaning.network.encodeQuestion('哪年换的门牌？');
  const near = meaning.vectors.similarities(vector, library.articles);
  return [...near].map(([{ text }, similarity]) => [text, similarity]);
}

const vectorsFile = () => join(cacheDir, readdirSync(cacheDir).find((name) => name.includes('vectors')) ?? 'none');

it('has a vector for every passage when it is filled', async () => {
  const filled = await opened();
  expect(await similaritiesIn(filled)).toHaveLength(12);
  expect(filled.encoded).toHaveLength(12);
});

it('makes those alone that a change calls for', async () => {
  const { library, meaning, encoded } = await opened();
  writeArticle(2, '门牌是蓝色的。');
  rmSync(join(folder, 'street-3.json'));
  await library.refresh();
  await library.fill();
  expect(encoded.slice(12)).toHaveLength(4);
  expect(encoded.slice(12).every((text) => text.includes('蓝色'))).toBe(true);
  expect([...meaning.vectors.articles].sort()).toEqual(['street-1', 'street-2']);
});

it('goes on filling when the folder was read again and nothing has changed', async () => {
  const { library, encoded } = await opened();
  writeArticle(1, '门牌是蓝色的。');
  await library.refresh();
  const filling = library.fill();
  await library.refresh();
  await filling;
  expect(encoded).toHaveLength(16);
});

it('fills anew when articles change meanwhile, one filling after the other', async () => {
  const { library, meaning } = await opened();
  writeArticle(1, '门牌是蓝色的。');
  await library.refresh();
  const first = library.fill();
  writeArticle(1, '门牌是绿色的。');
  await library.refresh();
  await Promise.all([first, library.fill()]);
  expect(library.articles.every((article) => meaning.vectors.has(article))).toBe(true);
});

describe('what is kept', () => {
  it('is used as it was', async () => {
    const before = await opened();
    const kept = readFileSync(vectorsFile(), 'utf8');
    const after = await opened();
    expect(after.encoded).toEqual([]);
    expect(await similaritiesIn(after)).toEqual(await similaritiesIn(before));
    expect(readFileSync(vectorsFile(), 'utf8')).toBe(kept);
    expect(lines).toEqual([]);
  });

  it('is kept where the index of a library is not worth it', async () => {
    for (let street = 4; street <= 16; street += 1) writeArticle(street);
    await opened(standIn.network, { worthKeeping: 500 });
    rmSync(join(folder, 'street-16.json'));
    expect(readdirSync(cacheDir)).toHaveLength(1);
    expect((await opened(standIn.network, { worthKeeping: 500 })).encoded).toEqual([]);
  });

  it('is not kept where all of it is made in a moment', async () => {
    await opened(standIn.network, { worthKeeping: 500 });
    expect(readdirSync(folder)).not.toContain('cache');
  });

  it('is used for the articles that are as they were', async () => {
    await opened();
    writeArticle(2, '门牌是蓝色的。');
    rmSync(join(folder, 'street-1.json'));
    const after = await opened();
    expect(after.encoded).toHaveLength(4);
    expect(await similaritiesIn(after)).toHaveLength(8);
    expect((await opened()).encoded).toEqual([]);
  });

  it('is made anew for another network', async () => {
    await opened();
    const another = { ...standIn.network, digest: 'another' };
    expect((await opened(another)).encoded).toHaveLength(12);
    expect((await opened(another)).encoded).toEqual([]);
    expect(lines).toEqual([]);
  });

  it.each([
    ['cut short', () => truncateSync(vectorsFile(), 300), 'it is damaged'],
    ['empty', () => truncateSync(vectorsFile(), 0), 'the file holds no kept vectors'],
    [
      'changed',
      () => {
        const [header = '', content = ''] = readFileSync(vectorsFile(), 'utf8').split('\n');
        writeFileSync(vectorsFile(), `${header}\n${content.replace('street-1', 'street-9')}`);
      },
      'it is damaged',
    ],
  ])('is made anew with one line where it is %s', async (_, damage, reason) => {
    const before = await opened();
    damage();
    const after = await opened();
    expect(lines).toEqual([`the kept vectors cannot be used and will be made anew: ${reason}`]);
    expect(await similaritiesIn(after)).toEqual(await similaritiesIn(before));
    expect((await opened()).encoded).toEqual([]);
  });

  it('is replaced where it cannot be used, however small, so that the line is not said again', async () => {
    await opened();
    truncateSync(vectorsFile(), 300);
    for (const _ of [1, 2]) await opened(standIn.network, { worthKeeping: 500 });
    expect(lines).toEqual(['the kept vectors cannot be used and will be made anew: it is damaged']);
  });

  it('is one line where it cannot be written', async () => {
    await opened();
    const path = vectorsFile();
    rmSync(path);
    mkdirSync(path);
    expect((await opened()).encoded).toHaveLength(12);
    expect(lines).toEqual(['the kept vectors cannot be used and will be made anew: the file is a folder']);
  });
});

it('answers from words alone where there is no network', async () => {
  const library = await openLibrary(folder, { log, meaning: Promise.resolve(undefined) });
  await library.fill();
  const { passages, read } = await library.ask('第3街2号在哪年换了门牌？');
  expect(passages[0]?.passage.text).toContain('第3街2号');
  expect(read).toBe(false);
});

it('gives the same answer to the same question until articles or vectors change', async () => {
  const { library, meaning } = await opened();
  const ask = () => library.ask('第3街2号在哪年换了门牌？');
  const [article] = library.articles;
  if (article === undefined) throw new Error('there is no article');
  const before = await ask();
  meaning.vectors.remove(article.id);
  expect(await ask()).not.toBe(before);
  writeArticle(3, '门牌是蓝色的。');
  await library.refresh();
  expect((await ask()).passages[0]?.passage.text).toContain('蓝色');
});
