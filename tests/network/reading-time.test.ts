import { expect, it } from 'vitest';
import { createReadingTime, WORDS_ALONE } from '../../src/network/reading-time.ts';

/** Reading takes so long where there is time for it, finding so long. Milliseconds of a clock that the test turns. */
function rush(readingMs: number, findingMs = 5) {
  let clock = 0;
  const time = createReadingTime(() => clock);
  /** @returns whether it was read */
  const answer = (hasWaited: boolean): Promise<boolean> => {
    time.asked(hasWaited);
    return time.during(async (ms) => {
      clock += findingMs + (ms > 0 ? readingMs : 0);
      return ms > 0;
    });
  };
  return {
    answer,
    get clock() {
      return clock;
    },
  };
}

async function inARow(count: number, answer: () => Promise<boolean>): Promise<number> {
  let read = 0;
  for (let at = 0; at < count; at += 1) if (await answer()) read += 1;
  return read;
}

it('reads for everybody who finds nobody before them', async () => {
  const { answer } = rush(150);
  expect(await inARow(100, () => answer(false))).toBe(100);
});

it('reads for a few who ask at the same moment', async () => {
  const { answer } = rush(150);
  await answer(false);
  expect(await inARow(3, () => answer(true))).toBe(3);
});

it('reads for some of many, and answers all of them within three seconds', async () => {
  const line = rush(150);
  await line.answer(false);
  const read = await inARow(499, () => line.answer(true));
  expect(read).toBeGreaterThanOrEqual(3);
  expect(line.clock).toBeLessThan(3_200);
});

it('finds by meaning for some of those whom it does not read for, and leaves the last to words', async () => {
  let clock = 0;
  const time = createReadingTime(() => clock);
  const told: number[] = [];
  for (let at = 0; at < 500; at += 1) {
    time.asked(at > 0);
    await time.during(async (ms) => {
      told.push(ms);
      clock += ms > 0 ? 150 : ms === 0 ? 8 : 2;
    });
  }
  expect(told.filter((ms) => ms === 0).length).toBeGreaterThan(40);
  expect(told.slice(-100)).toEqual(Array(100).fill(WORDS_ALONE));
  expect(clock).toBeLessThan(2_500);
});

it('begins anew when somebody finds nobody before them', async () => {
  const { answer } = rush(150);
  await inARow(20, () => answer(true));
  expect(await answer(true)).toBe(false);
  expect(await answer(false)).toBe(true);
  expect(await answer(true)).toBe(true);
});

it('counts what fails, too', async () => {
  let clock = 0;
  const time = createReadingTime(() => clock);
  time.asked(true);
  const failing = time.during(async () => {
    clock += 500;
    throw new Error('no memory');
  });
  await expect(failing).rejects.toThrow('no memory');
  expect(await time.during(async (ms) => ms)).toBe(0);
});

it('lets no call read so long that its deadline comes near, whether it has waited or not', async () => {
  let clock = 0;
  const time = createReadingTime(() => clock);
  const read = (takes: number) =>
    time.during(async (ms) => {
      clock += takes;
      return ms;
    });
  for (const hasWaited of [false, true]) {
    time.asked(hasWaited);
    const first = await read(300);
    expect(first).toBeLessThanOrEqual(1_000);
    expect(await read(900)).toBe(first - 300);
    expect(await read(1)).toBe(0);
    time.asked(false);
    expect(await read(1)).toBe(first);
  }
});
