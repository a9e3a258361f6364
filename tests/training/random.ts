/** A source of numbers in [0, 1). */
export type Random = () => number;

/** Mulberry32 (Tommy Ettinger, public domain): small, fast, the same numbers for the same seed everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` of the numbers 0 … total-1, drawn without putting back, in ascending order. */
export function sample(total: number, count: number, random: Random): Int32Array {
  const numbers = Int32Array.from({ length: total }, (_, index) => index);
  for (let drawn = 0; drawn < count; drawn += 1) {
    const other = drawn + Math.floor(random() * (total - drawn));
    const taken = numbers[other] ?? 0;
    numbers[other] = numbers[drawn] ?? 0;
    numbers[drawn] = taken;
  }
  return numbers.slice(0, count).sort();
}
