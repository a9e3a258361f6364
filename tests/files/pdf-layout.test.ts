import { describe, expect, it } from 'vitest';
import { articleOf, headingsOf, PARAGRAPHS, paragraphsOf, TITLE } from './made-page.ts';
import { column, drawnApart, type PdfLine, pdf, turnedPage, uprightColumns } from './made-pdf.ts';

const read = (bytes: Uint8Array) => articleOf(bytes, 'pdf');
const title: PdfLine = { text: TITLE, x: 200, y: 780, size: 22 };
const OTHER_TITLE = '旧粮仓里的图书馆';
const OTHERS = [
  '粮站的旧仓库改成了图书馆，上周六开门，头一天就办了四百张借书证。',
  '馆长说，仓库的木梁是一九五六年的，一根也没有换，只是在下面加了钢架。',
  '图书馆有六万册书，三分之一是孩子的书，二楼的窗户朝着铁路，能看见火车。',
];

describe('a page of a newspaper', () => {
  it('has two stories beside each other apart, though their lines stand on other heights', async () => {
    const left = [
      { text: TITLE, x: 60, y: 760, size: 20 },
      ...column([...PARAGRAPHS, ...PARAGRAPHS], { x: 60, y: 720, perLine: 20 }),
    ];
    const right = [
      { text: OTHER_TITLE, x: 300, y: 753, size: 18 },
      ...column([...OTHERS, ...OTHERS], { x: 300, y: 713, perLine: 20 }),
    ];
    const lines = [...left, ...right].sort((one, other) => other.y - one.y);
    const article = await read(pdf([lines]));
    expect(article.title).toBe(TITLE);
    expect(article.sections.map(({ heading, paragraphs }) => [heading, paragraphs])).toEqual([
      [null, [...PARAGRAPHS, ...PARAGRAPHS]],
      [OTHER_TITLE, [...OTHERS, ...OTHERS]],
    ]);
  });

  it('has a story below another apart, though their columns are not the same', async () => {
    const place = (lines: readonly PdfLine[], columns: number, top: number, width: number) => {
      const each = Math.ceil(lines.length / columns);
      return lines.map((line, at) => ({
        ...line,
        x: line.x + 50 + Math.floor(at / each) * width,
        y: top - (at % each) * 16,
      }));
    };
    const upper = place(column([...PARAGRAPHS, ...PARAGRAPHS], { x: 0, y: 0, perLine: 14 }), 3, 700, 170);
    const lower = place(column([...OTHERS, ...OTHERS], { x: 0, y: 0, perLine: 22 }), 2, 500, 250);
    const article = await read(pdf([[title, ...upper, { text: OTHER_TITLE, x: 180, y: 550, size: 18 }, ...lower]]));
    expect(article.sections.map(({ heading, paragraphs }) => [heading, paragraphs])).toEqual([
      [null, [...PARAGRAPHS, ...PARAGRAPHS]],
      [OTHER_TITLE, [...OTHERS, ...OTHERS]],
    ]);
  });

  it('has a quotation in a box behind the text around it', async () => {
    const paragraphs = [...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS];
    let y = 720;
    let at = 0;
    const set: PdfLine[] = [];
    for (const text of paragraphs) {
      for (let from = 0; from < text.length; ) {
        const indent = from === 0 ? 2 : 0;
        const isNarrow = at >= 4 && at < 8;
        const count = (isNarrow ? 24 : 44) - indent;
        set.push({ text: text.slice(from, from + count), x: 60 + indent * 10, y });
        from += count;
        y -= 16;
        at += 1;
      }
    }
    const box = [
      { text: '“十分钟就能', x: 360, y: 650, size: 15 },
      { text: '走到河边”', x: 360, y: 626, size: 15 },
    ];
    const article = await read(pdf([[title, ...set, ...box]]));
    expect(paragraphsOf(article).at(-1)).toBe('“十分钟就能走到河边”');
    expect(paragraphsOf(article).slice(0, -1).join('')).toBe(paragraphs.join(''));
  });
});

describe('text in columns of characters', () => {
  it('is read from the right to the left', async () => {
    const text = uprightColumns(PARAGRAPHS, { x: 440, y: 780, perLine: 30 });
    const heading = Array.from(TITLE, (character, at) => ({ text: character, x: 500, y: 780 - at * 22, size: 22 }));
    const article = await read(pdf([[...heading, ...text]]));
    expect(article.title).toBe(TITLE);
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  it('has figures and words that lie on their side in their place', async () => {
    const text = '步道花了3500万元，GPS定位。';
    const columns = uprightColumns(PARAGRAPHS, { x: 440, y: 780, perLine: 30 });
    let y = 760;
    const mixed = (text.match(/[A-Z\d]+|./g) ?? []).map((part): PdfLine => {
      const isLying = /[A-Z\d]/.test(part);
      const placed = isLying ? { text: part, x: 502, y: y + 9, turns: 3 as const } : { text: part, x: 500, y };
      y -= isLying ? part.length * 5 : 10;
      return placed;
    });
    expect(paragraphsOf(await read(pdf([[...mixed, ...columns]])))).toEqual([text, ...PARAGRAPHS]);
  });

  it('is read of a font for columns, its marks as they are elsewhere', async () => {
    const lines = column(PARAGRAPHS, { x: 0, y: 0, perLine: 30 }).map(({ text, x }, at) => ({
      text: text.replaceAll('，', '︐').replaceAll('。', '︒'),
      x: 500 - at * 18,
      y: 780 - x,
    }));
    const article = await read(pdf([lines], 'UniGB-UCS2-V'));
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  it('may be a title alone, beside lines', async () => {
    const heading = Array.from(TITLE, (character, at) => ({ text: character, x: 60, y: 740 - at * 24, size: 22 }));
    const article = await read(pdf([[...heading, ...column(PARAGRAPHS, { x: 120, y: 740, perLine: 30 })]]));
    expect(article.title).toBe(TITLE);
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });
});

describe('a page', () => {
  const lines = [title, ...column([...PARAGRAPHS, ...PARAGRAPHS], { x: 60, y: 700, perLine: 30 })];

  it.each([1, 2, 3] as const)('that lies on its side is turned upright: %s', async (turns) => {
    const low = lines.map((line) => ({ ...line, y: line.y - 220 }));
    const article = await read(pdf([turnedPage(low, turns)]));
    expect(article.title).toBe(TITLE);
    expect(paragraphsOf(article)).toEqual([...PARAGRAPHS, ...PARAGRAPHS]);
  });

  it.each([1, 1.5, 2.5, 5])('with its lines pulled apart to fill it has no spaces: %s', async (gap) => {
    const pulled = lines
      .slice(1)
      .flatMap((line) => drawnApart({ ...line, x: line.x === 80 ? 60 + 2 * (10 + gap) : 60 }, gap));
    expect(paragraphsOf(await read(pdf([[title, ...pulled]])))).toEqual([...PARAGRAPHS, ...PARAGRAPHS]);
  });

  it('has its title as it is, though it is spaced out', async () => {
    for (const gap of [8, 22, 44]) {
      const spaced = drawnApart({ ...title, text: '步道昨天开放', x: 60 }, gap);
      expect((await read(pdf([[...spaced, ...lines.slice(1)]]))).title).toBe('步道昨天开放');
    }
  });

  it('has the spaces that are meant', async () => {
    const signed = { text: '本报记者 王小明 赵青', x: 220, y: 740 };
    expect(await read(pdf([[title, signed, ...lines.slice(1)]]))).toMatchObject({ authors: ['王小明', '赵青'] });
  });

  it('has once what is drawn twice to look bold', async () => {
    const bold = lines.flatMap((line) => [line, { ...line, x: line.x + 0.4 }]);
    const article = await read(pdf([bold]));
    expect(article.title).toBe(TITLE);
    expect(paragraphsOf(article)).toEqual([...PARAGRAPHS, ...PARAGRAPHS]);
  });

  it('has a title of two lines', async () => {
    const two = [
      { text: '江城市人民政府关于加强', x: 190, y: 790, size: 20 },
      { text: '河边步道管理的通知', x: 210, y: 760, size: 20 },
    ];
    expect((await read(pdf([[...two, ...lines.slice(1)]]))).title).toBe('江城市人民政府关于加强河边步道管理的通知');
  });

  it('has neither the issuer nor the number of an official document as its title', async () => {
    const head = [
      { text: '江城市人民政府文件', x: 120, y: 800, size: 34 },
      { text: '江政发〔2024〕12号', x: 240, y: 775 },
      { text: '关于加强河边步道管理的通知', x: 170, y: 740, size: 20 },
    ];
    const article = await read(pdf([[...head, ...lines.slice(1)]]));
    expect(article.title).toBe('关于加强河边步道管理的通知');
    expect(headingsOf(article)).toEqual([]);
    expect(article.removed.map(({ text }) => text)).toEqual(['江城市人民政府文件\n江政发〔2024〕12号']);
  });

  it('has signature and day as lines of their own', async () => {
    const signed = [
      { text: '江城市人民政府', x: 280, y: 480 },
      { text: '2024年3月2日', x: 290, y: 464 },
    ];
    const article = await read(pdf([[...lines, ...signed]]));
    expect(paragraphsOf(article).slice(-2)).toEqual(['江城市人民政府', '2024年3月2日']);
  });
});

describe('what is printed at the edges of pages', () => {
  const pages = (foot: (page: number) => PdfLine[]) =>
    [PARAGRAPHS, PARAGRAPHS].map((texts, at) => [
      ...(at === 0 ? [title] : []),
      ...column(texts, { x: 60, y: 700, perLine: 30 }),
      ...foot(at + 1),
    ]);

  it('is no text where a browser printed it', async () => {
    const foot = (page: number) => [
      { text: '2024/3/9 08:15', x: 20, y: 820, size: 8 },
      { text: `https://example.com/a?b=1 ${page}/2`, x: 20, y: 14, size: 8 },
    ];
    for (const made of [pages(foot), [pages(foot)[0] ?? []]]) {
      const article = await read(pdf(made));
      expect(paragraphsOf(article)).toEqual(made.flatMap(() => PARAGRAPHS));
      expect(article.publishedAt).toBeUndefined();
      expect(article.removed.map(({ rule }) => rule)).toEqual(['running-head']);
    }
  });

  it('is text where it only says the same on another height', async () => {
    const first = [title, ...column(PARAGRAPHS, { x: 60, y: 700, perLine: 30 })];
    const tops = [812, 800, 788].map((y) => column(PARAGRAPHS, { x: 60, y, perLine: 30 }));
    const article = await read(pdf([first, ...tops]));
    expect(paragraphsOf(article).join('')).toBe(PARAGRAPHS.join('').repeat(4));
  });
});

describe('a PDF without text that can be read', () => {
  const body = column([...PARAGRAPHS, ...PARAGRAPHS], { x: 60, y: 700, perLine: 30 });
  it.each<[string, Uint8Array, RegExp]>([
    ['of pictures', pdf([[], []]), /scan/],
    ['in Japanese fonts', pdf([body], 'UniJIS-UCS2-H'), /in Japanese/],
    ['whose codes mean other characters', pdf([body], 'mapped', shifted), /fonts do not say/],
  ])('%s says so', async (_, bytes, reason) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'NotAnArticle', message: expect.stringMatching(reason) });
  });
});

/** As a font without a map is read: each character as another. */
function shifted(text: string): string {
  return Array.from(text, (character) => (((character.charCodeAt(0) * 31) % 0x4000) + 0x4e00).toString(16)).join('');
}
