import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/files/kind.ts';
import { docx, type Paragraph, packed } from './made-docx.ts';
import { articleOf, headingsOf, PARAGRAPHS, paragraphsOf, TITLE } from './made-page.ts';

const read = (bytes: Uint8Array) => articleOf(bytes, 'docx');
const [first, second, third] = PARAGRAPHS.map((text): Paragraph => ({ text }));
const HEADING = '河堤上的三年';

describe('a Word document', () => {
  it.each<[string, Paragraph]>([
    ['by its style', { text: TITLE, style: 'Title' }],
    ['as its first heading', { text: TITLE, style: 'Heading1' }],
    ['by its size', { text: TITLE, size: 22 }],
    ['centred and bold', { text: TITLE, bold: true, centred: true }],
    ['by nothing but its place', { text: TITLE }],
  ])('has its title %s', async (_, title) => {
    const article = await read(
      docx([title, { text: '2024-03-02 来源：江城日报' }, first, second, third].flatMap((part) => part ?? [])),
    );
    expect(article).toMatchObject({ title: TITLE, source: '江城日报', publishedAt: '2024-03-02' });
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  it.each<[string, Omit<Paragraph, 'text'>]>([
    ['a style', { style: 'Heading2' }],
    ['a style with a Chinese name', { style: 'Chinese2' }],
    ['a style of somebody’s own', { style: 'Small' }],
    ['bold type', { bold: true }],
    ['its size', { size: 15 }],
    ['its face', { font: '黑体' }],
  ])('has a heading by %s', async (_, look) => {
    const heading = { text: HEADING, ...look };
    const article = await read(
      docx([{ text: TITLE, style: 'Title' }, first, heading, second, third].flatMap((part) => part ?? [])),
    );
    expect(headingsOf(article)).toEqual([HEADING]);
    expect(article.sections.map(({ paragraphs }) => paragraphs)).toEqual([
      [PARAGRAPHS[0]],
      [PARAGRAPHS[1], PARAGRAPHS[2]],
    ]);
  });

  it('has its tables row by row, and none of them a heading', async () => {
    const table = [
      ['路段', '长度'],
      ['起点到水文站', '四公里'],
    ];
    const article = await read(
      docx([
        { text: TITLE, style: 'Title' },
        ...[first, second].flatMap((part) => part ?? []),
        table,
        { text: PARAGRAPHS[2] },
      ]),
    );
    expect(paragraphsOf(article)).toEqual([
      PARAGRAPHS[0],
      PARAGRAPHS[1],
      '路段　长度',
      '起点到水文站　四公里',
      PARAGRAPHS[2],
    ]);
    expect(headingsOf(article)).toEqual([]);
  });

  it('has its footnotes apart, and no sign of them in the text', async () => {
    const noted = { text: PARAGRAPHS[0], note: '长度由水务局测得，含两座便桥。' };
    const article = await read(
      docx([{ text: TITLE, style: 'Title' }, noted, { text: PARAGRAPHS[1] }, { text: PARAGRAPHS[2] }]),
    );
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
    expect(article.removed).toEqual([
      expect.objectContaining({ rule: 'footnote', text: '1. 长度由水务局测得，含两座便桥。' }),
    ]);
  });
});

describe('what is no Word document', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['damaged', docx([{ text: TITLE }]).slice(0, 600), /damaged|cut off/],
    ['without a body', packed({ body: '<w:p' }), /damaged/],
    ['a bomb of entities', packed({ body: '<w:p/>', before: '<!DOCTYPE d [<!ENTITY a "aaaa">]>' }), /entities/],
    ['10,000 tables deep', packed({ body: '<w:tbl><w:tr><w:tc>'.repeat(10_000) }), /deep/],
    ['larger than any document', packed({ body: `<w:p>${' '.repeat(40 * 1024 * 1024)}</w:p>` }), /larger than 32 MB/],
    ['empty', docx([]), /no paragraph/],
  ])('is refused: %s', async (_, bytes, reason) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'NotAnArticle', message: expect.stringMatching(reason) });
  });

  it('is told by its bytes, whatever its name', () => {
    expect(kindOf(docx([{ text: TITLE }]), 'a.txt')).toBe('docx');
    expect(kindOf(Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'a.docx')).toMatchObject({
      reason: /old Word/,
    });
    expect(kindOf(Buffer.from(TITLE), 'a.docx')).toMatchObject({ reason: expect.stringMatching(/no Word document/) });
  });
});
