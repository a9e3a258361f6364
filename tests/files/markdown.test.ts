import { describe, expect, it } from 'vitest';
import { articleOf, headingsOf, PARAGRAPHS, paragraphsOf, TITLE } from './made-page.ts';

const read = (text: string) => articleOf(text, 'markdown');
const [first, second, third] = PARAGRAPHS;
const HEADING = '河堤上的三年';

describe('a Markdown file', () => {
  it('has its title, its headings and its text without markup', async () => {
    const article = await read(
      `# ${TITLE}\n\n2024-03-02 来源：江城日报\n\n**城东**的[步道](https://example.org/x)昨天\n开放，全长*六公里*，沿着\`老河堤\`一直通到水文站。\n\n## ${HEADING}\n\n${second}\n\n${third}\n`,
    );
    expect(article).toMatchObject({ title: TITLE, source: '江城日报', publishedAt: '2024-03-02' });
    expect(headingsOf(article)).toEqual([HEADING]);
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  it.each([
    [
      'YAML',
      `---\ntitle: "${TITLE}"\ndate: 2024-03-02 08:15\nauthor: [周岚, 李明]\nsource: 江城日报\nlink: https://example.org/a\ntags:\n  - 步道\n---\n`,
    ],
    [
      'YAML with a list',
      `---\ntitle: ${TITLE}\ndate: 2024-03-02T08:15:00+08:00\nauthors:\n  - 周岚\n  - 李明\nsource: 江城日报\nurl: https://example.org/a\n---\n`,
    ],
    [
      'TOML',
      `+++\ntitle = "${TITLE}"\ndate = 2024-03-02T08:15:00+08:00\nauthor = ["周岚", "李明"]\nsource = "江城日报"\nurl = "https://example.org/a"\n+++\n`,
    ],
  ])('says who, when and where from in front matter as %s', async (_, matter) => {
    const article = await read(`${matter}\n${PARAGRAPHS.join('\n\n')}\n`);
    expect(article).toMatchObject({
      title: TITLE,
      publishedAt: '2024-03-02T08:15:00+08:00',
      authors: ['周岚', '李明'],
      source: '江城日报',
      url: 'https://example.org/a',
    });
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  it('counts its lines for more than its front matter', async () => {
    const article = await read(
      `---\nsource: 别处\n---\n# ${TITLE}\n\n2024-03-02 来源：江城日报\n\n${PARAGRAPHS.join('\n\n')}`,
    );
    expect(article.source).toBe('江城日报');
  });

  it('has lists, quotations, tables and code line by line, none of them a heading', async () => {
    const article = await read(
      `# ${TITLE}\n\n${first}\n\n1. 先修河堤\n2. 再种柳树\n\n- 灯\n- 长椅\n\n> 走着走着就忘了时间\n\n| 路段 | 长度 |\n|---|---|\n| 起点到水文站 | 四公里 |\n\n\`\`\`\n里程 = 6\n\`\`\`\n\n${second}\n\n${third}\n`,
    );
    expect(headingsOf(article)).toEqual([]);
    expect(paragraphsOf(article)).toEqual([
      first,
      '1. 先修河堤',
      '2. 再种柳树',
      '灯',
      '长椅',
      '走着走着就忘了时间',
      '路段　长度',
      '起点到水文站　四公里',
      '里程 = 6',
      second,
      third,
    ]);
  });

  it.each([
    [
      'a footnote',
      `${first.replace('六公里', '六公里[^1]')}\n\n${second}\n\n${third}\n\n[^1]: 由水务局测得，\n  含两座便桥。\n`,
    ],
    ['a comment', `${first}\n\n<!-- 这里还要改 -->\n\n${second}\n\n${third}`],
    ['HTML', `<p align="center">${first}</p>\n\n${second}\n\n<script>alert(1)</script>\n\n${third}`],
    ['a picture', `${first}\n\n![河边](a.jpg)\n\n${second}\n\n${third}`],
    ['entities', `${first.replace('，', '&#65292;')}\n\n${second}\n\n${third}`],
    [
      'a reference link',
      `${first.replace('步道', '[步道][a]')}\n\n${second}\n\n${third}\n\n[a]: https://example.org/x`,
    ],
    ['rules', `${first}\n\n---\n\n${second}\n\n***\n\n${third}`],
  ])('leaves nothing of %s in the text', async (_, body) => {
    expect(paragraphsOf(await read(`# ${TITLE}\n\n${body}`))).toEqual(PARAGRAPHS);
  });

  it('that nests without end is refused', async () => {
    await expect(read(`${'> '.repeat(20_000)}${first}`)).rejects.toMatchObject({ name: 'NotAnArticle' });
  });
});
