/** Numbers from 0 on that have been met since `clear`. */
export interface Marks {
  /** Forgets all numbers, and makes room for those below `size`. */
  clear(size: number): void;
  /** Marks a number below the size; whether it had no mark yet. */
  mark(number: number): boolean;
}

const LAST_ROUND = 0xffffffff;

/**
 * A set for walks over many short stretches: `clear` touches nothing, it begins another round,
 * and what bears the number of an earlier one is unmarked. A new set for each stretch cost more
 * than the walk.
 */
export function createMarks(): Marks {
  let rounds = new Uint32Array(512);
  let round = 0;
  return {
    clear(size) {
      if (size > rounds.length) rounds = new Uint32Array(Math.max(size, rounds.length * 2));
      if (round === LAST_ROUND) {
        rounds.fill(0);
        round = 0;
      }
      round += 1;
    },
    mark(number) {
      if (rounds[number] === round) return false;
      rounds[number] = round;
      return true;
    },
  };
}
