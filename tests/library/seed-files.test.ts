import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/open.ts';
import { parseSeed } from '../../src/library/seed-file.ts';
import type { Fields, Log } from '../../src/log.ts';
import { docx } from '../files/made-docx.ts';
import { PARAGRAPHS, page, TITLE } from '../files/made-page.ts';

const TEXT = `${TITLE}\n2024-03-02 来源：江城日报\n${PARAGRAPHS.join('\n')}\n`;
const zip = (members: Record<string, string | Uint8Array>, level: 0 | 6 = 6): Uint8Array => {
  const files = Object.entries(members).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(files) as Zippable, { level });
};

describe('an archive', () => {
  it('gives an article for each of its members, whatever they are', async () => {
    const { articles, refused } = await parseSeed(
      zip({
        'a.txt': TEXT,
        '2024/b.html': page(),
        '2024/c.md': `# ${TITLE}\n\n${PARAGRAPHS.join('\n\n')}`,
        'd.docx': docx([{ text: TITLE, style: 'Title' }, ...PARAGRAPHS.map((text) => ({ text }))]),
      }),
      '/seeds/news.zip',
    );
    expect(articles.map(({ id }) => id)).toEqual(['news-a', 'news-2024-b', 'news-2024-c', 'news-d']);
    expect(new Set(articles.map(({ title }) => title))).toEqual(new Set([TITLE]));
    expect(refused).toEqual([]);
  });

  it('tells of each member that is none what it is', async () => {
    const { articles, refused } = await parseSeed(
      zip({
        'a.txt': TEXT,
        'b.jpg': '\xff',
        'c.doc': 'x',
        'd.zip': zip({ 'e.txt': TEXT }),
        'f.txt': '',
        '__MACOSX/._a.txt': 'x',
        '.DS_Store': 'x',
      }),
      'news.zip',
    );
    expect(articles).toHaveLength(1);
    expect(refused).toEqual([
      { member: 'b.jpg', reason: expect.stringMatching(/picture/) },
      { member: 'c.doc', reason: expect.stringMatching(/save it as .docx/) },
      { member: 'd.zip', reason: expect.stringMatching(/archive within an archive/) },
      { member: 'f.txt', reason: 'the file is empty' },
    ]);
  });

  it('has names in GBK, as Windows writes them', async () => {
    const name = iconv.encode('步道.txt', 'gbk').toString('latin1');
    const packed = Buffer.from(zip({ [`${'x'.repeat(name.length - 4)}.txt`]: TEXT }));
    const written = Buffer.from(
      packed.toString('latin1').replaceAll(`${'x'.repeat(name.length - 4)}.txt`, name),
      'latin1',
    );
    expect((await parseSeed(written, 'a.zip')).articles.map(({ id }) => id)).toEqual(['a-步道']);
  });

  const many = Object.fromEntries(Array.from({ length: 301 }, (_, at) => [`${at}.txt`, 'x']));
  it.each<[string, Uint8Array, RegExp]>([
    ['empty', zip({}), /empty/],
    ['cut off', zip({ 'a.txt': TEXT }).slice(0, -40), /damaged|cut off/],
    ['damaged inside', damaged(zip({ 'a.txt': TEXT })), /damaged|no article/],
    ['encrypted', encrypted(zip({ 'a.txt': TEXT })), /without a password/],
    ['of too many files', zip(many, 0), /more than 300 files/],
    ['a bomb', zip({ 'a.txt': new Uint8Array(120 * 1024 * 1024) }), /larger than 96 MB/],
    ['a bomb that says it is small', lying(zip({ 'a.txt': new Uint8Array(120 * 1024 * 1024) })), /./],
    ['without an article', zip({ 'a.jpg': 'x' }), /no article; of a.jpg: the file is a picture/],
  ])('is refused: %s', async (_, bytes, reason) => {
    const before = process.memoryUsage().arrayBuffers;
    await expect(parseSeed(bytes, 'a.zip')).rejects.toMatchObject({
      name: 'NotAnArticle',
      message: expect.stringMatching(reason),
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  });
});

/** The middle of the only member is overwritten. */
function damaged(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => (at > 60 && at < 160 ? 0xff : byte));
}

const DIRECTORY = 'PK\x01\x02';

function changed(bytes: Uint8Array, change: (file: Buffer, entry: number) => void): Uint8Array {
  const file = Buffer.from(bytes);
  change(file, file.indexOf(DIRECTORY, 0, 'latin1'));
  return file;
}

function encrypted(bytes: Uint8Array): Uint8Array {
  return changed(bytes, (file, entry) => file.writeUInt16LE(1, entry + 8));
}

function lying(bytes: Uint8Array): Uint8Array {
  return changed(bytes, (file, entry) => file.writeUInt32LE(1_000, entry + 24));
}

describe('a folder of seeds', () => {
  let folder: string;
  let skipped: unknown[][];
  const log: Log = {
    info: () => {},
    error: () => {},
    warn: (_, { file, reason }: Fields = {}) => skipped.push([file, reason]),
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
    skipped = [];
    writeFileSync(join(folder, 'walk.txt'), TEXT);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const ids = async () => (await openLibrary(folder, { log })).articles.map(({ id }) => id);

  it('is read with all folders in it, each file as what it is', async () => {
    mkdirSync(join(folder, '2024/march'), { recursive: true });
    writeFileSync(join(folder, '2024/index.html'), page());
    writeFileSync(join(folder, '2024/march/index.html'), page());
    writeFileSync(join(folder, 'page.txt'), page());
    writeFileSync(join(folder, 'two.zip'), zip({ 'a.txt': TEXT, 'b.txt': TEXT }));
    expect(await ids()).toEqual(['2024-index', '2024-march-index', 'page', 'two-a', 'two-b', 'walk']);
    expect(skipped).toEqual([]);
  });

  it('names whatever it holds and is not taken, with what to do', async () => {
    mkdirSync(join(folder, 'sub/walk_files'), { recursive: true });
    writeFileSync(join(folder, 'sub/walk_files/a.css'), 'p {}');
    writeFileSync(join(folder, 'sub/old.doc'), 'x');
    writeFileSync(join(folder, 'sub/sheet.xlsx'), 'x');
    writeFileSync(join(folder, 'sub/page.exe'), 'x');
    writeFileSync(join(folder, 'sub/bare'), 'x');
    writeFileSync(join(folder, 'picture.txt'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    writeFileSync(join(folder, 'two.zip'), zip({ 'a.txt': TEXT, 'b.png': 'x' }));
    writeFileSync(
      join(folder, 'japanese.txt'),
      '川沿いの遊歩道が昨日開放されました。全長は六キロで、古い堤防に沿って観測所まで続いています。',
    );
    writeFileSync(join(folder, '.hidden'), 'x');
    symlinkSync('sub', join(folder, 'linked'));
    expect(await ids()).toEqual(['two-a', 'walk']);
    expect(Object.fromEntries(skipped)).toEqual({
      'sub/walk_files/': expect.stringMatching(/saved page/),
      'sub/old.doc': expect.stringMatching(/save it as .docx/),
      'sub/sheet.xlsx': expect.stringMatching(/spreadsheet/),
      'sub/page.exe': expect.stringMatching(/\.exe files are not read; what is read is \.txt/),
      'sub/bare': expect.stringMatching(/no extension/),
      'picture.txt': expect.stringMatching(/picture/),
      'two.zip/b.png': expect.stringMatching(/picture/),
      'japanese.txt': expect.stringMatching(/Japanese/),
      linked: expect.stringMatching(/leads to a folder/),
    });
  });

  it('says each of it once, and again when it is kept between runs', async () => {
    writeFileSync(join(folder, 'two.zip'), zip({ 'a.txt': TEXT, 'b.png': 'x' }));
    const cacheDir = join(folder, '.cache');
    const library = await openLibrary(folder, { log, cacheDir, worthKeeping: 1 });
    await library.refresh();
    expect(skipped).toEqual([['two.zip/b.png', expect.any(String)]]);
    await openLibrary(folder, { log, cacheDir, worthKeeping: 1 });
    expect(skipped).toHaveLength(2);
  });
});
