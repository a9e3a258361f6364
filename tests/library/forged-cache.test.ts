import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse.ts';
import { StoredArticleSchema } from '../../src/article/stored-article.ts';
import { openCache } from '../../src/library/cache.ts';
import { openLibrary } from '../../src/library/open.ts';
import type { Fields, Log } from '../../src/log.ts';
import { asked } from '../asked.ts';
import { makePipe } from '../hostile-files.ts';

const ROOT = new URL('../..', import.meta.url).pathname;

let lines: Fields[];
const note = (_event: string, fields: Fields = {}) => lines.push(fields);
const log: Log = { info: note, warn: note, error: note };

let folder: string;
let cacheDir: string;
beforeEach(async () => {
  lines = [];
  folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  cacheDir = join(folder, 'cache');
  for (let street = 1; street <= 3; street += 1) {
    const paragraphs = Array.from(
      { length: 4 },
      (_, house) => `第${street}街${house}号的门牌在${street * 1000 + house}年换过一次。`,
    );
    const article = { title: `第${street}街的门牌`, sections: [{ number: 0, heading: null, paragraphs }] };
    writeFileSync(join(folder, `street-${street}.json`), JSON.stringify(article));
  }
  await open();
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => openLibrary(folder, { log, cacheDir, worthKeeping: 1 });
const cacheFile = () => join(cacheDir, readdirSync(cacheDir)[0] ?? '');

/** Opens the library again, and says what was told of what was kept. */
async function reopened(): Promise<unknown[]> {
  const library = await open();
  expect(library.articles.map(({ id }) => id)).toEqual(['street-1', 'street-2', 'street-3']);
  expect(library.passages).toBe(12);
  const { passages } = await asked(library, '第3街2号的门牌在哪年换过？');
  expect(passages[0]?.text).toBe('第3街2号的门牌在3002年换过一次。');
  return lines.map(({ reason }) => reason);
}

/** What a snapshot holds, to be changed at will. */
// biome-ignore lint/suspicious/noExplicitAny: whatever JSON holds
type Anything = any;
interface Kept {
  header: Anything;
  readings: Anything;
  store: Anything;
  index: Anything;
}

/** Exchanges what is kept for something else, with the right digest. */
function forge(change: (kept: Kept) => void): void {
  const [header = '', readings = '', store = '', index = ''] = readFileSync(cacheFile(), 'utf8').split('\n');
  const kept: Kept = {
    header: JSON.parse(header),
    readings: JSON.parse(readings),
    store: JSON.parse(store),
    index: JSON.parse(index),
  };
  change(kept);
  write(JSON.stringify(kept.readings), JSON.stringify(kept.store), JSON.stringify(kept.index), kept.header);
}

function write(readings: string, store: string, index: string, header: object): void {
  const body = `${readings}\n${store}\n${index}`;
  const digest = createHash('sha256').update(body).digest('hex');
  writeFileSync(cacheFile(), `${JSON.stringify({ ...header, digest })}\n${body}`);
}

const headerOf = () => JSON.parse(readFileSync(cacheFile(), 'utf8').split('\n')[0] ?? '');
const numbers = (...of: number[]) => Buffer.from(Uint32Array.from(of).buffer).toString('base64');

describe('what is kept', () => {
  it('is used without a word, and so is that nothing is', async () => {
    const before = statSync(cacheFile());
    expect(await reopened()).toEqual([]);
    expect(statSync(cacheFile()).mtimeMs).toBe(before.mtimeMs);
    rmSync(cacheDir, { recursive: true });
    expect(await reopened()).toEqual([]);
  });

  it('can be every article that is made, and is the same article then', () => {
    const seeds = readdirSync(join(ROOT, 'seeds')).map((name) =>
      parseArticle(readFileSync(join(ROOT, 'seeds', name)), 'a'),
    );
    for (const article of seeds) {
      expect(StoredArticleSchema.parse(JSON.parse(JSON.stringify(article)))).toEqual(article);
    }
  });
});

const ARTICLES: Record<string, (article: Anything, readings: Anything) => void> = {
  'other words than its hash': (article) => {
    article.sections[0].paragraphs[0] = '第1街0号的门牌从来没有换过。';
  },
  'a number that is a text': (article) => {
    article.sections[0].number = '0';
  },
  'a section out of order': (article) => {
    article.sections[0].number = 7;
  },
  'no sections': (article) => {
    article.sections = [];
  },
  'a paragraph that is none': (article) => {
    article.sections[0].paragraphs[1] = { length: 20 };
  },
  'a place before the file': (article) => {
    article.repairs = [{ rule: 'x', at: -1, from: '', to: '' }];
  },
  'an unknown field': (article) => {
    article.isAdmin = true;
  },
  'an id that leads elsewhere': (article) => {
    article.id = '../../etc/passwd';
  },
  'an unknown script': (article) => {
    article.script = 'latn';
  },
  'a date that is none': (article) => {
    article.publishedAt = 'tomorrow';
  },
  'a list that is an object': (article) => {
    article.editors = { 0: '周婉婷', length: 1 };
  },
  'another prototype': (article) => {
    Object.defineProperty(article, '__proto__', { value: { hash: 1 }, enumerable: true });
  },
  'an id twice': (_, readings) => {
    readings[1][1].articles[0].id = readings[0][1].articles[0].id;
  },
  'a file twice': (_, readings) => {
    readings[1][0] = readings[0][0];
  },
  'a file that is no seed': (_, readings) => {
    readings[0][0] = '../.env';
  },
  'a digest that is none': (_, readings) => {
    readings[0][1].digest = 7;
  },
};

const INDEXES: Record<string, (kept: Kept) => void> = {
  'postings of passages that are not there': ({ index }) => {
    index.index[0][1] = { 0: { 99: 1 } };
  },
  'postings that are texts': ({ index }) => {
    const [, postings] = index.index[0];
    for (const document of Object.keys(postings[0])) postings[0][document] = '1';
  },
  'fewer postings than passages': ({ index }) => {
    const [, postings] = index.index.find(([, { 0: of }]: [string, Anything]) => Object.keys(of).length > 1);
    delete postings[0][Object.keys(postings[0])[0] ?? ''];
  },
  'postings under a prototype': ({ index }) => {
    index.index[0][1] = JSON.parse('{"0":{"__proto__":{"1":1}}}');
  },
  'no postings': ({ index }) => {
    index.index = [];
  },
  'terms that are none': ({ index }) => {
    index.index[0] = null;
  },
  'documents of other passages': ({ index }) => {
    index.documentIds[0] = 12_345;
  },
  'two documents of one passage': ({ index }) => {
    index.documentIds[0] = index.documentIds[1];
  },
  'documents that are texts': ({ index }) => {
    index.documentIds = { 0: '0' };
  },
  'lengths that are texts': ({ index }) => {
    index.fieldLength[0] = ['12'];
  },
  'another version of MiniSearch': ({ index }) => {
    index.serializationVersion = 1;
  },
  'a mean that is none': ({ index }) => {
    index.averageFieldLength = [null];
  },
  'another version': ({ store }) => {
    store.version = 'passages-1';
  },
  'other articles': ({ store }) => {
    store.store.articles[0].id = 'street-9';
  },
  'one article twice': ({ store }) => {
    store.store.articles[1] = store.store.articles[0];
  },
  'passages that overlap': ({ store }) => {
    store.store.articles[1].first = store.store.articles[0].first + 1;
  },
  'passages at a fraction': ({ store }) => {
    store.store.articles[1].first = 0.5;
  },
  'frequencies that are cut short': ({ store }) => {
    store.store.terms.frequencies = numbers(1, 2, 3);
  },
  'grams without counts': ({ store }) => {
    store.store.grams.counts = numbers(1);
  },
  'grams of no characters': ({ store }) => {
    store.store.grams = { keys: numbers(...Array(100_000).fill(0)), counts: numbers(...Array(100_000).fill(1)) };
  },
};

describe('what is kept and was forged', () => {
  it.each(Object.entries(ARTICLES))('is built anew with one line where an article has %s', async (_, change) => {
    forge(({ readings }) => change(readings[0][1].articles[0], readings));
    const words = await reopened();
    expect(words).toHaveLength(1);
    expect(words[0]).toMatch(/articles|twice/);
    lines = [];
    expect(await reopened()).toEqual([]);
  });

  it.each(Object.entries(INDEXES))('is built anew with one line where the index has %s', async (_, change) => {
    forge(change);
    expect(await reopened()).toEqual(['its index does not fit its articles']);
    lines = [];
    expect(await reopened()).toEqual([]);
  });

  it('is built anew with one line where it is nested deeply', async () => {
    const deep = '['.repeat(2_000_000) + ']'.repeat(2_000_000);
    const [, readings = '', store = '', index = ''] = readFileSync(cacheFile(), 'utf8').split('\n');
    write(deep, store, index, headerOf());
    expect(await reopened()).toHaveLength(1);
    write(readings, deep, index, headerOf());
    expect(await reopened()).toHaveLength(2);
    write(readings, store, deep, headerOf());
    expect(await reopened()).toHaveLength(3);
  });
});

describe('what is kept and is foreign', () => {
  it('is built anew with one line where another version wrote it, however small', async () => {
    forge(({ header }) => {
      header.code = 'another';
    });
    const library = await openLibrary(folder, { log, cacheDir });
    expect(library.passages).toBe(12);
    expect(lines.map(({ reason }) => reason)).toEqual(['another version of the program wrote it']);
    lines = [];
    expect(await reopened()).toEqual([]);
  });

  it.each<[string, RegExp, (path: string) => void]>([
    ['a pipe', /a pipe/, makePipe],
    ['a link to itself', /leads back to itself/, (path) => symlinkSync(path, path)],
    ['a device', /a device/, (path) => symlinkSync('/dev/zero', path)],
    ['half of it', /damaged|no kept index/, (path) => writeFileSync(path, Buffer.alloc(2_000, 'x'))],
    ['empty', /no kept index/, (path) => writeFileSync(path, '')],
    ['other JSON', /no kept index/, (path) => writeFileSync(path, '{}\n[]\n{}\n{}')],
    ['not text', /no kept index/, (path) => writeFileSync(path, Buffer.from([0xff, 0x0a, 0xfe, 0x0a, 0x00]))],
    [
      'larger than any memory',
      /limit is/,
      (path) => {
        writeFileSync(path, '');
        truncateSync(path, 2 ** 40);
      },
    ],
  ])('is replaced, with one line, where it is %s', async (_, reason, make) => {
    const path = cacheFile();
    rmSync(path);
    make(path);
    expect(await reopened()).toEqual([expect.stringMatching(reason)]);
    lines = [];
    expect(await reopened()).toEqual([]);
    expect(readdirSync(cacheDir)).toHaveLength(1);
  });

  it('is one line where it is a folder', async () => {
    const path = cacheFile();
    rmSync(path);
    mkdirSync(path);
    expect(await reopened()).toEqual(['the file is a folder']);
  });

  it('is not trusted where another user can change it', async () => {
    chmodSync(cacheFile(), 0o602);
    expect(await reopened()).toEqual(['another user of this machine can change it']);
    lines = [];
    expect(await reopened()).toEqual([]);
    expect(statSync(cacheFile()).mode & 0o777).toBe(0o600);
  });

  it.runIf(process.getuid?.() === 0)('is not trusted where another user wrote it', async () => {
    chownSync(cacheFile(), 12_345, 12_345);
    expect(await reopened()).toEqual(['another user of this machine can change it']);
    lines = [];
    expect(await reopened()).toEqual([]);
  });
});

it('goes by the key that it is handed', () => {
  const kept = openCache(cacheDir, folder, { log }).load();
  const mine = openCache(cacheDir, '/elsewhere', { log, code: 'mine' });
  mine.save(kept?.readings ?? new Map(), () => kept?.index ?? '');
  expect(openCache(cacheDir, '/elsewhere', { log, code: 'mine' }).load()).toEqual(kept);
  expect(openCache(cacheDir, '/elsewhere', { log, code: 'yours' }).load()).toBeUndefined();
  expect(lines).toHaveLength(1);
});
