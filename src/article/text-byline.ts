import { fold } from '../language/fold.ts';
import type { Span } from '../language/sentences.ts';
import type { Address } from './address.ts';
import type { Section } from './article.ts';
import { type Byline, readByline } from './byline.ts';
import { withPlainBars } from './fact-labels.ts';
import { readFields } from './facts.ts';

/** How many paragraphs from either end a writer is named in. */
const EDGE = 2;

/** A byline in brackets stands behind a dateline, 本报讯（记者 张三） and 新华社北京5月1日电（记者李四）, or at either end. */
const OPENING =
  /^(?:【[^【】]{2,30}[讯电]】\s{0,4})?(?:[^。!?;:()〔〕【】[\]]{0,40}(?:讯|电|消息|报[道导])\s{0,4})?[([〔【]/;
const CLOSING = /[)\]〕】]/;
const LAST_BRACKETS = /[([〔【]([^()[\]〔〕【】]{2,200})[)\]〕】]\s*[。.]?$/;
/** （作者：王芳，江城大学教授）: who that is may follow. */
const OF_AN_AUTHOR = /^(?:本文)?作者/;
const MAX_REST = 40;

/** Where an article names its writers. */
export interface TextByline {
  readonly address: Address;
  /** Canonical text of that paragraph. */
  readonly text: string;
  /** UTF-16 offsets into `text`, in order; at least one. */
  readonly names: readonly Span[];
}

const bylines = new WeakMap<readonly Section[], { readonly byline: TextByline | undefined }>();

/**
 * The paragraph in which an article says who wrote it; read once for the same sections.
 * @returns undefined where it does not
 */
export function bylineOf(sections: readonly Section[]): TextByline | undefined {
  const known = bylines.get(sections);
  if (known !== undefined) return known.byline;
  const byline = findByline(sections);
  bylines.set(sections, { byline });
  return byline;
}

function findByline(sections: readonly Section[]): TextByline | undefined {
  const paragraphs = sections.flatMap(({ number, paragraphs }) =>
    paragraphs.map((text, index) => ({ address: { section: number, paragraph: index + 1 }, text })),
  );
  for (const [index, { address, text }] of paragraphs.entries()) {
    if (!mayNameWriter(index, paragraphs.length)) continue;
    const names = writersIn(fold(text));
    if (names.length > 0) return { address, text, names };
  }
  return undefined;
}

function mayNameWriter(index: number, count: number): boolean {
  return index < EDGE || index >= count - EDGE;
}

/**
 * The names of those who wrote an article, where a paragraph of it is a byline or has one in
 * brackets. A sentence that speaks of a reporter names nobody.
 *
 * @param paragraph folded: Simplified and half-width.
 * @returns where each name stands, in order; none where the paragraph names nobody.
 */
export function writersIn(paragraph: string): readonly Span[] {
  const folded = withPlainBars(paragraph);
  const opened = OPENING.exec(folded.slice(0, MAX_START))?.[0].length;
  const atStart = opened === undefined ? undefined : inBrackets(folded, opened);
  if (atStart !== undefined) return atStart.names;
  const whole = readByline(folded, MARK.exec(folded)?.[0].length ?? 0);
  if (whole?.isSure === true && isAll(folded, whole)) return whole.names;
  const tail = Math.max(0, folded.length - MAX_END);
  const last = LAST_BRACKETS.exec(folded.slice(tail));
  if (last === null) return [];
  const inside = tail + last.index + 1;
  return inBrackets(folded, inside)?.names ?? writersInFields(last[1] ?? '', inside);
}
/** ■本报记者 张三 */
const MARK = /^[■□◆◇]\s*/;
const MAX_START = 60;
const MAX_END = 220;

function inBrackets(folded: string, from: number): Byline | undefined {
  const byline = readByline(folded, skipSpace(folded, from), 'brackets');
  if (byline === undefined) return undefined;
  const rest = folded.slice(byline.end, byline.end + MAX_REST);
  const end = rest.search(CLOSING);
  if (end < 0) return undefined;
  const isDescribed = OF_AN_AUTHOR.test(folded.slice(skipSpace(folded, from)));
  return rest.slice(0, end).trim() === '' || isDescribed ? byline : undefined;
}

/** （来源：江城日报 作者：张三） */
function writersInFields(inside: string, offset: number): Span[] {
  return (readFields(inside) ?? [])
    .filter(({ kind }) => kind === 'author')
    .flatMap(({ start, end, isLabelled = false }) => {
      const byline = readByline(inside.slice(start, end), 0, isLabelled ? 'label' : 'line');
      return byline?.names.map(moved(offset + start)) ?? [];
    });
}

function moved(by: number): (span: Span) => Span {
  return ({ start, end }) => ({ start: start + by, end: end + by });
}

function isAll(folded: string, { end }: Byline): boolean {
  return folded.length - end <= 2 && /^[\s。)]*$/.test(folded.slice(end));
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < from + 4 && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
