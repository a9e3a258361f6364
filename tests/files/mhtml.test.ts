import { expect, it } from 'vitest';
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
