/** A part of an article that somebody asks for, and what of it. */
export interface PartAsked {
  /** Which headed section, from 1, or from the end, -1 the last; undefined where the whole article is meant. */
  readonly section: number | undefined;
  /** Which paragraph of that, from 1, or from the end; undefined where all of it is meant. */
  readonly paragraph: number | undefined;
}

const NUMERAL = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const ORDINAL = `(?:第${NUMERAL}|倒数第${NUMERAL}|最后|末尾|末|头|首)(?:的)?(?:一)?(?:个)?`;
const SECTION_NOUN = '(?:大?部分|大?块|板块|小?节|章节?|小标题)';
const PARAGRAPH_NOUN = '(?:自然)?段(?:落|话)?';
/** 开头, 结尾: the first paragraph and the last. */
const OPENING = '开头|开篇|文首|导语|首段';
const CLOSING = '结尾|末尾|文末|收尾|末段|尾段|最后(?=[怎是]?[么样]*[讲说写])';

const IN_OPENING = new RegExp(OPENING);
const IN_CLOSING = new RegExp(CLOSING);
const ANY_NUMERAL = new RegExp(NUMERAL);
const SECTION = new RegExp(
  `(${ORDINAL})${SECTION_NOUN}|\\b(?:part|section) ?(\\d{1,3})\\b|\\b(first|second|third|fourth|fifth|last) (?:part|section)\\b`,
);
const PARAGRAPH = new RegExp(
  `(${ORDINAL})${PARAGRAPH_NOUN}|\\bparagraph ?(\\d{1,3})\\b|\\b(first|second|third|fourth|fifth|last) paragraph\\b`,
);

/** How a part is asked for, over folded text, as the source of an expression: 第二部分, 最后一段, 开头, the last paragraph. */
export const PART = `${ORDINAL}(?:${SECTION_NOUN}|${PARAGRAPH_NOUN})|${OPENING}|${CLOSING}|\\b(?:part|section|paragraph) ?\\d{1,3}\\b|\\b(?:first|second|third|fourth|fifth|last) (?:part|section|paragraph)\\b`;

/** Which part of an article a folded question asks for; undefined where it asks for none. */
export function partAskedFor(folded: string): PartAsked | undefined {
  const section = placeOf(SECTION.exec(folded));
  const paragraph =
    placeOf(PARAGRAPH.exec(folded)) ?? (IN_OPENING.test(folded) ? 1 : IN_CLOSING.test(folded) ? -1 : undefined);
  return section === undefined && paragraph === undefined ? undefined : { section, paragraph };
}

/** An ordinal of one of the two languages as a number, from the end where it is negative. */
function placeOf(match: RegExpExecArray | null): number | undefined {
  if (match === null) return undefined;
  const [, chinese, digits, english] = match;
  if (digits !== undefined) return Number(digits);
  if (english !== undefined) return english === 'last' ? -1 : ENGLISH.indexOf(english) + 1;
  if (chinese === undefined) return undefined;
  const numeral = ANY_NUMERAL.exec(chinese)?.[0];
  if (/^[头首]/.test(chinese)) return 1;
  if (/^(?:最后|末)/.test(chinese) || numeral === undefined) return -1;
  return (chinese.startsWith('倒数') ? -1 : 1) * numberOf(numeral);
}
const ENGLISH = ['first', 'second', 'third', 'fourth', 'fifth'];

function numberOf(numeral: string): number {
  if (/^\d/.test(numeral)) return Number(numeral);
  const [tens, units] = numeral.includes('十') ? numeral.split('十') : ['零', numeral];
  return digitOf(tens ?? '', 1) * 10 + digitOf(units ?? '', 0);
}

function digitOf(digit: string, unwritten: number): number {
  return digit === '' ? unwritten : Math.max(0, '零一二三四五六七八九'.indexOf(digit.replace('两', '二')));
}
