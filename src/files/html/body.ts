import { findDates } from '../../article/dateline.ts';
import { fold } from '../../language/fold.ts';
import { attribute, type Element } from './tree.ts';
import type { VisibleLine } from './visible-lines.ts';

/** The lines of a page that are the article's, as indices; what is neither comes before, after, or between. */
export interface Body {
  readonly start: number;
  /** Behind the last line. */
  readonly end: number;
  /** Lines between that stand outside all the same: why, by index. */
  readonly outside: ReadonlyMap<number, string>;
}

/** A line of text has a sentence's mark in it and is not a link. */
const MIN_PROSE = 14;
const MARK = /[，。！？；、!?]|, /;
/** `2019-09-07 13:43:45　来源：…`: no sentence, however many marks it has. */
const MAX_DATELINE = 60;
const HAN = /\p{Script=Han}/u;
const MAX_LINKED = 0.4;
/** A line that is more than this a link leads elsewhere. */
const MAX_LINKED_LINE = 0.8;

/** Names that authors of pages give to what stands around an article. */
const AROUND =
  /(?:^|[-_\s])(?:comments?|reply|replies|footer|foot|bottom|copyright|legal|statement|disclaimer|declare|notice|related?|relates?|recommend\w*|recom|hot|rank\w*|sidebar|aside|side|share\w*|tools?|qrcode|code|tags?|keywords?|nav\w*|menu|crumbs?|login|pop\w*|dialog|advert\w*|ads?|gg|about|author-\w+|profile|bio|tie|video\w*|player|alert|toast|tips?|modal)(?:$|[-_\s\d])/i;
/** No author of pages needs more. Characters. */
const MAX_NAMES = 300;
const WEIGHT_AROUND = 0.1;
/** What Readability has kept is likelier to be the article. */
const WEIGHT_READABLE = 3;

/** A part that holds so much of the text of its surroundings holds the article. */
const MIN_SHARE = 0.72;

/**
 * Finds the article's text among the lines of a page: the smallest part of the page that holds most of the prose.
 * @param from index of the first line that can be the article's
 * @returns undefined where there is no prose at all
 */
export function findBody(
  lines: readonly VisibleLine[],
  readable: ReadonlySet<Element>,
  from: number,
): Body | undefined {
  const prose = lines.map((line, at) => (at >= from && isProse(line) ? proseWeight(line, readable) : 0));
  const weighing = weigh(lines, prose, readable);
  const part = partWithMost(weighing);
  if (part === undefined) return undefined;
  const main = mainParts(part, weighing);
  const isInside = isWithinPart(part);
  const proseInside = lines.flatMap((line, at) => ((prose[at] ?? 0) > 0 && isInside(line) ? [at] : []));
  const [first = 0] = proseInside;
  const last = proseInside.at(-1) ?? first;
  const isMain = isWithinPart(main.at(-1) ?? part);
  const proseOfMain = proseInside.filter((at) => lines[at] !== undefined && isMain(lines[at] as VisibleLine));
  const middleAt = proseOfMain[Math.floor(proseOfMain.length / 2)] ?? first;
  const middle = lines[middleAt];
  const start = startBefore(lines, first, from, commonPart(lines[first], middle, part));
  const end = endBehind(lines, last, commonPart(lines[last], middle, part));
  const isPromoted = promotedBeside(proseInside.flatMap((at) => lines[at] ?? []));
  const outside = new Map<number, string>();
  for (let at = start; at < end; at += 1) {
    const line = lines[at];
    const reason =
      line === undefined || !isInside(line)
        ? 'beside-article'
        : partOfPage(line, part, readable, { isPromoted, main: new Set(main) });
    if (reason !== undefined) outside.set(at, reason);
  }
  for (let at = relatedFrom(lines, middleAt, end); at < end; at += 1) outside.set(at, 'related-links');
  return { start, end, outside };
}

/** What a page sets above teasers of other articles. */
const RELATED =
  /^[【[]?(?:延伸|相关|推荐|拓展|往期|热门|更多|精彩)\s?[·•]?\s?(?:阅读|推荐|新闻|报道|文章|链接|回顾)[】\]]?\s?:?$/;

/** Where other articles are told of in the lower half of a text, with a link first and perhaps their text; `end` where nowhere. */
function relatedFrom(lines: readonly VisibleLine[], middle: number, end: number): number {
  for (let at = middle + 1; at < end - 1; at += 1) {
    const isLink = (lines[at + 1]?.linked ?? 0) > MAX_LINKED_LINE;
    if (isLink && RELATED.test(fold(lines[at]?.text ?? ''))) return at;
  }
  return end;
}

export function isProse({ text, linked }: VisibleLine): boolean {
  if (text.length < MIN_PROSE || linked >= MAX_LINKED || !MARK.test(text) || !HAN.test(text)) return false;
  return text.length > MAX_DATELINE || findDates(fold(text)).every(({ iso }) => !iso.includes('T'));
}

function proseWeight(line: VisibleLine, readable: ReadonlySet<Element>): number {
  const isReadable = line.pieces.some(({ element }) => readable.has(element));
  const isAround = line.settings.has('navigation') || ancestorsOfLine(line).some(isNamedAround);
  return line.text.length * (isAround ? WEIGHT_AROUND : isReadable ? WEIGHT_READABLE : 1);
}

function isNamedAround(element: Element): boolean {
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return AROUND.test(names.slice(0, MAX_NAMES));
}

function ancestorsOfLine({ pieces }: VisibleLine): Element[] {
  return pieces[0] === undefined ? [] : ancestorsOf(pieces[0].element);
}

/** An element and all that it stands in, from the inside out. */
function ancestorsOf(inner: Element): Element[] {
  const ancestors: Element[] = [];
  for (let element: Element | undefined = inner; element !== undefined; element = parentOf(element))
    ancestors.push(element);
  return ancestors;
}

function parentOf({ parentNode }: Element): Element | undefined {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : undefined;
}

function isWithinPart(part: Element): (line: VisibleLine) => boolean {
  return (line) => line.pieces.some(({ element }) => ancestorsOf(element).includes(part));
}

/** The smallest part that holds two lines of text whole. */
function commonPart(one: VisibleLine | undefined, other: VisibleLine | undefined, part: Element): Element {
  if (one === undefined || other === undefined || one === other) return part;
  const above = new Set(ancestorsOfLine(other));
  return ancestorsOfLine(one).find((element) => above.has(element) && !INSIDE_PARAGRAPH.has(element.tagName)) ?? part;
}

/** From the page down to the part that holds the article whole: its paragraphs are no such part. */
function partWithMost(weighing: Weighing): Element | undefined {
  let part = weighing.root;
  for (let next = part; next !== undefined; ) {
    part = next;
    next = heaviest(childrenIn(part, weighing), part, weighing);
  }
  return part;
}

/** What is in a part and holds more than half of its text, from the outside in. */
function mainParts(part: Element, weighing: Weighing): Element[] {
  const weightOf = (element: Element) => weighing.weights.get(element) ?? 0;
  const main: Element[] = [];
  for (let next: Element | undefined = part; next !== undefined; ) {
    next = childrenIn(next, weighing).find((child) => weightOf(child) > weightOf(part) / 2);
    if (next !== undefined && !INSIDE_PARAGRAPH.has(next.tagName)) main.push(next);
  }
  return main;
}

function childrenIn(element: Element, { children }: Weighing): Element[] {
  return [...(children.get(element) ?? [])];
}

function weigh(lines: readonly VisibleLine[], prose: readonly number[], readable: ReadonlySet<Element>): Weighing {
  const weights = new Map<Element, number>();
  const counts = new Map<Element, number>();
  const children = new Map<Element, Set<Element>>();
  let root: Element | undefined;
  for (const [at, line] of lines.entries()) {
    const weight = prose[at] ?? 0;
    if (weight === 0) continue;
    let below: Element | undefined;
    for (const element of ancestorsOfLine(line)) {
      weights.set(element, (weights.get(element) ?? 0) + weight);
      counts.set(element, (counts.get(element) ?? 0) + 1);
      const known = children.get(element) ?? new Set();
      if (below !== undefined) known.add(below);
      children.set(element, known);
      below = element;
    }
    root = below;
  }
  return { root, weights, counts, children, readable };
}

function heaviest(
  children: readonly Element[],
  part: Element,
  { weights, counts, readable }: Weighing,
): Element | undefined {
  const weightOf = (element: Element) => weights.get(element) ?? 0;
  const [best] = [...children].sort((one, other) => weightOf(other) - weightOf(one));
  if (best === undefined || weightOf(best) < MIN_SHARE * weightOf(part)) return undefined;
  // One long paragraph among others is not the article, and neither is what a paragraph stands beside.
  const isOne = counts.get(best) === 1;
  const isPart = children.some(
    (child) => child !== best && ((isOne && isSetAlike(child, best)) || (child.tagName === 'p' && readable.has(child))),
  );
  return isPart || INSIDE_PARAGRAPH.has(best.tagName) ? undefined : best;
}

/** How much prose each part of a page holds, in characters and in lines. */
interface Weighing {
  readonly weights: ReadonlyMap<Element, number>;
  readonly counts: ReadonlyMap<Element, number>;
  /** Which parts of an element hold any. */
  readonly children: ReadonlyMap<Element, ReadonlySet<Element>>;
  /** Undefined where there is no prose. */
  readonly root: Element | undefined;
  readonly readable: ReadonlySet<Element>;
}

function isSetAlike(one: Element, other: Element): boolean {
  return one.tagName === other.tagName && attribute(one, 'class') === attribute(other, 'class');
}

const INSIDE_PARAGRAPH = new Set(['p', 'span', 'font', 'strong', 'b', 'em', 'i', 'a', 'u']);

/** Verse begins and ends with short lines, and so may a text; what is linked, dated or part of the page is none of it. */
const MAX_SHORT_LINES = 12;

function startBefore(lines: readonly VisibleLine[], first: number, from: number, part: Element): number {
  let start = first;
  while (start > Math.max(from, first - MAX_SHORT_LINES) && isShortLine(lines[start - 1], part)) start -= 1;
  return start;
}

function endBehind(lines: readonly VisibleLine[], last: number, part: Element): number {
  let end = last + 1;
  for (let at = end; at < last + 1 + MAX_SHORT_LINES && isShortLine(lines[at], part); at += 1) {
    if (lines[at] !== undefined && mayBeLast(lines[at] as VisibleLine)) end = at + 1;
  }
  return end;
}

const SENTENCE_END = /[。！？!?…][”’」』）)】]*$/;
const SIGNED_ON = /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$/;

/** Behind the last paragraph an article ends with a sentence, a row, an item, or the day when a letter was signed. */
function mayBeLast({ text, settings }: VisibleLine): boolean {
  return SENTENCE_END.test(text) || SIGNED_ON.test(text) || settings.has('row') || settings.has('item');
}

function isShortLine(line: VisibleLine | undefined, part: Element): boolean {
  if (line === undefined || line.linked >= MAX_LINKED || line.settings.has('navigation')) return false;
  if (line.pieces.every(({ element }) => element.tagName === 'time')) return false;
  const ancestors = ancestorsOfLine(line);
  const depth = ancestors.indexOf(part);
  if (depth < 0 || ancestors.slice(0, depth).some(isNamedAround)) return false;
  return (
    line.level !== 1 && HAN.test(line.text) && (findDates(fold(line.text)).length === 0 || SIGNED_ON.test(line.text))
  );
}

/** How the lines between the first and the last of a text are told apart. */
interface Parts {
  readonly isPromoted: (line: VisibleLine) => boolean;
  /** What most of the text stands in is not around it, whatever it is called. */
  readonly main: ReadonlySet<Element>;
}

/** Links, buttons and advertisements between the paragraphs. */
function partOfPage(
  line: VisibleLine,
  part: Element,
  readable: ReadonlySet<Element>,
  { isPromoted, main }: Parts,
): string | undefined {
  const isReadable = line.pieces.some(({ element }) => readable.has(element));
  if (line.linked > MAX_LINKED_LINE) return 'link';
  if (isPromoted(line)) return 'promotion';
  const ancestors = ancestorsOfLine(line);
  const inside = ancestors.slice(0, ancestors.indexOf(part)).filter((element) => !main.has(element));
  if (inside.some(isNamedAround) && !(isReadable && SENTENCE_END.test(line.text))) return 'page-part';
  return line.settings.has('navigation') && !isReadable ? 'navigation' : undefined;
}

const PROMISES = /点击|下载|关注|投票|扫描|扫码|报名|免费|客户端|APP|活动|专享|订阅/i;

/** Whether a line with a link advertises something, set apart from the part in which most of the text stands. */
function promotedBeside(prose: readonly VisibleLine[]): (line: VisibleLine) => boolean {
  const lengths = new Map<Element, number>();
  for (const line of prose) {
    const block = blockAround(line);
    if (block !== undefined) lengths.set(block, (lengths.get(block) ?? 0) + line.text.length);
  }
  const [most] = [...lengths].sort((one, other) => other[1] - one[1])[0] ?? [];
  return (line) => line.linked > 0 && PROMISES.test(line.text) && isBoxApart(blockAround(line), most);
}

/** Paragraphs in boxes of their own are set alike; an advertisement is not. */
function isBoxApart(block: Element | undefined, most: Element | undefined): boolean {
  return block !== undefined && most !== undefined && block !== most && !isSetAlike(block, most);
}

/** What a paragraph stands in. */
function blockAround(line: VisibleLine): Element | undefined {
  return ancestorsOfLine(line).find(({ tagName }) => !INSIDE_PARAGRAPH.has(tagName));
}
