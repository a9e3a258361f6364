/**
 * How much of the thread reading may take while people wait. One question is read in a tenth of a second or two, and
 * found in some thousandths: of many who ask at once, most are answered by what finding alone says.
 */
export interface ReadingTime {
  /**
   * Told before each call, which may ask more than one question.
   * @param hasWaited whether somebody else was being answered when it was asked for
   */
  asked(hasWaited: boolean): void;
  /**
   * Does a piece of work, which is told how long it may read, in milliseconds, and counts how long that took. At 0 it
   * may find by meaning and not read, at `WORDS_ALONE` neither.
   */
  during<Result>(work: (ms: number) => Promise<Result>): Promise<Result>;
}

/**
 * For all who wait, since somebody last found nobody before them: three or four questions are read, so that a few who
 * ask at once notice nothing, and of hundreds the last waits only so much longer. Milliseconds.
 */
const READING_IN_A_RUSH_MS = 400;
/** Beyond that for all who wait, of finding by meaning, a few thousandths for each; whoever comes later is answered by words. Milliseconds. */
const FINDING_IN_A_RUSH_MS = 400;
/** What work is told where there is time neither to read nor to find by meaning. */
export const WORDS_ALONE = -1;
/**
 * For one call: on a machine that is too slow only the passages that were found first are read, and nobody comes near
 * the deadline of a call. Milliseconds.
 */
const READING_IN_A_CALL_MS = 1_000;

/** For whoever asks alone and without a deadline. */
export const ALL_THE_TIME: ReadingTime = { asked: () => {}, during: (work) => work(READING_IN_A_CALL_MS) };

/**
 * Who finds nobody before them is read in any case; who has waited, while there is some of the rush's time left.
 * @param now milliseconds, monotonic
 */
export function createReadingTime(now: () => number = () => performance.now()): ReadingTime {
  let leftOfRush = READING_IN_A_RUSH_MS;
  let leftToFind = FINDING_IN_A_RUSH_MS;
  let leftOfCall = READING_IN_A_CALL_MS;
  let isRush = false;

  return {
    asked(hasWaited) {
      isRush = hasWaited;
      leftOfCall = READING_IN_A_CALL_MS;
      if (hasWaited) return;
      leftOfRush = READING_IN_A_RUSH_MS;
      leftToFind = FINDING_IN_A_RUSH_MS;
    },
    async during(work) {
      const since = now();
      // All that a call may have, or nothing: an answer is not to depend on who else asks.
      const inARush = leftToFind > 0 ? 0 : WORDS_ALONE;
      const ms = isRush && leftOfRush <= 0 ? inARush : Math.max(0, leftOfCall);
      try {
        return await work(ms);
      } finally {
        const took = now() - since;
        leftOfCall -= took;
        if (isRush && ms > 0) leftOfRush -= took;
        if (isRush && ms === 0) leftToFind -= took;
      }
    },
  };
}
