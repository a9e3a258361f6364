import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { dateIn } from './head-data.ts';
import { type Element, elementsOf, type Node, textOf } from './tree.ts';

/** The text of an article that a page holds and only a script would show. */
export interface TextInData {
  readonly html: string;
  /** Of the script that has it, what it says of the article beside. */
  readonly publishedAt?: string | undefined;
  readonly source?: string | undefined;
}

const HAN = /\p{Script=Han}/gu;
const MARK = /[，。！？；]/g;
/** What has less is a line of a menu, or says that scripts are needed. Characters. */
const MIN_TEXT = 60;
const MIN_MARKS = 3;
/** A paragraph that stands by itself in a list of them. Characters. */
const MIN_PIECE = 8;
/** Pieces under one name are the text where they are so many. */
const MIN_PIECES = 3;
/** Some put JSON into a string of JSON. */
const MAX_INSIDE = 2;
/** The largest of pages have some megabytes of data. Characters. */
const MAX_DATA = 8_000_000;

/** Characters. */
const MAX_FACT = 40;
const DATE_NAME =
  /^(?:ori_?)?(?:date)?(?:publish(?:ed)?|pub|create|issue)_?(?:time|date|at)$|^(?:ptime|datepublished|ct|time|date)$/i;
const SOURCE_NAME = /^(?:source|source_?name|media|media_?name|nick_?name|author_?name)$/i;

/** A string in a script, and the name that it stands behind. */
interface Literal {
  readonly name: string;
  readonly value: string;
}

/** @returns undefined where no script, template or field of a page holds a text that may be an article */
export function textInData(document: Node): TextInData | undefined {
  const found: { text: TextInData; letters: number }[] = [];
  for (const element of elementsOf(document)) {
    const held = heldBy(element);
    if (held === undefined || held.length > MAX_DATA) continue;
    if (element.tagName !== 'script') {
      const text = asHtml(held);
      if (isText(text)) found.push({ text: { html: text }, letters: lettersOf(text) });
      continue;
    }
    const literals = literalsIn(held, MAX_INSIDE);
    const html = longest([...literals.map(({ value }) => asHtml(value)), ...listed(literals)].filter(isText));
    if (html === undefined) continue;
    const told = (names: RegExp) => literals.filter(({ name, value }) => names.test(name) && value.length < MAX_FACT);
    const [publishedAt] = told(DATE_NAME).flatMap(({ value }) => dateIn(value) ?? []);
    found.push({ text: { html, publishedAt, source: told(SOURCE_NAME)[0]?.value }, letters: lettersOf(html) });
  }
  return found.sort((one, other) => other.letters - one.letters)[0]?.text;
}

/** What stands in an element that shows nothing of it. */
function heldBy(element: Element): string | undefined {
  switch (element.tagName) {
    case 'script':
    case 'noscript':
    case 'textarea':
    case 'xmp':
      return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
    case 'template':
      return serialize((element as DefaultTreeAdapterTypes.Template).content);
    default:
      return undefined;
  }
}

/** The strings of a script, with what is written in their escapes. */
function literalsIn(script: string, inside: number): Literal[] {
  const literals: Literal[] = [];
  let name = '';
  let word = '';
  for (let at = 0; at < script.length; at += 1) {
    const sign = script.charAt(at);
    if (sign === ':' || sign === '=') {
      name = word;
    } else if (/[\w$-]/.test(sign)) {
      const end = endOfWord(script, at);
      word = script.slice(at, end);
      at = end - 1;
    } else if (sign === '"' || sign === "'" || sign === '`') {
      const end = endOfString(script, at, sign);
      const value = unescaped(script.slice(at + 1, end));
      at = end;
      word = value.length <= 40 ? value : '';
      if (inside > 0 && /^\s*[[{]/.test(value)) {
        for (const literal of literalsIn(value, inside - 1)) literals.push(literal);
      } else literals.push({ name, value });
      if (sign !== '`' && name !== '' && script.charAt(end + 1) !== ':') name = '';
    } else if (sign === ',' || sign === '{' || sign === ';') name = '';
  }
  return literals;
}

function endOfWord(script: string, start: number): number {
  let end = start;
  while (end < script.length && /[\w$-]/.test(script.charAt(end))) end += 1;
  return end;
}

function endOfString(script: string, start: number, quote: string): number {
  let end = start + 1;
  while (end < script.length) {
    const sign = script.charAt(end);
    if (sign === '\\') end += 1;
    else if (sign === quote || (sign === '\n' && quote !== '`')) break;
    end += 1;
  }
  return end;
}

const ESCAPE = /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|(\r\n|[\s\S]))/g;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: '\t', b: '', f: '', v: '', '0': '' };

function unescaped(literal: string): string {
  return literal.replace(ESCAPE, (_, four?: string, two?: string, letter = '') => {
    const code = four ?? two;
    return code === undefined ? (LETTERS[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16));
  });
}

/** Markup as it stands, or written in entities; of plain text each line a paragraph. */
function asHtml(value: string): string {
  const markup = /<\w/.test(value) || !/&lt;/.test(value) ? value : textOf(parseFragment(value));
  if (/<\w/.test(markup)) return markup;
  return markup
    .split(/\n+/)
    .map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`)
    .join('\n');
}

/** Texts that are lists of paragraphs, each under the same name: `{"type": 1, "value": "……"}`. */
function listed(literals: readonly Literal[]): string[] {
  const lists = new Map<string, string[]>();
  for (const { name, value } of literals) {
    if (lettersOf(value) < MIN_PIECE) continue;
    const list = lists.get(name) ?? [];
    list.push(asHtml(value));
    lists.set(name, list);
  }
  return [...lists.values()].filter(({ length }) => length >= MIN_PIECES).map((list) => list.join('\n'));
}

function longest(texts: readonly string[]): string | undefined {
  let most: { text: string; letters: number } | undefined;
  for (const text of texts) {
    const letters = lettersOf(text);
    if (most === undefined || letters > most.letters * MUCH_LONGER) most = { text, letters };
  }
  return most?.text;
}
/** A list of all that a page tells holds the text too; the text itself is wanted. */
const MUCH_LONGER = 1.25;

function isText(html: string): boolean {
  return lettersOf(html) >= MIN_TEXT && (html.match(MARK)?.length ?? 0) >= MIN_MARKS;
}

function lettersOf(text: string): number {
  return text.match(HAN)?.length ?? 0;
}
