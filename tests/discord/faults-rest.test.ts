import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CLOUDFLARE, type Fault, rateLimited, refusal } from './stand-in/faults.ts';
import { BOT_ID } from './stand-in/ids.ts';
import { textOf } from './stand-in/reading.ts';
import { type Running, runBot } from './stand-in/running-bot.ts';

const CALLBACK = /^\/interactions\/.*\/callback$/;
const MESSAGES = /^\/channels\/\d+\/messages$/;

let running: Running;

beforeEach(async () => {
  running = await runBot();
});
afterEach(async () => {
  expect(running.discord.problems).toEqual([]);
  await running.stop();
});

function callbacks() {
  return running.discord.requests.filter(({ path }) => CALLBACK.test(path));
}

function stored() {
  return [...running.discord.state.messages.values()];
}

/** Until the bot has nothing left to do. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  await running.discord.until(() => running.bot.load.running + running.bot.load.waiting === 0, 8_000, 'rest');
}

async function isAlive(): Promise<void> {
  const answer = await running.discord.answer(
    running.discord.slash('ask', { question: '赵敏负责多少户？' }, { user: '42' }),
  );
  expect(textOf(answer)).toContain('312户');
}

describe('the first answer to an interaction', () => {
  test.each<[string, Fault]>([
    ['accepted, but answered with 500', { kind: 'accepted, then status', status: 500 }],
    ['closed before it was accepted', { kind: 'closed before' }],
    ['closed after it was accepted', { kind: 'closed after' }],
    [
      'refused with 502 once',
      { kind: 'status', status: 502, body: '<html>', headers: { 'content-type': 'text/html' } },
    ],
  ])('%s: repeated once, one message, nothing in the log', async (_, fault) => {
    running.discord.plan('POST', CALLBACK, fault);
    running.discord.slash('about');
    await settled();
    expect(callbacks()).toHaveLength(2);
    expect(stored()).toHaveLength(1);
    expect(running.log.records.filter(({ level }) => level === 'error')).toEqual([]);
    await isAlive();
  });

  test('truncated JSON behind a success is a success', async () => {
    running.discord.plan('POST', CALLBACK, { kind: 'truncated' });
    running.discord.slash('about');
    await settled();
    expect(callbacks()).toHaveLength(1);
    expect(stored()).toHaveLength(1);
  });

  test.each([true, false])('hanging (accepted: %s): given up within 2.5 s, one message at most', async (handled) => {
    running.discord.plan('POST', CALLBACK, { kind: 'hangs', handled }, 2);
    const from = performance.now();
    running.discord.slash('about');
    await settled();
    expect(performance.now() - from).toBeLessThan(2_800);
    expect(callbacks().length).toBeLessThanOrEqual(3);
    expect(stored().length).toBeLessThanOrEqual(1);
    await isAlive();
  });

  test('limited beyond the deadline: dropped and counted', async () => {
    running.discord.plan('POST', CALLBACK, rateLimited(30));
    running.discord.slash('about');
    await settled();
    expect(callbacks()).toHaveLength(1);
    const metrics = await running.bot.metrics.text();
    expect(metrics).toContain('wenzhai_rest_429_total 1');
    expect(metrics).toContain('wenzhai_dropped_total{reason="rate limit"} 1');
    await isAlive();
  });

  test('limited for a moment: told after that moment', async () => {
    running.discord.plan('POST', CALLBACK, rateLimited(0.2));
    const answer = await running.discord.answer(running.discord.slash('about'));
    expect(textOf(answer)).toContain('河西日报');
    expect(callbacks()).toHaveLength(2);
  });

  test('limited by Cloudflare, without a time: dropped, not hammered', async () => {
    running.discord.plan('POST', CALLBACK, CLOUDFLARE, 5);
    running.discord.slash('about');
    await settled();
    expect(callbacks()).toHaveLength(1);
    expect(await running.bot.metrics.text()).toContain('wenzhai_rest_429_total 1');
  });

  test('10062: too late, counted, nobody is told', async () => {
    running.discord.plan('POST', CALLBACK, refusal(404, 10062, 'Unknown interaction'));
    running.discord.slash('about');
    await settled();
    expect(callbacks()).toHaveLength(1);
    expect(await running.bot.metrics.text()).toContain('wenzhai_dropped_total{reason="expired"} 1');
    expect(running.log.records.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('40060 at once: somebody else has answered, no second message', async () => {
    running.discord.plan('POST', CALLBACK, refusal(400, 40060, 'Interaction has already been acknowledged.'));
    running.discord.slash('about');
    await settled();
    expect(callbacks()).toHaveLength(1);
    expect(stored()).toHaveLength(0);
    expect(running.log.records.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('50035: one private line with an error id that is in the log once', async () => {
    running.discord.plan('POST', CALLBACK, refusal(400, 50035, 'Invalid Form Body'));
    const line = await running.discord.answer(running.discord.slash('about'));
    const errors = running.log.records.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(textOf(line)).toContain(String(errors[0]?.errorId));
    expect(line.flags & 64).toBe(64);
    await isAlive();
  });

  test('403 for good: one record, the process lives', async () => {
    running.discord.plan('POST', CALLBACK, refusal(403, 50013, 'Missing Permissions'), 2);
    running.discord.slash('about');
    await settled();
    expect(running.log.records.filter(({ level }) => level === 'error')).toHaveLength(1);
    await isAlive();
  });
});

describe('a message in a channel', () => {
  test.each<[string, Fault, number]>([
    ['502, handled all the same', { kind: 'accepted, then status', status: 502 }, 2],
    ['502, not handled', { kind: 'status', status: 502 }, 1],
    ['closed after it was accepted', { kind: 'closed after' }, 1],
    ['closed before it was accepted', { kind: 'closed before' }, 1],
  ])('%s: posted once', async (_, fault, times) => {
    const { discord } = running;
    discord.plan('POST', MESSAGES, fault, times);
    await discord.replyTo(discord.write(`<@${BOT_ID}> 赵敏负责多少户？`));
    await settled();
    expect(stored()).toHaveLength(1);
    expect(discord.requests.filter(({ path }) => MESSAGES.test(path)).length).toBeGreaterThan(1);
  });

  test.each<[Fault, Fault]>([
    [{ kind: 'closed before' }, { kind: 'closed after' }],
    [{ kind: 'closed after' }, { kind: 'closed before' }],
    [{ kind: 'truncated' }, { kind: 'closed after' }],
    [{ kind: 'accepted, then status', status: 502 }, { kind: 'closed after' }],
    [rateLimited(0.05), { kind: 'closed before' }],
  ])('%j, then %j: posted once, nothing in the log', async (first, second) => {
    const { discord, log } = running;
    discord.plan('POST', MESSAGES, first);
    discord.plan('POST', MESSAGES, second);
    await discord.replyTo(discord.write(`<@${BOT_ID}> 赵敏负责多少户？`));
    await settled();
    expect(stored()).toHaveLength(1);
    expect(log.records.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('the bot may speak but not read back: it answers, though not as a reply', async () => {
    const { discord, log } = running;
    const reason = 'Cannot reply without permission to read message history';
    discord.plan('POST', MESSAGES, refusal(400, 160002, reason));
    discord.write(`<@${BOT_ID}> 赵敏负责多少户？`);
    await discord.until(() => stored().length > 0);
    expect(stored().map((message) => [textOf(message).includes('312户'), message.referenced])).toEqual([
      [true, undefined],
    ]);
    expect(log.records.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('403: logged, nothing more', async () => {
    const { discord, log } = running;
    discord.plan('POST', MESSAGES, refusal(403, 50013, 'Missing Permissions'), 2);
    discord.write(`<@${BOT_ID}> 赵敏负责多少户？`);
    await settled();
    expect(log.records.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(stored()).toEqual([]);
    await isAlive();
  });

  test.each<[string, Fault]>([
    ['by Cloudflare', CLOUDFLARE],
    ['for longer than anybody waits', rateLimited(60)],
  ])('limited %s: given up, not hammered, counted and no failure', async (_, fault) => {
    const { discord, bot, log } = running;
    discord.plan('POST', MESSAGES, fault, 10);
    discord.write(`<@${BOT_ID}> 赵敏负责多少户？`);
    await settled();
    expect(discord.requests.filter(({ path }) => MESSAGES.test(path))).toHaveLength(1);
    expect(log.records.filter(({ level }) => level === 'error')).toEqual([]);
    expect(await bot.metrics.text()).toContain('wenzhai_dropped_total{reason="rate limit"} 1');
    await isAlive();
  });

  test('401: the token has been taken away, which is said once', async () => {
    const { discord, bot } = running;
    discord.plan('POST', MESSAGES, refusal(401, 0, '401: Unauthorized'), 2);
    discord.write(`<@${BOT_ID}> 赵敏负责多少户？`);
    expect(await bot.failed).toMatchObject({
      kind: 'token',
      message: 'Discord refused the token: check DISCORD_TOKEN.',
    });
  });
});

test('deleting a message that is gone already is no failure', async () => {
  const { discord, log } = running;
  const card = await discord.answer(discord.slash('ask', { question: '赵敏负责多少户？' }));
  card.isDeleted = true;
  discord.click(card, '1:delete:a1b2c3d4e5f6:2:1:0:1000000000000000005:9');
  await settled();
  expect(log.records.filter(({ level }) => level === 'error')).toEqual([]);
});
