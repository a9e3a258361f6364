import { fold } from '../language/fold.ts';
import { bylineOfLine } from './bylines/bylines.ts';
import { isCaption } from './caption.ts';

/** A line of the body, and whether the file itself marks it as a heading. */
export interface BodyLine {
  readonly text: string;
  readonly isMarked: boolean;
  /** Whether the file itself sets it as something else, or other lines as headings. */
  readonly isUnlikely?: boolean;
}

/** Headings are short: a line of print at most. */
const MAX_HEADING = 40;

/** What a heading may begin with; headings of one kind do not follow each other without a paragraph, lists do. */
const MARKERS: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}[、.．]/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^第[一二三四五六七八九十\d]{1,3}[章节部分篇]/,
  /^0?\d{1,2}[、.．](?!\d)/,
  /^[（(]\d{1,2}[）)]/,
  /^[■●◆★▌▍◎□◇►▶]/,
  /^【[^】]+】$/,
  /^(?:PART|Chapter)\s?\d/i,
];

/** Ends a sentence or leads on to the next line. */
// The sign of what cannot be told stands for a stop more often than not.
const ENDS_SENTENCE = /[。！!；;，,、：:…—\uFFFD]["”’」』）)]*$/;
const ASKS = /[？?]["”’」』]*$/;

/** Begins an item of a list or a remark in brackets: a paragraph, however short; or numbers a document. */
const NEVER =
  /〔\d{4}〕.{0,4}\d{1,4}号$|^【?编者按】?$|^(?:[-—–─]{1,3}|[（(](?![一二三四五六七八九十\d]{1,3}[）)])|[※*•·])/;

/** When something was said or posted: 10:40:04, 2010-03-29 10:40. */
const TIMESTAMP = /^(?=.*(?:\d:\d{2}|\d[-/.]\d{1,2}[-/.]\d))[\d\s:：/.\-年月日时分秒上下午()（）]+$/;

/** A whole line in quotation marks is dialogue. */
const SPOKEN = /^[“「『].*[”」』]$/;

/** Lists and poems have that many short lines in a row; headings stand between paragraphs. */
const MAX_IN_A_ROW = 2;

/** The paragraph below a heading has so many characters, or twice as many as the heading. */
const MIN_BODY = 20;
const MIN_SHORT_BODY = 12;

/** More headings than so many, all but one of them marked, are all marked. */
const MIN_MARKED = 2;

/** A heading that no other supports is shorter, or it is a caption. */
const MAX_ALONE = 20;

/** Fewer lines that ask are rhetoric… */
const MIN_QUESTIONS = 2;
/** …and so are those with more paragraphs to each. */
const MAX_PARAGRAPHS_EACH = 8;
const MIN_QUESTION_LENGTH = 5;
/** A lead of so many characters may end before a heading that asks; a question that opens an article is rhetoric. */
const MIN_LEAD = 40;
/** A question among other headings is no longer than so many times their mean length. */
const MAX_LENGTH_RATIO = 1.7;

/**
 * Which lines of a body are headings: short, without the punctuation that ends a sentence,
 * and followed by a paragraph.
 *
 * @param lines headings and paragraphs in order.
 * @returns their indices.
 */
export function findHeadings(lines: readonly BodyLine[]): Set<number> {
  const people = namedSections(lines);
  const bare = lines.map(
    ({ text, isMarked, isUnlikely = false }, at) =>
      isMarked || (!isUnlikely && (people.has(at) || (isHeadingLike(text) && hasBody(lines, at)))),
  );
  const headings = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    let end = at;
    while (bare[end]) end += 1;
    if (end < lines.length && areHeadings(lines.slice(at, end))) {
      for (let line = at; line < end; line += 1) headings.add(line);
    }
    at = Math.max(at, end);
  }
  const lastText = lines.findLastIndex(({ isMarked }) => !isMarked);
  for (const [at, { isMarked }] of lines.entries()) if (isMarked && at < lastText) headings.add(at);
  const texts = lines.map(({ text }) => text);
  dropLoneCaption(lines, headings);
  dropBareBesideMarked(lines, headings);
  for (const question of questionHeadings(texts, headings)) headings.add(question);
  return headings;
}

function isHeadingLike(line: string): boolean {
  if (line.length > MAX_HEADING || NEVER.test(line) || isCaption(line)) return false;
  if (line.includes('。') || (ENDS_SENTENCE.test(line) && !isExclaimedItem(line)) || TIMESTAMP.test(line)) return false;
  if (bylineOfLine(fold(line)) !== undefined) return false;
  return markerOf(line) >= 0 || !ASKS.test(line);
}

/** Which kind of marker a line begins with; -1 for none. */
function markerOf(line: string): number {
  return MARKERS.findIndex((marker) => marker.test(line));
}

/** Whether a run of short lines before a paragraph is headings: one, or an outer and an inner one. */
function areHeadings(run: readonly BodyLine[]): boolean {
  const markers = run.map(({ text }) => markerOf(text)).filter((marker) => marker >= 0);
  const isList = new Set(markers).size < markers.length;
  return !isList && run.length - markers.length <= MAX_IN_A_ROW;
}

/** Clauses, or the word that a sentence ends with. */
const SENTENCE_LIKE = /[，,]|[了的吗呢吧啊]$/;

/** What alone stands for a heading, and is too long, opens the text or reads as a sentence does, is a caption or stands out in bold. */
function dropLoneCaption(lines: readonly BodyLine[], headings: Set<number>): void {
  const [only] = headings;
  if (headings.size !== 1 || only === undefined) return;
  const { text = '', isMarked = false } = lines[only] ?? {};
  if (!isMarked && markerOf(text) < 0 && (text.length > MAX_ALONE || only === 0 || SENTENCE_LIKE.test(text)))
    headings.delete(only);
}

/** Where headings have a marker, a single line without one is a sentence that stands out. */
function dropBareBesideMarked(lines: readonly BodyLine[], headings: Set<number>): void {
  const isBare = (at: number) => lines[at]?.isMarked === false && markerOf(lines[at]?.text ?? '') < 0;
  const bare = [...headings].filter(isBare);
  const [only] = bare;
  const isBetween = only !== undefined && [...headings].some((at) => at < only);
  if (bare.length === 1 && only !== undefined && isBetween && headings.size > MIN_MARKED) headings.delete(only);
}

/** 二、钱当天到手！ */
function isExclaimedItem(line: string): boolean {
  return markerOf(line) >= 0 && /^[^！!]{2,20}[！!]$/.test(line);
}

/** Several people, each with a part of the text below the name; a name below the last part signs it, as do the others then. */
function namedSections(lines: readonly BodyLine[]): Set<number> {
  const names = lines.flatMap(({ text }, at) =>
    text.length <= MAX_NAME && bylineOfLine(fold(text)) !== undefined ? [at] : [],
  );
  const distinct = new Set(names.map((at) => lines[at]?.text));
  const areSections =
    names.length >= 2 &&
    distinct.size === names.length &&
    names.every((at) => at + 1 < lines.length && hasBody(lines, at));
  return areSections ? new Set(names) : new Set();
}
const MAX_NAME = 4;

/** Whether a line without a marker stands above a paragraph: sentences, not the next line of a verse. */
function hasBody(lines: readonly BodyLine[], at: number): boolean {
  const { text = '' } = lines[at] ?? {};
  if (markerOf(text) >= 0) return true;
  const next = lines
    .slice(at + 1, at + 1 + MAX_IN_A_ROW)
    .find(({ text: below, isMarked }) => !isMarked && !isHeadingLike(below));
  if (next === undefined) return true;
  return (
    !/[，,、]$/.test(next.text) && next.text.length >= Math.min(MIN_BODY, Math.max(MIN_SHORT_BODY, text.length * 2))
  );
}

/**
 * Lines that ask are headings where they come in parallel: beside other headings and of
 * their shape, not opening the lead; or several of them dividing the article. A single one is
 * rhetoric.
 */
function questionHeadings(texts: readonly string[], headings: ReadonlySet<number>): number[] {
  const questions = texts.flatMap((_, at) => (mayHeadByAsking(texts, at, headings) ? [at] : []));
  if (headings.size === 0) {
    const isDividing = questions.length * MAX_PARAGRAPHS_EACH >= texts.length;
    return questions.length >= MIN_QUESTIONS && isDividing ? questions : [];
  }
  const others = [...headings].map((at) => texts[at] ?? '');
  const first = texts.findIndex((_, at) => headings.has(at));
  const meanLength = others.reduce((sum, text) => sum + text.length, 0) / others.length;
  const haveClauses = others.some(hasClauses);
  return questions.filter((at) => {
    const text = texts[at] ?? '';
    const isAlike = text.length <= meanLength * MAX_LENGTH_RATIO && (haveClauses || !hasClauses(text));
    const isInLead = at < first;
    return isAlike && (!isInLead || (texts[at - 1] ?? '').length >= MIN_LEAD);
  });
}

/** A word or two before a comma, 那么，…, only lead over to what is asked. */
function hasClauses(text: string): boolean {
  return /[，,]/.test(text.replace(/^.{1,3}[，,]/, ''));
}

function mayHeadByAsking(texts: readonly string[], at: number, headings: ReadonlySet<number>): boolean {
  const line = texts[at] ?? '';
  const next = texts[at + 1];
  if (line.length > MAX_HEADING || line.length < MIN_QUESTION_LENGTH || !ASKS.test(line)) return false;
  if (NEVER.test(line) || SPOKEN.test(line) || /[。：:]/.test(line)) return false;
  if (next === undefined || headings.has(at) || headings.has(at - 1) || headings.has(at + 1)) return false;
  return !ASKS.test(next) && next.length > line.length;
}
