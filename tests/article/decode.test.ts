import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { NotAnArticle } from '../../src/article/article.ts';
import { decode } from '../../src/article/decode.ts';
import { LARGEST_FILE } from '../../src/article/largest-file.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { PUBLISHED } from './published.ts';

describe.each(PUBLISHED)('$id', ({ script, sections }) => {
  const text = sections.flatMap(({ paragraphs }) => paragraphs).join('\r\n');
  const encodings = ['utf8', 'utf-16le', 'gb18030', ...(script === 'hant' ? ['big5'] : [])];

  test.each(encodings)('is recognised in %s, long or short', (encoding) => {
    for (const length of [40, 400, text.length]) {
      const part = text.slice(0, length);
      expect(decode(iconv.encode(part, encoding, { addBOM: encoding === 'utf-16le' }))).toBe(part);
    }
  });

  test('has no byte order mark left in it', () => {
    expect(decode(iconv.encode(text, 'utf8', { addBOM: true }))).toBe(text);
  });
});

test('a UTF-8 file cut in the middle of a character is still UTF-8', () => {
  for (const times of [1, 20]) {
    const bytes = iconv.encode('今天天气很好，我们去公园散步。'.repeat(times), 'utf8');
    expect(decode(bytes.subarray(0, bytes.length - 1))).toMatch(/^今天天气很好.*\ufffd$/s);
  }
});

test('signs for what could not be told that a page has itself are no broken bytes', () => {
  const text = '今天天气很好，我们去公园\ufffd\ufffd散步。\n'.repeat(20);
  expect(decode(iconv.encode(text, 'utf8'))).toBe(text);
});

test.each([
  ['empty', new Uint8Array(), 'empty'],
  ['blank', new TextEncoder().encode(' \n　\t\n'), 'empty'],
  ['binary', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256), 'binary'],
  ['an image', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500)]), 'binary'],
  ['too large', new Uint8Array(LARGEST_FILE + 1), 'larger than 10 MB'],
  ['HTML', new TextEncoder().encode('<!DOCTYPE html><html><body>新闻。</body></html>'), 'HTML'],
])('%s is refused with the reason', (_, bytes, reason) => {
  expect(() => decode(bytes)).toThrow(NotAnArticle);
  expect(() => decode(bytes)).toThrow(reason);
});

test.each([
  ['a list of links', '九龙坡区| 曲水县| 石景山区| 姚安县| 柘荣县\n首页\n新闻\n时政要闻\n返回顶部'],
  ['short lines', '标题一\n标题二\n标题三'],
  ['English', 'This is a sentence. And this is another one, rather longer than the first one was.'],
  ['only metadata', '来源：金昌日报\n2021-11-23 09:21\n责任编辑：李明'],
])('%s is no article', (_, text) => {
  expect(() => parseArticle(new TextEncoder().encode(text), 'x')).toThrow(NotAnArticle);
});

test('any bytes give an article or the reason why not', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      ),
      (bytes) => {
        try {
          parseArticle(bytes, 'x');
        } catch (error) {
          expect(error).toBeInstanceOf(NotAnArticle);
        }
      },
    ),
    { seed: 20211123, numRuns: 150 },
  );
});
