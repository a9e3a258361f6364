import type { Candidate } from './candidates.ts';

/** A way in which writers set headlines over the paragraphs of a section. */
interface HeadlineForm {
  readonly name: string;
  /** Whether one may open any sentence, not only a paragraph. */
  readonly inside: boolean;
  readonly opens: RegExp;
}

const FORMS: readonly HeadlineForm[] = [
  // ——强化综治中心规范化建设，深化综治中心实战化应用。
  { name: 'dash', inside: false, opens: /^(?:——|--)\S/ },
  // （一）推进机构改革。 一、总体要求。 1.健全机制。 第一，…
  {
    name: 'number',
    inside: false,
    opens:
      /^(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:[、．]|\.(?!\d))|第[一二三四五六七八九十]{1,2}[,，、])/,
  },
  // 一是…。二是…。
  { name: 'first-is', inside: true, opens: /^[一二三四五六七八九十]{1,2}(?:是|要)(?!个|种)/ },
];

/** One alone is a paragraph that begins so. */
const FEWEST = 2;
/** A headline is read at a glance. Code points. */
const LONGEST_HEADLINE = 80;
/** Of a section's characters that the headlined paragraphs have to hold: three lines at the end of a report are not its outline. */
const LEAST_SHARE = 1 / 3;

/** An opening sentence without any sign is a headline where it is this short, code points, and its paragraph this many times longer. */
const LONGEST_OPENING = 24;
const SHORTEST_OPENING = 4;
const BODY_TIMES = 3;
const FEWEST_OPENINGS = 3;
/** It says by itself what its paragraph is about: nobody who was named before, no joint to what was said, no talk. */
const LEANS =
  /^(?:他|她|它|其|这|那|该|此|对此|但|可|而|不过|也|还|又|就|所以|因此|于是|后来|然后|接着|最后|如今|现在|当时|同时|另|结果)|[“”「」:：]|[?？]$/;

/**
 * The headlines that a section's own paragraphs open with, in order, whole and verbatim: those behind a
 * sign (——, （一）, 1., 一是), or the short first sentences where most paragraphs open with one.
 *
 * @param candidates all of the section's sentences, in order.
 * @returns nothing where the section has no headlines, or they stand over less than a third of it.
 */
export function headlinesAmong(candidates: readonly Candidate[]): Candidate[] {
  for (const form of FORMS) {
    const headed = candidates.filter(({ folded, length }, at) => {
      if (length > LONGEST_HEADLINE || !form.opens.test(folded)) return false;
      return form.inside || opensParagraph(candidates, at);
    });
    if (headed.length >= FEWEST && shareHeaded(candidates, headed) >= LEAST_SHARE) return headed;
  }
  return shortOpenings(candidates);
}

function opensParagraph(candidates: readonly Candidate[], at: number): boolean {
  return candidates[at - 1]?.paragraph !== candidates[at]?.paragraph;
}

/** Share of the characters from the first headline on to the end of the last one's paragraph. */
function shareHeaded(candidates: readonly Candidate[], headed: readonly Candidate[]): number {
  const from = headed[0]?.index ?? 0;
  const last = headed.at(-1)?.paragraph ?? 0;
  const all = sumOf(candidates);
  const below = sumOf(candidates.filter(({ index, paragraph }) => index >= from && paragraph <= last));
  return all === 0 ? 0 : below / all;
}

function shortOpenings(candidates: readonly Candidate[]): Candidate[] {
  const paragraphs = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const own = paragraphs.get(candidate.paragraph);
    if (own === undefined) paragraphs.set(candidate.paragraph, [candidate]);
    else own.push(candidate);
  }
  const openings = [...paragraphs.values()].flatMap(([first, ...body]) =>
    first !== undefined && isShortOpening(first, sumOf(body)) ? [first] : [],
  );
  const areMost = openings.length * 2 > paragraphs.size;
  return areMost && openings.length >= FEWEST_OPENINGS ? openings : [];
}

function isShortOpening({ folded, length }: Candidate, body: number): boolean {
  if (length < SHORTEST_OPENING || length > LONGEST_OPENING || body < BODY_TIMES * length) return false;
  return !LEANS.test(folded);
}

function sumOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { length }) => sum + length, 0);
}
