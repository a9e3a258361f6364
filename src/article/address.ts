/** Where a paragraph stands: section number (0 is the lead) and paragraph number, counted from 1. */
export interface Address {
  readonly section: number;
  readonly paragraph: number;
}

/** `§2¶4` */
export function formatAddress({ section, paragraph }: Address): string {
  return `§${section}¶${paragraph}`;
}

/** `§2` */
export function formatSection(section: number): string {
  return `§${section}`;
}

/** `§2¶4–6`, `§2¶4–§3¶1`; `§2¶4` where both are one. */
export function formatRange(from: Address, to: Address): string {
  const first = formatAddress(from);
  if (from.section !== to.section) return `${first}–${formatAddress(to)}`;
  return from.paragraph === to.paragraph ? first : `${first}–${to.paragraph}`;
}

/** Every address and range in a text as they are printed; an article's id may stand in front. */
export const PRINTED_ADDRESSES = /§\d{1,4}(?:¶\d{1,6}(?:[–-](?:§\d{1,4}¶)?\d{1,6})?)?/g;

/** The last address that a text cites at the end of a line, behind `· ` or in brackets behind its words, as `parsePlace` reads it. */
export function lastCited(text: string): TypedPlace | undefined {
  const cited = [...text.matchAll(CITED)].at(-1)?.[1];
  return cited === undefined ? undefined : parsePlace(cited);
}
const CITED = /(?:· |段（|\d \()([\p{L}\p{N}_-]*§\d+(?:¶\d+)?)/gu;

/** What somebody typed to name a place: paragraphs from one to another, or a whole section. */
export interface TypedPlace {
  /** The article's id, where it stood in front: `jinchang§2¶4`. */
  readonly articleId?: string;
  readonly from: Address;
  /** Equal to `from` for a single paragraph; its paragraph is 0 where a whole section is meant. */
  readonly to: Address;
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const NUMBER = '(\\d{1,4}|[零〇一二两兩三四五六七八九十]{1,3})';
const SECTION = `(?:§|s(?:ec(?:tion)?)?\\.?|第)?\\s*${NUMBER}\\s*(?:[节節])?`;
const PARAGRAPH = `(?:¶|p(?:ar(?:agraph)?)?\\.?|[.．·:,。、/-]|第)\\s*第?${NUMBER}\\s*(?:[段])?`;
const RANGE = '\\s*(?:-|–|—|~|〜|到|至|to)\\s*';

const SINGLE = new RegExp(`^${SECTION}\\s*(?:${PARAGRAPH})?$`, 'i');
const WITH_RANGE = new RegExp(
  `^${SECTION}\\s*${PARAGRAPH}${RANGE}(?:${SECTION}\\s*${PARAGRAPH}|(?:¶|p|第)?\\s*${NUMBER}\\s*段?)$`,
  'i',
);
/** An article's id in front of an address that begins with §. */
const PREFIXED = /^([\p{L}\p{N}_-]+)\s*(§.*)$/u;

/**
 * Reads an address in any of its spellings: `§2¶4`, `2.4`, `2-4`, `s2p4`, `第2节第4段`,
 * `2。4`, a bare `2` for a section, with an article's id in front of `§`; ranges as `2.4-2.6`,
 * `2.4-6`, `§2¶4–§2¶6`, `第2节第4段到第6段`, in either direction.
 *
 * @returns undefined where the text is no address
 */
export function parsePlace(typed: string): TypedPlace | undefined {
  const text = typed.normalize('NFKC').trim();
  if (text.length > 80) return undefined;
  const prefixed = PREFIXED.exec(text);
  const place = parseBarePlace(prefixed?.[2] ?? text, prefixed?.[1]);
  const articleId = prefixed?.[1];
  return place === undefined || articleId === undefined ? place : { articleId, ...place };
}

function parseBarePlace(text: string, articleId: string | undefined): TypedPlace | undefined {
  // The second half of a range may repeat the article's id.
  const bare = articleId === undefined ? text : text.replaceAll(articleId, '');
  const single = SINGLE.exec(bare);
  if (single !== null) {
    const address = { section: numberOf(single[1]), paragraph: numberOf(single[2]) };
    return { from: address, to: address };
  }
  const range = WITH_RANGE.exec(bare);
  if (range === null) return undefined;
  const from = { section: numberOf(range[1]), paragraph: numberOf(range[2]) };
  const to =
    range[5] === undefined
      ? { section: numberOf(range[3]), paragraph: numberOf(range[4]) }
      : { section: from.section, paragraph: numberOf(range[5]) };
  return { from, to };
}

/** `12`, `十二`, `二十`; 0 for an absent group. */
function numberOf(written: string | undefined): number {
  if (written === undefined) return 0;
  if (/^\d+$/.test(written)) return Number(written);
  const ten = written.indexOf('十');
  if (ten < 0) return [...written].reduce((number, digit) => number * 10 + (DIGITS[digit] ?? 0), 0);
  const tens = ten === 0 ? 1 : (DIGITS[written.charAt(ten - 1)] ?? 0);
  return tens * 10 + (DIGITS[written.charAt(ten + 1)] ?? 0);
}
