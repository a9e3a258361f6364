import { NotAnArticle } from '../../article/article.ts';
import { bylineOfLine } from '../../article/bylines/bylines.ts';
import { isPublisher } from '../../article/bylines/publishers.ts';
import type { FileText } from '../../article/file-text.ts';
import { fold } from '../../language/fold.ts';
import { FileTextBuilder } from '../file-text-builder.ts';
import { requireChinese } from '../require-chinese.ts';
import { type Body, findBody } from './body.ts';
import { columnBefore, factsNearby, signatureIn, withGaps } from './facts-nearby.ts';
import { type HeadData, headData } from './head-data.ts';
import { headingEvidence } from './heading-evidence.ts';
import { readableElements } from './readable.ts';
import { type TextInData, textInData } from './text-in-data.ts';
import { findTitle, type Title, withoutSite } from './title.ts';
import { elementsOf, type Node, treeOf } from './tree.ts';
import { unseenElements } from './unseen.ts';
import { type VisibleLine, visibleLines } from './visible-lines.ts';

/** A path or a date may stand above the title, not further than so many lines. */
const ABOVE = 8;
const ABOVE_TITLE = /(?:19|20)\d{2}\s*[-/.年]|(?:19|20)\d{2} \d{1,2}\s?\/\s?\d{1,2} \d{1,2}:|>|»|›|位置|^来源\s?:/;
/** Who edited it, where it is from: not further below the text than so many lines. */
const BELOW = 14;
const BELOW_BODY =
  /^.{0,12}(?:编辑|责编|来源|作者|记者|通讯员|撰文|采写|发布|日期|时间|校对|审核|原标题)(?:于|者)?\s{0,4}[:/|丨]/u;
/** Says that nobody knows. */
const NO_SOURCE = /^来源\s*:\s*(?:网络|互联网|综合|整理|未知)\S{0,4}$/;
const MAX_FACT = 100;
const FACT = /(?:19|20)\d{2}\s*[-/.年]|民国|来源|来自|转自|出处|作者|记者|编辑|撰文|采写|通讯员|责编/;
/** 原创 张三 江城读书: the line of an account. */
const ORIGINAL = /^原创\s/;
const SUBTITLE = /^(?:[-—–─－]{1,3}|副[标題题])/;

/**
 * The text of a page: all lines that a person sees, with those marked that are not the article's. Where a page shows none
 * and holds a text that its script would show, that text.
 *
 * @throws NotAnArticle where there is no text, or the page is built as no page is
 */
export function readHtml(html: string): FileText {
  const document = treeOf(html);
  const data = headData(document);
  const page = seen(document, data);
  const held = lettersOf(page) < MIN_SHOWN ? textInData(document) : undefined;
  if (held !== undefined && lettersIn(held.html) > MUCH_MORE * lettersOf(page)) {
    const shown = seen(treeOf(`${titleFor(page, data)}<div>${held.html}</div>`), data);
    const { body } = shown;
    if (body !== undefined) return compose({ ...shown, body, data: withTold(data, held) });
  }
  requireArticle(page, document);
  return compose(page);
}

/** A page as it is read: its lines, and where the article stands among them. */
interface SeenPage {
  readonly lines: readonly VisibleLine[];
  /** Undefined where there is no prose. */
  readonly body: Body | undefined;
  readonly title: Title | undefined;
  readonly data: HeadData;
}

function seen(document: Node, data: HeadData): SeenPage {
  const unseen = unseenElements(document);
  const lines = visibleLines(document, { unseen });
  const readable = readableElements(document, unseen);
  const anywhere = findBody(lines, readable, 0);
  const title = findTitle(lines, data.titles, anywhere === undefined ? lines.length : firstProse(lines, anywhere));
  const body = (title !== undefined && findBody(lines, readable, title.at + 1)) || anywhere;
  return { lines, body, title, data };
}

/** An article has more; a page that shows less may hold one in its data. Chinese characters, and how many times as many. */
const MIN_SHOWN = 100;
const MUCH_MORE = 2;

function lettersOf({ lines, body }: SeenPage): number {
  return body === undefined ? 0 : lines.slice(body.start, body.end).reduce((sum, { text }) => sum + lettersIn(text), 0);
}

function lettersIn(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** The page may show its heading, though not its text. */
function titleFor({ title }: SeenPage, { titles: [told = ''] }: HeadData): string {
  return `<h1>${(title?.text ?? withoutSite(told)).replaceAll('<', '&lt;')}</h1>`;
}

function withTold(data: HeadData, { publishedAt, source }: TextInData): HeadData {
  return {
    ...data,
    told: { ...(publishedAt !== undefined && { publishedAt }), ...(source !== undefined && { source }), ...data.told },
  };
}

/** What stands on a page in place of an article. */
const INSTEAD =
  /页面不存在|内容不存在|找不到(?:该|此|您|相关|页面)|(?:已被|已经被|被)(?:发布者|作者|投诉|屏蔽|删除)|无法(?:访问|查看)(?:此|该)|违规无法查看|(?:安全|人机|滑动|完成)验证|环境异常|验证码|登录后(?:查看|阅读|继续)|访问(?:过于)?频繁|404 Not Found|页面(?:走丢|丢失|出错)|頁面不存在|找不到(?:網頁|頁面)|請先登入/;

function requireArticle(page: SeenPage, document: Node): asserts page is SeenPage & { body: Body } {
  const { lines, body } = page;
  const shown = lines.map(({ text }) => text).join('\n');
  if (lettersOf(page) < MIN_SHOWN && INSTEAD.test(fold(shown))) {
    throw new NotAnArticle(
      'the page says that there is no article to be seen, or asks for a login or a check; open it in a browser and save what you see',
    );
  }
  if (body !== undefined) return;
  if ([...elementsOf(document)].some(({ tagName }) => tagName === 'frameset')) {
    throw new NotAnArticle('the page is a frame around other pages; open the one with the article and save that');
  }
  requireChinese({ text: shown, evidence: new Map(), told: {} });
  throw new NotAnArticle(
    'the page shows no paragraph of Chinese text; it may be built by a script as it is opened: save it from a browser',
  );
}

function firstProse(lines: readonly VisibleLine[], { start, end }: Body): number {
  const at = lines.findIndex(
    ({ text, linked }, index) => index >= start && index < end && text.length > 40 && linked < 0.3,
  );
  return at < 0 ? start : at;
}

function compose({ lines, body, title, data: { titles, told } }: SeenPage & { readonly body: Body }): FileText {
  const titleIndex = title?.at;
  const headStart = titleIndex ?? Math.max(0, body.start - ABOVE);
  const headings = headingEvidence(lines.slice(body.start, body.end));
  const file = new FileTextBuilder();
  const named = titleIndex === undefined ? titles.map(withoutSite).find((name) => !isPublisher(fold(name))) : undefined;
  const hasTitle = titleIndex !== undefined || named !== undefined;
  if (named !== undefined) {
    file.titleFollows();
    file.add(named);
  }
  const own: string[] = [];
  for (const [at, line] of lines.entries()) {
    const outside = reasonOutside(at, line, { body, headStart, titleIndex, hasTitle });
    const isBody = outside === undefined && at >= body.start && at !== titleIndex;
    if (at === titleIndex && title !== undefined) {
      file.titleFollows();
      file.add(title.text);
      file.add(line.text.slice(title.text.length), { outside: 'page-head' });
      continue;
    }
    if (isBody) file.bodyFollows();
    const column = outside === undefined && at < body.start ? columnBefore(line) : undefined;
    const link = isBody ? linkBehind(line) : undefined;
    if (column !== undefined) file.add(column, { outside: 'page-head' });
    const isFacts = outside === undefined && !isBody && line.pieces.length > 1;
    const text = isFacts ? withGaps(line) : line.text;
    file.add(text.slice(column?.length ?? 0, text.length - (link?.length ?? 0)), {
      outside,
      heading: headings.get(line),
    });
    if (link !== undefined) file.add(link, { outside: 'link' });
    if (isBody && at < body.end) own.push(line.text);
  }
  const behindTitle = titleIndex === undefined ? headStart : titleIndex + 1;
  const nearby = [lines.slice(behindTitle, body.start), lines.slice(Math.max(0, headStart - ABOVE), headStart)].map(
    factsNearby,
  );
  return file.build({ ...signatureIn(own.slice(-LAST_LINES)), ...nearby[1], ...told, ...nearby[0] });
}

/** So far up who wrote an article may sign it. */
const LAST_LINES = 3;
const LEADS_AWAY = /^(?:返回|更多|点击|查看|进入|展开|阅读全文)|[>»]$/;

/** A link to elsewhere that runs on behind the last sentence of a paragraph. */
function linkBehind({ pieces, text, linked }: VisibleLine): string | undefined {
  const last = pieces.at(-1);
  if (last === undefined || linked > 0.5 || !last.isLink) return undefined;
  return LEADS_AWAY.test(fold(last.text)) && text.endsWith(last.text) ? last.text : undefined;
}

function reasonOutside(
  at: number,
  line: VisibleLine,
  {
    body,
    headStart,
    titleIndex,
    hasTitle,
  }: { body: Body; headStart: number; titleIndex: number | undefined; hasTitle: boolean },
): string | undefined {
  if (at === titleIndex) return undefined;
  if (at >= body.start && at < body.end) return body.outside.get(at);
  if (at >= body.end) return at < body.end + BELOW && mayBeFact(line, BELOW_BODY) ? undefined : 'below-article';
  // Where nothing says what the title is, it is among these lines.
  if (at >= headStart) return mayBeHead(line) || (!hasTitle && line.linked < 0.5) ? undefined : 'page-head';
  return at >= headStart - ABOVE && mayBeFact(line, ABOVE_TITLE) ? undefined : 'above-article';
}

/** Below the title: a subtitle, or a line of facts. */
function mayBeHead(line: VisibleLine): boolean {
  const { text, level, linked } = line;
  if (level !== undefined && linked < 0.5) return true;
  const folded = fold(text);
  if (text.length > MAX_FACT) return false;
  if (FACT.test(folded) || SUBTITLE.test(text) || isPublisher(folded) || ORIGINAL.test(folded)) return true;
  // In a list of two characters each are buttons to share a page.
  return bylineOfLine(folded) !== undefined && (text.length > 2 || !line.settings.has('item'));
}

function mayBeFact({ text, linked }: VisibleLine, pattern: RegExp): boolean {
  if (NO_SOURCE.test(fold(text))) return false;
  return text.length <= MAX_FACT && linked < 0.95 && pattern.test(fold(text));
}
