/**
 * How much of the thread reading may take while people wait. One question is read in a tenth of a second or two, and
 * found in some thousandths: of many who ask at once, most are answered by what finding alone says.
 */
export interface ReadingTime {
  /**
   * Told before each answer.
   * @param hasWaited whether somebody else was being answered when it was asked for
   */
  asked(hasWaited: boolean): void;
  /** Does a piece of work, which is told how long it may read, in milliseconds, and counts how long that took. */
  during<Result>(work: (ms: number) => Promise<Result>): Promise<Result>;
}

/**
 * For all who wait, since somebody last found nobody before them: three or four questions are read, so that a few who
 * ask at once notice nothing, and of hundreds the last waits only so much longer. Milliseconds.
 */
const READING_IN_A_RUSH_MS = 400;
/** For one: on a machine that is too slow the passages that are found first are read, and nobody comes near a deadline. Milliseconds. */
const READING_MS = 1_000;

/**
 * Who finds nobody before them is read in any case; who has waited, while there is some of the rush's time left.
 * @param now milliseconds, monotonic
 */
export function createReadingTime(now: () => number = () => performance.now()): ReadingTime {
  let left = READING_IN_A_RUSH_MS;
  let isRush = false;

  return {
    asked(hasWaited) {
      isRush = hasWaited;
      if (!hasWaited) left = READING_IN_A_RUSH_MS;
    },
    async during(work) {
      const since = now();
      const ms = isRush ? Math.max(0, left) : READING_MS;
      try {
        return await work(ms);
      } finally {
        if (isRush && ms > 0) left -= now() - since;
      }
    },
  };
}
