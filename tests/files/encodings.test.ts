import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/article/decode.ts';
import { kindOf } from '../../src/files/kind.ts';
import { articleOf, PARAGRAPHS, page, paragraphsOf, TITLE } from './made-page.ts';

const TEXT = `${TITLE}\n2024-03-02 来源：江城日报\n${PARAGRAPHS.join('\n')}\n`;
const CANTONESE = '佢哋話嘅嘢係咁樣，啲人喺度行咗成朝，冇人投訴。沿著老河堤一直通到水文站，開放當天有三千多人來走。';

describe('a text', () => {
  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('in %s is read with its mark and without', async (name) => {
    for (const addBOM of [true, false]) {
      const article = await articleOf(iconv.encode(TEXT, name, { addBOM }), 'text');
      expect(article).toMatchObject({ title: TITLE, publishedAt: '2024-03-02' });
      expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
      const html = iconv.encode(page(), name, { addBOM });
      expect(kindOf(html, 'a.txt')).toBe('html');
      expect(paragraphsOf(await articleOf(html, 'html'))).toEqual(PARAGRAPHS);
    }
  });

  it('in the Big5 of Hong Kong keeps what Cantonese is written with', async () => {
    expect(decode(iconv.encode(CANTONESE, 'big5-hkscs'))).toBe(CANTONESE);
    const html = page({ body: `<p>${CANTONESE}</p>`.repeat(2), facts: '' }).replace('utf-8', 'big5');
    expect(paragraphsOf(await articleOf(iconv.encode(html, 'big5-hkscs'), 'html'))).toEqual([CANTONESE, CANTONESE]);
  });

  it.each<[string, string]>([
    ['filled up with NUL', TEXT + '\0'.repeat(4096)],
    ['that ends as DOS did', `${TEXT}\u001a`],
    ['with NUL inside', TEXT.replaceAll('步', '步\0')],
    ['with vertical tabs between its lines', TEXT.replaceAll('\n', '\v')],
    ['with carriage returns alone', TEXT.replaceAll('\n', '\r')],
    ['with NEL between its lines', TEXT.replaceAll('\n', '\u0085')],
  ])('%s is read', async (_, text) => {
    const article = await articleOf(text, 'text');
    expect(article.title).toBe(TITLE);
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  it('of which every tenth byte pair is broken is an article with gaps', async () => {
    const gbk = iconv.encode(TEXT.repeat(3), 'gbk');
    for (let at = 200; at < gbk.length; at += 24) if ((gbk[at] ?? 0) > 0x80) gbk[at] = 0xff;
    expect((await articleOf(gbk, 'text')).title).toBe(TITLE);
  });

  const japanese = '町の東の遊歩道はきのう開通し、全長は六キロメートルで、古い堤防に沿っている。\n'.repeat(20);
  it.each<[string, Uint8Array, RegExp]>([
    [
      'noise',
      Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3) * 104729) % 256),
      /is binary|no Chinese text/,
    ],
    [
      'a text in Cyrillic bytes',
      iconv.encode('Дорожка у реки открылась вчера. '.repeat(40), 'win1251'),
      /text in an encoding that is not read/,
    ],
    ['a text in Japanese bytes', iconv.encode(japanese, 'shift_jis'), /no Chinese text|Japanese|no paragraph/],
    ['UTF-8 that was read as GBK', Buffer.from(iconv.decode(Buffer.from(TEXT.repeat(3)), 'gbk')), /wrong encoding/],
  ])('%s is refused with the reason', async (_, bytes, reason) => {
    await expect(articleOf(bytes, 'text')).rejects.toMatchObject({
      name: 'NotAnArticle',
      message: expect.stringMatching(reason),
    });
  });
});
