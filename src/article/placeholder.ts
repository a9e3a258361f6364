import { transliteratedShare } from '../language/personal-names.ts';
import { toSimplifiedCharacters } from '../language/script.ts';
import { tag } from '../language/segment.ts';
import { mayAsk } from './replaced-sign.ts';
import type { Change } from './revision.ts';
import { UNREADABLE } from './unreadable.ts';

/*
 * Where a page's character set lacks a character, its software writes `?`, or U+FFFD: for the
 * spaces that indent a paragraph, the dot in a foreign name, dashes and quotation marks. Where it
 * stands, and how the page writes its questions, tells it from a question mark.
 */

/** How a page writes, as far as it tells what its half-width question marks are. */
export interface PlaceholderContext {
  /** It asks with full-width question marks, so that a half-width one between Chinese is none. */
  readonly asksInFullWidth: boolean;
  /** Several of its lines begin with a sign. */
  readonly indents: boolean;
}

/** So many lines that begin with a question mark are indented. */
const SEVERAL = 2;
const BEGINS_WITH_SIGN = new RegExp(`^[ \\t\\u3000]{0,8}[?${UNREADABLE}]{1,8}(?=[\\p{Script=Han}“「『《（\\d])`, 'gmu');

/** Looks through the whole text of an article once. */
export function placeholderContext(text: string): PlaceholderContext {
  if (!hasSign(text)) return { asksInFullWidth: false, indents: false };
  const [wide, narrow] = [count(text, '，'), count(text, ',')];
  return {
    asksInFullWidth: text.includes('？') && wide > 2 * narrow,
    indents: (text.match(BEGINS_WITH_SIGN)?.length ?? 0) >= SEVERAL,
  };
}

function hasSign(text: string): boolean {
  return text.includes('?') || text.includes(UNREADABLE);
}

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found += 1;
  return found;
}

const SIGN = `[?${UNREADABLE}]`;
/** Spaces at the beginning of a paragraph, with those that the page has of its own between them. */
const INDENT = new RegExp(`^(?:${SIGN}[ \\u00a0\\u3000]?){2,8}(?=[\\p{Script=Han}“‘「『《（(【〔\\d■◆●□○])`, 'u');
const ONE_SIGN = new RegExp(`^${SIGN}[ \\u00a0\\u3000]?(?=[\\p{Script=Han}“‘「『《（(【〔\\d])`, 'u');
/** The same where two paragraphs became one: no question stands behind what ends a sentence. */
const INDENT_INSIDE = /(?<=[。！”」』])\?{2,8}(?=[\p{Script=Han}“「『《])/gu;
const BETWEEN_CHINESE = new RegExp(`(?<=\\p{Script=Han})${SIGN}(?=\\p{Script=Han})`, 'gu');

/** What plainly is no question mark, by its place alone: indents, and the dots of foreign names. */
export function findPlaceholders(text: string, { indents }: Pick<PlaceholderContext, 'indents'>): Change[] {
  if (!hasSign(text)) return [];
  const indent = INDENT.exec(text)?.[0] ?? (indents ? ONE_SIGN.exec(text)?.[0] : undefined) ?? '';
  const changes: Change[] = indent === '' ? [] : [{ start: 0, end: indent.length, to: '' }];
  for (const { index, 0: signs } of text.matchAll(INDENT_INSIDE)) {
    changes.push({ start: index, end: index + signs.length, to: '' });
  }
  for (const { index } of text.matchAll(BETWEEN_CHINESE)) {
    if (isInName(text, index)) changes.push({ start: index, end: index + 1, to: '·' });
  }
  return changes.sort((one, other) => one.start - other.start);
}

/** Characters that foreign names are written with, beside the most frequent ones. */
const ALSO_IN_NAMES = new Set('列治普翰吐丽娅蒂芙蕾黛薇默黎侯赖琼帝柴烈涅孜买木吾江古卜赛因肖图娃妮露蓓桥');
const LONGEST_NAME = 8;
/** A part of a name has as many characters at least, and both together: 马克·吐温. */
const SHORTEST_PART = 2;
const LONG_NAME = 5;
const PERSON = /^nr/;

/** Whether what stands on both sides are parts of one foreign name. */
function isInName(text: string, at: number): boolean {
  const beside = toSimplifiedCharacters(text.charAt(at - 1) + text.charAt(at + 1));
  if (![...beside].every(isOfName)) return false;
  const before = toSimplifiedCharacters(text.slice(Math.max(0, at - LONGEST_NAME), at));
  const after = toSimplifiedCharacters(text.slice(at + 1, at + 1 + LONGEST_NAME));
  let [left, right] = [0, 0];
  while (left < before.length && isOfName(before.charAt(before.length - 1 - left))) left += 1;
  while (right < after.length && isOfName(after.charAt(right))) right += 1;
  if (left < SHORTEST_PART || right < SHORTEST_PART) return false;
  const tags = [tag(before).at(-1)?.tag ?? '', tag(after)[0]?.tag ?? ''];
  if (tags.every((one) => one === 'ns')) return false;
  return left + right >= LONG_NAME || tags.some((one) => PERSON.test(one));
}

function isOfName(character: string): boolean {
  return transliteratedShare(character) === 1 || ALSO_IN_NAMES.has(character);
}

/** No question stands behind these. */
const OPENS = /[：:，,、；;（(]$/;
const CLOSES = /[。！!…？]$/;
const HAN = /\p{Script=Han}/u;
const SIGNS = new RegExp(`${SIGN}+`, 'g');
/** A quotation is hardly longer. */
const MAX_QUOTATION = 300;

/**
 * What is no question mark in the sentence where it stands: quotation marks, and in a page that asks
 * in full width dashes; where signs indent its lines too, what cannot be told. Where nothing decides,
 * nothing is changed.
 */
export function findReplacedMarks(text: string, { asksInFullWidth, indents }: PlaceholderContext): Change[] {
  if (!text.includes('?')) return [];
  const changes: Change[] = [];
  let opened: Change | undefined;
  for (const { index, 0: signs } of text.matchAll(SIGNS)) {
    const [before, after] = [text.slice(Math.max(0, index - 2), index), text.charAt(index + signs.length)];
    const here = { start: index, end: index + signs.length };
    if (!signs.includes('?')) continue;
    const mayClose = opened !== undefined && index - opened.end < MAX_QUOTATION;
    if (opened !== undefined && mayClose && (CLOSES.test(before) || signs.length === 2)) {
      // Of two behind a word the first one asks.
      const start = CLOSES.test(before) ? here.start : here.start + 1;
      changes.push(opened, { start, end: here.end, to: '”' });
      opened = undefined;
    } else if (signs.length === 1 && OPENS.test(before) && HAN.test(after)) {
      opened = { ...here, to: '“' };
    } else if (asksInFullWidth && HAN.test(before.slice(-1)) && HAN.test(after) && !mayAsk(text, index)) {
      if (signs.length === 2) changes.push({ ...here, to: '——' });
      else if (indents) changes.push({ ...here, to: UNREADABLE, rule: 'unreadable' });
    }
  }
  return changes.sort((one, other) => one.start - other.start);
}
