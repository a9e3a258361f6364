import type { Article } from '../../article/article.ts';
import { fold } from '../../language/fold.ts';
import type { Span } from '../../language/sentences.ts';
import { lettersOf } from '../../verbatim/letters.ts';
import { signsIn } from '../../verbatim/signs.ts';
import { type Allowance, longestRun, type Occurrence, type Unit, unitOf } from '../../verbatim/verbatim.ts';
import { announced, bounded, enumeration, quotationsIn, sentencesIn, shownText, without } from './pieces.ts';

/** What is looked for where, and what is known by now. */
export interface Search {
  readonly articles: readonly Article[];
  readonly allowance: Allowance;
  /** Letters and numbers that no article has: somebody may repeat himself a thousand times. */
  readonly absent: Set<string>;
  /** How many sentences were found without the number that somebody gave them. */
  numberings: number;
}

/** Words that stand in an article, or that are still to be compared. */
export interface Draft {
  /** Which of the message's parts they are from, and where; apart where a quotation was taken out of them. */
  readonly part: number;
  readonly spans: readonly Span[];
  readonly text: string;
  /** The text of the part. */
  readonly of: string;
  readonly occurrence?: Occurrence;
  /** The allowance was used up before it was looked for everywhere. */
  readonly unread?: true;
  /** Set for what stands around quotations: these, and the whole sentence. */
  readonly around?: { readonly quoted: readonly Draft[]; readonly sentence: Span };
}

/**
 * A part of a message as drafts of claims, in order: sentences that an article has, as many
 * together as it has in a row, and those that none has, without what they quote of one.
 */
export function draftsIn(text: string, part: number, search: Search): Draft[] {
  return draftsOf({ of: text, part, depth: 0 }, sentencesIn(text), search).sort(byPlace);
}

function byPlace(one: Draft, other: Draft): number {
  return (one.spans[0]?.start ?? 0) - (other.spans[0]?.start ?? 0);
}

/** Where sentences are from, and within how many quotations they stand. */
interface Source {
  readonly of: string;
  readonly part: number;
  readonly depth: number;
  /** Set where the sentences are the pieces of one that is too long. */
  readonly isCut?: true;
}

/** Quotations within quotations are read so deep. */
const DEEPEST = 2;

/** Sentences one behind the other: as many together as an article has in a row. */
function draftsOf(source: Source, sentences: readonly Span[], search: Search): Draft[] {
  const { of } = source;
  const told = withTheirSigns(of, sentences).map((span) => ({ span, unit: unitOf(of.slice(span.start, span.end)) }));
  const [spans, units] = [told.map(({ span }) => span), told.map(({ unit }) => unit)];
  const drafts: Draft[] = [];
  for (let at = 0; at < spans.length; ) {
    const found = runFrom(source, spans, units, at, search);
    if (found === undefined) {
      const span = spans[at];
      if (span !== undefined) for (const draft of apart(source, span, search)) drafts.push(draft);
      at += 1;
    } else {
      const span = { start: found.start, end: spans[at + found.units - 1]?.end ?? found.start };
      // The number that somebody gave a sentence is no word of it.
      if (found.start > (spans[at]?.start ?? 0)) search.numberings += 1;
      drafts.push(draft(source, [span], { occurrence: found.occurrence }));
      at += found.units;
    }
  }
  return drafts;
}

/** Those that have letters; a sign between two, on a line by itself, belongs to the next, or else to the last. */
function withTheirSigns(of: string, sentences: readonly Span[]): Span[] {
  const told: Span[] = [];
  let sign: number | undefined;
  let lastSign = 0;
  for (const { start, end } of sentences) {
    const words = of.slice(start, end);
    if (lettersOf(words) !== '') {
      told.push({ start: sign ?? start, end });
      sign = undefined;
    } else if (hasSigns(words) && !RULE.test(words)) {
      sign ??= start;
      lastSign = end;
    }
  }
  const last = told.at(-1);
  if (sign !== undefined && last !== undefined) told[told.length - 1] = { start: last.start, end: lastSign };
  return told;
}

/** A line that is drawn: =====, ~~~. */
const RULE = /^\s{0,20}([=~+*<>|])\1\1/;

function hasSigns(words: string): boolean {
  return signsIn(fold(words)).length > 0;
}

/** What tells a unit from all others. */
function keyOf({ letters, numbers, signs }: Unit): string {
  return [letters, numbers, signs.before, signs.among, signs.behind].join('\n');
}

/** Sentences that are looked for in a row at the most. */
const LONGEST_RUN = 200;

/** What an article has of the sentences from one on, with or without the number that somebody gave it. */
function runFrom({ of }: Source, spans: readonly Span[], units: readonly Unit[], at: number, search: Search) {
  const [first, own] = [spans[at], units[at]];
  if (first === undefined || own === undefined) return undefined;
  const words = of.slice(first.start, first.end);
  for (const skipped of new Set([0, enumeration(words)])) {
    const unit = skipped === 0 ? own : unitOf(words.slice(skipped));
    if (unit.letters.length < 2) continue;
    const key = keyOf(unit);
    if (search.absent.has(key)) continue;
    const run = longestRun([unit, ...units.slice(at + 1, at + LONGEST_RUN)], search.articles, search.allowance);
    if (run !== undefined) return { ...run, start: first.start + skipped };
    if (search.allowance.letters > 0) search.absent.add(key);
  }
  return undefined;
}

/** A sentence that no article has: what it quotes, or announces, may be in one, and is then a claim by itself. */
function apart(source: Source, span: Span, search: Search): Draft[] {
  const { of } = source;
  const state = search.allowance.letters > 0 ? {} : { unread: true as const };
  const taken = source.depth < DEEPEST ? quotedIn(source, span, search) : [];
  if (taken.length === 0) return inPieces(source, span, search, state);
  const rest = without(
    span,
    taken.map(({ quotation }) => quotation),
  );
  const quoted = taken.flatMap(({ drafts }) => drafts);
  // Marks around a quotation are nothing by themselves, ≠ is.
  if (lettersOf(shownText(of, rest)) === '') {
    return hasSigns(shownText(of, rest)) ? inPieces(source, span, search, state) : quoted;
  }
  return [{ ...draft(source, rest, state), around: { quoted, sentence: span } }, ...quoted];
}

/** A sentence whole; of one that is too long to be compared whole each piece is looked for. */
function inPieces(source: Source, span: Span, search: Search, state: Pick<Draft, 'unread'>): Draft[] {
  const pieces = source.isCut === true ? [span] : bounded(source.of, span);
  if (pieces.length === 1) return [draft(source, [span], state)];
  return draftsOf({ ...source, depth: DEEPEST, isCut: true }, pieces, search);
}

/** The quotations of a sentence if articles have something of one of them; or what stands behind its colon, if one has it all. */
function quotedIn(source: Source, span: Span, search: Search) {
  const { of } = source;
  const inner = { ...source, depth: source.depth + 1 };
  const read = (quotation: Span) => ({ quotation, drafts: draftsOf(inner, within(of, quotation), search) });
  const quoted = quotationsIn(of, span)
    .map(read)
    .filter(({ drafts }) => drafts.length > 0);
  if (quoted.some(({ drafts }) => drafts.some(isFound))) return quoted;
  const behind = announced(of, span);
  return behind === undefined ? [] : [read(behind)].filter(({ drafts }) => drafts.length > 0 && drafts.every(isFound));
}

function isFound({ occurrence }: Draft): boolean {
  return occurrence !== undefined;
}

/** The sentences of a stretch of a text. */
function within(of: string, { start, end }: Span): Span[] {
  return sentencesIn(of.slice(start, end)).map((span) => ({ start: start + span.start, end: start + span.end }));
}

/** Stretches of a part as a draft. */
export function draft(
  { of, part }: Pick<Source, 'of' | 'part'>,
  spans: readonly Span[],
  more: Pick<Draft, 'occurrence' | 'unread'>,
): Draft {
  return { of, part, spans, text: shownText(of, spans), ...more };
}
