/** Counts, for every character and pair of neighbouring characters, the texts in which it stands. */
export interface GramCounts {
  /** @param step 1 to count a text in, -1 to count it out. */
  count(folded: string, step: 1 | -1): void;
  /** In how many texts the pair stands, or the single character where `second` is 0; UTF-16 units. */
  of(first: number, second: number): number;
  /** All single characters that stand in some text; UTF-16 units. */
  characters(): number[];
  /** Everything, as plain data for `createGramCounts`. */
  stored(): StoredGrams;
}

/** Keys and their counts. */
export interface StoredGrams {
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
}

const SMALLEST_TABLE = 1 << 14;
/** Share of occupied slots at which the table is doubled. */
const FULL = 0.6;
/** 2³² divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
const FIBONACCI = 0x9e3779b1;

/**
 * A hash table of 32-bit keys with open addressing: two typed arrays instead of a Map,
 * because a library of 10,000 passages has half a million pairs.
 *
 * @param stored what `stored` returned once; empty without.
 * @throws Error when a key has no count or is none.
 */
export function createGramCounts(stored?: StoredGrams): GramCounts {
  let keys = new Uint32Array(SMALLEST_TABLE);
  let counts = new Uint32Array(SMALLEST_TABLE);
  let used = 0;
  let shift = shiftFor(keys.length);
  // The round in which a key was counted last: a text counts a gram once.
  let rounds = new Uint32Array(SMALLEST_TABLE);
  let round = 0;

  /** Where the key stands, or the free slot where it would. Key 0 (no character) marks a free slot. */
  const slotOf = (key: number): number => {
    const mask = keys.length - 1;
    let slot = (Math.imul(key, FIBONACCI) >>> shift) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  const slotFor = (key: number): number => {
    if (used >= keys.length * FULL) grow();
    const slot = slotOf(key);
    if (keys[slot] === 0) {
      keys[slot] = key;
      used += 1;
    }
    return slot;
  };
  const grow = (): void => {
    const [oldKeys, oldCounts, oldRounds] = [keys, counts, rounds];
    keys = new Uint32Array(oldKeys.length * 2);
    counts = new Uint32Array(oldKeys.length * 2);
    rounds = new Uint32Array(oldKeys.length * 2);
    shift = shiftFor(keys.length);
    used = 0;
    for (let old = 0; old < oldKeys.length; old += 1) {
      const key = oldKeys[old] ?? 0;
      if (key === 0 || (oldCounts[old] ?? 0) === 0) continue;
      const slot = slotFor(key);
      counts[slot] = oldCounts[old] ?? 0;
      rounds[slot] = oldRounds[old] ?? 0;
    }
  };
  const count = (key: number, step: 1 | -1): void => {
    const slot = slotFor(key);
    if (rounds[slot] === round) return;
    rounds[slot] = round;
    counts[slot] = Math.max(0, (counts[slot] ?? 0) + step);
  };

  if (stored !== undefined) {
    if (stored.keys.length !== stored.counts.length || stored.keys.includes(0)) {
      throw new Error('stored grams are damaged');
    }
    for (const [index, key] of stored.keys.entries()) counts[slotFor(key)] = stored.counts[index] ?? 0;
  }

  return {
    count(folded, step) {
      round = nextRound(round, rounds);
      for (let at = 0; at < folded.length; at += 1) {
        const first = folded.charCodeAt(at);
        if (first === 0) continue;
        count(keyOf(first, 0), step);
        if (at + 1 < folded.length) count(keyOf(first, folded.charCodeAt(at + 1)), step);
      }
    },
    of: (first, second) => counts[slotOf(keyOf(first, second))] ?? 0,
    characters() {
      const singles: number[] = [];
      keys.forEach((key, slot) => {
        if (key !== 0 && (key & 0xffff) === 0 && (counts[slot] ?? 0) > 0) singles.push(key >>> 16);
      });
      return singles;
    },
    stored() {
      const occupied = keys.map((_, slot) => slot).filter((slot) => keys[slot] !== 0 && (counts[slot] ?? 0) > 0);
      return { keys: occupied.map((slot) => keys[slot] ?? 0), counts: occupied.map((slot) => counts[slot] ?? 0) };
    },
  };
}

/** The upper bits are mixed best; a larger table needs more of them, else its keys crowd in its first part. */
function shiftFor(slots: number): number {
  return Math.min(12, Math.clz32(slots - 1));
}

const LAST_ROUND = 0xffffffff;

/** After four milliards of texts, rounds begin anew. */
function nextRound(round: number, rounds: Uint32Array): number {
  if (round < LAST_ROUND) return round + 1;
  rounds.fill(0);
  return 1;
}

function keyOf(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}
