import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { articleOf, headingsOf, PARAGRAPHS, paragraphsOf, TITLE } from './made-page.ts';

const [first, second, third] = PARAGRAPHS;
const MENU =
  '<div class="w1000"><a href="/1">首页</a><a href="/2">时政</a><a href="/3">社会</a><a href="/4">体育</a></div>';
const LINKS = `<ul>${Array.from({ length: 12 }, (_, at) => `<li><a href="/${at}">第${at}座老桥的故事，你听过几座？</a></li>`).join('')}</ul>`;
const RECORD =
  '<div class="foot"><p>江城网版权所有，未经书面授权禁止使用</p><p>互联网新闻信息服务许可证1234567</p></div>';
const whole = (body: string, title = `<title>${TITLE}--江城频道--江城网</title>`, charset = 'utf-8') =>
  `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">${title}</head><body>${MENU}${body}${RECORD}</body></html>`;

/** Made-up pages, each built as the pages of one kind of site are. */
const SITES: Record<string, { html: string; expected: object; encoding?: string }> = {
  'a party paper, in GB2312, with an overline and a subtitle': {
    encoding: 'gbk',
    html: whole(
      `<div class="path">江城网&gt;&gt;江城频道&gt;&gt;社会</div><div class="text_title"><h3 class="pre">河边走一走</h3><h1>${TITLE}</h1><h4 class="sub">——全长六公里，三年建成</h4>
<div class="box01"><div class="fl">2024年03月02日08:15&nbsp;&nbsp;来源：<a href="/s">江城日报</a></div><div class="fr"><a>分享到</a></div></div></div>
<div class="box_con" id="zw"><p>　　${first}</p><p>　　${second}</p><p>　　${third}</p></div><div class="edit clearfix">(责编：周岚、李明)</div><div class="box_news"><h2>相关新闻</h2>${LINKS}</div>`,
      undefined,
      'gb2312',
    ),
    expected: {
      title: TITLE,
      subtitle: '——全长六公里，三年建成',
      source: '江城日报',
      publishedAt: '2024-03-02T08:15:00+08:00',
      editors: ['周岚', '李明'],
    },
  },
  'an agency, its title in a box and its source in an element': {
    html: whole(
      `<div class="h-news"><div class="h-title"> ${TITLE} </div><div class="h-info"><span class="h-time"> 2024-03-02 08:15:00</span> 来源： <em id="source"> 江城社 </em></div></div>
<div class="share"><a>微信</a><a>微博</a></div><div id="p-detail"><div class="main-aticle"><p>　　${first}</p><p><img src="a.jpg"></p><p>　　${second}</p><p>　　${third}</p></div></div>
<div class="zan-wap">+1</div><div class="tiyi1"><span class="editor"> [责任编辑: 周岚 ] </span><a>纠错</a></div>${LINKS}`,
    ),
    expected: { title: TITLE, source: '江城社', publishedAt: '2024-03-02T08:15:00+08:00' },
  },
  'a news site with a hidden copy of its facts': {
    html: whole(
      `<div id="cont_1"><h1 style="display:block; text-align:center">${TITLE}</h1><div id="spider" style="display:none"><span>来源：别处</span></div>
<div class="left-t" style="padding-left:6px;">2024年03月02日 08:15　来源：<a>江城新闻网</a>　<a class="canyu">参与互动</a></div><div class="left_zw"><p>　　${first}</p><p>　　${second}</p><p>　　${third}</p><table border=0><tr><td></td></tr></table></div><div class="left_name"><div><span>【编辑:周岚】</span></div></div></div>${LINKS}`,
    ),
    expected: { title: TITLE, source: '江城新闻网', publishedAt: '2024-03-02T08:15:00+08:00', editors: ['周岚'] },
  },
  'a platform with a tag in its heading and a link home below its text': {
    html: whole(
      `<div class="left"><div class="text-title"><h1>${TITLE}<span class="article-tag"><span class="title-info">原创</span></span></h1><div class="article-info"><span class="time">2024-03-02 08:15</span><span>来源: <a>柳岸笔记</a></span></div></div>
<article class="article" id="editor"><p>原标题：${TITLE}</p><p>${first}</p><p>${second}</p><p>${third}<a href="/"><i></i>返回江城网，查看更多</a></p><p>责任编辑：</p></article><div class="bottom-relate-wrap">${LINKS}</div></div>`,
      `<title>${TITLE}_江城网</title>`,
    ),
    expected: { title: TITLE, source: '柳岸笔记', publishedAt: '2024-03-02T08:15:00+08:00' },
  },
  'a government site, its facts in cells of a table': {
    html: whole(
      `<div class="BreadcrumbNav">当前位置：<a>首页</a> &gt; <a>政务动态</a></div><div class="article"><h1>${TITLE}</h1><div class="pages-date">2024-03-02 08:15 <span>来源： 江城市水务局</span> <span>字号：<b>默认</b> <b>大</b> <b>超大</b></span> | <a>打印</a></div>
<div class="pages_content" id="UCAP-CONTENT"><p style="text-indent: 2em;">${first}</p><p style="text-indent: 2em;">${second}</p><p style="text-indent: 2em;">${third}</p></div><div class="editor">责任编辑：周岚</div></div><div class="related">相关稿件${LINKS}</div>`,
    ),
    expected: { title: TITLE, source: '江城市水务局', publishedAt: '2024-03-02T08:15:00+08:00', editors: ['周岚'] },
  },
  'a Taiwanese agency with an update and a number at the end': {
    html: whole(
      `<div class="breadcrumb"><a>首頁</a> / <a>地方</a></div><div class="centralContent"><h1><span>河邊步道昨天開放</span></h1><div class="timeBox"><div class="updatetime"><span>2024/3/2 08:15</span><span>（3/2 09:00 更新）</span></div></div><div class="paragraph"><p>（中央社記者王小明台北2日電）${'城東的步道昨天開放，全長六公里，沿著老河堤一直通到水文站。'}</p><p>市民李明說，他每天清晨都來跑步，以前要繞過兩個工地，現在十分鐘就能走到河邊。</p><p>水務局介紹，步道用了三年建成，沿線補種了兩千棵柳樹，明年春天還要修一座人行橋。（編輯：周嵐）1130302</p></div><div class="paragraph moreArticle"><h2>延伸閱讀</h2>${LINKS}</div></div>`,
      '<title>河邊步道昨天開放 | 地方 | 江城社</title>',
    ),
    expected: {
      title: '河邊步道昨天開放',
      publishedAt: '2024-03-02T08:15:00+08:00',
      authors: ['王小明'],
      script: 'hant',
    },
  },
  'an account on a platform, its text in sections of sections': {
    html: whole(
      `<div id="img-content"><h1 class="rich_media_title" id="activity-name">${TITLE}</h1><div id="meta_content"><span class="rich_media_meta rich_media_meta_text">周岚</span><span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a id="js_name">柳岸人家</a></span><em id="publish_time">2024-03-02 08:15</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden;"><section><section><span style="font-size: 15px;">${first}</span></section></section><section><section><p><span>${second}</span></p></section></section><section><p>${third}</p></section><section><p style="text-align:center"><span>长按识别二维码关注我们</span></p></section></div></div>`,
      `<meta property="og:title" content="${TITLE}"><title></title>`,
    ),
    expected: { title: TITLE, source: '柳岸人家', publishedAt: '2024-03-02T08:15:00+08:00' },
  },
  'a broadcaster, with pictures, their sources and headings': {
    html: whole(
      `<main role="main"><div><h1 id="content" tabindex="-1">${TITLE}</h1></div><div class="x-1"><figure><div><img src="a.jpg" alt="步道"></div><p class="x-src"><span class="visually-hidden">图像来源，</span>柳岸图片社</p><figcaption><span class="visually-hidden">图像加注文字，</span><p>起点的石碑</p></figcaption></figure></div>
<section role="region" aria-labelledby="by"><div><span>周岚</span></div><ul><li>江城广播公司</li></ul></section><div class="x-2"><time datetime="2024-03-02">2024年3月2日</time></div>
<div dir="ltr" class="x-3"><p class="x-4">${first}</p></div><div class="x-5"><h2 tabindex="-1">河堤上的三年</h2></div><div dir="ltr" class="x-3"><p class="x-4">${second}</p></div><div dir="ltr" class="x-3"><p class="x-4">${third}</p></div>
<section role="region" aria-label="更多"><h2>更多相关内容</h2>${LINKS}</section></main>`,
      `<title>${TITLE} - 江城广播公司</title>`,
    ),
    expected: { title: TITLE, publishedAt: '2024-03-02', sections: [{ heading: null }, { heading: '河堤上的三年' }] },
  },
  'a radio station that says when in an element alone': {
    html: whole(
      `<h1 class="title pg-title">${TITLE}</h1><div class="publishing-details"><div class="published"><time pubdate="pubdate" datetime="2024-03-02T00:15:00+00:00">上午</time></div></div>
<div class="share"><button>分享</button></div><div id="article-content"><div class="wsw"><p>${first}</p><div class="wsw__embed"><figure><figcaption><span class="caption">夜里的灯</span></figcaption></figure></div><p>${second}</p><p>${third}</p></div></div><div class="media-block-wrap"><h2 class="section-head">相关内容</h2>${LINKS}</div>`,
    ),
    expected: { title: TITLE, publishedAt: '2024-03-02T00:15:00+00:00' },
  },
  'a page of the nineties, all of it in tables and fonts': {
    html: `<HTML><HEAD><TITLE>江城网--${TITLE}</TITLE></HEAD><BODY><TABLE><TR><TD><A HREF=/>首页</A></TD><TD><A HREF=/a>新闻</A></TD></TR></TABLE>
<CENTER><FONT SIZE=5><B>${TITLE}</B></FONT><BR><FONT COLOR=gray>江城日报　2024年3月2日 08:15</FONT></CENTER><HR>
<TABLE WIDTH=600><TR><TD><FONT SIZE=3>　　${first}<BR>　　${second}<BR>　　${third}<BR></FONT></TD></TR></TABLE><HR><CENTER><A HREF=javascript:window.close()>关闭窗口</A></CENTER></BODY></HTML>`,
    expected: { title: TITLE, source: '江城日报', publishedAt: '2024-03-02T08:15:00+08:00' },
  },
  'an agency that sets its date in pieces above the title': {
    html: whole(
      `<div class="header-cont"><div class="header-time"><span class="year"><em>2024</em></span><span class="day"><em>03</em>/<em>02</em></span><span class="time">08:15:33</span></div><div class="source">来源：江城社</div><div class="head-line"><h1><span class="title">${TITLE}</span></h1></div></div>
<div id="detail"><p>　　${first}</p><p>　　${second}</p><p>　　${third}</p><div class="editor"><span>【责任编辑:周岚】</span></div></div>`,
      `<title>${TITLE}-江城网</title><meta name="publishdate" content="2024-03-02">`,
    ),
    expected: { title: TITLE, source: '江城社', publishedAt: '2024-03-02T08:15:33+08:00', editors: ['周岚'] },
  },
  'a platform that sets headings as large as its title, and captions by class': {
    html: whole(
      `<div class="article-content"><h1>${TITLE}</h1><div class="article-meta"><span>2024-03-02 08:15</span><span>·</span><span class="name"><a>柳岸笔记</a></span></div><article><p>${first}</p><h1 class="pgc-h-arrow-right">三年建成</h1><p>${second}</p><p class="pgc-img-caption">夜里的灯</p><p>${third}</p></article></div><div class="comment"><p>这条步道我去过，柳树还很小，灯倒是很亮，明年再去。</p></div>`,
    ),
    expected: {
      title: TITLE,
      source: '柳岸笔记',
      publishedAt: '2024-03-02T08:15:00+08:00',
      sections: [{ heading: null }, { heading: '三年建成' }],
    },
  },
  'an account whose numbered headings exclaim': {
    html: whole(
      `<div id="img-content"><h1 class="rich_media_title">${TITLE}</h1><div id="meta_content"><span>原创</span><span class="rich_media_meta_text">周岚</span><span class="rich_media_meta_nickname"><a>柳岸人家</a></span></div>
<div class="rich_media_content" id="js_content"><p>${first}</p><p><strong>01</strong></p><p><strong>灯亮了！</strong></p><p>${second}</p><p><strong>02</strong></p><p><strong>柳树种下了</strong></p><p>${third}</p></div></div>`,
      `<meta property="og:title" content="${TITLE}"><title></title>`,
    ),
    expected: {
      title: TITLE,
      source: '柳岸人家',
      authors: ['周岚'],
      sections: [{ heading: null }, { heading: '灯亮了！' }, { heading: '柳树种下了' }],
    },
  },
  'a platform that names the rank of an account beside the date': {
    html: whole(
      `<div id="ssr"><div class="s1">${TITLE}</div><div><p class="s2"><a>柳岸观察</a></p><div class="s3"><span>2024-03-02 08:15</span><span>江城日报官方账号</span></div><span>关注</span></div><div class="s4"><p><span class="bjh-p">${first}</span></p><p><span class="bjh-p">${second}</span></p><p><span class="bjh-p">${third}</span></p></div><div>举报/反馈</div></div>`,
      `<title>${TITLE}</title>`,
    ),
    expected: { title: TITLE, source: '柳岸观察', publishedAt: '2024-03-02T08:15:00+08:00' },
  },
  'a printed paper whose own name is all that its head says': {
    html: whole(
      `<table><tr><td><div>江城日报</div></td><td>2024年03月02日 星期六</td></tr><tr><td><table><tr><td><span>河边走一走</span></td></tr><tr><td><strong>${TITLE}</strong></td></tr><tr><td><span>□ 本报记者 周岚</span></td></tr><tr><td><div id="ozoom"><p>　　${first}</p><p>　　${second}</p><p>　　${third}</p></div></td></tr></table></td></tr></table>`,
      '<title>江城日报</title>',
    ),
    expected: { title: TITLE, publishedAt: '2024-03-02', authors: ['周岚'] },
  },
  'a broadcaster that lists who wrote it': {
    html: whole(
      `<h1>${TITLE}</h1><ul><li><span>周岚</span></li><li><span>江城广播网</span></li></ul><time datetime="2024-03-02">2024年3月2日</time><div id="text"><p>江城 —</p><p>${first}</p><p>${second}</p><p>${third}</p></div>`,
      `<title>${TITLE} - 江城广播网</title>`,
    ),
    expected: { title: TITLE, publishedAt: '2024-03-02' },
  },
  'an e-paper with its edition': {
    html: whole(
      `<div class="paper"><div>江城日报</div><div>2024年03月02日 星期六</div></div><table class="main-article-t1"><tr><td><div class="ban"><strong>第A3版：社会</strong></div><founder-title><p class="BSHARE_TITLE" style="font-size:20px"><strong>${TITLE}</strong></p></founder-title><div id="ozoom"><founder-content><P>　　${first}</P><P>　　${second}</P><P>　　${third}</P></founder-content></div></td></tr></table><a>上一篇</a><a>下一篇</a>`,
      `<title>江城日报 - ${TITLE}</title>`,
    ),
    expected: { title: TITLE },
  },
};

/** Stand between the paragraphs. */
const CAPTIONS: ReadonlySet<string> = new Set(['夜里的灯', '起点的石碑']);

describe('a page as it is built by', () => {
  it.each(Object.entries(SITES))('%s', async (name, { html, expected, encoding }) => {
    const article = await articleOf(encoding === undefined ? html : iconv.encode(html, encoding), 'html');
    expect(article).toMatchObject(expected);
    if (!('sections' in expected)) expect(headingsOf(article)).toEqual([]);
    const own = paragraphsOf(article).filter((text) => !CAPTIONS.has(text));
    if (name.includes('Taiwanese')) expect(own).toHaveLength(3);
    else expect(own).toEqual(PARAGRAPHS);
  });
});
