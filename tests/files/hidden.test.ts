import { describe, expect, it } from 'vitest';
import { articleOf, PARAGRAPHS, page, paragraphsOf, TITLE } from './made-page.ts';

const read = (content: string | Uint8Array) => articleOf(content, 'html');
const p = (text: string) => `<p>${text}</p>`;
const [first, second, third] = PARAGRAPHS.map(p);
const OTHER = '粮站的旧仓库改成了图书馆，上周六开门，头一天就办了四百张借书证。';

describe('what nobody sees on a page', () => {
  it.each([
    'display:none',
    'visibility: hidden',
    'opacity:0',
    'opacity: 0.0;',
    'font-size:0',
    'FONT-SIZE: 0px !important',
    'position:absolute;left:-9999px',
    'text-indent:-5000px',
    'position:fixed; top:-2000px',
    'height:0;overflow:hidden',
    'max-height:0; overflow: hidden',
    'position:absolute;width:1px;height:1px;clip:rect(0 0 0 0)',
    'color:transparent',
    'color:#fff',
    'color:#ffffff;background:#fff',
    'color: white',
  ])('is no text: %s', async (style) => {
    const paragraph = await read(page({ body: `${first}<p style="${style}">${OTHER}</p>${second}${third}` }));
    expect(paragraphsOf(paragraph)).toEqual(PARAGRAPHS);
    const [start, end] = [PARAGRAPHS[0].slice(0, 9), PARAGRAPHS[0].slice(9)];
    const words = await read(
      page({ body: `<p>${start}<span style="${style}">藏起来的话</span>${end}</p>${second}${third}` }),
    );
    expect(paragraphsOf(words)).toEqual(PARAGRAPHS);
  });

  it.each<[string, string, string]>([
    ['a class', '.zz { display: none }', 'class="a zz"'],
    ['one class of several', 'h1, .yy , .zz{font-size:0}', 'class="zz"'],
    ['an id', '/* {} */ #zz{visibility:hidden}', 'id="zz"'],
  ])('is told by the page’s styles: %s', async (_, style, attribute) => {
    const made = page({
      head: `<style>${style}</style>`,
      body: `${first}<p ${attribute}>${OTHER}</p>${second}${third}`,
    });
    expect(paragraphsOf(await read(made))).toEqual(PARAGRAPHS);
  });

  it.each<[string, string, string]>([
    ['on paper', '@media print { .zz { display: none } }', 'class="zz"'],
    ['inside of something', '.menu .zz { display: none }', 'class="zz"'],
    ['on a dark ground', '', 'style="color:#fff;background:#900"'],
    ['in a size of its own', '', 'style="font-size:0"><span style="font-size:16px"'],
    ['for those who hear the page', '', 'aria-hidden="true"'],
    ['half through', '', 'style="opacity:0.5"'],
  ])('is not what is hidden only %s', async (_, style, attribute) => {
    const made = page({
      head: `<style>${style}</style>`,
      body: `${first}<p ${attribute}>${OTHER}</p>${second}${third}`,
    });
    expect(paragraphsOf(await read(made))).toEqual([PARAGRAPHS[0], OTHER, PARAGRAPHS[1], PARAGRAPHS[2]]);
  });

  it('is not the text itself, which a script shows', async () => {
    const made = page({ body: `<div style="visibility:hidden;opacity:0">${first}${second}${third}</div>` });
    expect(paragraphsOf(await read(made))).toEqual(PARAGRAPHS);
  });

  it('is not what fades in piece by piece', async () => {
    const body = PARAGRAPHS.map((text) => `<p style="opacity:0">${text}</p>`).join('');
    const made = page({ body: `${body}<p style="display:none">${OTHER}</p>` });
    expect(paragraphsOf(await read(made))).toEqual(PARAGRAPHS);
  });

  it.each([
    '<amp-ad><p>广告加载中，请稍后再试，或者刷新页面。</p></amp-ad>',
    '<div fallback><p>加载失败了，请刷新页面再试一次。</p></div>',
  ])('is what stands in for something: %s', async (standIn) => {
    expect(paragraphsOf(await read(page({ body: first + standIn + second + third })))).toEqual(PARAGRAPHS);
  });
});

describe('words that a page sets off', () => {
  it.each([
    '<span class="hl">步道</span>',
    '<a class="kw" href="/x">步道</a>',
    '<em id="k">步道</em>',
    '<b class="x">步道</b>',
  ])('stand in their sentence without gaps: %s', async (marked) => {
    const body = PARAGRAPHS.map((text) => p(text.replaceAll('步道', marked))).join('');
    const heading = `<h1>${TITLE.replace('步道', marked)}</h1>`;
    const article = await read(page({ heading, body }));
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
    expect(article.title).toBe(TITLE);
  });

  it('stand apart in a line of facts', async () => {
    const facts =
      '<p><span class="t">2024-03-02 08:15</span><span class="s">来源：江城日报</span><span class="a">作者：王小明</span></p>';
    expect(await read(page({ facts }))).toMatchObject({
      source: '江城日报',
      authors: ['王小明'],
      publishedAt: '2024-03-02T08:15:00+08:00',
    });
  });
});

const HTML = PARAGRAPHS.map(p).join('');
const shell = (script: string) =>
  `<html><head><meta charset="utf-8"><title>${TITLE}_江城网</title></head><body><div id="root"></div>${script}</body></html>`;
const facts = { title: TITLE, publishTime: '2024-03-02 08:15', source: '江城日报' };
const json = (value: unknown) => JSON.stringify(value);

describe('a page whose text lies in its data', () => {
  it.each<[string, string]>([
    ['as JSON', `<script type="application/json">${json({ page: { ...facts, content: HTML } })}</script>`],
    [
      'in a script, its letters escaped',
      `<script>window.__STATE__=${json({ ...facts, body: HTML }).replace(/[\u4e00-\u9fff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)};</script>`,
    ],
    ['as JSON in a string of JSON', `<script>var s = ${json(json({ ...facts, content: HTML }))};</script>`],
    [
      'in entities',
      `<script>var d = {source: '江城日报', time: '2024-03-02 08:15:00', content: '&quot;${HTML.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}&quot;'.slice(6, -6)};</script>`,
    ],
    [
      'in escapes of bytes',
      `<script>var d = { nick_name: '江城日报', ori_create_time: '1709338500', content_noencode: '${HTML.replaceAll('<', '\\x3c').replaceAll('>', '\\x3e')}' };</script>`,
    ],
    [
      'paragraph by paragraph',
      `<script>var d = ${json({ ...facts, list: PARAGRAPHS.map((value) => ({ type: 1, value })) })};</script>`,
    ],
    [
      'as linked data',
      `<script type="application/ld+json">${json({ headline: TITLE, datePublished: '2024-03-02T08:15:00+08:00', source: '江城日报', articleBody: PARAGRAPHS.join('\n') })}</script>`,
    ],
  ])('%s is read', async (_, script) => {
    const article = await read(shell(script));
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
    expect(article).toMatchObject({ title: TITLE, source: '江城日报' });
    expect(article.publishedAt).toMatch(/^2024-03-02T08:15/);
  });

  it.each<[string, string]>([
    ['in noscript', `<noscript>${HTML}</noscript>`],
    ['in a template', `<template>${HTML}</template>`],
    ['in a hidden field', `<textarea style="display:none">${HTML.replaceAll('<', '&lt;')}</textarea>`],
  ])('%s is read', async (_, held) => {
    const article = await read(shell(held));
    expect(article.title).toBe(TITLE);
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  it('is read as it is shown where it is shown', async () => {
    const made = page({ behind: `<script>var d = ${json({ content: HTML + p(OTHER) })};</script>` });
    expect(paragraphsOf(await read(made))).toEqual(PARAGRAPHS);
  });
});

it('a page of WeChat has its account as its source, not its title or its author', async () => {
  const body = `<div id="js_content" style="visibility: hidden; opacity: 0;">${HTML}</div>`;
  const head = `<h1 class="rich_media_title">${TITLE}</h1><div class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">王小明</span><a id="js_name">江城发布</a></div>`;
  const article = await read(
    `<html><head><meta charset="utf-8"><meta property="og:title" content="${TITLE}"></head><body>${head}${body}<script>var ct = "1709338500"; var nickname = htmlDecode("江城发布");</script></body></html>`,
  );
  expect(article).toMatchObject({ title: TITLE, source: '江城发布', publishedAt: '2024-03-02T08:15:00+08:00' });
  expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
});

describe('a page without an article', () => {
  it.each<[string, string, RegExp]>([
    [
      'that only says that scripts are needed',
      '<noscript>您需要启用 JavaScript 才能运行此应用程序，请打开它以后再试。</noscript>',
      /built by a script/,
    ],
    [
      'of frames',
      '<frameset><frame src="a.html"><noframes>您的浏览器不支持框架，请升级以后再访问本站的内容。</noframes></frameset>',
      /frame around other pages/,
    ],
    [
      'that is gone',
      '<h1>404</h1><p>抱歉，您访问的页面不存在，可能已经被删除，请返回首页查看其他内容。</p>',
      /no article to be seen/,
    ],
    [
      'that asks for a check',
      '<h2>环境异常</h2><p>当前环境异常，完成验证后即可继续访问，请点击下面的按钮。</p>',
      /a login or a check/,
    ],
    [
      'in English',
      '<p>The path along the river was opened yesterday, and it is six kilometres long.</p>'.repeat(5),
      /in English/,
    ],
    ['in Korean', '<p>강변 산책로가 어제 개통되었으며 전체 길이는 6킬로미터이다.</p>'.repeat(5), /in Korean/],
  ])('%s says what it is', async (_, body, reason) => {
    await expect(read(`<html><head><meta charset="utf-8"></head>${body}</html>`)).rejects.toMatchObject({
      name: 'NotAnArticle',
      message: expect.stringMatching(reason),
    });
  });
});
