/** Something that is done to a text; what it promises is waited for. */
export type Work = (text: string) => unknown;
/** A text of so many repetitions. */
export type Repeated = (times: number) => string;

/**
 * Four more each time at first, twice as many later, then four times as many: what doubles with each repetition, or
 * grows with its fourth power, is seen long before it would take hours.
 */
const TIMES = [4, 8, 12, 16, 20, 24, 28, 32, 40, 80, 156, 312, 1_250, 5_000, 20_000];
/** Twice the length may cost three times as much; a text is held against one of a quarter of its length, two doublings. */
const DOUBLINGS = 4;
const EXPONENT = Math.log2(3);
/** So much more of it is noise. */
const SLACK = 1.3;
/** Less is not measured but guessed. Milliseconds of the processor. */
const NOISE = 30;
/** How often a suspicion is looked at again, and the smallest of what is measured believed. */
const AGAIN = 4;

interface Measured {
  readonly text: string;
  readonly cost: number;
}

/**
 * Whether the work grows faster with its text than is bearable: more than threefold where the text is twice as long.
 * Processor time of this process is counted, which other processes change little.
 *
 * @param most repetitions that are tried
 * @returns how it grows, undefined where all is well
 */
export async function excessiveGrowth(work: Work, repeated: Repeated, most = 20_000): Promise<string | undefined> {
  // Tables that are read on first use are not the text's fault.
  await work(repeated(2));
  const measured: Measured[] = [];
  for (const times of TIMES) {
    if (times > most) break;
    const text = repeated(times);
    const more = { text, cost: await costOf(work, text) };
    const fewer = measured.findLast((one) => one.text.length * DOUBLINGS <= text.length) ?? measured[0];
    if (fewer !== undefined && isExcessive(fewer, more)) {
      const surely = { text, cost: Math.min(more.cost, await least(work, text)) };
      const against = { text: fewer.text, cost: Math.max(fewer.cost, await least(work, fewer.text)) };
      if (isExcessive(against, surely)) {
        const [units, cost, other] = [text.length, surely.cost.toFixed(0), against.cost.toFixed(1)];
        return `${times} repetitions (${units} units) take ${cost} ms, ${fewer.text.length} units ${other} ms`;
      }
    }
    measured.push(more);
  }
  return undefined;
}

function isExcessive(fewer: Measured, more: Measured): boolean {
  if (more.cost <= NOISE) return false;
  return more.cost > SLACK * (more.text.length / fewer.text.length) ** EXPONENT * Math.max(fewer.cost, FLOOR);
}

/** What cannot be measured took at least this. */
const FLOOR = 0.5;

async function least(work: Work, text: string): Promise<number> {
  let smallest = Number.POSITIVE_INFINITY;
  for (let time = 0; time < AGAIN; time += 1) smallest = Math.min(smallest, await costOf(work, text));
  return smallest;
}

/** Milliseconds of the processor. */
async function costOf(work: Work, text: string): Promise<number> {
  const before = process.cpuUsage();
  await work(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
