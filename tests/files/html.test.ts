import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { NotAnArticle } from '../../src/article/article.ts';
import { linesOfArticle, replay } from '../../src/article/replay.ts';
import { readFile } from '../../src/files/read-file.ts';
import { articleOf, headingsOf, PARAGRAPHS, type Page, page, paragraphsOf, TITLE } from './made-page.ts';

const read = (content: string | Uint8Array) => articleOf(content, 'html');
const p = (text: string) => `<p>${text}</p>`;
const [first, second, third] = PARAGRAPHS.map(p);

describe('a saved page', () => {
  it('gives its article and nothing of what stands around it', async () => {
    const article = await read(page());
    expect(article).toMatchObject({ title: TITLE, source: '江城日报', publishedAt: '2024-03-02T08:15:00+08:00' });
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
    expect(headingsOf(article)).toEqual([]);
  });

  it('tells all that was dropped, and why, so that the rest can be checked against it', async () => {
    const file = await readFile(Buffer.from(page()), 'html');
    const article = await read(page());
    expect(replay(file.text, article)).toEqual(linesOfArticle(article));
    const rules = article.removed.map(({ rule }) => rule);
    expect(rules).toEqual(['above-article', 'metadata', 'below-article']);
    expect(article.removed[0]?.text).toBe('首页 要闻 体育'.replaceAll(' ', ''));
  });

  /** Each with one fault, and what has to come of it. */
  const FAULTS: Record<string, [Page, object]> = {
    'a heading of no heading element': [{ heading: `<div class="tit">${TITLE}</div>` }, { title: TITLE }],
    'a logo as its first heading': [
      { heading: `<h1><a href="/">江城新闻网</a></h1><h2>${TITLE}</h2>` },
      { title: TITLE },
    ],
    'a title only for the browser': [{ heading: '' }, { title: TITLE }],
    'a heading that the browser’s title does not have': [
      { title: '<title>江城网</title>', heading: '<h1>老河堤上的新步道</h1>' },
      { title: '老河堤上的新步道' },
    ],
    'a title that was cut for other sites': [
      {
        heading: '<h1>“最长”的步道开放了吗？</h1>',
        title: '<title>“最长”的步道开放了吗？_江城网</title>',
        head: '<meta property="og:title" content="">',
      },
      { title: '“最长”的步道开放了吗？' },
    ],
    'the column before its title': [
      { title: `<title>城市观察-${TITLE}</title>`, heading: `<b>${TITLE}</b>` },
      { title: TITLE },
    ],
    'a title in quotation marks of another kind': [
      { heading: '<h1>他说"走得很快"</h1>', title: '<title>他说“走得很快”_江城网</title>' },
      { title: '他说"走得很快"' },
    ],
    'its date in a meta element alone': [
      { facts: '', head: '<meta property="article:published_time" content="2024-03-02T08:15:00+08:00">' },
      { publishedAt: '2024-03-02T08:15:00+08:00' },
    ],
    'its date in PubDate alone': [
      { facts: '', head: '<meta name="PubDate" content="2024-03-02 08:15">' },
      { publishedAt: '2024-03-02T08:15:00+08:00' },
    ],
    'its date in JSON-LD alone': [
      {
        facts: '',
        head: '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-02T00:15:00Z"}</script>',
      },
      { publishedAt: '2024-03-02T00:15:00+00:00' },
    ],
    'JSON-LD that is none': [{ head: '<script type="application/ld+json">{"@type":</script>' }, { title: TITLE }],
    'another date in a meta element than in sight': [
      { head: '<meta name="PubDate" content="2020-01-01 00:00">' },
      { publishedAt: '2024-03-02T08:15:00+08:00' },
    ],
    'the source in an element named so': [
      { facts: '<div><span class="column">社会</span> <span class="source">柳岸笔记</span> 2024-03-02 08:15</div>' },
      { source: '柳岸笔记', publishedAt: '2024-03-02T08:15:00+08:00' },
    ],
    'an account as its source, beside the date': [
      { facts: '<div><span>2024-03-02</span> · <span>柳岸人家</span></div>' },
      { source: '柳岸人家', publishedAt: '2024-03-02' },
    ],
    'author and source with a stroke between': [
      { facts: '<p>周岚/江城日报</p><p>2024-03-02 08:15</p>' },
      { source: '江城日报', authors: ['周岚'] },
    ],
    'the account and the day of WeChat in a script': [
      {
        facts: '<a>柳岸人家</a><em>昨天</em>',
        head: '<script>var ct = "1709338500"; var nickname = "柳岸人家";</script>',
      },
      { source: '柳岸人家', publishedAt: '2024-03-02T08:15:00+08:00' },
    ],
    'a day without its year': [
      { facts: '<span>03-02 08:15</span>', head: '<meta itemprop="dateUpdate" content="2024-03-02 08:15:13">' },
      { publishedAt: '2024-03-02T08:15:13+08:00' },
    ],
  };

  it.each(Object.entries(FAULTS))('has %s', async (_, [made, expected]) => {
    const article = await read(page(made));
    expect(article).toMatchObject(expected);
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  /** Each with one fault in its text: the text stays as it is without. */
  const AROUND: Record<string, Page> = {
    'share buttons above its text': {
      body: `<div class="share">分享到：<a>微信</a><a>微博</a></div>${first}${second}${third}`,
    },
    'buttons that no class names': {
      facts: '<div>2024-03-02 08:15 来源：江城日报</div><div><a>字号</a> <a>收藏</a> <a>打印</a></div>',
    },
    'a code to scan below it': { behind: '<div class="qr"><p>扫一扫，把这篇文章带回家</p></div>' },
    'links to others between its paragraphs': {
      body: `${first}<p><a href="/x">一座老桥的故事，你听过吗？</a></p>${second}${third}`,
    },
    'an advertisement in a box': {
      body: `<div class="promo"><p>想第一时间免费体验新品，快来<a href="/x">众测</a>，下载客户端还有专享福利！</p></div>${first}${second}${third}`,
    },
    'comments that are longer than it': {
      behind: `<div class="comment-list">${'<div class="comment-txt">我昨天也去走了一趟，路很平，灯很亮，就是没有地方停车，希望早点解决。</div>'.repeat(20)}</div>`,
    },
    'other articles below it': {
      behind: `<div class="related"><h3>相关新闻</h3>${'<p><a href="/y">水文站的三十年</a></p>'.repeat(5)}</div>`,
    },
    'the latest of its author below it': {
      behind: '<h2>作者最新文章</h2><ul><li><a href="/z">柳树的秋天</a></li></ul>',
    },
    'a player that says it cannot play': {
      body: `<div class="video-box">暂时无法播放此视频</div>${first}${second}${third}`,
    },
    'a script and a style within it': {
      body: `${first}<script>var a = '中文。';</script>${second}<style>p{}</style>${third}`,
    },
    'what is out of sight': {
      body: `${first}<p style="display:none">看不见的一段话，谁也读不到它。</p>${second}${third}`,
    },
    'a link home behind its last sentence': {
      body: `${first}${second}<p>${PARAGRAPHS[2]} <a href="/">返回江城网首页&gt;&gt;</a></p>`,
    },
    'line breaks instead of paragraphs': { body: PARAGRAPHS.join('<br><br>') },
    'spans that run on': {
      body: PARAGRAPHS.map((text) => `<p><span>${text.slice(0, 9)}</span><span>${text.slice(9)}</span></p>`).join(''),
    },
    'paragraphs in boxes of their own': {
      body: PARAGRAPHS.map((text) => `<div><div><p><span>${text}</span></p></div></div>`).join(''),
    },
    'indents of no-break spaces': { body: PARAGRAPHS.map((text) => `<p>&nbsp;&nbsp;　　${text}</p>`).join('') },
    'lines broken in its source': {
      body: PARAGRAPHS.map((text) => `<p>${text.slice(0, 12)}\n   ${text.slice(12)}</p>`).join(''),
    },
    'a layout of tables': {
      body: `<table><tr><td><table><tr><td>${first}${second}${third}</td></tr></table></td></tr></table>`,
    },
    'no end of its elements': { body: PARAGRAPHS.map((text) => `<p>${text}`).join('<div>') },
  };

  it.each(Object.entries(AROUND))('has %s', async (_, made) => {
    expect(paragraphsOf(await read(page(made)))).toEqual(PARAGRAPHS);
  });

  it('is read without Readability, where that would take too long or fails', async () => {
    const deep = `${'<div>'.repeat(300)}${PARAGRAPHS.map(p).join('')}${'<p><i></i></p>'.repeat(600)}${'</div>'.repeat(300)}`;
    const named = `<div class="${'x '.repeat(200_000)}">${PARAGRAPHS.map(p).join('')}</div>`;
    for (const body of [deep, named]) expect(paragraphsOf(await read(page({ body })))).toEqual(PARAGRAPHS);
  });

  it('of one paragraph is found beside a longer foot', async () => {
    const foot = `<div class="legal"><p>${'本站所载的文章和数据仅供参考，请读者自行核实，风险自担。'.repeat(4)}</p></div>`;
    expect(paragraphsOf(await read(page({ body: first ?? '', behind: foot })))).toEqual([PARAGRAPHS[0]]);
  });

  it('of one paragraph is told from a box above it, and from what a button says', async () => {
    const promo =
      '<div class="promo"><p>想第一时间免费体验新品，快来<a href="/x">众测</a>，下载客户端还有福利！</p></div>';
    const toast = '<div class="save_alert"><p>收藏成功，您可以在首页顶部的收藏夹里找到它。</p></div>';
    const article = await read(page({ body: promo + p(PARAGRAPHS[1]), behind: toast }));
    expect(paragraphsOf(article)).toEqual([PARAGRAPHS[1]]);
  });

  it('may stand in a part whose name says that it is around it', async () => {
    const body = `<div class="pop_share_content">${PARAGRAPHS.map(p).join('')}</div>`;
    expect(paragraphsOf(await read(page({ body })))).toEqual(PARAGRAPHS);
  });

  it('of short lines is kept whole', async () => {
    const verse = ['下周一，', '步道就要开放，', '河边的风也要来。', '什么？', '你还不知道？'];
    const body = [...verse, PARAGRAPHS[0], '愿大家都能', '走得平安，走得自在。'].map(p).join('');
    const all = paragraphsOf(await read(page({ body }))).concat(headingsOf(await read(page({ body }))));
    expect(new Set(all)).toEqual(new Set([...verse, PARAGRAPHS[0], '愿大家都能', '走得平安，走得自在。']));
  });
});

describe('headings of a page', () => {
  const bodies: Record<string, string> = {
    'heading elements': `${first}<h2>河堤上的三年</h2>${second}${third}`,
    'bold lines': `${first}<p><strong>河堤上的三年</strong></p>${second}${third}`,
    'bold lines that end in a question mark': `${first}<p><b>河堤上的三年</b></p>${second}<p><b>桥什么时候修好？</b></p>${third}`,
    'a class for headings': `${first}<p><span class="ed-h3">河堤上的三年</span></p>${second}${third}`,
  };
  it.each(Object.entries(bodies))('are told by %s', async (_, body) => {
    expect(headingsOf(await read(page({ body })))[0]).toBe('河堤上的三年');
  });

  it('are neither captions, nor rows, nor bold paragraphs, nor numbers', async () => {
    const body = `${first}<figure><img src="a.jpg"><figcaption>步道的起点</figcaption></figure>${second}
<table><tr><td>起点</td><td>水文站</td></tr><tr><td>终点</td><td>老码头</td></tr></table>
<p><b>他说，走着走着就忘了时间。</b></p><p>1</p>${third}<p><img src="b.jpg"></p><p>夜里的灯</p>${first}`;
    const article = await read(page({ body }));
    expect(headingsOf(article)).toEqual([]);
    expect(paragraphsOf(article)).toContain('起点　水文站');
  });

  it('are no bold lines where most lines are bold', async () => {
    const body = PARAGRAPHS.map((text) => `<p><b>${text.slice(0, 8)}</b></p>`).join('') + first;
    expect(headingsOf(await read(page({ body })))).toEqual([]);
  });
});

describe('the bytes of a page', () => {
  const declaring = (charset: string) => page().replace('charset="utf-8"', `charset="${charset}"`);
  it.each([
    ['GB2312 and are so', 'gb2312', 'gbk'],
    ['GB2312 and are UTF-8', 'gb2312', 'utf8'],
    ['UTF-8 and are GBK', 'utf-8', 'gbk'],
    ['a charset that nobody knows', 'x-unknown', 'gbk'],
    ['Latin-1 and are UTF-8', 'iso-8859-1', 'utf8'],
  ])('declare %s', async (_, declared, encoding) => {
    const article = await read(iconv.encode(declaring(declared), encoding));
    expect(article.title).toBe(TITLE);
    expect(paragraphsOf(article)).toEqual(PARAGRAPHS);
  });

  it('may be Big5, or UTF-16 with its mark', async () => {
    const traditional = page({ title: '<title>河邊步道昨天開放_江城網</title>', heading: '<h1>河邊步道昨天開放</h1>' });
    for (const text of [traditional.replace('utf-8', 'big5')]) {
      expect((await read(iconv.encode(text, 'big5'))).title).toBe('河邊步道昨天開放');
    }
    expect((await read(iconv.encode(page(), 'utf-16le', { addBOM: true }))).title).toBe(TITLE);
  });
});

describe('what is no page of an article', () => {
  const reasonOf = async (html: string) => {
    const failure = await read(html).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NotAnArticle);
    return (failure as Error).message;
  };

  it.each([
    ['empty', '', /empty/],
    [
      'a shell that a script fills',
      '<html><body><div id="app"></div><script>render()</script></body></html>',
      /script/,
    ],
    [
      'a list of links',
      `<html><body>${'<li><a href="/x">一座老桥的故事，你听过吗？</a></li>'.repeat(30)}</body></html>`,
      /no paragraph/,
    ],
    [
      'English',
      page({
        title: '',
        heading: '<h1>A path</h1>',
        facts: '',
        body: p('The path along the river is open, and it is long. The town is happy that it is there. ').repeat(5),
      }),
      /English|no paragraph/,
    ],
    [
      'Japanese',
      page({
        title: '',
        heading: '<h1>川沿いの遊歩道</h1>',
        facts: '',
        body: p('川沿いの遊歩道が昨日開放されました。全長は六キロで、古い堤防に沿って観測所まで続いています。').repeat(
          5,
        ),
      }),
      /Japanese/,
    ],
    ['10,000 elements deep', `<html><body>${'<div>'.repeat(10_000)}${PARAGRAPHS[0]}`, /deep/],
    ['half a million elements', `<html><body>${'<i></i>'.repeat(500_000)}`, /elements/],
  ])('%s is refused with the reason', async (_, html, reason) => {
    expect(await reasonOf(html)).toMatch(reason);
  });

  it('runs nothing and fetches nothing', async () => {
    const body = `${first}<script>globalThis.ranFromAPage = true</script><img src="http://127.0.0.1:9/x.png" onerror="globalThis.ranFromAPage = true">
<iframe src="http://127.0.0.1:9/"></iframe><link rel="stylesheet" href="http://127.0.0.1:9/x.css">${second}${third}`;
    const before = globalThis.fetch;
    let fetched = 0;
    globalThis.fetch = () => {
      fetched += 1;
      return Promise.reject(new Error('nothing is fetched'));
    };
    try {
      expect(paragraphsOf(await read(page({ body })))).toEqual(PARAGRAPHS);
    } finally {
      globalThis.fetch = before;
    }
    expect(fetched).toBe(0);
    expect('ranFromAPage' in globalThis).toBe(false);
  });

  it('resolves no entity of its own', async () => {
    const bomb = `<!DOCTYPE html [<!ENTITY a "${'哈'.repeat(1000)}"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>`;
    const article = await read(
      page({ body: `${first}<p>&b;&b;&b;这里没有别的东西，只有几个记号。</p>${second}` }).replace(
        '<!DOCTYPE html>',
        bomb,
      ),
    );
    expect(paragraphsOf(article).join('').length).toBeLessThan(300);
  });
});
