import type { ReadingTime } from '../src/network/reading-time.ts';

/** All that is found is read, on a busy machine, too: the same question always gets the same answer. */
export const ALL_TIME: ReadingTime = { asked() {}, during: (work) => work(Number.POSITIVE_INFINITY) };

/** As for one of hundreds who ask at once: what is found by meaning is not read. */
export const NO_TIME: ReadingTime = { asked() {}, during: (work) => work(0) };
