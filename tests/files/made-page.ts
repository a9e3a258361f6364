import type { Article } from '../../src/article/article.ts';
import { parseText } from '../../src/article/parse.ts';
import { readFile, type SingleKind } from '../../src/files/read-file.ts';

/** Three paragraphs of an invented article. */
export const PARAGRAPHS = [
  '城东的步道昨天开放，全长六公里，沿着老河堤一直通到水文站。',
  '市民李明说，他每天清晨都来跑步，以前要绕过两个工地，现在十分钟就能走到河边。',
  '水务局介绍，步道用了三年建成，沿线补种了两千棵柳树，明年春天还要修一座人行桥。',
] as const;

export const TITLE = '河边步道昨天开放';
const NAVIGATION = '<div class="nav"><a href="/">首页</a><a href="/a">要闻</a><a href="/b">体育</a></div>';
const FOOT =
  '<div class="footer"><p>江城网 版权所有，未经许可不得转载本站的任何内容。</p><a href="/about">关于我们</a></div>';

/** What a made-up page differs in. */
export interface Page {
  readonly head?: string;
  readonly title?: string;
  readonly heading?: string;
  readonly facts?: string;
  readonly body?: string;
  readonly behind?: string;
}

/** A page as a site would make it, with an article between navigation and foot. */
export function page({
  title = `<title>${TITLE}_社会_江城网</title>`,
  head = '',
  heading = `<h1>${TITLE}</h1>`,
  facts = '<div class="info"><span>2024-03-02 08:15</span><span>来源：江城日报</span></div>',
  body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n'),
  behind = '',
}: Page = {}): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8">${title}${head}</head><body>${NAVIGATION}
<div class="main"><div class="left">${heading}${facts}<div class="content">${body}</div>${behind}</div>
<div class="right"><h3>热门</h3><ul><li><a href="/1">一座老桥的故事</a></li><li><a href="/2">谁在看星星</a></li></ul></div></div>
${FOOT}</body></html>`;
}

/** What a file is made into. */
export async function articleOf(content: string | Uint8Array, kind: SingleKind): Promise<Article> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return parseText(await readFile(bytes, kind), 'page');
}

/** All paragraphs of an article, in order. */
export function paragraphsOf({ sections }: Article): string[] {
  return sections.flatMap(({ paragraphs }) => paragraphs);
}

export function headingsOf({ sections }: Article): string[] {
  return sections.flatMap(({ heading }) => heading ?? []);
}
