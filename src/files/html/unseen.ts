import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, childrenOf, type Element, elementsOf, isElement, type Node } from './tree.ts';

/** What nobody reads on a page, or reads only to use it. */
const UNSEEN = new Set(
  'script style noscript noframes template iframe object embed svg math head title select option datalist button input textarea audio video canvas map rt rp dialog amp-ad amp-embed amp-sidebar'.split(
    ' ',
  ),
);
/** What stands there until something else has come, or where it does not. */
const STANDS_IN = ['fallback', 'placeholder'];
const HIDDEN_CLASS = /(?:^|\s)(?:hide|hidden|none|d-none|display-none|sr-only|visually-hidden)(?:\s|$)/i;

/** Of a style without spaces, in lower case: not shown, no letters, beside the page, cut to nothing. */
const NOT_DRAWN = /(?:^|;)display:none/;
const NOT_SHOWN = /(?:^|;)(?:visibility:(?:hidden|collapse)|opacity:0(?:\.0+)?(?![.\d])|color:transparent)/;
const NO_SIZE = /(?:^|;)font-size:0(?:\.0+)?(?:px|pt|r?em|%)?(?:!important)?(?:;|$)/;
const OFF_PAGE = /(?:^|;)(?:left|right|top|bottom|text-indent|margin-left|margin-top):-\d{3,}/;
const CUT = /(?:^|;)(?:max-)?(?:height|width):[01](?:px|em|pt|%)?(?:!important)?(?:;|$)/;
const NOTHING_BESIDE = /overflow(?:-[xy])?:hidden/;
const CLIPPED = /(?:^|;)clip(?:-path)?:(?:rect\(0|rect\(1px|inset\((?:50|100)%)/;
const PAPER = /(?:^|;)color:(?:#fff(?:fff)?|white|rgba?\(255,255,255(?:,1)?\))(?:!important)?(?:;|$)/;
const PAPER_COLOUR = /^(?:#?fff(?:fff)?|white)$/i;
const BACKGROUND = /(?:^|;)background(?:-color|-image)?:(?!(?:#fff(?:fff)?|white|transparent|none|inherit)(?:;|$))/;

/** A selector of a class or an id alone. */
const NAME = /^[.#][\w-]{1,100}$/;
/** No page that is an article has longer ones. Characters. */
const MAX_STYLES = 300_000;

/** What holds more of a page's text than this is shown by a script, whatever its style says. */
const MOST = 0.5;
const HAN = /\p{Script=Han}/gu;
/** Letters that stand beside white ones on the same paper. */
const MIN_BESIDE = 14;

/** The elements of a page that nobody sees, each the outermost of what it hides. */
export function unseenElements(document: Node): ReadonlySet<Element> {
  const page = { document, letters: lettersIn(document), names: hiddenNames(document) };
  const { unseen, faded } = hiddenIn(page, true);
  // Some pages fade in all that they have, piece by piece.
  return faded > MOST * (page.letters.get(document) ?? 0) ? hiddenIn(page, false).unseen : unseen;
}

/** A page with what is known of its parts. */
interface Page {
  readonly document: Node;
  readonly letters: ReadonlyMap<Node, number>;
  readonly names: ReadonlySet<string>;
}

function hiddenIn(
  { document, letters, names }: Page,
  countsFaded: boolean,
): { unseen: ReadonlySet<Element>; faded: number } {
  const whole = letters.get(document) ?? 0;
  const unseen = new Set<Element>();
  let faded = 0;
  const waiting: { node: Node; hasBackground: boolean }[] = [{ node: document, hasBackground: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node } = next;
    let { hasBackground } = next;
    if (isElement(node)) {
      hasBackground ||= isPainted(node);
      const own = letters.get(node) ?? 0;
      const isFaded = isHiddenByStyle(node) || (!hasBackground && isWhite(node) && hasOthersBeside(node, letters));
      const isHidden = isHiddenByName(node, names) || (countsFaded && isFaded);
      if (UNSEEN.has(node.tagName) || (isHidden && own <= MOST * whole)) {
        unseen.add(node);
        if (isFaded) faded += own;
        continue;
      }
    }
    for (const child of childrenOf(node)) waiting.push({ node: child, hasBackground });
  }
  return { unseen, faded };
}

/** How many Chinese characters each part of a page holds, those of scripts left out. */
function lettersIn(document: Node): ReadonlyMap<Node, number> {
  const inOrder: Node[] = [];
  const waiting: Node[] = [document];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    inOrder.push(node);
    if (isElement(node) && UNSEEN.has(node.tagName)) continue;
    for (const child of childrenOf(node)) waiting.push(child);
  }
  const letters = new Map<Node, number>();
  for (const node of inOrder.reverse()) {
    const own =
      node.nodeName === '#text' ? ((node as DefaultTreeAdapterTypes.TextNode).value.match(HAN)?.length ?? 0) : 0;
    letters.set(
      node,
      childrenOf(node).reduce((sum, child) => sum + (letters.get(child) ?? 0), own),
    );
  }
  return letters;
}

/** Classes and ids that the page's own styles hide, each with its dot or its hash. */
function hiddenNames(document: Node): ReadonlySet<string> {
  const styles = [...elementsOf(document)]
    .filter(({ tagName }) => tagName === 'style')
    .flatMap(({ childNodes }) => childNodes.map((node) => ('value' in node ? node.value : '')))
    .join('\n')
    .slice(0, MAX_STYLES);
  const names = new Set<string>();
  for (const rule of withoutMedia(withoutComments(styles)).split('}')) {
    const [selectors = '', declarations] = rule.split('{');
    if (declarations === undefined || !hides(compact(declarations))) continue;
    for (const selector of selectors.split(',')) if (NAME.test(selector.trim())) names.add(selector.trim());
  }
  return names;
}

function withoutComments(styles: string): string {
  const [first = '', ...commented] = styles.split('/*');
  return first + commented.map((part) => part.split('*/').slice(1).join('*/')).join('');
}

/** What holds for some screens, or for paper, holds rules of its own. */
function withoutMedia(styles: string): string {
  const [first = '', ...conditional] = styles.split('@');
  return first + conditional.map(behindBlock).join('');
}

/** What stands behind the block that a text begins with. */
function behindBlock(text: string): string {
  let depth = 0;
  for (const { 0: brace, index } of text.matchAll(/[{};]/g)) {
    if (brace === '{') depth += 1;
    else if (brace === '}') depth -= 1;
    if (depth === 0) return text.slice(index + 1);
  }
  return '';
}

function compact(style: string): string {
  return style.toLowerCase().replace(/\s+/g, '');
}

function hides(style: string): boolean {
  if (
    NOT_DRAWN.test(style) ||
    NOT_SHOWN.test(style) ||
    NO_SIZE.test(style) ||
    OFF_PAGE.test(style) ||
    CLIPPED.test(style)
  )
    return true;
  return CUT.test(style) && NOTHING_BESIDE.test(style);
}

/** By an attribute, by its class or its id, or not drawn at all. */
function isHiddenByName(element: Element, names: ReadonlySet<string>): boolean {
  if (attribute(element, 'hidden') !== undefined) return true;
  if (STANDS_IN.some((name) => attribute(element, name) === '')) return true;
  const classes = attribute(element, 'class') ?? '';
  const id = attribute(element, 'id');
  if (HIDDEN_CLASS.test(classes) || (id !== undefined && names.has(`#${id}`))) return true;
  if (names.size > 0 && classes.split(/\s+/).some((name) => names.has(`.${name}`))) return true;
  return NOT_DRAWN.test(compact(attribute(element, 'style') ?? ''));
}

/** Drawn so that nobody sees it. */
function isHiddenByStyle(element: Element): boolean {
  const style = compact(attribute(element, 'style') ?? '');
  if (style === '' || !hides(style)) return false;
  // Some set no size around letters that have one of their own, or hide what they show again inside.
  return !(NO_SIZE.test(style) || /visibility/.test(style)) || !isShownInside(element);
}

function isShownInside(element: Element): boolean {
  for (const inside of elementsOf(element)) {
    if (inside === element) continue;
    const style = compact(attribute(inside, 'style') ?? '');
    if (/font-size:[1-9]|visibility:visible/.test(style)) return true;
  }
  return false;
}

function isPainted(element: Element): boolean {
  const hasColour = attribute(element, 'bgcolor') !== undefined || attribute(element, 'background') !== undefined;
  return hasColour || BACKGROUND.test(compact(attribute(element, 'style') ?? ''));
}

/** Whether its letters have the colour of paper; a heading may stand on what the page's styles paint. */
function isWhite(element: Element): boolean {
  if (/^h\d$/.test(element.tagName)) return false;
  const colour = element.tagName === 'font' ? (attribute(element, 'color') ?? '') : '';
  return PAPER_COLOUR.test(colour.trim()) || PAPER.test(compact(attribute(element, 'style') ?? ''));
}

function hasOthersBeside(element: Element, letters: ReadonlyMap<Node, number>): boolean {
  for (let inside: Node = element, depth = 0; depth < 2; depth += 1) {
    const around: Node | null = 'parentNode' in inside ? inside.parentNode : null;
    if (around === null) return false;
    if ((letters.get(around) ?? 0) - (letters.get(element) ?? 0) >= MIN_BESIDE) return true;
    inside = around;
  }
  return false;
}
