/*
 * Fonts that are not part of a PDF are often addressed by the bytes of GBK or Big5, or by UCS-2, through character maps
 * that every reader of PDFs has. They come with no package that is small, and for text alone nothing of them is needed
 * but which character a code stands for: maps that say this are made here. Between code and character PDF puts a number
 * of the character in a collection; the numbers here begin behind the last that a collection has, so that a font which
 * uses the true numbers is noticed, and reads as unreadable instead of as something else.
 */

/** Behind the numbers of Adobe-GB1 (30,571) and Adobe-CNS1 (19,178). */
const FIRST = 0x7800;
/** What stands for a true number. */
const UNREADABLE = 'FFFD';

const ENCODINGS: Readonly<Record<string, string>> = {
  'GBK-EUC': 'gbk',
  'GBKp-EUC': 'gbk',
  GBK2K: 'gbk',
  'GB-EUC': 'gbk',
  GBpc: 'gbk',
  'GBpc-EUC': 'gbk',
  'ETen-B5': 'big5',
  'ETenms-B5': 'big5',
  B5pc: 'big5',
  HKscs: 'big5',
};
const UCS2 = /^Uni(?:GB|CNS)-(?:UCS2|UTF16)-[HV]$/;
const COLLECTION = /^Adobe-(?:GB1|CNS1)-UCS2$/;

/**
 * A character map by its name, in the language of PDF.
 * @returns undefined where the name is none that Chinese fonts use
 */
export function characterMap(name: string): string | undefined {
  if (COLLECTION.test(name)) return collectionMap();
  if (UCS2.test(name)) return mapOf(name, ['<0000> <FFFF>'], codesInUcs2());
  const encoding = ENCODINGS[name.replace(/-[HV]$/, '')];
  if (encoding === undefined) return undefined;
  return mapOf(name, ['<00> <80>', '<8140> <FEFE>'], codesIn(encoding));
}

/** Codes that follow each other, of characters that do so in the order of `characters`. */
interface Range {
  readonly first: number;
  readonly last: number;
  readonly digits: number;
  readonly number: number;
}

/** Every character that a Chinese font may be asked for: ASCII, then what GBK and Big5 have. */
function characters(): ReadonlyMap<string, number> {
  known ??= new Map(
    [...new Set([...ascii(), ...twoByteCharacters('gbk'), ...twoByteCharacters('big5')])].map((character, at) => [
      character,
      FIRST + at,
    ]),
  );
  return known;
}
let known: ReadonlyMap<string, number> | undefined;

function ascii(): string[] {
  return Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0x20 + at));
}

function twoByteCharacters(encoding: string): string[] {
  const decoder = new TextDecoder(encoding);
  return pairs().flatMap((code) => characterAt(code, decoder) ?? []);
}

/** All codes of two bytes, as numbers. */
function pairs(): number[] {
  const codes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) codes.push(lead * 0x100 + trail);
  }
  return codes;
}

function characterAt(code: number, decoder: InstanceType<typeof TextDecoder>): string | undefined {
  const character = decoder.decode(Uint8Array.of(code >> 8, code & 0xff));
  return character.length === 1 && character !== '\ufffd' ? character : undefined;
}

function codesIn(encoding: string): Range[] {
  const numbers = characters();
  const decoder = new TextDecoder(encoding);
  const single = ascii().map((character) => rangeOf(character.charCodeAt(0), 2, numbers.get(character)));
  const double = pairs().map((code) => rangeOf(code, 4, numbers.get(characterAt(code, decoder) ?? '')));
  return joined([...single, ...double]);
}

function codesInUcs2(): Range[] {
  const codes = [...characters()].map(([character, number]) => rangeOf(character.charCodeAt(0), 4, number));
  return joined(codes.sort((one, other) => (one?.first ?? 0) - (other?.first ?? 0)));
}

function rangeOf(code: number, digits: number, number: number | undefined): Range | undefined {
  return number === undefined ? undefined : { first: code, last: code, digits, number };
}

/** A range does not go beyond the last byte's end. */
function joined(codes: readonly (Range | undefined)[]): Range[] {
  const ranges: Range[] = [];
  for (const code of codes) {
    if (code === undefined) continue;
    const last = ranges.at(-1);
    const goesOn =
      last !== undefined &&
      last.digits === code.digits &&
      last.last + 1 === code.first &&
      last.number + (code.first - last.first) === code.number &&
      last.first >> 8 === code.first >> 8;
    if (goesOn) ranges[ranges.length - 1] = { ...last, last: code.first };
    else ranges.push(code);
  }
  return ranges;
}

/** PDF takes no more at once. */
const MOST_AT_ONCE = 100;

function mapOf(name: string, spaces: readonly string[], ranges: readonly Range[]): string {
  const lines = ranges.map(
    ({ first, last, digits, number }) => `<${hex(first, digits)}> <${hex(last, digits)}> ${number}`,
  );
  return [
    '/CIDInit /ProcSet findresource begin',
    'begincmap',
    `/CMapName /${name} def`,
    `/WMode ${name.endsWith('V') ? 1 : 0} def`,
    `${spaces.length} begincodespacerange`,
    ...spaces,
    'endcodespacerange',
    ...inParts(lines, 'cidrange'),
    'endcmap',
  ].join('\n');
}

/** From numbers to characters. */
function collectionMap(): string {
  const own = [...characters()].map(
    ([character, number]) => `<${hex(number, 4)}> <${hex(character.charCodeAt(0), 4)}>`,
  );
  const others: string[] = [];
  for (let number = 1; number < FIRST; number += 1) others.push(`<${hex(number, 4)}> <${UNREADABLE}>`);
  return [
    '/CIDInit /ProcSet findresource begin',
    'begincmap',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...inParts([...others, ...own], 'bfchar'),
    'endcmap',
  ].join('\n');
}

function inParts(lines: readonly string[], what: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < lines.length; at += MOST_AT_ONCE) {
    const part = lines.slice(at, at + MOST_AT_ONCE);
    parts.push(`${part.length} begin${what}`, part.join('\n'), `end${what}`);
  }
  return parts;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
