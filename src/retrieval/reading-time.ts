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
  /** Does a piece of work, which is told whether there is time to read, and counts how long that took. */
  during<Result>(work: (hasTime: boolean) => Promise<Result>): Promise<Result>;
}

/**
 * For all who wait, since somebody last found nobody before them: three or four questions are read, so that a few who
 * ask at once notice nothing, and of hundreds the last waits only so much longer. Milliseconds.
 */
const READING_IN_A_RUSH_MS = 400;
/** Whoever takes longer comes near the deadline of a question, and the engine to its end. Milliseconds. */
const TOO_LONG_MS = 1_000;
/** A machine that was too slow is not tried again before. Milliseconds. */
const REST_MS = 60_000;

/**
 * Who finds nobody before them is read in any case; who has waited, while there is some of the rush's time left.
 * @param now milliseconds, monotonic
 */
export function createReadingTime(now: () => number = () => performance.now()): ReadingTime {
  let left = READING_IN_A_RUSH_MS;
  let isRush = false;
  let tooSlowUntil = Number.NEGATIVE_INFINITY;

  return {
    asked(hasWaited) {
      isRush = hasWaited;
      if (!hasWaited) left = READING_IN_A_RUSH_MS;
    },
    async during(work) {
      const since = now();
      const hasTime = since >= tooSlowUntil && (!isRush || left > 0);
      try {
        return await work(hasTime);
      } finally {
        const took = now() - since;
        if (isRush && hasTime) left -= took;
        if (took > TOO_LONG_MS) tooSlowUntil = now() + REST_MS;
      }
    },
  };
}
