import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/files/kind.ts';
import { articleOf, headingsOf, PARAGRAPHS, paragraphsOf, TITLE } from './made-page.ts';
import { bytesAs, column, type PdfLine, pdf, written } from './made-pdf.ts';

const read = (bytes: Uint8Array) => articleOf(bytes, 'pdf');
const HEADING = '河堤上的三年';
const title: PdfLine = { text: TITLE, x: 200, y: 760, size: 22 };
const facts: PdfLine = { text: '2024-03-02 来源：江城日报', x: 220, y: 730 };

describe('a PDF', () => {
  it('has its title by its size, and its lines joined to paragraphs', async () => {
    const article = await read(pdf([[title, facts, ...column(PARAGRAPHS, { x: 60, y: 700, perLine: 16 })]]));
    expect(article).toMatchObject({ title: TITLE, source: '江城日报', publishedAt: '2024-03-02' });
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
    expect(headingsOf(article)).toEqual([]);
  });

  it('has headings by their size', async () => {
    const heading = { text: HEADING, x: 60, y: 600, size: 14 };
    const lines = [
      ...column(PARAGRAPHS.slice(0, 1), { x: 60, y: 700, perLine: 16 }),
      heading,
      ...column(PARAGRAPHS.slice(1), { x: 60, y: 570, perLine: 16 }),
    ];
    const article = await read(pdf([[title, ...lines]]));
    expect(headingsOf(article)).toEqual([HEADING]);
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  it('has its columns in order, and a paragraph that goes on in the next', async () => {
    const lines = column([...PARAGRAPHS, ...PARAGRAPHS], { x: 0, y: 0, perLine: 12, pitch: 16 });
    const half = Math.ceil(lines.length / 2);
    const placed = lines.map((line, at) => ({
      ...line,
      x: line.x + (at < half ? 60 : 320),
      y: 680 - (at % half) * 16,
    }));
    // The order in the file is not that on the page.
    const article = await read(pdf([[...placed.slice(half), title, ...placed.slice(0, half)]]));
    expect(article.title).toBe(TITLE);
    expect(paragraphsOf(article)).toEqual([...PARAGRAPHS, ...PARAGRAPHS]);
  });

  it('has a line of facts above its columns, which crosses none of them', async () => {
    const lines = column([...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS], { x: 0, y: 0, perLine: 14, pitch: 16 });
    const third = Math.ceil(lines.length / 3);
    const placed = lines.map((line, at) => ({
      ...line,
      x: line.x + 40 + Math.floor(at / third) * 180,
      y: 680 - (at % third) * 16,
    }));
    const article = await read(pdf([[title, { ...facts, y: 696 }, ...placed]]));
    expect(article).toMatchObject({ source: '江城日报', publishedAt: '2024-03-02' });
    expect(paragraphsOf(article)).toEqual([...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS]);
  });

  it('has characters where a program wrote the signs of radicals that look the same', async () => {
    const signs = (text: string) =>
      text.replaceAll('日', '⽇').replaceAll('长', '⻓').replaceAll('民', '⺠').replaceAll('——', '⸺');
    const texts = [...PARAGRAPHS, '沿河有二十户人家——他们看着步道一天天变长，说日子也跟着变了。'];
    const set = column(texts, { x: 60, y: 700, perLine: 20 }).map((line) => ({
      ...line,
      text: signs(line.text).replaceAll('户', '⼾'),
    }));
    expect(paragraphsOf(await read(pdf([[title, ...set]])))).toEqual(texts);
  });

  it('has the rows of a table as rows', async () => {
    const rows = [
      ['路段', '长度'],
      ['起点到水文站', '四公里'],
      ['水文站到码头', '两公里'],
      ['全长', '六公里'],
      ['便桥', '两座'],
    ];
    const table = rows.flatMap(([one = '', other = ''], at) => [
      { text: one, x: 80, y: 560 - at * 16 },
      { text: other, x: 300, y: 560 - at * 16 },
    ]);
    const article = await read(
      pdf([
        [
          title,
          ...column(PARAGRAPHS, { x: 60, y: 700, perLine: 30 }),
          ...table,
          ...column(PARAGRAPHS.slice(0, 1), { x: 60, y: 440, perLine: 30 }),
        ],
      ]),
    );
    expect(paragraphsOf(article)).toEqual([...PARAGRAPHS, ...rows.map((row) => row.join('　')), PARAGRAPHS[0]]);
  });

  it('loses its running heads and page numbers, and no paragraph that goes on overleaf', async () => {
    const lines = column([...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS], { x: 60, y: 0, perLine: 16 });
    const third = Math.ceil(lines.length / 3);
    const pages = [0, 1, 2].map((at) => [
      { text: '江城日报 2024年3月2日', x: 60, y: 810 },
      ...lines.slice(at * third, (at + 1) * third).map((line, row) => ({ ...line, y: 700 - row * 16 })),
      { text: `— ${at + 1} —`, x: 290, y: 30 },
    ]);
    const article = await read(pdf(pages.map((page, at) => (at === 0 ? [title, ...page] : page))));
    expect(paragraphsOf(article)).toEqual([...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS]);
    expect(article.removed.map(({ rule }) => rule)).toEqual(['running-head']);
  });

  it('has Latin words apart, and those that were divided whole', async () => {
    const lines = [
      '这一条步道的设计者是外地来的 River Walk',
      'Associates 的一名合伙人，他说的 infra-',
      'structure 这个词太冷，步道应当是暖的。',
    ];
    const placed = lines.map((text, at) => ({ text, x: 60, y: 700 - at * 16 }));
    const wide = { text: '水务局介绍，步道用了三年建成，沿线补种了两千棵柳树。', x: 60, y: 640 };
    const article = await read(pdf([[title, ...placed, wide]]));
    expect(paragraphsOf(article).join('')).toContain(
      'River Walk Associates 的一名合伙人，他说的 infrastructure 这个词',
    );
  });

  it.each([
    ['GBK', 'GBK-EUC-H', bytesAs((text) => iconv.encode(text, 'gbk'))],
    ['UCS-2', 'UniGB-UCS2-H', bytesAs((text) => Buffer.from(text, 'utf16le').swap16())],
  ] as const)('says its characters in %s, which every reader of PDFs knows', async (_, encoding, encode) => {
    const article = await read(pdf([[title, ...column(PARAGRAPHS, { x: 60, y: 700, perLine: 16 })]], encoding, encode));
    expect(article.title).toBe(TITLE);
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });
});

describe('what is no PDF with an article', () => {
  const encrypted = written(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[]/Count 0>>',
      `<</Filter/Standard/V 1/R 2/O<${'00'.repeat(32)}>/U<${'11'.repeat(32)}>/P -44>>`,
    ],
    `/Encrypt 3 0 R/ID[<${'22'.repeat(16)}><${'22'.repeat(16)}>]`,
  );
  it.each<[string, Uint8Array, RegExp]>([
    ['a scan', pdf([[], []]), /scan/],
    ['a scan with page numbers', pdf([1, 2, 3].map((at) => [{ text: `${at}`, x: 290, y: 30 }])), /scan/],
    ['encrypted', encrypted, /encrypted; save it without a password/],
    ['damaged', Buffer.from('%PDF-1.7\nno more'), /damaged/],
    ['too long', pdf(Array.from({ length: 301 }, () => [])), /301 pages; the limit is 300/],
    [
      'of a font that does not say what it draws',
      pdf([column(PARAGRAPHS, { x: 60, y: 700, perLine: 16 })], 'numbers', (text) =>
        [...text].map((_, at) => (0x1000 + at).toString(16)).join(''),
      ),
      /do not say which characters/,
    ],
    [
      'English',
      pdf([
        column(['The path along the river is open and it is long and the town is happy that it is there.'.repeat(3)], {
          x: 60,
          y: 700,
          perLine: 60,
        }),
      ]),
      /English/,
    ],
  ])('is refused: %s', async (_, bytes, reason) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'NotAnArticle', message: expect.stringMatching(reason) });
  });

  it('is told by its bytes, whatever its name', () => {
    expect(kindOf(pdf([[]]), 'a.txt')).toBe('pdf');
    expect(kindOf(Buffer.from(TITLE), 'a.pdf')).toMatchObject({ reason: expect.stringMatching(/no PDF/) });
  });

  it('that nests its pages in themselves comes to an end', async () => {
    const circle = written(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 3>>']);
    await expect(read(circle)).rejects.toMatchObject({ name: 'NotAnArticle' });
  });
});
