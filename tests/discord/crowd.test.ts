import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createInteractionHandler } from '../../src/discord/interactions.ts';
import { createLimits } from '../../src/discord/limits.ts';
import { createMessageHandlers } from '../../src/discord/mentions.ts';
import type { Room } from '../../src/discord/room.ts';
import { createLibrary } from '../../src/library/open.ts';
import { GRID } from './stand-in/articles.ts';
import { BOT_ID } from './stand-in/ids.ts';
import { textOf } from './stand-in/reading.ts';
import { openRoomFor } from './stand-in/room-with-faults.ts';
import { QUICK, type Running, runBot } from './stand-in/running-bot.ts';
import { startStandIn } from './stand-in/stand-in.ts';

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
  await Promise.all(asked.map((interaction) => discord.answered(interaction)));
  const answers = await Promise.all(asked.map((interaction) => discord.answer(interaction)));
  expect(answers.filter((answer) => !textOf(answer).includes('312户'))).toEqual([]);
  await discord.until(() => bot.load.running + bot.load.waiting === 0, 20_000);
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

test('answers that were announced do not queue behind fifty requests a second', async () => {
  const discord = await startStandIn();
  onTestFinished(() => discord.stop());
  const { room } = openRoomFor(discord, createLibrary([GRID]));
  // Everybody is announced first, as in a crowd.
  const add: Room['lanes']['add'] = (...given) => {
    setTimeout(() => room.lanes.add(...given), 1_000);
    return true;
  };
  const take = createInteractionHandler({ ...room, lanes: { ...room.lanes, add } });
  const asked = Array.from({ length: 200 }, (_, at) => discord.slash('about', {}, { user: `30000${at}`, guild: null }));
  for (const { payload } of asked) take(payload);
  const times = await Promise.all(asked.map((interaction) => discord.answered(interaction)));
  expect(discord.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(200);
  // Fifty at once, and fifty every second after that, takes three seconds.
  expect(Math.max(...times) - Math.min(...times)).toBeLessThan(2_500);
  expect(discord.problems).toEqual([]);
});

test('a channel full of mentions waits for its limit by itself, is told so once, and nobody else waits', async () => {
  const { discord, bot } = running;
  discord.channelLimits.set({ messages: 5, perMs: 500 });
  const people = Array.from({ length: 6 }, (_, at) => `40000${at}`);
  const mentions = Array.from({ length: 240 }, (_, at) =>
    discord.write(`<@${BOT_ID}> 赵敏负责多少户？`, { user: people[at % 6] ?? '', channel: '77' }),
  );
  const from = performance.now();
  const others = Array.from({ length: 20 }, (_, at) =>
    discord.slash('ask', { question: '赵敏负责多少户？' }, { user: `50000${at}`, channel: '78' }),
  );
  const elsewhere = discord.write(`<@${BOT_ID}> 赵敏是谁？`, { user: '600000', channel: '79' });
  const times = await Promise.all(others.map((interaction) => discord.answered(interaction)));
  // Holding every turn, the mentions made them wait for 240 messages at five in half a second.
  expect(Math.max(...times) - from).toBeLessThan(3_000);
  expect(textOf(await discord.replyTo(elsewhere))).toContain('赵敏');
  await discord.until(() => bot.load.running + bot.load.waiting === 0, 20_000, 'rest');
  const ids = new Set(mentions.map(({ id }) => id));
  const said = [...discord.state.messages.values()].filter(({ referenced }) => ids.has(referenced ?? ''));
  expect(said.filter((message) => textOf(message).includes('312户'))).toHaveLength(10);
  expect(said.filter((message) => textOf(message) === '现在有点忙，请 10 秒后再试。')).toHaveLength(1);
  expect(said).toHaveLength(11);
  expect(discord.channelLimits.refused).toBe(0);
  expect(await bot.metrics.text()).toContain('wenzhai_limited_total{scope="channel"} 230');
  expect(discord.problems).toEqual([]);
  discord.channelLimits.set(undefined);
});

test('who asks too fast is told so, and who asks where many do is not blamed', async () => {
  const discord = await startStandIn();
  onTestFinished(() => discord.stop());
  const { room } = openRoomFor(discord, createLibrary([GRID]));
  // A slow machine has waited some of them already.
  const without = (text: string | undefined) => text?.replace(/ [12] /, ' N ');
  const one = { burst: 1, perSecond: 0.5 };
  for (const [limited, words] of [
    [{ user: one }, '问得太快了，请 N 秒后再试。'],
    [{ guild: one }, '现在有点忙，请 N 秒后再试。'],
  ] as const) {
    const crowded = { ...room, limits: createLimits(undefined, limited) };
    const take = createInteractionHandler(crowded);
    const read = createMessageHandlers(crowded, () => ({
      botId: BOT_ID,
      botRole: () => undefined,
      parentOf: () => undefined,
      guildLocale: () => 'zh-CN',
    })).written;
    take(discord.slash('about').payload);
    const late = discord.slash('about');
    take(late.payload);
    expect(without(textOf(await discord.answer(late)))).toBe(words);
    const click = discord.click(await discord.answer(late), 'forged');
    take(click.payload);
    expect(without(textOf(await discord.answer(click)))).toBe('现在有点忙，请 N 秒后再试。');
    const message = discord.write(`<@${BOT_ID}> 赵敏是谁？`);
    read(message);
    expect(without(textOf(await discord.replyTo(message)))).toBe(words);
  }
  expect(discord.problems).toEqual([]);
});
