import type { DefaultTreeAdapterTypes } from 'parse5';
import { withoutEdges } from '../../article/lines.ts';
import { attribute, childrenOf, type Element, isElement, type Node, textOf } from './tree.ts';

/** What a line is inside of. */
export type Setting = 'caption' | 'quote' | 'row' | 'cell' | 'item' | 'code' | 'navigation';

/** A line as a person sees it on the page. */
export interface VisibleLine {
  readonly text: string;
  /** The text in pieces, each with the element that it stands in directly. */
  readonly pieces: readonly Piece[];
  /** Of the heading that it is, 1 to 6. */
  readonly level: number | undefined;
  readonly settings: ReadonlySet<Setting>;
  /** The share of its characters that are bold, or a link. 0 to 1. */
  readonly bold: number;
  readonly linked: number;
  /** Whether a picture stands right above it. */
  readonly isBelowPicture: boolean;
}

/** Text that one element holds. */
export interface Piece {
  readonly element: Element;
  readonly text: string;
  readonly isLink: boolean;
}

/** What stands in a line; anything else has lines of its own. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const BOLD = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const SETTINGS: Readonly<Record<string, Setting>> = {
  figcaption: 'caption',
  caption: 'caption',
  blockquote: 'quote',
  li: 'item',
  pre: 'code',
  nav: 'navigation',
  footer: 'navigation',
  aside: 'navigation',
};
/** How editors name what stands below a picture: `pgc-img-caption`, `photo_desc`. */
const CAPTION_CLASS =
  /(?:^|[-_\s])(?:(?:img|image|pic|picture|photo|figure)s?[-_]?(?:captions?|desc|note|info|text|title|explain)|caption)(?:$|[-_\s])/i;
const BOLD_STYLE = /font-weight\s*:\s*(?:bold|[6-9]00)/i;
const HEADING = /^h([1-6])$/;
/** Where an editor writes no heading elements, it names them so: `bjh-h3`, `sub-title`. */
const HEADING_CLASS = /(?:^|[\s_-])(?:h[2-5]|(?:sub|section|para)[-_]?(?:title|heading))(?:$|\s)/i;
const LEVEL_BY_CLASS = 3;

/** Where the walk is. */
interface Place {
  readonly element: Element | undefined;
  readonly level: number | undefined;
  readonly settings: ReadonlySet<Setting>;
  readonly isBold: boolean;
  readonly isLink: boolean;
  readonly isPreformatted: boolean;
}

const OUTSIDE: Place = {
  element: undefined,
  level: undefined,
  settings: new Set(),
  isBold: false,
  isLink: false,
  isPreformatted: false,
};

/** How the lines of a page are read. */
export interface Reading {
  /** What nobody sees. */
  readonly unseen: ReadonlySet<Element>;
  /** Whether it was written to be printed: its lists have their numbers, and its tables are tables. */
  readonly isPrinted?: boolean;
}

/** The lines of a page from top to bottom, without what is hidden. */
export function visibleLines(document: Node, reading: Reading): VisibleLine[] {
  const page = new Typesetter(reading);
  set(document, OUTSIDE, page);
  page.breakLine();
  return page.lines;
}

/** The tree is no deeper than `treeOf` lets through. */
function set(node: Node, place: Place, page: Typesetter): void {
  if (node.nodeName === '#text') page.add((node as DefaultTreeAdapterTypes.TextNode).value, place);
  else if (!isElement(node)) setAll(childrenOf(node), place, page);
  else if (node.tagName === 'br') page.breakLine();
  else if (node.tagName === 'img') page.addPicture();
  else if (!page.unseen.has(node)) setElement(node, place, page);
}

function setElement(node: Element, place: Place, page: Typesetter): void {
  const { tagName } = node;
  const inside = placeIn(node, place);
  if (INLINE.has(tagName)) {
    if (isLabelled(node)) page.addSoftGap();
    setAll(node.childNodes, inside, page);
    if (isLabelled(node)) page.addSoftGap();
  } else if (tagName === 'tr' && isRow(node, page.isPrinted ? MAX_PRINTED_CELL : MAX_CELL)) {
    page.breakLine();
    setRow(node, inside, page);
    page.breakLine();
  } else {
    page.breakLine();
    if (page.isPrinted && tagName === 'li') page.addNumber(numberOf(node));
    setAll(node.childNodes, page.isPrinted && isOfTable(node) ? withSetting(inside, 'cell') : inside, page);
    page.breakLine();
  }
}

/** A row with more in its cells than words; a table of one cell is a frame. */
function isOfTable({ tagName, childNodes }: Element): boolean {
  return tagName === 'tr' && childNodes.filter(isElement).length > 1;
}

function withSetting(place: Place, setting: Setting): Place {
  return { ...place, settings: new Set([...place.settings, setting]) };
}

/** Of an item in a numbered list. */
function numberOf(item: Element): number | undefined {
  const list = item.parentNode;
  if (list === null || !isElement(list) || list.tagName !== 'ol') return undefined;
  const first = Number(attribute(list, 'start') ?? 1);
  return first + list.childNodes.filter((node) => isElement(node) && node.tagName === 'li').indexOf(item);
}

function setAll(nodes: readonly Node[], place: Place, page: Typesetter): void {
  for (const node of nodes) set(node, place, page);
}

/** The cells of a row stand on one line. */
function setRow(row: Element, place: Place, page: Typesetter): void {
  const inside = withSetting(place, 'row');
  for (const [at, cell] of row.childNodes.filter(isElement).entries()) {
    if (at > 0) page.addCellGap();
    setCell(cell, { ...inside, element: cell }, page);
  }
}

/** What has lines of its own elsewhere stands behind a space here. */
function setCell(parent: Element, place: Place, page: Typesetter): void {
  for (const node of parent.childNodes) {
    if (isElement(node) && node.tagName === 'br') page.addGap();
    else if (!isElement(node) || INLINE.has(node.tagName)) set(node, place, page);
    else if (!page.unseen.has(node)) {
      page.addGap();
      setCell(node, placeIn(node, place), page);
      page.addGap();
    }
  }
}

/** A cell of a page that holds more is a part of its layout. Characters. */
const MAX_CELL = 200;
/** In what is written to be printed tables are tables. */
const MAX_PRINTED_CELL = 2_000;

/** Whether a row is one of a table: a page may be laid out in a table, too. */
function isRow(row: Element, maxCell: number): boolean {
  const cells = row.childNodes.filter(isElement);
  return cells.length > 1 && cells.every((cell) => isCell(cell) && textOf(cell).length <= maxCell);
}

/** A cell holds words, and paragraphs one below the other, but no parts of a page. */
function isCell(cell: Element): boolean {
  return cell.childNodes.every((node) => !isElement(node) || node.tagName === 'p' || isInline(node));
}

function isInline(element: Element): boolean {
  if (!INLINE.has(element.tagName) && element.tagName !== 'br') return false;
  return element.childNodes.every((node) => !isElement(node) || isInline(node));
}

/** Spans that are styled one by one stand apart, though no space is written between them. */
function isLabelled(element: Element): boolean {
  return element.tagName !== 'font' && (attribute(element, 'class') ?? attribute(element, 'id') ?? '') !== '';
}

function placeIn(element: Element, place: Place): Place {
  const { tagName } = element;
  const setting = SETTINGS[tagName] ?? (isCaptionByClass(element) ? 'caption' : undefined);
  return {
    element,
    level: levelOf(element) ?? place.level,
    settings: setting === undefined ? place.settings : new Set([...place.settings, setting]),
    isBold: place.isBold || BOLD.has(tagName) || BOLD_STYLE.test(attribute(element, 'style') ?? ''),
    isLink: place.isLink || tagName === 'a',
    isPreformatted: place.isPreformatted || tagName === 'pre',
  };
}

function isCaptionByClass(element: Element): boolean {
  return CAPTION_CLASS.test((attribute(element, 'class') ?? '').slice(0, MAX_CLASS));
}
const MAX_CLASS = 200;

/** Where the writer's editor broke the line: no space is meant between Chinese characters. */
const BREAK_IN_WORD = /(?<=[\p{Script=Han}，、。：；！？”’」』）》])[ \t]*\r?\n[ \t]*(?=[\p{Script=Han}“‘「『（《])/gu;

function levelOf(element: Element): number | undefined {
  const level = HEADING.exec(element.tagName)?.[1];
  if (level !== undefined) return Number(level);
  return HEADING_CLASS.test(attribute(element, 'class') ?? '') ? LEVEL_BY_CLASS : undefined;
}

/** Between the cells of a row. */
const CELL_GAP = '　';

/** Stands for it while a line is put together; no page has it. */
const SOFT_GAP = '\ue000\u0001';
const SENTENCE_END = /[。！？；]/;
const CLAUSE_END = /[，、“”]/;
const FACTS = /(?:来源|來源|作者|编辑|編輯|记者|記者|时间|時間|日期)\s{0,4}[:：]|\d{1,2}:\d{2}/;

/** Whether a line is written as sentences are, or is a heading: marks that a page sets on words are no gaps there. */
function isSentence(text: string, place: Place | undefined): boolean {
  if (place?.level !== undefined || SENTENCE_END.test(text)) return true;
  return CLAUSE_END.test(text) && !FACTS.test(text);
}

/** Puts text into lines. */
class Typesetter {
  readonly lines: VisibleLine[] = [];
  private text = '';
  private pieces: Piece[] = [];
  private place: Place | undefined;
  private bold = 0;
  private linked = 0;
  private count = 0;
  private gap = '';
  private seesPicture = false;
  private number = '';
  readonly unseen: ReadonlySet<Element>;
  readonly isPrinted: boolean;

  constructor({ unseen, isPrinted = false }: Reading) {
    this.unseen = unseen;
    this.isPrinted = isPrinted;
  }

  add(written: string, place: Place): void {
    const [first = '', ...others] = place.isPreformatted ? written.split(/\r?\n/) : [written];
    this.addToLine(first, place);
    for (const line of others) {
      this.breakLine();
      this.addToLine(line, place);
    }
  }

  addPicture(): void {
    if (this.count === 0) this.seesPicture = true;
  }

  /** Stands before the next words. */
  addNumber(number: number | undefined): void {
    if (number !== undefined) this.number = `${number}. `;
  }

  addGap(): void {
    if (this.gap === '' || this.gap === SOFT_GAP) this.gap = ' ';
  }

  /** No space is written: words of a line of facts stand apart, those of a sentence do not. */
  addSoftGap(): void {
    if (this.gap === '') this.gap = SOFT_GAP;
  }

  addCellGap(): void {
    this.gap = CELL_GAP;
  }

  breakLine(): void {
    const { place, count } = this;
    const text = withoutEdges(this.text).replaceAll(SOFT_GAP, isSentence(this.text, place) ? '' : ' ');
    if (place !== undefined && text !== '') {
      this.lines.push({
        text,
        pieces: this.pieces,
        level: place.level,
        settings: place.settings,
        bold: count === 0 ? 0 : this.bold / count,
        linked: count === 0 ? 0 : this.linked / count,
        isBelowPicture: this.seesPicture,
      });
      this.seesPicture = false;
    }
    this.text = '';
    this.pieces = [];
    this.place = undefined;
    this.bold = 0;
    this.linked = 0;
    this.count = 0;
    this.gap = '';
  }

  private addToLine(written: string, place: Place): void {
    // No-break and ideographic spaces are set by hand and stay.
    const words = written.replace(BREAK_IN_WORD, '').replace(/[ \t\r\n\f]+/g, ' ');
    const start = words.startsWith(' ') ? 1 : 0;
    const end = words.endsWith(' ') ? words.length - 1 : words.length;
    if (start === 1) this.addGap();
    if (start < end) this.setWords(words.slice(start, end), place);
    if (end > start && end < words.length) this.addGap();
  }

  private setWords(words: string, place: Place): void {
    if (this.text === '') this.text = this.number;
    else this.text += this.gap;
    this.number = '';
    this.gap = '';
    this.text += words;
    // Indents of no-break spaces are nobody's words.
    const { length } = words.replace(/\s+/g, '');
    this.count += length;
    if (place.isBold) this.bold += length;
    if (place.isLink) this.linked += length;
    this.place ??= place;
    if (place.element !== undefined) {
      this.pieces.push({ element: place.element, text: words, isLink: place.isLink });
    }
  }
}
