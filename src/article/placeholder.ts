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
  /** It has no quotation marks at all. */
  readonly lacksQuotes: boolean;
}

/** So many lines that begin with a question mark are indented. */
const SEVERAL = 2;
const BEGINS_WITH_SIGN = new RegExp(`^[ \\t\\u3000]{0,8}[?${UNREADABLE}]{1,8}(?=[\\p{Script=Han}“「『《（\\d])`, 'gmu');

/** Looks through the whole text of an article once. */
export function placeholderContext(text: string): PlaceholderContext {
  if (!hasSign(text)) return { asksInFullWidth: false, indents: false, lacksQuotes: false };
  const [wide, narrow] = [count(text, '，'), count(text, ',')];
  return {
    asksInFullWidth: text.includes('？') && wide > 2 * narrow,
    indents: (text.match(BEGINS_WITH_SIGN)?.length ?? 0) >= SEVERAL,
    lacksQuotes: !QUOTES.test(text),
  };
}

const QUOTES = /[“”「」『』"]/;

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

/** 约翰·F·肯尼迪. */
const WITH_INITIAL = new RegExp(`(\\p{Script=Han}{2})${SIGN}([A-Z]\\.?)${SIGN}(?=\\p{Script=Han})`, 'gu');

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
  for (const { index, 1: name = '', 2: initial = '' } of text.matchAll(WITH_INITIAL)) {
    if (![...toSimplifiedCharacters(name)].every(isOfName)) continue;
    const first = index + name.length;
    changes.push({ start: first, end: first + 1, to: '·' });
    const second = first + 1 + initial.length;
    changes.push({ start: second, end: second + 1, to: '·' });
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
const AMID_SENTENCE = /[。，、；：]$/;
const HAN = /\p{Script=Han}/u;
const SIGNS = /[?\ufffd]+/g;
const DASHES = /(?<=\p{Script=Han})\?\?(?=\p{Script=Han})/gu;
const QUOTED_WORD = /(?<=\p{Script=Han})\?(\p{Script=Han}{3,10})\?(?=\p{Script=Han})/gu;
/** A quotation is hardly longer. */
const MAX_QUOTATION = 300;

/**
 * What is no question mark in the sentence where it stands: quotation marks, dashes, and what cannot
 * be told. Beside how the page asks it goes by how often it lacks signs. Where nothing decides,
 * nothing is changed.
 */
export function findReplacedMarks(text: string, context: PlaceholderContext): Change[] {
  if (!text.includes('?')) return [];
  const quoted = context.indents && context.lacksQuotes ? findQuotedWords(text) : [];
  const known = new Set(quoted.map(({ start }) => start));
  const changes = [...quoted];
  let opened: Change | undefined;
  for (const { index, 0: signs } of text.matchAll(SIGNS)) {
    if (!signs.includes('?') || known.has(index)) continue;
    const here = { start: index, end: index + signs.length };
    const before = text.slice(Math.max(0, index - 2), index);
    const mayClose = opened !== undefined && index - opened.end < MAX_QUOTATION;
    if (opened !== undefined && mayClose && (CLOSES.test(before) || signs.length === 2)) {
      // Of two behind a word the first one asks.
      const start = CLOSES.test(before) ? here.start : here.start + 1;
      changes.push(opened, { start, end: here.end, to: '”' });
      opened = undefined;
      continue;
    }
    if (!HAN.test(text.charAt(here.end))) continue;
    if (signs.length === 1 && OPENS.test(before)) {
      if (opened !== undefined) changes.push(unreadable(opened));
      opened = { ...here, to: '“' };
    } else if (AMID_SENTENCE.test(before)) {
      changes.push(unreadable(here));
    } else if (HAN.test(before.slice(-1)) && !mayAsk(text, index)) {
      if (signs.length === 2 && mayBeDash(text, context)) changes.push({ ...here, to: '——' });
      else if (context.asksInFullWidth && context.indents) changes.push(unreadable(here));
    }
  }
  if (opened !== undefined) changes.push(unreadable(opened));
  return changes.sort((one, other) => one.start - other.start);
}

function unreadable({ start, end }: Pick<Change, 'start' | 'end'>): Change {
  return { start, end, to: UNREADABLE, rule: 'unreadable' };
}

/** Two signs between words are a dash where the page asks otherwise, lacks other signs, or has them in pairs. */
function mayBeDash(text: string, { asksInFullWidth, indents }: PlaceholderContext): boolean {
  return asksInFullWidth || indents || [...text.matchAll(DASHES)].length >= SEVERAL;
}

/** Words in quotation marks, in a page that has none of these otherwise. */
function findQuotedWords(text: string): Change[] {
  return [...text.matchAll(QUOTED_WORD)].flatMap(({ index, 0: whole }) => {
    const end = index + whole.length;
    if (mayAsk(text, index) || mayAsk(whole, whole.length)) return [];
    return [
      { start: index, end: index + 1, to: '“' },
      { start: end - 1, end, to: '”' },
    ];
  });
}
