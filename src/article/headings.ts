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
  /^([•·*▪])\s?[^•·*▪]{2,24}\1$/,
  /^(?:PART|Chapter)\s?\d/i,
];

/** Ends a sentence or leads on to the next line. */
// The sign of what cannot be told stands for a stop more often than not.
const ENDS_SENTENCE = /[。！!；;，,、：:…—\uFFFD]["”’」』）)]*$/;
const ASKS = /[？?]["”’」』]*$/;

/** Begins an item of a list or a remark in brackets: a paragraph, however short; or numbers a document, cites one, says when. */
const NEVER =
  /〔\d{4}〕.{0,4}\d{1,4}号$|^\[\d{1,3}\]|^[^：:]{2,8}[：:]\s?(?:19|20)\d{2}[-年/.]|^【?编者按】?$|^(?:[-—–─]{1,3}|[（(](?![一二三四五六七八九十\d]{1,3}[）)])|[※*•·▪](?!.{2,24}[•·*▪]$))/;

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
  const parallel = new Set([...namedSections(lines), ...inParallel(lines, isVoice), ...inParallel(lines, isDashed)]);
  const items = itemsOfRoundup(lines);
  const bare = lines.map(
    ({ text, isMarked, isUnlikely = false }, at) =>
      isMarked || (!isUnlikely && (parallel.has(at) || (isHeadingLike(text) && hasBody(lines, at) && !items.has(at)))),
  );
  const headings = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    let end = at;
    while (bare[end]) end += 1;
    if (end < lines.length && areHeadings(lines.slice(at, end), lines[at - 1])) {
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

/** 望江商户：, above what they say; who speaks in turn does so more than once. */
function isVoice(line: string): boolean {
  if (!VOICE.test(line)) return false;
  const folded = fold(line);
  return !LEADS_ON.test(folded) && !TURN.test(folded);
}
const VOICE = /^[^，。；！？：:•·*]{3,18}[：:]$/;
/** A sentence that goes on below. */
const LEADS_ON =
  /(?:[说称道问答是有为了即下出到据]|指出|强调|认为|表示|介绍|要求|提出|包括|例如|比如|显示|宣布|通知|如次):$/;
const TURN = /^(?:问|答|记者|主持人|网友|观众|嘉宾|提问|受访者|编辑|作者|各位|尊敬|亲爱|敬爱)/;

/** ——摊位多了，客人也多了 */
function isDashed(line: string): boolean {
  return DASHED.test(line) && !CITED.test(line) && bylineOfLine(fold(line)) === undefined;
}
const DASHED = /^[—–─-]{2,3}\s?[^—–─\s。！!；;：:…][^—–─。！!；;：:…]{2,30}$/;
const CITED = /^[—–─-]{2,3}\s?(?:《|摘自|选自|選自|引自|节选|節選|节录|改编|[据據])/;

/** Lines of one form, all different, each above a paragraph: one alone, or one that is there again, is none. */
function inParallel(lines: readonly BodyLine[], isOfForm: (line: string) => boolean): Set<number> {
  const found = lines.flatMap(({ text }, at) => (isOfForm(text) ? [at] : []));
  const isAboveText = (at: number) => {
    const below = lines[at + 1]?.text ?? '';
    return below.length >= MIN_BODY && SENTENCE_END.test(below) && !isOfForm(below);
  };
  const areDistinct = new Set(found.map((at) => lines[at]?.text)).size === found.length;
  return found.length > 1 && areDistinct && found.every(isAboveText) ? new Set(found) : new Set();
}
const SENTENCE_END = /[。！？!?…][”’」』）)]*$/;

/** 【江城日报】两地通车: what others report, one item after the other, each with its headline. */
function itemsOfRoundup(lines: readonly BodyLine[]): Set<number> {
  const items = lines.flatMap(({ text }, at) => (ITEM.test(text) ? [at] : []));
  return new Set(items.length >= MIN_ITEMS ? items : []);
}
const ITEM = /^【[^】]{2,14}】\s?\S/;
const MIN_ITEMS = 3;

function isHeadingLike(line: string): boolean {
  if (line.length > MAX_HEADING || NEVER.test(line) || isCaption(line)) return false;
  if (line.includes('。') || (ENDS_SENTENCE.test(line) && !isExclaimedItem(line)) || TIMESTAMP.test(line)) return false;
  if (bylineOfLine(fold(line)) !== undefined) return false;
  if (markerOf(line) < 0 && /[；;]/.test(line)) return false;
  return markerOf(line) >= 0 || !ASKS.test(line);
}

/** Which kind of marker a line begins with; -1 for none. */
function markerOf(line: string): number {
  return MARKERS.findIndex((marker) => marker.test(line));
}

/** A sentence that what follows belongs to: a verse, a saying, a list. */
const LEADS_TO_LIST = /.{12}[：:]$/;

/** Whether a run of short lines before a paragraph is headings: one, or an outer and an inner one. */
function areHeadings(run: readonly BodyLine[], above: BodyLine | undefined): boolean {
  const isUnmarked = run.every(({ text, isMarked }) => !isMarked && markerOf(text) < 0);
  if (isUnmarked && above !== undefined && LEADS_TO_LIST.test(above.text)) return false;
  const markers = run.map(({ text }) => markerOf(text)).filter((marker) => marker >= 0);
  const isList = new Set(markers).size < markers.length;
  return !isList && run.length - markers.length <= MAX_IN_A_ROW;
}

/** Clauses, or the word that a sentence ends with. */
const SENTENCE_LIKE = /[，,]|[了的吗呢吧啊]$/;

/** What alone stands for a heading, and is too long, opens the text, reads as a sentence does or may be a caption, is one or stands out in bold. */
function dropLoneCaption(lines: readonly BodyLine[], headings: Set<number>): void {
  const [only] = headings;
  if (headings.size !== 1 || only === undefined) return;
  const { text = '', isMarked = false } = lines[only] ?? {};
  const isDoubtful = text.length > MAX_ALONE || only === 0 || SENTENCE_LIKE.test(text) || hasCaption(lines);
  if (!isMarked && markerOf(text) < 0 && isDoubtful) headings.delete(only);
}

/** Where one picture has a caption, others may have one that nothing tells. */
function hasCaption(lines: readonly BodyLine[]): boolean {
  return lines.some(({ text }) => text.length <= MAX_CAPTION && isCaption(text));
}
const MAX_CAPTION = 60;

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
