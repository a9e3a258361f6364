import { type Span, splitSentences } from '../../language/sentences.ts';
import { THING } from './message.ts';

/** How a message falls into what can be the article's words or not: lines, sentences, quotations, clauses. */

/** A sentence longer than this is cut at its commas. UTF-16 units. */
const LONGEST_SENTENCE = 300;

/** The sentences of a text, line by line; every letter of the text is in exactly one. */
export function sentencesIn(text: string): Span[] {
  let from = 0;
  return text.split(APART).flatMap((line) => {
    const start = from;
    from += line.length + 1;
    const spans = splitSentences(line).map((span) => ({ start: start + span.start, end: start + span.end }));
    return withUnequal(text, spans);
  });
}

/** `!=` ends no sentence. */
function withUnequal(text: string, spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    const isWithin = last?.end === span.start && /[!！][=＝]/.test(text.slice(span.start - 1, span.start + 1));
    if (isWithin) all[all.length - 1] = { start: last.start, end: span.end };
    else all.push(span);
  }
  return all;
}

/** A line ends, or a thing stands by itself: words on either side of a link are no sentence, those around an emoji may be. */
const APART = new RegExp(`\\n|(?<=\\s|^)${THING}|${THING}(?=\\s|$)`);

/** A sentence, or where it is very long its parts. */
export function bounded(text: string, span: Span): Span[] {
  if (span.end - span.start <= LONGEST_SENTENCE) return [span];
  const parts: Span[] = [];
  let start = span.start;
  let comma = start;
  for (let at = start + 1; at < span.end; at += 1) {
    if (isClauseEnd(text, at)) comma = at;
    if (at - start < LONGEST_SENTENCE) continue;
    const end = comma > start ? comma : at;
    if (comma <= start && WITHIN_A_WORD.test(text.charAt(at))) continue;
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: span.end }];
}

/** Not to be torn apart: figures, Latin words, halves of characters. */
const WITHIN_A_WORD = /[\p{N}\p{Script=Latin}.,\uDC00-\uDFFF]/u;
const CLAUSE_MARK = /[，；：,;:]/;

/** Whether a clause ends before this offset; 1,248 and 09:21 are no two. */
function isClauseEnd(text: string, at: number): boolean {
  if (!CLAUSE_MARK.test(text.charAt(at - 1))) return false;
  return !(/\d/.test(text.charAt(at)) && /\d/.test(text.charAt(at - 2)));
}

/** So few letters are no clause of their own. UTF-16 units, marks included. */
const SHORTEST_CLAUSE = 5;
/** A sentence of more clauses is taken by several at a time. */
const MOST_CLAUSES = 8;

/** The clauses of stretches of a text; every letter of them is in exactly one. */
export function clausesIn(text: string, spans: readonly Span[]): Span[] {
  const clauses = spans.flatMap(({ start, end }) => {
    const found: Span[] = [];
    let from = start;
    for (let at = start + 1; at < end; at += 1) {
      if (!isClauseEnd(text, at) || at - from < SHORTEST_CLAUSE || end - at < SHORTEST_CLAUSE) continue;
      found.push({ start: from, end: at });
      from = at;
    }
    return [...found, { start: from, end }];
  });
  if (clauses.length <= MOST_CLAUSES) return clauses;
  const [first, last] = [clauses[MOST_CLAUSES - 1], clauses.at(-1)];
  // Only what is in one stretch can be one clause.
  if (spans.length > 1 || first === undefined || last === undefined) return [...spans];
  return [...clauses.slice(0, MOST_CLAUSES - 1), { start: first.start, end: last.end }];
}

const CLOSING_OF: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '"': '"', '‘': '’' };
/** Shorter, what is in quotation marks is a term or a doubt, no quotation. UTF-16 units. */
const SHORTEST_QUOTATION = 4;

/** What stands in quotation marks in a stretch of a text, the marks left out; of marks within marks the outer ones. */
export function quotationsIn(text: string, { start, end }: Span): Span[] {
  const unclosed = new Set<string>();
  for (;;) {
    const quotations: Span[] = [];
    let open: { mark: string; at: number; depth: number } | undefined;
    for (let at = start; at < end; at += 1) {
      const character = text.charAt(at);
      if (open === undefined) {
        if (CLOSING_OF[character] !== undefined && !unclosed.has(character)) open = { mark: character, at, depth: 1 };
      } else if (character === CLOSING_OF[open.mark]) {
        open.depth -= 1;
        if (open.depth > 0) continue;
        quotations.push({ start: open.at + 1, end: at });
        open = undefined;
      } else if (character === open.mark) open.depth += 1;
    }
    // A mark that is never closed is text: without it once more, at most once for each kind of mark.
    if (open === undefined) return quotations.filter((span) => span.end - span.start >= SHORTEST_QUOTATION);
    unclosed.add(open.mark);
  }
}

/** What stands behind the first colon of a sentence: what somebody says is said. Undefined where nothing much does. */
export function announced(text: string, { start, end }: Span): Span | undefined {
  for (let at = start + 1; at < end - SHORTEST_QUOTATION; at += 1) {
    if (/[：:]/.test(text.charAt(at)) && isClauseEnd(text, at + 1)) return { start: at + 1, end };
  }
  return undefined;
}

const ENUMERATION = /^\s{0,20}(?:\d{1,3}(?:[、)）]|\.(?!\d))|[（(]\d{1,3}[)）]|[①-⑳]|\d\uFE0F?\u20E3)\s{0,20}/;

/** How long the number is that somebody gave a sentence: `1. `, `（2）`, `③`; 0 where there is none. */
export function enumeration(sentence: string): number {
  return ENUMERATION.exec(sentence.slice(0, 50))?.[0].length ?? 0;
}

/** Stretches without those that lie within them. */
export function without(span: Span, holes: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let from = span.start;
  for (const hole of holes) {
    if (hole.start > from) rest.push({ start: from, end: hole.start });
    from = hole.end;
  }
  if (from < span.end) rest.push({ start: from, end: span.end });
  return rest;
}

/** What a reader is shown of stretches of a text: white space at the ends left out, a gap where there is one. */
export function shownText(text: string, spans: readonly Span[]): string {
  return spans
    .map(({ start, end }) => text.slice(start, end))
    .join('……')
    .replaceAll(THING, ' ')
    .replace(/[^\S\n]{2,}/g, ' ')
    .trim();
}
