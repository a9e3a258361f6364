/** Something that is done to a text. */
export type Work = (text: string) => unknown;
/** A text of so many repetitions. */
export type Repeated = (times: number) => string;

/** Few at first, two more each time: what doubles with each repetition is seen long before it would take hours. */
const FEW = Array.from({ length: 13 }, (_, at) => 8 + 2 * at);
/** Each four times the one before: two doublings tell more than one in the noise of a machine. */
const MANY = [1_250, 5_000, 20_000];
/** Twice the length may cost three times as much; so much more of it is noise. */
const FOUR_TIMES = 9 * 1.3;
/** Less is not measured but guessed. Milliseconds of the processor. */
const NOISE = 30;
/** How often a suspicion is looked at again, and the smallest of what is measured believed. */
const AGAIN = 4;

/**
 * Whether the work grows faster with its text than is bearable: more than threefold where the text is twice as long.
 * Processor time of this process is counted, which other processes change little.
 *
 * @param most repetitions that are tried
 * @returns how it grows, undefined where all is well
 */
export function excessiveGrowth(work: Work, repeated: Repeated, most = 20_000): string | undefined {
  let before = 0;
  for (const times of FEW) {
    const text = repeated(times);
    const cost = costOf(work, text);
    if (
      cost > 2 * NOISE &&
      cost > 4 * before &&
      least(work, text, 2) > 2 * NOISE &&
      least(work, repeated(times - 2), 2) * 3 < cost
    )
      return `${times} repetitions take ${cost.toFixed(0)} ms`;
    before = Math.max(1, cost);
  }
  let less: { text: string; cost: number } | undefined;
  for (const times of MANY) {
    if (times > most) break;
    const text = repeated(times);
    const cost = costOf(work, text);
    if (less !== undefined && isExcessive(less.cost, cost)) {
      const [fewer, more] = [
        Math.max(less.cost, least(work, less.text, AGAIN)),
        Math.min(cost, least(work, text, AGAIN)),
      ];
      const sure = isExcessive(fewer, more) && isExcessive(least(work, less.text, AGAIN), more);
      if (sure) return `${times} repetitions take ${more.toFixed(0)} ms, a quarter of them ${fewer.toFixed(0)} ms`;
    }
    less = { text, cost };
  }
  return undefined;
}

function isExcessive(fewer: number, more: number): boolean {
  return more > NOISE && more > FOUR_TIMES * fewer;
}

function least(work: Work, text: string, runs: number): number {
  return Math.min(costOf(work, text), runs > 1 ? least(work, text, runs - 1) : Number.POSITIVE_INFINITY);
}

/** Milliseconds of the processor. */
function costOf(work: Work, text: string): number {
  const before = process.cpuUsage();
  work(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
