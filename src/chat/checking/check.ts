import type { Article } from '../../article/article.ts';
import type { Span } from '../../language/sentences.ts';
import { closestSpan, type Near, type Nearness, nearTo, sharesSubject } from '../../retrieval/closest.ts';
import { type Difference, differences } from '../../retrieval/differences.ts';
import { lettersOf } from '../../retrieval/letters.ts';
import {
  type Allowance,
  longestRun,
  newAllowance,
  type Occurrence,
  type Unit,
  unitOf,
} from '../../retrieval/verbatim.ts';
import { withoutFurniture } from './furniture.ts';
import type { Message } from './message.ts';
import { announced, bounded, clausesIn, enumeration, quotationsIn, sentencesIn, shownText, without } from './pieces.ts';

/** What can be said of words that somebody claims to be an article's. Never whether they are true. */
export type Verdict =
  /** All of them stand there in a row. */
  | { readonly kind: 'words'; readonly occurrence: Occurrence }
  /** They do not; this is what comes closest, and how it differs. */
  | { readonly kind: 'closest'; readonly near: Near; readonly span: Span; readonly pieces: readonly Difference[] }
  /** They do not, and nothing speaks of the same. */
  | { readonly kind: 'nothing' }
  /** Too few letters to say anything, or too many claims before them. */
  | { readonly kind: 'unchecked' };

/** Words of a message and the verdict over all of them. */
export interface Claim {
  /** Which of the message's parts they are from, and where; apart where a quotation was taken out of them. */
  readonly part: number;
  readonly spans: readonly Span[];
  readonly text: string;
  readonly verdict: Verdict;
}

/** A message that was held against articles: every letter of it is in exactly one claim, but for what was set aside. */
export interface Checked {
  readonly claims: readonly Claim[];
  readonly aside: Message['aside'];
  readonly unread: number;
}

/** Claims that are held against what comes closest to them, letter by letter. */
const MOST_COMPARED = 8;
/** Beside other claims fewer letters than this say nothing where they are not the article's: 对, 假的, 他说. */
const SHORTEST_COMPARED = 4;

/** Holds every letter of a message against the articles: first what stands there in a row, then what comes closest. */
export function check(message: Message, articles: readonly Article[]): Checked {
  const { parts, aside } = withoutFurniture(message, articles);
  const search: Search = { articles, allowance: newAllowance(), absent: new Set(), numberings: 0 };
  const drafts = parts.flatMap(({ text }, part) => draftsIn(text, part, search));
  const claims = joined(compared(reunited(drafts, articles), articles));
  const numbered = search.numberings > 0 ? { ...aside, numbering: search.numberings } : aside;
  return { claims, aside: numbered, unread: message.unread };
}

interface Search {
  readonly articles: readonly Article[];
  readonly allowance: Allowance;
  /** Letters and numbers that no article has: somebody may repeat himself a thousand times. */
  readonly absent: Set<string>;
  /** How many sentences were found without the number that somebody gave them. */
  numberings: number;
}

/** Words that stand in an article, or that are still to be compared. */
interface Draft extends Omit<Claim, 'verdict'> {
  /** The text of the part. */
  readonly of: string;
  readonly occurrence?: Occurrence;
  /** The allowance was used up before it was looked for everywhere. */
  readonly unread?: true;
  /** Set for what stands around quotations: these, and the whole sentence. */
  readonly around?: { readonly quoted: readonly Draft[]; readonly sentence: Span };
}

function draftsIn(text: string, part: number, search: Search): Draft[] {
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
}

/** Quotations within quotations are read so deep. */
const DEEPEST = 2;

/** Sentences one behind the other: as many together as an article has in a row. */
function draftsOf(source: Source, sentences: readonly Span[], search: Search): Draft[] {
  const { of } = source;
  const read = sentences.map((span) => ({ span, unit: unitOf(of.slice(span.start, span.end)) }));
  const told = read.filter(({ unit }) => unit.letters !== '');
  const [spans, units] = [told.map(({ span }) => span), told.map(({ unit }) => unit)];
  const drafts: Draft[] = [];
  for (let at = 0; at < spans.length; ) {
    const found = runFrom(source, spans, units, at, search);
    if (found === undefined) {
      const span = spans[at];
      if (span !== undefined) drafts.push(...apart(source, span, search));
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
    const key = `${unit.letters} ${unit.numbers}`;
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
  if (taken.length === 0) return bounded(of, span).map((piece) => draft(source, [piece], state));
  const rest = without(
    span,
    taken.map(({ quotation }) => quotation),
  );
  const quoted = taken.flatMap(({ drafts }) => drafts);
  if (lettersOf(shownText(of, rest)) === '') return quoted;
  return [{ ...draft(source, rest, state), around: { quoted, sentence: span } }, ...quoted];
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

function draft(
  { of, part }: Pick<Source, 'of' | 'part'>,
  spans: readonly Span[],
  more: Pick<Draft, 'occurrence' | 'unread'>,
): Draft {
  return { of, part, spans, text: shownText(of, spans), ...more };
}

/** Of what stands around a quotation so much must be from where the quotation is for both to be one claim. */
const ONE_SENTENCE = 0.6;

/**
 * Puts a sentence together again of which the article has a very similar one, quotations
 * included: that 三 was made 四 in it is seen there, not in its pieces.
 */
function reunited(drafts: readonly Draft[], articles: readonly Article[]): Draft[] {
  const parted = drafts.filter(({ around }) => around !== undefined).slice(0, MOST_COMPARED);
  const nearnesses = nearTo(
    parted.map(({ text }) => text),
    articles,
  );
  const whole = new Map<Draft, Draft>();
  const gone = new Set<Draft>();
  parted.forEach((one, at) => {
    const { near = [], all = 0 } = nearnesses[at] ?? {};
    const [best] = near;
    if (one.around === undefined || best === undefined || best.shared < all * ONE_SENTENCE) return;
    const { quoted, sentence } = one.around;
    if (!quoted.every(({ occurrence }) => occurrence === undefined || isIn(occurrence, best))) return;
    whole.set(one, draft(one, [sentence], {}));
    for (const quotation of quoted) gone.add(quotation);
  });
  return drafts.filter((one) => !gone.has(one)).map((one) => whole.get(one) ?? one);
}

function isIn({ article, from, head }: Occurrence, { article: other, lettered }: Near): boolean {
  const { address } = lettered;
  if (article !== other || head !== lettered.head) return false;
  return from.section === address.section && from.paragraph === address.paragraph;
}

/** Verdicts over all drafts; those that no article has are compared as far as there is time. */
function compared(drafts: readonly Draft[], articles: readonly Article[]): Claim[] {
  const open = drafts
    .filter((one) => one.occurrence === undefined && one.unread === undefined && isComparable(one, drafts))
    .slice(0, MOST_COMPARED);
  const texts = open.flatMap((one) => [one.text, ...clausesOf(one).map(({ text }) => text)]);
  const nearnesses = nearTo(texts, articles);
  const judged = new Map<Draft, Claim[]>();
  let at = 0;
  for (const one of open) {
    const clauses = clausesOf(one);
    const [whole, ...ofClauses] = nearnesses.slice(at, at + 1 + clauses.length);
    at += 1 + clauses.length;
    if (whole !== undefined) judged.set(one, judge(one, clauses, whole, ofClauses, articles));
  }
  return drafts.flatMap((one): Claim[] => {
    const { occurrence } = one;
    if (occurrence !== undefined) return [claimOf(one, { kind: 'words', occurrence })];
    return judged.get(one) ?? [claimOf(one, { kind: 'unchecked' })];
  });
}

/** A letter alone says nothing, a few say something only where they are all that is asked about, or a figure. */
function isComparable({ text }: Draft, drafts: readonly Draft[]): boolean {
  const letters = lettersOf(text);
  if (letters.length < 2) return false;
  return letters.length >= SHORTEST_COMPARED || drafts.length === 1 || /\d\D|\D\d|\d\d\d/.test(letters);
}

function claimOf({ part, spans, text }: Draft, verdict: Verdict): Claim {
  return { part, spans, text, verdict };
}

/** A draft's clauses as drafts; none where it is one. */
function clausesOf({ of, part, spans }: Draft): Draft[] {
  const clauses = clausesIn(of, spans).filter(({ start, end }) => lettersOf(of.slice(start, end)) !== '');
  return clauses.length < 2 ? [] : clauses.map((span) => draft({ of, part }, [span], {}));
}

/**
 * One verdict over a sentence, unless its clauses speak of things that stand in different places:
 * then one over those that belong together each.
 */
function judge(
  whole: Draft,
  clauses: readonly Draft[],
  nearWhole: Nearness,
  nearClauses: readonly Nearness[],
  articles: readonly Article[],
): Claim[] {
  const main = nearWhole.near[0];
  if (main === undefined) return [claimOf(whole, { kind: 'nothing' })];
  const homes = nearClauses.map((nearness) => homeOf(nearness, main));
  if (homes.every((home) => home === main)) return [claimOf(whole, verdictOf(whole.text, main, nearWhole.all))];
  const groups: { home: Near; all: number; clauses: Draft[] }[] = [];
  clauses.forEach((clause, at) => {
    const home = homes[at] ?? main;
    const all = nearClauses[at]?.all ?? 0;
    const last = groups.at(-1);
    if (last?.home.lettered === home.lettered) {
      last.clauses.push(clause);
      last.all += all;
    } else groups.push({ home, all, clauses: [clause] });
  });
  return groups.map(({ home, all, clauses: together }) => groupClaim(together, home, all, articles));
}

/** By how much more a clause must share with another place than with its sentence's to belong there. */
const ELSEWHERE = { times: 1.6, more: 3 };

function homeOf({ near, all }: Nearness, main: Near): Near {
  const [best] = near;
  if (best === undefined || best.lettered === main.lettered) return main;
  const here = near.find(({ lettered }) => lettered === main.lettered)?.shared ?? 0;
  const isElsewhere = best.shared > here * ELSEWHERE.times + ELSEWHERE.more && sharesSubject(best, all);
  return isElsewhere ? best : main;
}

function groupClaim(clauses: readonly Draft[], home: Near, all: number, articles: readonly Article[]): Claim {
  const [first] = clauses;
  if (first === undefined) throw new Error('a group of clauses has none');
  const spans = contiguous(clauses.flatMap(({ spans }) => spans));
  const whole = draft(first, spans, {});
  const run = spans.length === 1 ? longestRun([unitOf(whole.text)], articles, newAllowance()) : undefined;
  if (run !== undefined) return claimOf(whole, { kind: 'words', occurrence: run.occurrence });
  const [own] = nearTo([whole.text], [home.article]).flatMap(({ near }) =>
    near.filter(({ lettered }) => lettered === home.lettered),
  );
  return claimOf(whole, verdictOf(whole.text, own ?? home, all));
}

function contiguous(spans: readonly Span[]): Span[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = all.at(-1);
    if (last?.end === start) last.end = end;
    else all.push({ start, end });
  }
  return all;
}

function verdictOf(text: string, near: Near, all: number): Verdict {
  if (!sharesSubject(near, all)) return { kind: 'nothing' };
  const span = closestSpan(text, near.lettered);
  return { kind: 'closest', near, span, pieces: differences(text, near.lettered.text.slice(span.start, span.end)) };
}

/** Neighbours that nothing is near to are one claim. */
function joined(claims: readonly Claim[]): Claim[] {
  const all: Claim[] = [];
  for (const claim of claims) {
    const last = all.at(-1);
    if (last?.verdict.kind !== 'nothing' || claim.verdict.kind !== 'nothing' || last.part !== claim.part) {
      all.push(claim);
    } else {
      const gap = /[。！？!?…，；：]$/.test(last.text) ? '' : ' ';
      const text = last.text + gap + claim.text;
      all[all.length - 1] = { ...last, spans: [...last.spans, ...claim.spans], text };
    }
  }
  return all;
}
