import { describe, expect, it } from 'vitest';
import { docx, NAMESPACE, packed } from './made-docx.ts';
import { articleOf, headingsOf, PARAGRAPHS, paragraphsOf, TITLE } from './made-page.ts';

const read = (bytes: Uint8Array) => articleOf(bytes, 'docx');
const run = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inside: string, look = '') => `<w:p><w:pPr>${look}</w:pPr>${inside}</w:p>`;
const title = p(run(TITLE), '<w:pStyle w:val="Title"/>');
const rest = PARAGRAPHS.map((text) => p(run(text))).join('');
const style = (id: string, name: string, inside = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;

describe('the words of a Word document', () => {
  it.each<[string, string, string]>([
    [
      'a character with its reading',
      `${run('河边的老')}<w:r><w:ruby><w:rubyPr/><w:rt>${run('dī')}</w:rt><w:rubyBase>${run('堤')}</w:rubyBase></w:ruby></w:r>${run('上种着柳树，三月一片新绿。')}`,
      '河边的老堤上种着柳树，三月一片新绿。',
    ],
    [
      'a field of one element',
      `<w:fldSimple w:instr=" DATE ">${run('2024年3月2日')}</w:fldSimple>${run('，步道管理处挂牌。')}`,
      '2024年3月2日，步道管理处挂牌。',
    ],
    [
      'a formula',
      `${run('坡度是')}<m:oMath xmlns:m="m"><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>50</m:t></m:r></m:den></m:f></m:oMath>${run('，轮椅也能上。')}`,
      '坡度是1/50，轮椅也能上。',
    ],
    [
      'what was put in, and not what was taken out',
      `${run('全长')}<w:del w:id="1"><w:r><w:delText>五</w:delText></w:r></w:del><w:ins w:id="2">${run('六')}</w:ins>${run('公里，通到水文站。')}`,
      '全长六公里，通到水文站。',
    ],
    [
      'none that are hidden',
      `${run('步道昨天开放。')}${run('排版注意。', '<w:vanish/>')}${run('全长六公里。')}`,
      '步道昨天开放。全长六公里。',
    ],
    [
      'those that are hidden no longer',
      run('步道昨天开放，全长六公里。', '<w:vanish w:val="0"/>'),
      '步道昨天开放，全长六公里。',
    ],
    [
      'those of a link',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.com" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('水务局')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('介绍，步道用了三年。')}`,
      '水务局介绍，步道用了三年。',
    ],
    [
      'those of a control',
      `<w:sdt><w:sdtContent>${run('控件里的一句话，说的是柳树。')}</w:sdtContent></w:sdt>`,
      '控件里的一句话，说的是柳树。',
    ],
  ])('are %s', async (_, inside, text) => {
    expect(paragraphsOf(await read(packed({ body: title + p(inside) + rest })))).toEqual([text, ...PARAGRAPHS]);
  });

  it('are none of those at the edges of its pages, or beside it, and those are on record', async () => {
    const part = (name: string, inside: string) => `<?xml version="1.0"?><w:${name} ${NAMESPACE}>${inside}</w:${name}>`;
    const article = await read(
      packed({
        body: title + rest,
        more: {
          'word/header1.xml': part('hdr', p(run('江城日报 内部资料'))),
          'word/header2.xml': part('hdr', p(run('江城日报 内部资料'))),
          'word/footer1.xml': part('ftr', p(run('第1页'))),
          'word/comments.xml': part('comments', `<w:comment w:id="0">${p(run('这里要核实&lt;数字&gt;'))}</w:comment>`),
        },
      }),
    );
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
    expect(article.removed.map(({ rule, text }) => [rule, text])).toEqual([
      ['running-head', '江城日报 内部资料\n第1页'],
      ['comment', '这里要核实<数字>'],
    ]);
  });
});

describe('the numbers that Word only draws', () => {
  const level = (at: number, format: string, text: string, inside = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${inside}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = (...levels: string[]) =>
    `<?xml version="1.0"?><w:numbering ${NAMESPACE}><w:abstractNum w:abstractNumId="7">${levels.join('')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
  const at = (ilvl: number) => `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="3"/></w:numPr>`;
  const rels =
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>';
  const made = (body: string, list: string, styles?: string) =>
    packed({
      body,
      more: {
        'word/numbering.xml': list,
        'word/_rels/document.xml.rels': rels,
        ...(styles !== undefined && {
          'word/styles.xml': `<?xml version="1.0"?><w:styles ${NAMESPACE}>${styles}</w:styles>`,
        }),
      },
    });

  it('stand before the words, as they are drawn', async () => {
    const list = numbering(
      level(0, 'chineseCounting', '第%1条　'),
      level(1, 'chineseCounting', '（%2）'),
      level(2, 'decimal', '%1.%2.%3'),
    );
    const items = [0, 1, 1, 2, 0, 1]
      .map((ilvl, index) => p(run(`说的是第${index}件事，河堤上不许烧烤。`), at(ilvl)))
      .join('');
    const article = await read(made(title + items + rest, list));
    expect(
      paragraphsOf(article)
        .slice(0, 6)
        .map((text) => text.replace(/说的.*/, '')),
    ).toEqual(['第一条　', '（一）', '（二）', '一.二.1 ', '第二条　', '（一）']);
  });

  it.each([
    ['a list that starts at five', level(0, 'decimal', '第%1条　'), '第5条　', '<w:startOverride w:val="5"/>'],
    ['a start that is no number', level(0, 'decimal', '第%1条　'), '第1条　', '<w:startOverride w:val="abc"/>'],
    ['stems', level(0, 'ideographTraditional', '%1、'), '甲、', ''],
    ['signs that are not known', level(0, 'hebrew1', '第%1条　'), '', ''],
  ])('of %s', async (_, levels, label, override) => {
    const list = numbering(levels).replace(
      '<w:abstractNumId w:val="7"/></w:num>',
      `<w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">${override}</w:lvlOverride></w:num>`,
    );
    const items = [0, 0].map(() => p(run('说的是一件事，河堤上不许烧烤。'), at(0))).join('');
    const article = await read(made(title + items + rest, list));
    expect(paragraphsOf(article)[0]?.replace(/说的.*/, '')).toBe(label);
  });

  it('of a level that is none do not cost the document', async () => {
    const items = p(run('说的是一件事，河堤上不许烧烤。'), at(0).replace('w:val="0"', 'w:val="4294967295"'));
    const article = await read(made(title + items + rest, numbering(level(0, 'decimal', '第%1条　'))));
    expect(paragraphsOf(article)[0]).toBe('说的是一件事，河堤上不许烧烤。');
  });

  it('stand before headings, by their style', async () => {
    const styles = style('Title', 'Title') + style('Heading1', 'heading 1', `<w:pPr>${at(0)}</w:pPr>`);
    const list = numbering(level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="Heading1"/>'));
    const heading = (text: string) => p(run(text), '<w:pStyle w:val="Heading1"/>');
    const article = await read(made(title + heading('河堤') + rest + heading('怎么去') + rest, list, styles));
    expect(headingsOf(article)).toEqual(['一、河堤', '二、怎么去']);
  });

  it.each<[string, string[]]>([
    ['decimalEnclosedCircle', ['①', '②', '③']],
    ['upperLetter', ['A.', 'B.', 'C.']],
    ['lowerRoman', ['i.', 'ii.', 'iii.']],
    ['decimalFullWidth', ['１.', '２.', '３.']],
    ['chineseLegalSimplified', ['壹.', '贰.', '叁.']],
  ])('may be %s', async (format, labels) => {
    const sign = format === 'decimalEnclosedCircle' ? '%1' : '%1.';
    const items = labels.map(() => p(run('河堤上不许烧烤，也不许骑车。'), at(0))).join('');
    const article = await read(made(title + items + rest, numbering(level(0, format, sign))));
    const found = paragraphsOf(article)
      .slice(0, 3)
      .map((text) => text.replace('河堤上不许烧烤，也不许骑车。', '').trim());
    expect(found).toEqual(labels);
  });

  it('are not there where there are signs: no item is a heading', async () => {
    const items = ['柳树两千棵', '长椅六十条'].map((text) => p(run(text), at(0))).join('');
    const article = await read(made(title + p(run(PARAGRAPHS[0])) + items + rest, numbering(level(0, 'bullet', '•'))));
    expect(paragraphsOf(article)).toEqual([PARAGRAPHS[0], '柳树两千棵', '长椅六十条', ...PARAGRAPHS]);
    expect(headingsOf(article)).toEqual([]);
  });
});

describe('the lines of a document', () => {
  it('are none of its contents, by their style or by their look', async () => {
    const contents = [p(run('目　录')), p(run('一、河堤……………3')), p(run('二、怎么去………12'))].join('');
    const styled = [p(run('目录')), p(run('一、河堤\t3'), '<w:pStyle w:val="TOC1"/>')].join('');
    const styles = `<?xml version="1.0"?><w:styles ${NAMESPACE}>${style('Title', 'Title')}${style('TOC1', 'toc 1')}</w:styles>`;
    for (const made of [
      packed({ body: title + contents + rest }),
      packed({ body: title + styled + rest, more: { 'word/styles.xml': styles } }),
    ]) {
      const article = await read(made);
      expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
      expect(headingsOf(article)).toEqual([]);
      expect(article.removed.map(({ rule }) => rule)).toEqual(['contents']);
    }
  });

  it('of an official document begin with its title', async () => {
    const official = [
      { text: '江城市人民政府文件', size: 36, centred: true },
      { text: '江政发〔2024〕12号', size: 16, centred: true },
      { text: '江城市人民政府关于加强河边步道管理的通知', size: 22, centred: true },
      ...PARAGRAPHS.map((text) => ({ text, size: 16, font: '仿宋' })),
      { text: '（一）日常养护', size: 16, font: '楷体' },
      ...PARAGRAPHS.map((text) => ({ text, size: 16, font: '仿宋' })),
    ];
    const article = await read(docx(official));
    expect(article.title).toBe('江城市人民政府关于加强河边步道管理的通知');
    expect(headingsOf(article)).toEqual(['（一）日常养护']);
  });

  it('in cells with tables in them are no headings', async () => {
    const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const inner = `<w:tbl>${row(cell(p(run('内一'))), cell(p(run('内二'))))}</w:tbl>`;
    const outer = `<w:tbl>${row(cell(p(run('外面的格'))), cell(inner + p('')))}</w:tbl>`;
    const article = await read(packed({ body: title + outer + rest }));
    expect(headingsOf(article)).toEqual([]);
    expect(paragraphsOf(article)).toEqual(['外面的格', '内一　内二', ...PARAGRAPHS]);
  });
});
