import { z } from 'zod';

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

const StoredGramsSchema = z.object({ keys: z.array(z.number()), counts: z.array(z.number()) });
export type StoredGrams = z.infer<typeof StoredGramsSchema>;

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
 * @throws Error when it is of another format.
 */
export function createGramCounts(stored?: unknown): GramCounts {
  let keys = new Uint32Array(SMALLEST_TABLE);
  let counts = new Uint32Array(SMALLEST_TABLE);
  let used = 0;

  /** Where the key stands, or the free slot where it would. Key 0 (no character) marks a free slot. */
  const slotOf = (key: number): number => {
    const mask = keys.length - 1;
    let slot = (Math.imul(key, FIBONACCI) >>> 12) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  const add = (key: number, step: number): void => {
    const slot = slotOf(key);
    if (keys[slot] === 0) {
      keys[slot] = key;
      used += 1;
    }
    counts[slot] = Math.max(0, (counts[slot] ?? 0) + step);
    if (used > keys.length * FULL) grow();
  };
  const grow = (): void => {
    const [oldKeys, oldCounts] = [keys, counts];
    keys = new Uint32Array(oldKeys.length * 2);
    counts = new Uint32Array(oldKeys.length * 2);
    used = 0;
    oldKeys.forEach((key, slot) => {
      if (key !== 0 && (oldCounts[slot] ?? 0) > 0) add(key, oldCounts[slot] ?? 0);
    });
  };

  if (stored !== undefined) {
    const kept = StoredGramsSchema.parse(stored);
    kept.keys.forEach((key, index) => {
      add(key, kept.counts[index] ?? 0);
    });
  }

  return {
    count(folded, step) {
      for (const key of gramsOf(folded)) add(key, step);
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
      const occupied = [...keys.keys()].filter((slot) => keys[slot] !== 0 && (counts[slot] ?? 0) > 0);
      return {
        keys: occupied.map((slot) => keys[slot] ?? 0),
        counts: occupied.map((slot) => counts[slot] ?? 0),
      };
    },
  };
}

function keyOf(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

function gramsOf(text: string): Set<number> {
  const grams = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    const first = text.charCodeAt(at);
    if (first === 0) continue;
    grams.add(keyOf(first, 0));
    if (at + 1 < text.length) grams.add(keyOf(first, text.charCodeAt(at + 1)));
  }
  return grams;
}
