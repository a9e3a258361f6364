import { fold } from '../language/fold.ts';

/** Where a paragraph stands: section number (0 is the lead) and paragraph number, counted from 1. */
export interface Address {
  readonly section: number;
  readonly paragraph: number;
}

/** `§2¶4` */
export function formatAddress({ section, paragraph }: Address): string {
  return `§${section}¶${paragraph}`;
}

/** `§2` */
export function formatSection(section: number): string {
  return `§${section}`;
}

/** `§2¶4–6`, `§2¶4–§3¶1`; `§2¶4` where both are one. */
export function formatRange(from: Address, to: Address): string {
  const first = formatAddress(from);
  if (from.section !== to.section) return `${first}–${formatAddress(to)}`;
  return from.paragraph === to.paragraph ? first : `${first}–${to.paragraph}`;
}

/** Every address and range in a text as they are printed; an article's id may stand in front. */
export const PRINTED_ADDRESSES = /§\d{1,4}(?:¶\d{1,6}(?:[–-](?:§\d{1,4}¶)?\d{1,6})?)?/g;

/** The last address that a text cites at the end of a line, behind `· ` or in brackets behind its words, as `parsePlace` reads it. */
export function lastCited(text: string): TypedPlace | undefined {
  const cited = [...text.matchAll(CITED)].at(-1)?.[1];
  return cited === undefined ? undefined : parsePlace(cited);
}
const CITED = /(?:· |段（|\d \()([\p{L}\p{N}_-]*§\d{1,4}(?:¶\d{1,6}(?:[–-](?:§\d{1,4}¶)?\d{1,6})?)?)/gu;

/** A place as somebody names it, before one knows what the article has. */
export interface TypedPoint {
  /** By its number, 0 for the lead, or from the end, -1 the last; undefined where the paragraphs of the whole article are counted. */
  readonly section: number | undefined;
  /** From 1, or from the end; undefined where all of the section is meant. */
  readonly paragraph: number | undefined;
}

/** What somebody typed to name a place: paragraphs from one to another, or whole sections. */
export interface TypedPlace {
  /** The article's id, where it stood in front: `jinchang§2¶4`. */
  readonly articleId?: string;
  readonly from: TypedPoint;
  /** Equal to `from` for a single place. */
  readonly to: TypedPoint;
}

/** Nothing longer is an address, or several. UTF-16 units. */
const LONGEST = 120;
/** So many addresses at a time. */
const MOST = 12;

/** The only address that a text is, as `parsePlaces` reads it; undefined where it is none, or several. */
export function parsePlace(typed: string): TypedPlace | undefined {
  const [place, ...others] = parsePlaces(typed);
  return others.length === 0 ? place : undefined;
}

/**
 * Reads a text that is nothing but addresses, in any spelling that people type, in either script or in English:
 * `§2¶4`, `2.4`, `2-4`, `2 4`, `s2p4`, `第2节第4段`, `section 2 paragraph 4`; a bare `2`, `§2` or 第二节 for a section;
 * 第一段, 最后一段, the last paragraph of the article; `2.4-2.6`, `2.4-6`, 第2节第4段到第6段 for a range, in either
 * direction; several with a comma, 和 or a space between them; in brackets, with a stop behind; with an article's id in
 * front of `§`; and what the bot itself cites, as it is copied.
 *
 * @returns the places in the order in which they were typed; none where any of the text is no address
 */
export function parsePlaces(typed: string): readonly TypedPlace[] {
  const cited = citedPlaces(typed);
  if (cited.length > 0) return cited;
  const text = withoutBrackets(inOneSpelling(typed.slice(0, LONGEST + 1)));
  return text.length === 0 || text.length > LONGEST ? [] : placesIn(text);
}

/** 第2节第4段（§2¶4）: a place in words with its address. */
const IN_WORDS = /^[^()§]{1,40}[段\d] ?\(([^()]{1,140})\)?$/u;

function placesIn(text: string): readonly TypedPlace[] {
  const [, behindWords] = IN_WORDS.exec(text) ?? [];
  if (behindWords?.includes('§')) return placesIn(behindWords);
  const whole = parseItem(text);
  if (whole !== undefined) return [whole];
  for (const separator of SEPARATORS) {
    const places = parseList(text.split(separator));
    if (places.length > 0) return places;
  }
  return [];
}

/** 2,4和2,6 is two of them, 2.4,2.6和3.1 three. */
const SEPARATORS = [/[;\n]|以及|[和与及跟]|&|\+|\band\b/iu, /[;\n,、]|以及|[和与及跟]|&|\+|\band\b/iu, /\s/u];

function parseList(parts: readonly string[]): readonly TypedPlace[] {
  const items = parts.map(withoutBrackets).filter((part) => part !== '');
  if (items.length < 2 || items.length > MOST) return [];
  const places: TypedPlace[] = [];
  for (const item of items) {
    const before = places.at(-1);
    const place = continued(before, item) ?? parseItem(item);
    // A list of bare numbers may be anything.
    if (place === undefined || (before === undefined && BARE_NUMBER.test(item))) return [];
    const articleId = place.articleId ?? before?.articleId;
    places.push(articleId === undefined ? place : { ...place, articleId });
  }
  return places;
}
const BARE_NUMBER = /^\d{1,4}$/;

/** 6 behind 2.4, 第6段 behind 第2节第4段: a paragraph of the same section. */
function continued(before: TypedPlace | undefined, item: string): TypedPlace | undefined {
  const { section, paragraph } = before?.to ?? {};
  if (section === undefined || paragraph === undefined) return undefined;
  const [, number] = LATER_PARAGRAPH.exec(fold(item)) ?? [];
  if (number === undefined) return undefined;
  const point = { section, paragraph: numberOf(number) };
  return { from: point, to: point };
}

/** Full-width signs and hyphens of every kind as keyboards have them, as many hyphens in a row as one. */
function inOneSpelling(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\u2500\u301c~]+|-+/g, '-')
    .replace(/\s+/g, (space) => (space.includes('\n') ? '\n' : ' '));
}

const OPENING = '([{<《「『【〔“‘"\'`*_>#';
const CLOSING = ')]}>》」』】〕”’"\'`*_.。,，;；:：!?！？、…·-';

/** The text without what may stand around an address. */
function withoutBrackets(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && (OPENING.includes(text.charAt(start)) || isSpace(text.charAt(start)))) start += 1;
  while (end > start && (CLOSING.includes(text.charAt(end - 1)) || isSpace(text.charAt(end - 1)))) end -= 1;
  return text.slice(start, end);
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n';
}

/** What a citation ends with: 《title》 · source · date · §2¶4. */
function citedPlaces(typed: string): readonly TypedPlace[] {
  if (!typed.includes('《')) return [];
  const [, ...parts] = typed.split(' · ');
  // Of a section that is shown page by page the page stands behind it, and behind all the way to where it came from.
  for (const part of parts.slice(-3).reverse()) {
    const text = withoutBrackets(inOneSpelling(part.slice(0, LONGEST)));
    const places = text.includes('§') ? placesIn(text) : [];
    if (places.length > 0) return places;
  }
  return [];
}

/** An article's id in front of an address that begins with §; it may be repeated within a range. */
const PREFIXED = /^([\p{L}\p{N}_-]{1,100}) ?(§.*)$/u;
const NO_PREFIX = /^(?:第|倒[数數]|最后|最後)|[到至和与與及跟]$/u;

/** One address or range. */
function parseItem(text: string): TypedPlace | undefined {
  const [, id, rest = ''] = PREFIXED.exec(text) ?? [];
  if (id === undefined || NO_PREFIX.test(id)) return parseBare(fold(text));
  const place = parseBare(fold(rest.replaceAll(id, '')));
  return place === undefined ? undefined : { articleId: id, ...place };
}

/** @param text folded */
function parseBare(text: string): TypedPlace | undefined {
  const point = parsePoint(text);
  if (point !== undefined) return { from: point, to: point };
  for (const { index, 0: sign } of [...text.matchAll(/-|到|至| to /g)].reverse()) {
    const from = parsePoint(withoutBrackets(text.slice(0, index)));
    const behind = withoutBrackets(text.slice(index + sign.length));
    const to = from === undefined ? undefined : endOf(from, behind);
    if (from !== undefined && to !== undefined) return { from, to };
  }
  return undefined;
}

/** The second half of a range: a place as whole as the first, or the number of a paragraph in the same section. */
function endOf(from: TypedPoint, text: string): TypedPoint | undefined {
  if (from.paragraph !== undefined) {
    const [, number] = LATER_PARAGRAPH.exec(text) ?? [];
    if (number !== undefined) return { section: from.section, paragraph: numberOf(number) };
  }
  const to = parsePoint(text);
  if (to === undefined || (to.paragraph === undefined) !== (from.paragraph === undefined)) return undefined;
  // 1-3 is a paragraph, and 1到3 may be anything.
  return to.paragraph === undefined && BARE_NUMBER.test(text) ? undefined : to;
}

const NUMERAL = '(?:\\d{1,4}|[零〇一二两三四五六七八九十]{1,3})';
const ORDINAL = `(?:第${NUMERAL}|倒数第${NUMERAL}|最后|末尾|末|头|首)(?:的)?(?:一)?(?:个)?`;
const SECTION_NOUN = '(?:大?部分|大?块|板块|小?节|章节?|小标题)';
const PARAGRAPH_NOUN = '(?:自然)?段(?:落|话)?';
const LEAD = '导语|导言|前言|引言|lead|intro';

/** `§2`, `2`, 第2节, `s2`, and what sets a paragraph off from it. */
const BY_NUMBER = new RegExp(
  `^(?:§|s(?:ec(?:tion)?)?\\.?|part|第)? ?(${NUMERAL}) ?(?:${SECTION_NOUN})?(?: ?(?:¶|p(?:ar(?:a(?:graph)?)?)?\\.?|[.。·:,、/ -]|第) ?第?(${NUMERAL}) ?(?:${PARAGRAPH_NOUN})?)?$`,
);
const LATER_PARAGRAPH = new RegExp(`^(?:¶|p|第)? ?(${NUMERAL}) ?段?$`);
/** 第二节最后一段, 导语第一段, 最后一段, 全文第三段. */
const IN_CHINESE = new RegExp(
  `^(?:全文|本文|文章|这篇文章)?的?(?:(${ORDINAL}|${NUMERAL})${SECTION_NOUN}|(${LEAD}))?[的里,、 ]{0,2}(?:(${ORDINAL}|尾|(?<=[节章分块])${NUMERAL})${PARAGRAPH_NOUN}|¶ ?(${NUMERAL}))?$`,
);
const ENGLISH_NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ENGLISH_ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const ENGLISH_NUMBER = `(?:\\d{1,4}|${ENGLISH_NUMBERS.join('|')})`;
const ENGLISH_ORDINAL = `(?:(?:${ENGLISH_ORDINALS.join('|')})(?:[ -](?:to[ -])?last)?|last|penultimate|\\d{1,3}(?:st|nd|rd|th))`;
const ENGLISH_SECTION = `(?:(?:section|sec\\.?|part|chapter) ?(${ENGLISH_NUMBER})|(?:the )?(${ENGLISH_ORDINAL}) (?:section|part|chapter)|(?:the )?(lead|intro(?:duction)?))`;
const ENGLISH_PARAGRAPH = `(?:(?:paragraph|para|par\\.?) ?(${ENGLISH_NUMBER})|(?:the )?(${ENGLISH_ORDINAL}) paragraph)`;
/** section 2 paragraph 4; the last paragraph of section 2. */
const SECTION_FIRST = new RegExp(`^${ENGLISH_SECTION}(?:,? ?${ENGLISH_PARAGRAPH})?$`);
const PARAGRAPH_FIRST = new RegExp(
  `^${ENGLISH_PARAGRAPH}(?:,? (?:(?:of|in) )?(?:${ENGLISH_SECTION}|(?:the )?(?:article|text|story)))?$`,
);

/** @param text folded */
function parsePoint(text: string): TypedPoint | undefined {
  const numbers = BY_NUMBER.exec(text);
  if (numbers !== null) {
    const [, section, paragraph] = numbers;
    return { section: numberOf(section ?? ''), paragraph: paragraph === undefined ? undefined : numberOf(paragraph) };
  }
  const chinese = IN_CHINESE.exec(text);
  if (chinese !== null) {
    const [, section, lead, paragraph, number] = chinese;
    return point(lead !== undefined ? 0 : ordinalOf(section), ordinalOf(paragraph ?? number));
  }
  const [, ...first] = SECTION_FIRST.exec(text) ?? [];
  if (first.length > 0) return point(inEnglish(first[0], first[1], first[2]), inEnglish(first[3], first[4]));
  const [, ...second] = PARAGRAPH_FIRST.exec(text) ?? [];
  return second.length > 0
    ? point(inEnglish(second[2], second[3], second[4]), inEnglish(second[0], second[1]))
    : undefined;
}

function point(section: number | undefined, paragraph: number | undefined): TypedPoint | undefined {
  return section === undefined && paragraph === undefined ? undefined : { section, paragraph };
}

function inEnglish(number: string | undefined, ordinal: string | undefined, lead?: string): number | undefined {
  if (lead !== undefined) return 0;
  if (number !== undefined) return /^\d/.test(number) ? Number(number) : ENGLISH_NUMBERS.indexOf(number) + 1;
  if (ordinal === undefined) return undefined;
  if (/^\d/.test(ordinal)) return Number.parseInt(ordinal, 10);
  if (ordinal === 'last') return -1;
  if (ordinal === 'penultimate') return -2;
  const [word = ''] = ordinal.split(/[ -]/, 1);
  const counted = ENGLISH_ORDINALS.indexOf(word) + 1;
  return ordinal.endsWith('last') ? -counted : counted;
}

/** 第二, 倒数第二, 最后一, 首, 2. */
function ordinalOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^[头首]/.test(written)) return 1;
  if (/^[最末尾]/.test(written)) return -1;
  const [numeral = ''] = ANY_NUMERAL.exec(written) ?? [];
  return written.startsWith('倒数') ? -numberOf(numeral) : numberOf(numeral);
}

const ANY_NUMERAL = new RegExp(NUMERAL);
const DIGITS = '零一二三四五六七八九';

/** `12`, 十二, 二十. */
function numberOf(numeral: string): number {
  if (/^\d/.test(numeral)) return Number(numeral);
  const digits = [...numeral.replace('〇', '零').replace('两', '二')];
  const ten = digits.indexOf('十');
  if (ten < 0) return digits.reduce((number, digit) => number * 10 + DIGITS.indexOf(digit), 0);
  const tens = ten === 0 ? 1 : DIGITS.indexOf(digits[ten - 1] ?? '');
  return tens * 10 + Math.max(0, DIGITS.indexOf(digits[ten + 1] ?? '零'));
}

/** 开头, 结尾: the first paragraph and the last. */
const OPENS = '开头|开篇|文首|导语|首段';
const CLOSES = '结尾|末尾|文末|收尾|末段|尾段|最后(?=[怎是]?[么样]*[讲说写])';
const IN_OPENING = new RegExp(OPENS);
const IN_CLOSING = new RegExp(CLOSES);
const SECTION_ASKED = new RegExp(
  `(${ORDINAL})${SECTION_NOUN}|\\b(?:part|section) ?(\\d{1,3})\\b|\\b(first|second|third|fourth|fifth|last) (?:part|section)\\b`,
);
const PARAGRAPH_ASKED = new RegExp(
  `(${ORDINAL})${PARAGRAPH_NOUN}|\\bparagraph ?(\\d{1,3})\\b|\\b(first|second|third|fourth|fifth|last) paragraph\\b`,
);

/** How a part is asked for within a question, over folded text, as the source of an expression: 第二部分, 最后一段, 开头, the last paragraph. */
export const PART = `${ORDINAL}(?:${SECTION_NOUN}|${PARAGRAPH_NOUN})|${OPENS}|${CLOSES}|\\b(?:part|section|paragraph) ?\\d{1,3}\\b|\\b(?:first|second|third|fourth|fifth|last) (?:part|section|paragraph)\\b`;

/** Which part of an article a folded question asks for; undefined where it asks for none. */
export function partAskedFor(folded: string): TypedPoint | undefined {
  const [, chineseSection, section, sectionWord] = SECTION_ASKED.exec(folded) ?? [];
  const [, chineseParagraph, paragraph, paragraphWord] = PARAGRAPH_ASKED.exec(folded) ?? [];
  const edge = IN_OPENING.test(folded) ? 1 : IN_CLOSING.test(folded) ? -1 : undefined;
  return point(
    ordinalOf(chineseSection) ?? inEnglish(section, sectionWord),
    ordinalOf(chineseParagraph) ?? inEnglish(paragraph, paragraphWord) ?? edge,
  );
}
