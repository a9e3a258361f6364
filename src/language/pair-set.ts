/** Room for some 350,000 pairs before looking one up takes more than a few steps. Must be a power of two. */
const SIZE = 2 ** 20;
const SHIFT = 32 - 20;
/** 2³² divided by the golden ratio: spreads keys that are near to each other (Knuth). */
const SPREAD = 0x9e3779b1;

/** A set of pairs of UTF-16 units, open-addressed: it takes 4 MB, and asks no memory of its own for being asked. */
export class PairSet {
  readonly #keys = new Int32Array(SIZE);

  /** Takes in a pair; 0 and 0 is none. */
  add(first: number, second: number): void {
    const key = keyOf(first, second);
    this.#keys[this.#slotOf(key)] = key;
  }

  /** Whether a pair was taken in. */
  has(first: number, second: number): boolean {
    const key = keyOf(first, second);
    return this.#keys[this.#slotOf(key)] === key;
  }

  /** Where a key is, or would be. */
  #slotOf(key: number): number {
    let slot = Math.imul(key, SPREAD) >>> SHIFT;
    for (;;) {
      const there = this.#keys[slot];
      if (there === key || there === 0) return slot;
      slot = (slot + 1) % SIZE;
    }
  }
}

function keyOf(first: number, second: number): number {
  return (first << 16) | second;
}
