import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleMode } from '../../src/console/article.ts';
import { styleFor } from '../../src/console/style.ts';
import { readPage } from '../../src/engine/page-tasks.ts';
import { docx } from '../files/made-docx.ts';
import { PARAGRAPHS, page, TITLE } from '../files/made-page.ts';
import { column, pdf } from '../files/made-pdf.ts';

const TEXT = `${TITLE}\n2024-03-02 来源：江城日报\n${PARAGRAPHS.join('\n')}\n`;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `article FILE` writes to standard output and to standard error. */
async function shown(name: string, content: string | Uint8Array) {
  writeFileSync(join(folder, name), content);
  const written: string[] = [];
  const complained: string[] = [];
  const all = await articleMode({
    files: [name],
    resolve: (file) => join(folder, file),
    pages: { read: readPage, close: () => {} },
    json: false,
    style: styleFor(false),
    write: (line) => written.push(line),
    complain: (line) => complained.push(line),
  });
  return { all, written: written.join('\n'), complained };
}

const noted = { text: PARAGRAPHS[0], note: '长度由水务局测得。' };
const texts = PARAGRAPHS.map((text) => ({ text }));
const foot = (at: number) => ({ text: `— ${at} —`, x: 290, y: 20 });
const lines = column(PARAGRAPHS, { x: 60, y: 700, perLine: 30 });

describe('an article as a person is shown it', () => {
  it.each<[string, string | Uint8Array, RegExp[]]>([
    ['a.txt', TEXT, [/metadata \(says who, where from or when/]],
    ['a.html', page(), [/above-article \(stands on the page above the article\): 首页/, /below-article \(.+\): 热门/]],
    [
      'a.md',
      `# ${TITLE}\n\n${PARAGRAPHS.join('\n\n')}[^1]\n\n[^1]: 长度由水务局测得。`,
      [/footnote \(a note.+\): 长度/],
    ],
    ['a.docx', docx([{ text: TITLE, style: 'Title' }, noted, ...texts.slice(1)]), [/footnote \(a note.+\): 1\. 长度/]],
    [
      'a.pdf',
      pdf([[{ text: TITLE, x: 200, y: 760, size: 22 }, ...lines, foot(1)]]),
      [/running-head \(is printed at the edges/],
    ],
  ])('says of %s what was taken, what was dropped, and why', async (name, content, reasons) => {
    const { all, written, complained } = await shown(name, content);
    expect(all).toBe(true);
    expect(complained).toEqual([]);
    const unwrapped = written.replace(/\n\s*/g, '');
    for (const text of [TITLE, ...PARAGRAPHS]) expect(unwrapped).toContain(text);
    for (const reason of reasons) expect(written.replace(/\n\s+/g, ' ')).toMatch(reason);
  });

  it('says of each member of an archive what it is', async () => {
    const packed = zipSync({ 'a.txt': strToU8(TEXT), 'b.jpg': strToU8('x'), '三月/c.txt': strToU8('') });
    const { all, written, complained } = await shown('a.zip', packed);
    expect(all).toBe(false);
    expect(written).toContain('id: a-a');
    expect(complained).toEqual([
      'a.zip/b.jpg: the file is a picture; put the text itself into a file',
      'a.zip/三月/c.txt: the file is empty',
    ]);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['b.txt', 'The path was opened yesterday, and it is six kilometres long. '.repeat(9), /in English/],
    ['b.docx', '城东的步道。', /no Word document/],
    ['b.pdf', pdf([[]]), /scan/],
    ['b.html', '<html><body><p>抱歉，您访问的页面不存在，请返回首页。</p></body></html>', /no article to be seen/],
    ['b.zip', zipSync({}), /empty/],
  ])('says of %s, which is none, why in one line', async (name, content, reason) => {
    const { all, written, complained } = await shown(name, content);
    expect([all, written]).toEqual([false, '']);
    expect(complained).toEqual([expect.stringMatching(reason)]);
    expect(complained[0]).not.toContain('\n');
  });
});
