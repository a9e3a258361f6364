import { describe, expect, it } from 'vitest';
import { articleOf, headingsOf, PARAGRAPHS, paragraphsOf, TITLE } from './made-page.ts';

const read = (text: string) => articleOf(text, 'markdown');
const BODY = PARAGRAPHS.join('\n\n');

describe('Markdown as people write it', () => {
  it.each<[string, string, string]>([
    ['emphasis that ends with a mark', '他说**“太好了。”**大家都笑了。', '他说“太好了。”大家都笑了。'],
    ['emphasis that begins with a mark', '他是**《江城志》**的编者，住在河边。', '他是《江城志》的编者，住在河边。'],
    ['slanted words beside marks', '他说*“太好了。”*大家都笑了。', '他说“太好了。”大家都笑了。'],
    ['underlined words', '步道__全长六公里__，通到水文站。', '步道全长六公里，通到水文站。'],
    ['marked words', '步道==全长六公里==，通到水文站。', '步道全长六公里，通到水文站。'],
    ['emphasis in emphasis', '步道**全长*六*公里**，通到水文站。', '步道全长六公里，通到水文站。'],
    [
      'a link of a note program',
      '城东的[[步道|河边步道]]通到[[水文站]]，全长六公里。',
      '城东的河边步道通到水文站，全长六公里。',
    ],
    ['a picture of a note program', '步道昨天开放![[图.png]]，全长六公里。', '步道昨天开放，全长六公里。'],
    ['a call-out', '> [!NOTE]\n> 步道夜里十点熄灯，请早些回家。', '步道夜里十点熄灯，请早些回家。'],
    [
      'signs that are meant',
      '价格是3*4*5元，变量a_b_c和a__b__c，等号a==b，也写5\\*3。',
      '价格是3*4*5元，变量a_b_c和a__b__c，等号a==b，也写5*3。',
    ],
  ])('has no markup in its passages: %s', async (_, text, plain) => {
    expect(paragraphsOf(await read(`# ${TITLE}\n\n${text}\n\n${BODY}`))).toEqual([plain, ...PARAGRAPHS]);
  });

  it.each<[string, string, string]>([
    ['without a space', `#${TITLE}`, '##河堤'],
    ['of full width', `＃ ${TITLE}`, '＃＃河堤'],
    ['closed', `# ${TITLE} #`, '##河堤##'],
    ['right above the text', `#${TITLE}\n`, '##河堤'],
  ])('has headings %s', async (_, title, heading) => {
    const article = await read(`${title}\n${PARAGRAPHS[0]}\n${heading}\n${PARAGRAPHS[1]}\n\n${PARAGRAPHS[2]}`);
    expect(article.title).toBe(TITLE);
    expect(headingsOf(article)).toEqual(['河堤']);
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  it('has paragraphs that are lines, and lines that are cut to a width', async () => {
    expect(paragraphsOf(await read(`# ${TITLE}\n\n${PARAGRAPHS.join('\n')}`))).toEqual(PARAGRAPHS);
    const cut = PARAGRAPHS.map((text) => `${text.slice(0, 16)}\n${text.slice(16)}`).join('\n\n');
    expect(paragraphsOf(await read(`# ${TITLE}\n\n${cut}`))).toEqual(PARAGRAPHS);
  });

  it('has title, facts and paragraphs of a text that has no markup', async () => {
    const text = `${TITLE}\n2024-03-02 来源：江城日报\n${PARAGRAPHS.map((paragraph) => `　　${paragraph.slice(0, 20)}\n${paragraph.slice(20)}`).join('\n')}`;
    const article = await read(text);
    expect(article).toMatchObject({ title: TITLE, publishedAt: '2024-03-02', source: '江城日报' });
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  it.each(['[TOC]', '[[toc]]', '#标签 #另一个'])('has no passage for %s', async (line) => {
    const article = await read(`# ${TITLE}\n\n${line}\n\n${BODY}`);
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
    expect(headingsOf(article)).toEqual([]);
  });

  it('has no heading in code, in a list, or in a formula', async () => {
    const others = '```\n# 不是标题\n##也不是\n```\n\n- 柳树两千棵\n- 长椅六十条\n\n$$E=mc^2$$';
    const article = await read(`# ${TITLE}\n\n${PARAGRAPHS[0]}\n\n${others}\n\n${PARAGRAPHS[1]}\n\n${PARAGRAPHS[2]}`);
    expect(headingsOf(article)).toEqual([]);
    expect(paragraphsOf(article)).toContain('长椅六十条');
  });

  it.each<[string, string]>([
    ['lists', Array.from({ length: 2000 }, (_, at) => `${'  '.repeat(at)}- x`).join('\n')],
    ['quotations', `${'> '.repeat(5000)}${PARAGRAPHS[0]}`],
  ])('nested without end is refused at once: %s', async (_, text) => {
    await expect(read(`${text}\n\n${BODY}`)).rejects.toMatchObject({
      name: 'NotAnArticle',
      message: expect.stringMatching(/nested|built/),
    });
  });
});

describe('front matter', () => {
  const told = { title: TITLE, authors: ['王小明', '赵青'], publishedAt: '2024-03-02', source: '江城日报' };
  it.each<[string, string]>([
    [
      'in YAML',
      `---\ntitle: "${TITLE}"\nauthors:\n  - 王小明\n  - name: 赵青\n    email: a@b.c\ndate: 2024-03-02 # 星期六\nsource: 江城日报\n---`,
    ],
    ['that ends with dots', `---\ntitle: ${TITLE}\nauthor: 王小明、赵青\ndate: 2024/3/2\nsource: '江城日报'\n...`],
    [
      'in lines set in',
      `---\ntitle: >-\n  河边步道\n  昨天开放\ndescription: |\n  title: 不是题目\nauthor: [王小明, "赵青"]\ndate: 2024-03-02\npublisher: 江城日报\n---`,
    ],
    ['in Chinese', `---\n标题：${TITLE}\n作者: 王小明，赵青\n发布日期: 2024年3月2日\n来源: 江城日报\n---`],
    [
      'in TOML',
      `+++\ntitle = "${TITLE}"\nauthors = ["王小明", "赵青"]\ndate = 2024-03-02\nsource = "江城日报"\n[extra]\nx = 1\n+++`,
    ],
    [
      'with carriage returns',
      `---\r\ntitle: ${TITLE}\r\nauthor: 王小明,赵青\r\ndate: 2024-03-02\r\nsource: 江城日报\r\n---\r`,
    ],
  ])('is read %s', async (_, front) => {
    const article = await read(`${front}\n\n${BODY}\n`);
    expect(article).toMatchObject(told);
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  it('has quotation marks as they are written twice, and an address as its source', async () => {
    const article = await read(`---\ntitle: '“''步道''昨天开放”'\nsource: https://example.com/a\n---\n\n${BODY}`);
    expect(article).toMatchObject({ title: "“'步道'昨天开放”", url: 'https://example.com/a' });
    expect(article.source).toBeUndefined();
  });

  it('is none between two rules', async () => {
    expect(paragraphsOf(await read(`---\n\n${BODY}\n\n---\n\n${PARAGRAPHS[0]}`))).toEqual([
      ...PARAGRAPHS,
      PARAGRAPHS[0],
    ]);
  });

  it('names the whole, of which several headings are parts', async () => {
    const article = await read(
      `---\ntitle: ${TITLE}\n---\n\n# 河堤\n\n${PARAGRAPHS[0]}\n\n# 怎么去\n\n${PARAGRAPHS[1]}`,
    );
    expect(article.title).toBe(TITLE);
    expect(headingsOf(article)).toEqual(['河堤', '怎么去']);
  });
});
