import { beginsWithYear } from './figures.ts';
import type { Change } from './revision.ts';
import { UNREADABLE } from './unreadable.ts';

/** Signs of a decoder for what it could not read. Between two there stands no mark that was printed: its bytes are of two others. */
const SIGNS = new RegExp(`[?${UNREADABLE}][，。；：、！？（][?${UNREADABLE}]|${UNREADABLE}+`, 'g');
/** A question mark right between a word, or a mark, and a figure: many decoders put one for a byte left alone, and swallow the digit behind it. */
const MARK_IN_FIGURE = /(?<=[\p{Script=Han}，。；：！？、])\?(?=[\d.])/gu;
/** How far before a mark the question that it ends is looked for. */
const CLAUSE = 30;
const ASKS =
  /[吗嗎呢么麼什甚谁誰哪几幾怎何否吧嘛啥孰岂豈]|多[少久大远遠长長高]|是不是|有没有|有沒有|能不能|会不会|會不會/;
const YEAR_LENGTH = 5;

/**
 * Where a page shows that something could not be read: U+FFFD, and a half-width question mark
 * before a figure where nothing is asked, so that 增?7.9% does not pass for 7.9%. Before a whole
 * year nothing is missing.
 */
export function findReplacedSigns(text: string): Change[] {
  if (!text.includes('?') && !text.includes(UNREADABLE)) return [];
  const marks = [...text.matchAll(MARK_IN_FIGURE)].filter(({ index }) => mayHaveSwallowed(text, index));
  const found = [...text.matchAll(SIGNS), ...marks].map(({ index, 0: signs }) => ({
    start: index,
    end: index + signs.length,
    to: UNREADABLE,
  }));
  return joined(found.sort((one, other) => one.start - other.start));
}

/** What stands side by side, or is found twice, is one place. */
function joined(changes: readonly Change[]): Change[] {
  const apart: Change[] = [];
  for (const change of changes) {
    const last = apart.at(-1);
    if (last === undefined || change.start > last.end) apart.push(change);
    else apart[apart.length - 1] = { ...last, end: Math.max(last.end, change.end) };
  }
  return apart;
}

function mayHaveSwallowed(text: string, mark: number): boolean {
  if (beginsWithYear(text.slice(mark + 1, mark + 1 + YEAR_LENGTH))) return false;
  return !mayAsk(text, mark);
}

/** Whether something is asked right before a place of a text. */
export function mayAsk(text: string, end: number): boolean {
  return ASKS.test(text.slice(Math.max(0, end - CLAUSE), end));
}
