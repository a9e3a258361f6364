import { brotliDecompressSync } from 'node:zlib';

/** Which characters a font in WOFF2 has. https://www.w3.org/TR/WOFF2/ */

const HEADER_BYTES = 48;
/** The place of a table's name in the format's list, where it has one; `cmap` is the first. */
const CMAP = 0;
const NAMED_IN_FULL = 63;
const GLYF = 10;
const LOCA = 11;
/** Unpacked, a font of a part of a script takes some hundred KB. Bytes. */
const LARGEST = 32 * 1024 * 1024;

/**
 * @returns code points
 * @throws Error, or RangeError, where it is no such font
 */
export function charactersOf(woff2: Buffer): ReadonlySet<number> {
  if (woff2.toString('latin1', 0, 4) !== 'wOF2') throw new Error('no font in WOFF2');
  const { at, length, packedFrom } = findCmap(woff2);
  const packed = woff2.subarray(packedFrom, packedFrom + woff2.readUInt32BE(20));
  const tables = brotliDecompressSync(packed, { maxOutputLength: LARGEST });
  return readCmap(tables.subarray(at, at + length));
}

/** Tables lie one behind the other, packed together. */
function findCmap(woff2: Buffer): { at: number; length: number; packedFrom: number } {
  let cursor = HEADER_BYTES;
  let at = 0;
  let found: { at: number; length: number } | undefined;
  for (let left = woff2.readUInt16BE(12); left > 0; left -= 1) {
    const flags = woff2.readUInt8(cursor);
    const tag = flags & NAMED_IN_FULL;
    cursor += tag === NAMED_IN_FULL ? 5 : 1;
    let length: number;
    [length, cursor] = readVariable(woff2, cursor);
    const version = flags >> 6;
    const isTransformed = tag === GLYF || tag === LOCA ? version === 0 : version !== 0;
    if (isTransformed) [length, cursor] = readVariable(woff2, cursor);
    if (tag === CMAP) found = { at, length };
    at += length;
  }
  if (found === undefined) throw new Error('a font without characters');
  return { ...found, packedFrom: cursor };
}

/** Seven bits a byte, the highest first. */
function readVariable(bytes: Buffer, from: number): [value: number, behind: number] {
  let value = 0;
  for (let at = from; at < from + 5; at += 1) {
    const byte = bytes.readUInt8(at);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + 1];
  }
  throw new Error('a number without end');
}

function readCmap(cmap: Buffer): ReadonlySet<number> {
  const characters = new Set<number>();
  for (let table = 0; table < cmap.readUInt16BE(2); table += 1) {
    const offset = cmap.readUInt32BE(4 + table * 8 + 4);
    const format = cmap.readUInt16BE(offset);
    const subtable = cmap.subarray(offset);
    if (format === 12) addGroups(subtable, characters);
    if (format === 4) addSegments(subtable, characters);
  }
  return characters;
}

/** Format 12: runs of characters. */
function addGroups(subtable: Buffer, characters: Set<number>): void {
  const groups = subtable.readUInt32BE(12);
  for (let group = 0; group < groups; group += 1) {
    const at = 16 + group * 12;
    const last = Math.min(subtable.readUInt32BE(at + 4), 0x10ffff);
    for (let character = subtable.readUInt32BE(at); character <= last; character += 1) characters.add(character);
  }
}

/** Format 4: segments, whose glyphs are told by a difference or by a list. */
function addSegments(subtable: Buffer, characters: Set<number>): void {
  const bytes = subtable.readUInt16BE(6);
  const ends = 14;
  const starts = ends + bytes + 2;
  const deltas = starts + bytes;
  const offsets = deltas + bytes;
  for (let at = 0; at < bytes; at += 2) {
    const end = subtable.readUInt16BE(ends + at);
    const start = subtable.readUInt16BE(starts + at);
    const offset = subtable.readUInt16BE(offsets + at);
    for (let character = start; character <= end && character !== 0xffff; character += 1) {
      const listed = offset === 0 ? character : subtable.readUInt16BE(offsets + at + offset + (character - start) * 2);
      const glyph = listed === 0 ? 0 : (listed + subtable.readUInt16BE(deltas + at)) & 0xffff;
      if (glyph !== 0) characters.add(character);
    }
  }
}
