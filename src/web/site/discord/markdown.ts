import { type Inline, readInline } from './inline.ts';

/** A part of a text that stands on lines of its own, as Discord reads it. */
export type MarkdownBlock =
  | { readonly kind: 'lines'; readonly content: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly content: readonly Inline[] }
  | { readonly kind: 'subtext'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'quote'; readonly blocks: readonly MarkdownBlock[] }
  | { readonly kind: 'code'; readonly text: string };

export interface ListItem {
  /** What a number is before it; undefined for a bullet. */
  readonly number: number | undefined;
  /** How far in it stands: 0 for the outermost. */
  readonly depth: number;
  readonly content: readonly Inline[];
}

const HEADING = /^(#{1,3}) +(?=\S)/;
const SUBTEXT = /^-# +(?=\S)/;
const QUOTE = /^> /;
const REST_QUOTED = /^>>> /;
const ITEM = /^( {0,20})(?:[-*]|(\d{1,9})\.) +(?=\S)/;
/** What goes on with the item above. */
const CONTINUED = /^ {2}/;
const FENCE = '```';
/** A language stands behind the opening fence where lines of code follow. */
const LANGUAGE = /^[\w+#.-]{0,20}$/;
/** Discord draws no list deeper than this. */
const DEEPEST = 10;

/** Lines, and which is next. */
interface Lines {
  readonly lines: string[];
  at: number;
  /** In a quotation there is no other. */
  readonly isQuoted: boolean;
}

/** Each reads what begins at the next line and goes behind it, or leaves everything as it is. */
const READERS: readonly ((lines: Lines) => MarkdownBlock | undefined)[] = [
  readRestQuoted,
  readQuote,
  readCode,
  readList,
  readHeading,
  readSubtext,
];

/** Reads a text in Discord's own dialect of markdown: it is not CommonMark's, nor GitHub's. */
export function readMarkdown(text: string): MarkdownBlock[] {
  return text === '' ? [] : readLines({ lines: text.replace(/\r\n?/g, '\n').split('\n'), at: 0, isQuoted: false });
}

function readLines(lines: Lines): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let plain: string[] = [];
  const endPlain = () => {
    if (plain.length > 0) blocks.push({ kind: 'lines', content: readInline(plain.join('\n')) });
    plain = [];
  };
  while (lines.at < lines.lines.length) {
    const block = firstBlock(lines);
    if (block === undefined) {
      plain.push(nextLine(lines));
      lines.at += 1;
    } else {
      endPlain();
      blocks.push(block);
    }
  }
  endPlain();
  return blocks;
}

function firstBlock(lines: Lines): MarkdownBlock | undefined {
  for (const read of READERS) {
    const block = read(lines);
    if (block !== undefined) return block;
  }
  return undefined;
}

function nextLine({ lines, at }: Lines): string {
  return lines[at] ?? '';
}

/** Takes the next lines as long as they are such. */
function take(lines: Lines, are: (line: string) => boolean): string[] {
  const from = lines.at;
  while (lines.at < lines.lines.length && are(nextLine(lines))) lines.at += 1;
  return lines.lines.slice(from, lines.at);
}

function readRestQuoted(lines: Lines): MarkdownBlock | undefined {
  if (lines.isQuoted || !REST_QUOTED.test(nextLine(lines))) return undefined;
  const [first = '', ...others] = take(lines, () => true);
  return quoteOf([first.replace(REST_QUOTED, ''), ...others]);
}

function readQuote(lines: Lines): MarkdownBlock | undefined {
  if (lines.isQuoted || !QUOTE.test(nextLine(lines))) return undefined;
  return quoteOf(take(lines, (line) => QUOTE.test(line)).map((line) => line.replace(QUOTE, '')));
}

function quoteOf(lines: string[]): MarkdownBlock {
  return { kind: 'quote', blocks: readLines({ lines, at: 0, isQuoted: true }) };
}

/** Code between two fences; what stands before the first or behind the second on their lines is left for others. */
function readCode(lines: Lines): MarkdownBlock | undefined {
  const line = nextLine(lines);
  const open = fenceIn(line);
  if (open < 0) return undefined;
  const inside = line.slice(open + FENCE.length);
  const ownEnd = inside.indexOf(FENCE, 1);
  const end = ownEnd >= 0 ? lines.at : lines.lines.findIndex((next, at) => at > lines.at && next.includes(FENCE));
  if (end < 0) return undefined;
  if (open > 0) {
    lines.lines.splice(lines.at, 1, line.slice(0, open), line.slice(open));
    return undefined;
  }
  const last = lines.lines[end] ?? '';
  const close = ownEnd >= 0 ? ownEnd + FENCE.length : last.indexOf(FENCE);
  const code =
    ownEnd >= 0
      ? [inside.slice(0, ownEnd)]
      : [...(LANGUAGE.test(inside) ? [] : [inside]), ...lines.lines.slice(lines.at + 1, end), last.slice(0, close)];
  const behind = last.slice(close + FENCE.length);
  lines.at = end + 1;
  if (behind !== '') {
    lines.at = end;
    lines.lines[end] = behind;
  }
  return { kind: 'code', text: code.join('\n').replace(/^\n+|\n$/g, '') };
}

/** Where a line has a fence that is not escaped; below 0 where it has none. */
function fenceIn(line: string): number {
  for (let at = line.indexOf('`'); at >= 0 && at < line.length; at += 1) {
    if (line.startsWith(FENCE, at) && line.charAt(at - 1) !== '\\') return at;
  }
  return -1;
}

/** Lines without a mark go on with the item above. */
function readList(lines: Lines): MarkdownBlock | undefined {
  if (!ITEM.test(nextLine(lines))) return undefined;
  const items: { number: number | undefined; indent: number; text: string }[] = [];
  for (const line of take(lines, (next) => ITEM.test(next) || CONTINUED.test(next))) {
    const found = ITEM.exec(line);
    const last = items.at(-1);
    if (found !== null) {
      const number = found[2] === undefined ? undefined : Number(found[2]);
      items.push({ number, indent: found[1]?.length ?? 0, text: line.slice(found[0].length) });
    } else if (last !== undefined) last.text += `\n${line.trim()}`;
  }
  const indents: number[] = [];
  return {
    kind: 'list',
    items: items.map(({ number, indent, text }) => {
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
      return { number, depth: Math.min(indents.length - 1, DEEPEST), content: readInline(text) };
    }),
  };
}

function readHeading(lines: Lines): MarkdownBlock | undefined {
  const line = nextLine(lines);
  const marks = HEADING.exec(line)?.[1]?.length;
  if (marks !== 1 && marks !== 2 && marks !== 3) return undefined;
  lines.at += 1;
  return { kind: 'heading', level: marks, content: readInline(line.replace(HEADING, '')) };
}

function readSubtext(lines: Lines): MarkdownBlock | undefined {
  const line = nextLine(lines);
  if (!SUBTEXT.test(line)) return undefined;
  lines.at += 1;
  return { kind: 'subtext', content: readInline(line.replace(SUBTEXT, '')) };
}
