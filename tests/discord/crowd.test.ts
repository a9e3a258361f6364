import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from './stand-in/reading.ts';
import { QUICK, type Running, runBot } from './stand-in/running-bot.ts';

/** How long it takes is measured by `npm run load`; here it only has to be answered. */

let running: Running;
beforeAll(async () => {
  // However slow the machine is that the tests run on.
  running = await runBot({ timing: { ...QUICK, firstAnswerMs: 20_000 } });
});
afterAll(() => running.stop());

test('everybody in a crowd is answered, and nothing is left behind', async () => {
  const { discord, bot } = running;
  const asked = Array.from({ length: 300 }, (_, at) =>
    discord.slash('ask', { question: '赵敏负责多少户？' }, { user: `10000${at}`, guild: null }),
  );
  await Promise.all(asked.map(({ token }) => discord.state.acknowledgement(token)));
  await discord.until(() => bot.load.running + bot.load.waiting === 0, 20_000);
  const answers = await Promise.all(asked.map((interaction) => discord.answer(interaction)));
  expect(answers.filter((answer) => !textOf(answer).includes('312户'))).toEqual([]);
  expect(discord.problems).toEqual([]);
});

test('one who floods is asked for patience, and others are answered meanwhile', async () => {
  const { discord, bot } = running;
  const flood = Array.from({ length: 300 }, () => discord.slash('about', {}, { user: '20000' }));
  const other = discord.slash('ask', { question: '赵敏负责多少户？' }, { user: '20001' });
  expect(textOf(await discord.answer(other))).toContain('312户');
  const at = await Promise.all(flood.map(({ token }) => discord.state.acknowledgement(token)));
  expect(at).toHaveLength(300);
  await discord.until(() => bot.load.running + bot.load.waiting === 0, 20_000);
  const answers = await Promise.all(flood.map((interaction) => discord.answer(interaction)));
  const patience = answers.filter((answer) => /请 \d+ 秒后再试/.test(textOf(answer)));
  expect(patience.length).toBeGreaterThan(200);
  expect(patience.every(({ flags }) => (flags & 64) !== 0)).toBe(true);
});
