import { isCaption } from '../../article/caption.ts';
import { fold } from '../../language/fold.ts';
import type { Setting, VisibleLine } from './visible-lines.ts';

/** Headings are short; a bold paragraph is emphasis. */
const MAX_HEADING = 40;
const ENDS_SENTENCE = /[。！!；;，,、…][”"』」）)]*$/;
const EXCLAIMS = /^[^。！!；;]{2,40}[！!]$/;
/** Bold lines are headings where they are few among the rest. */
const MAX_SHARE = 0.5;
const MAX_CAPTION = 60;
const NEVER: readonly Setting[] = ['row', 'caption', 'quote', 'code'];
/** Only where they stand out. */
const HARDLY: readonly Setting[] = ['item', 'cell'];
/** A sign at the edge may have been left out. */
const MIN_BOLD = 0.7;
/** Counts the parts, and heads none. */
const NUMBER = /^[\d０-９]{1,2}[.、]?$/;
/** 01; a number alone may be a count. */
const PART = /^(?:0\d|PART\.?\s?\d{1,2}|Part\.?\s?\d{1,2}|NO\.\s?\d{1,2})$/;

/**
 * What the page's own marks say of each line of a body: headings by their element, or bold lines of their own among
 * paragraphs that are not; captions, rows and quotations are none. Where a page marks headings, what it does not mark is none.
 *
 * @param isWhole whether the lines are a whole document, in which headings may have any level
 */
export function headingEvidence(
  lines: readonly VisibleLine[],
  { isWhole = false } = {},
): ReadonlyMap<VisibleLine, boolean> {
  const passages = boldPassages(lines);
  const bold = lines.filter((line) => isBoldLine(line) && !passages.has(line));
  const levels = lines.filter(({ level }) => level !== undefined && (isWhole || level > 1 || !isAll(lines, 1)));
  const marked = new Set(levels.filter((line) => mayHead(line)));
  for (const [at, line] of lines.entries()) if (isNumbered(lines, at)) marked.add(line);
  if (bold.length <= lines.length * MAX_SHARE) for (const line of bold) marked.add(line);
  const evidence = new Map<VisibleLine, boolean>();
  for (const [at, line] of lines.entries()) {
    if (marked.has(line)) evidence.set(line, headsSomething(lines, at, marked));
    else if (marked.size > 1 || isNever(line) || passages.has(line) || bold.length > lines.length * MAX_SHARE)
      evidence.set(line, false);
  }
  return evidence;
}

/** Whether most lines are set as headings of a level: then the whole text is, by its size. */
function isAll(lines: readonly VisibleLine[], level: number): boolean {
  return lines.filter((line) => line.level === level).length > lines.length * MAX_SHARE;
}

/** Bold lines beside bold lines that end as sentences do, as short as they: words that stand out, broken as verse is. */
function boldPassages(lines: readonly VisibleLine[]): ReadonlySet<VisibleLine> {
  const isSentence = (line: VisibleLine | undefined) =>
    line !== undefined && line.bold > MIN_BOLD && line.text.length <= MAX_HEADING && ENDS_SENTENCE.test(line.text);
  return new Set(lines.filter((_, at) => isSentence(lines[at - 1]) || isSentence(lines[at + 1])));
}

/** Below a number that counts the parts. */
function isNumbered(lines: readonly VisibleLine[], at: number): boolean {
  const [above, line] = [lines[at - 1], lines[at]];
  return above !== undefined && line !== undefined && PART.test(above.text) && mayHead(line, true);
}

function isBoldLine(line: VisibleLine): boolean {
  return line.level === undefined && line.bold > MIN_BOLD && mayHead(line);
}

function mayHead({ text, settings, linked, level }: VisibleLine, isSaid = level !== undefined): boolean {
  if (linked > 0.8 || NEVER.some((setting) => settings.has(setting))) return false;
  // What an element or a number says is a heading may exclaim.
  const isSentence = ENDS_SENTENCE.test(text) && !(isSaid && EXCLAIMS.test(text));
  return text.length <= MAX_HEADING && !isSentence && !NUMBER.test(text) && !isCaption(fold(text));
}

function isNever({ settings, isBelowPicture, text }: VisibleLine): boolean {
  if ([...NEVER, ...HARDLY].some((setting) => settings.has(setting))) return true;
  return NUMBER.test(text) || (isBelowPicture && text.length <= MAX_CAPTION);
}

function headsSomething(lines: readonly VisibleLine[], at: number, marked: ReadonlySet<VisibleLine>): boolean {
  return lines.slice(at + 1).some((line) => !marked.has(line));
}
