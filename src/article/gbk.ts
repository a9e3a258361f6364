/** A double-byte character of GBK: lead byte 0x81–0xFE, trail byte 0x40–0x7E or 0x80–0xFE. */
export interface BytePair {
  readonly lead: number;
  readonly trail: number;
}

interface Table {
  readonly pairs: ReadonlyMap<string, BytePair>;
  readonly characters: ReadonlyMap<number, string>;
  readonly byLead: ReadonlyMap<number, readonly string[]>;
  readonly byTrail: ReadonlyMap<number, readonly string[]>;
}

let table: Table | undefined;

/** The bytes of a character; undefined for ASCII and what GBK lacks. */
export function pairOf(character: string): BytePair | undefined {
  table ??= build();
  return table.pairs.get(character);
}

/** The character that two bytes are read as; undefined where GBK has none. */
export function characterOf(lead: number, trail: number): string | undefined {
  table ??= build();
  return table.characters.get(lead * 256 + trail);
}

/** All characters with this lead byte. */
export function withLead(lead: number): readonly string[] {
  table ??= build();
  return table.byLead.get(lead) ?? [];
}

/** All characters with this trail byte. */
export function withTrail(trail: number): readonly string[] {
  table ??= build();
  return table.byTrail.get(trail) ?? [];
}

/**
 * How widely a Simplified character is known: `common` are the 3,755 of GB 2312's first level, which
 * every reader has learnt, `listed` the rest of that standard.
 */
export function familiarity(character: string): 'common' | 'listed' | 'rare' {
  const pair = pairOf(character);
  if (pair === undefined || pair.trail < 0xa1 || pair.lead < 0xb0 || pair.lead > 0xf7) return 'rare';
  return pair.lead < 0xd8 ? 'common' : 'listed';
}

function build(): Table {
  const pairs = new Map<string, BytePair>();
  const characters = new Map<number, string>();
  const byLead = new Map<number, string[]>();
  const byTrail = new Map<number, string[]>();
  for (const [character, { lead, trail }] of decodeAllPairs()) {
    // Node's decoder from version 22 on gives a space of full width for two: the later one no encoder writes.
    if (!pairs.has(character)) pairs.set(character, { lead, trail });
    characters.set(lead * 256 + trail, character);
    listUnder(byLead, lead).push(character);
    listUnder(byTrail, trail).push(character);
  }
  return { pairs, characters, byLead, byTrail };
}

/** All pairs in one go, one a line: thousands of calls of the decoder would take a tenth of a second. */
function decodeAllPairs(): [string, BytePair][] {
  const pairs: BytePair[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) pairs.push({ lead, trail });
    }
  }
  const bytes = Uint8Array.from(pairs.flatMap(({ lead, trail }) => [lead, trail, 0x0a]));
  const lines = new TextDecoder('gbk').decode(bytes).split('\n');
  return pairs
    .map((pair, at): [string, BytePair] => [lines[at] ?? '', pair])
    .filter(([character]) => character.length === 1 && character !== '\ufffd');
}

function listUnder(lists: Map<number, string[]>, byte: number): string[] {
  let list = lists.get(byte);
  if (list === undefined) {
    list = [];
    lists.set(byte, list);
  }
  return list;
}
