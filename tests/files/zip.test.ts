import { strToU8, type Zippable, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/files/kind.ts';
import { memberNames, unzip } from '../../src/files/zip.ts';
import { parseSeed } from '../../src/library/seed-file.ts';
import { docx } from './made-docx.ts';
import { PARAGRAPHS, TITLE } from './made-page.ts';

const TEXT = strToU8(`${TITLE}\n2024-03-02 来源：江城日报\n${PARAGRAPHS.join('\n')}\n`);
const LIMITS = { members: 10, bytes: 1024 * 1024 };
const two = () => Buffer.from(zipSync({ 'a.txt': TEXT, 'b.txt': TEXT }));
const read = (bytes: Uint8Array) => parseSeed(bytes, 'news.zip');
const ids = async (bytes: Uint8Array) => (await read(bytes)).articles.map(({ id }) => id);

/** An archive with its first entry in the directory changed. */
function changed(change: (file: Buffer, entry: number) => void, file = two()): Buffer {
  change(file, file.indexOf('PK\x01\x02', 0, 'latin1'));
  return file;
}

describe('a zip archive', () => {
  it('of documents that are not packed further is no document itself', async () => {
    const document = docx([{ text: TITLE, style: 'Title' }, ...PARAGRAPHS.map((text) => ({ text }))]);
    const packed = zipSync({ 'a.docx': [document, { level: 0 }], 'b.txt': TEXT } as Zippable);
    expect(kindOf(packed, 'news.zip')).toBe('zip');
    expect(await ids(packed)).toEqual(['news-a', 'news-b']);
  });

  it('is found behind something else, and before a comment with a signature in it', async () => {
    const comment = Buffer.from('PK\x05\x06 and so on, and so on', 'latin1');
    const commented = Buffer.concat([two(), comment]);
    commented.writeUInt16LE(comment.length, two().length - 2);
    expect(await ids(commented)).toEqual(['news-a', 'news-b']);
    expect(await ids(Buffer.concat([Buffer.alloc(300, 'x'), two()]))).toEqual(['news-a', 'news-b']);
  });

  it('has large numbers where its directory says so', async () => {
    const large = changed((file, entry) => {
      expect(file.readUInt16LE(entry + 30)).toBe(0);
      expect(unzip(file, LIMITS)[0]?.open()).toEqual(TEXT);
    });
    const name = 5;
    const entry = large.indexOf('PK\x01\x02', 0, 'latin1');
    const extra = Buffer.alloc(12);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(TEXT.length), 4);
    const file = Buffer.concat([large.subarray(0, entry + 46 + name), extra, large.subarray(entry + 46 + name)]);
    file.writeUInt32LE(0xffffffff, entry + 24);
    file.writeUInt16LE(extra.length, entry + 30);
    const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    file.writeUInt32LE(file.readUInt32LE(end + 12) + extra.length, end + 12);
    expect(unzip(file, LIMITS).map(({ open }) => open())).toEqual([TEXT, TEXT]);
  });

  it('names its members from nowhere above it, in one line', () => {
    const names = ['/etc/a.txt', '../../b.txt', 'C:\\x\\c.txt', './d.txt', 'e\nf\u202e.txt'];
    const packed = zipSync(Object.fromEntries(names.map((name) => [name, TEXT])));
    expect(memberNames(packed)).toEqual(['etc/a.txt', 'b.txt', 'x/c.txt', 'd.txt', 'e\ufffdf\ufffd.txt']);
  });

  it('has names in GBK and in UTF-8 that nothing says to be so', () => {
    for (const encoding of ['gbk', 'utf-8']) {
      const name = iconv.encode('步', encoding);
      const file = Buffer.from(zipSync({ [`${'x'.repeat(name.length)}.txt`]: TEXT }));
      const written = file.toString('latin1').replaceAll('x'.repeat(name.length), name.toString('latin1'));
      expect(memberNames(Buffer.from(written, 'latin1'))).toEqual(['步.txt']);
    }
  });

  it.each<[string, Buffer, RegExp]>([
    ['encrypted', changed((file, entry) => file.writeUInt16LE(1, entry + 8)), /without a password/],
    ['packed in another way', changed((file, entry) => file.writeUInt16LE(14, entry + 10)), /ordinary .zip/],
    ['damaged', changed((file) => file.fill(0xff, 60, 90)), /damaged/],
    ['another than it says', changed((file, entry) => file.writeUInt32LE(1, entry + 16)), /damaged/],
    ['larger than it says', changed((file, entry) => file.writeUInt32LE(9, entry + 24)), /damaged/],
    ['smaller than it says', changed((file, entry) => file.writeUInt32LE(999, entry + 24)), /damaged/],
    ['elsewhere', changed((file, entry) => file.writeUInt32LE(7, entry + 42)), /damaged/],
    [
      'a link',
      changed((file, entry) => {
        file.writeUInt8(3, entry + 5);
        file.writeUInt32LE((0o120777 << 16) >>> 0, entry + 38);
      }),
      /link/,
    ],
  ])('reads the others where one member is %s', async (_, bytes, reason) => {
    const { articles, refused } = await read(bytes);
    expect(articles.map(({ id }) => id)).toEqual(['news-b']);
    expect(refused).toEqual([{ member: 'a.txt', reason: expect.stringMatching(reason) }]);
  });

  it('tells of a second member with the name of another', async () => {
    const file = Buffer.from(two().toString('latin1').replaceAll('b.txt', 'a.txt'), 'latin1');
    const { articles, refused } = await read(file);
    expect(articles.map(({ id }) => id)).toEqual(['news-a']);
    expect(refused).toEqual([{ member: 'a.txt', reason: expect.stringMatching(/same name/) }]);
  });

  it('may hold any number of files that are no articles, and says what they are', async () => {
    const pictures = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`${at}.jpg`, strToU8('x')]));
    const { articles, refused } = await read(
      zipSync({ ...pictures, 'a.txt': TEXT, 'Thumbs.db': TEXT, 'desktop.ini': TEXT }),
    );
    expect(articles.map(({ id }) => id)).toEqual(['news-a']);
    expect(refused).toHaveLength(301);
    expect(refused[0]).toEqual({ member: '0.jpg', reason: expect.stringMatching(/picture/) });
    expect(refused[300]).toMatchObject({ reason: expect.stringMatching(/more than 300 files/) });
  });

  it('has no article in the folder that a saved page is drawn with', async () => {
    const { articles, refused } = await read(zipSync({ 'a.txt': TEXT, 'a_files/b.html': TEXT, 'a.files/c.txt': TEXT }));
    expect(articles).toHaveLength(1);
    expect(refused.map(({ reason }) => reason)).toEqual(
      Array(2).fill(expect.stringMatching(/saved page is drawn with/)),
    );
  });

  it.each<[string, Uint8Array]>([
    ['cut off', two().subarray(0, -30)],
    ['whose directory is cut off', changed((file, entry) => file.fill(0, entry, entry + 4))],
    ['whose directory counts more than there are', changed((file) => file.writeUInt16LE(9, file.length - 12))],
  ])('is refused: %s', (_, bytes) => {
    expect(() => unzip(bytes, LIMITS)).toThrow(/damaged or cut off/);
  });
});
