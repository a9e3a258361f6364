import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/files/kind.ts';
import { articleOf, PARAGRAPHS, page, paragraphsOf, TITLE } from './made-page.ts';

const BOUNDARY = '----MultipartBoundary--made-up----';

/** A page as a browser saves it in one file. */
function mhtml(encoding: 'quoted-printable' | 'base64' | '8bit', html = page()): Buffer {
  const encoded = {
    'quoted-printable': () =>
      [...Buffer.from(html)]
        .map((byte) =>
          byte > 126 || byte === 61
            ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
            : String.fromCharCode(byte),
        )
        .join('')
        .replace(/(?:=..|[^=\n]){1,70}/g, '$&=\r\n'),
    base64: () => Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n'),
    '8bit': () => Buffer.from(html).toString('latin1'),
  }[encoding]();
  const lines = [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: https://example.org/a',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    `\tboundary="${BOUNDARY}"`,
    '',
    '',
    `--${BOUNDARY}`,
    'Content-Type: text/html; charset="utf-8"',
    `Content-Transfer-Encoding: ${encoding}`,
    'Content-Location: https://example.org/a',
    '',
    encoded,
    `--${BOUNDARY}`,
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    `--${BOUNDARY}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

it.each(['quoted-printable', 'base64', '8bit'] as const)(
  'a page saved in one file, its parts as %s',
  async (encoding) => {
    const saved = mhtml(encoding);
    expect(kindOf(saved, 'page.mhtml')).toBe('mhtml');
    const article = await articleOf(saved, 'mhtml');
    expect(article).toMatchObject({ title: TITLE, source: '江城日报' });
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  },
);

it('is told by its bytes, and what is named so and holds HTML is HTML', () => {
  expect(kindOf(mhtml('base64'), 'page.txt')).toBe('mhtml');
  expect(kindOf(Buffer.from(page()), 'page.mhtml')).toBe('html');
});

it('without a page in it is refused', async () => {
  const pictures = Buffer.from(mhtml('base64').toString('latin1').replaceAll('text/html', 'text/css'), 'latin1');
  await expect(articleOf(pictures, 'mhtml')).rejects.toMatchObject({ message: expect.stringMatching(/no HTML/) });
});

const part = (content: string, type = 'text/html; charset=utf-8') =>
  `--${BOUNDARY}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}\r\n`;
const saved = (parts: string, { type = `multipart/related; boundary="${BOUNDARY}"`, before = '' } = {}) =>
  `${before}From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${parts}--${BOUNDARY}--\r\n`;
const advertisement = part('<html><body><p>点击下载客户端，送好礼。</p></body></html>');

describe('a page that others save in one file', () => {
  it.each<[string, string]>([
    ['behind the frame of an advertisement', saved(advertisement + part(page()))],
    ['in a frame', saved(part('<html><frameset><frame src="cid:1"></frameset></html>') + part(page()))],
    ['in an inner frame', saved(part('<html><body><iframe src="cid:1"></iframe></body></html>') + part(page()))],
    ['as XHTML', saved(part(page(), 'application/xhtml+xml; charset=utf-8'))],
    ['with another boundary than is named', saved(part(page()), { type: 'multipart/related; boundary="----other"' })],
    ['with a boundary that is not named', saved(part(page()), { type: 'multipart/related' })],
    ['as one of several forms', saved(part(page()), { type: `multipart/alternative; boundary="${BOUNDARY}"` })],
    ['behind a mark and blank lines', saved(part(page()), { before: '\ufeff\r\n\r\n' })],
    [
      'in a part of parts',
      saved(
        `--${BOUNDARY}\r\nContent-Type: multipart/alternative; boundary="in"\r\n\r\n--in\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page()).toString('base64')}\r\n--in--\r\n`,
      ),
    ],
    [
      'with no parts at all',
      `MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page()).toString('base64')}`,
    ],
  ])('is read %s', async (_, file) => {
    expect(kindOf(Buffer.from(file), 'a.mht')).toBe('mhtml');
    const article = await articleOf(file, 'mhtml');
    expect(article.title).toBe(TITLE);
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  it('says why where none of its parts is an article', async () => {
    await expect(
      articleOf(saved(part('<p>404</p>') + part('<p>抱歉，您访问的页面不存在，请返回首页。</p>')), 'mhtml'),
    ).rejects.toThrow(/no article to be seen/);
    await expect(articleOf(saved(''), 'mhtml')).rejects.toThrow(/no HTML/);
  });

  it('is told by its bytes where Safari has made it', () => {
    const plist =
      '<?xml version="1.0"?><!DOCTYPE plist><plist version="1.0"><dict><key>WebMainResource</key></dict></plist>';
    for (const name of ['a.webarchive', 'a.txt', 'a.html']) {
      expect(kindOf(Buffer.from(plist), name)).toMatchObject({ reason: expect.stringMatching(/Safari web archive/) });
    }
  });
});
