import type { Article } from '../../article/article.ts';
import type { Span } from '../../language/sentences.ts';
import { type Near, type Nearness, nearTo, sharesSubject } from '../../verbatim/closest.ts';
import { closestSpan } from '../../verbatim/closest-span.ts';
import { type Difference, differences } from '../../verbatim/differences.ts';
import { lettersOf } from '../../verbatim/letters.ts';
import { type Allowance, longestRun, newAllowance, type Occurrence, unitOf } from '../../verbatim/verbatim.ts';
import { type Draft, draft, draftsIn, type Search } from './drafts.ts';
import { type Claimed, withoutFurniture } from './furniture.ts';
import type { Message } from './message.ts';
import { picturesIn } from './pictures.ts';
import { clausesIn } from './pieces.ts';

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
  const told = compared(reunited(drafts, articles), search);
  const claims = joined(told.flatMap((claim) => (isSettled(claim) ? [claim] : settled(claim, parts, search))));
  const pictures = parts.reduce((sum, { text }) => sum + picturesIn(text), aside.emoji ?? 0);
  const more = {
    ...(search.numberings > 0 ? { numbering: search.numberings } : {}),
    ...(pictures > 0 ? { emoji: pictures } : {}),
  };
  return { claims, aside: { ...aside, ...more }, unread: message.unread };
}

/** Whether a claim that is said to be no words of the article's differs from them where a reader can see it. */
function isSettled({ verdict }: Claim): boolean {
  return verdict.kind !== 'closest' || verdict.pieces.some(({ side }) => side !== 'both');
}

/**
 * What differs in nothing that can be marked is not denied: what stands around a quotation may
 * be in the article by itself. What is found neither whole nor piece by piece stays unchecked.
 */
function settled(claim: Claim, parts: readonly Claimed[], { articles, allowance }: Search): Claim[] {
  const of = parts[claim.part]?.text ?? '';
  const told = claim.spans.filter(({ start, end }) => lettersOf(of.slice(start, end)) !== '');
  const pieces = told.length < 2 ? [claim] : told.map((span) => draft({ of, part: claim.part }, [span], {}));
  return pieces.map(({ part, spans, text }) => {
    const unit = unitOf(text);
    const run = unit.letters.length < 2 ? undefined : longestRun([unit], articles, allowance);
    const verdict: Verdict = run === undefined ? { kind: 'unchecked' } : { kind: 'words', occurrence: run.occurrence };
    return { part, spans, text, verdict };
  });
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
function compared(drafts: readonly Draft[], search: Search): Claim[] {
  const open = drafts
    .filter((one) => one.occurrence === undefined && one.unread === undefined && isComparable(one, drafts))
    .slice(0, MOST_COMPARED);
  const texts = open.flatMap((one) => [one.text, ...clausesOf(one).map(({ text }) => text)]);
  const nearnesses = nearTo(texts, search.articles);
  const judged = new Map<Draft, Claim[]>();
  let at = 0;
  for (const one of open) {
    const clauses = clausesOf(one);
    const [whole, ...ofClauses] = nearnesses.slice(at, at + 1 + clauses.length);
    at += 1 + clauses.length;
    if (whole !== undefined) judged.set(one, judge(one, clauses, whole, ofClauses, search));
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
  { articles, allowance }: Search,
): Claim[] {
  const main = nearWhole.near[0];
  if (main === undefined) return [claimOf(whole, { kind: 'nothing' })];
  const homes = nearClauses.map((nearness) => homeOf(nearness, main));
  if (homes.every((home) => home === main)) return [claimOf(whole, verdictOf(whole.text, main, nearWhole.all))];
  const groups: Group[] = [];
  clauses.forEach((clause, at) => {
    const home = homes[at] ?? main;
    const { near = [], all = 0 } = nearClauses[at] ?? {};
    const own = near.find(({ lettered }) => lettered === home.lettered) ?? { ...home, shared: 0, subject: 0 };
    const last = groups.at(-1);
    if (last?.home.lettered !== home.lettered) groups.push({ home: own, all, clauses: [clause] });
    else groups[groups.length - 1] = together(last, own, all, clause);
  });
  return groups.map((group) => groupClaim(group, articles, allowance));
}

/** Clauses of one place, with what they share with it. */
interface Group {
  readonly home: Near;
  readonly all: number;
  readonly clauses: readonly Draft[];
}

function together({ home, all, clauses }: Group, own: Near, more: number, clause: Draft): Group {
  const shared = home.shared + own.shared;
  return {
    home: { ...home, shared, subject: home.subject + own.subject },
    all: all + more,
    clauses: [...clauses, clause],
  };
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

function groupClaim({ home, all, clauses }: Group, articles: readonly Article[], allowance: Allowance): Claim {
  const [first] = clauses;
  if (first === undefined) throw new Error('a group of clauses has none');
  const spans = contiguous(clauses.flatMap(({ spans }) => spans));
  const whole = draft(first, spans, {});
  const run = spans.length === 1 ? longestRun([unitOf(whole.text)], articles, allowance) : undefined;
  if (run !== undefined) return claimOf(whole, { kind: 'words', occurrence: run.occurrence });
  return claimOf(whole, verdictOf(whole.text, home, all));
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
