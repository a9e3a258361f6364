import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startBot } from '../../src/discord/bot.ts';
import { createLibrary } from '../../src/library/open.ts';
import { isAlive } from './stand-in/alive.ts';
import { GRID } from './stand-in/articles.ts';
import { refusal } from './stand-in/faults.ts';
import { BOT_ID, nextId } from './stand-in/ids.ts';
import { botOptions, createRecordingLog, QUICK, type Running, runBot } from './stand-in/running-bot.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';

describe('a connection that goes wrong', () => {
  let running: Running;
  beforeEach(async () => {
    running = await runBot();
  });
  afterEach(async () => {
    expect(running.discord.problems).toEqual([]);
    await running.stop();
  });

  /** What the next connection did. */
  async function next(what: 'resumes' | 'identifies', ms = 3_000): Promise<void> {
    const { history } = running.discord.gateway;
    const count = () => (what === 'resumes' ? history.resumes : history.identifies.length);
    const before = count();
    await running.discord.until(() => count() > before, ms, what);
  }

  test.each([1001, 1011, 4000, 4008, 3999])('closed with %d: resumed, and nothing is lost', async (code) => {
    const { discord } = running;
    const resumed = next('resumes');
    discord.gateway.close(code);
    await discord.until(() => !discord.gateway.isConnected());
    const meanwhile = discord.slash('about');
    if (code === 4008) await isAlive(running);
    else {
      await resumed;
      await discord.answer(meanwhile);
    }
  });

  test.each([1000, 4007, 4009])('closed with %d: comes back', async (code) => {
    running.discord.gateway.close(code);
    await running.discord.until(() => !running.discord.gateway.isConnected());
    await isAlive(running);
  });

  test('cut without a word (1006): resumed', async () => {
    const resumed = next('resumes');
    running.discord.gateway.cut();
    await resumed;
    await isAlive(running);
  });

  test('asked to reconnect (op 7): resumed', async () => {
    const resumed = next('resumes');
    running.discord.gateway.sendOp(7, null);
    await resumed;
    await isAlive(running);
  });

  test('session invalid for good (op 9 false): a new one', async () => {
    const identified = next('identifies');
    running.discord.gateway.sendOp(9, false);
    await identified;
    await isAlive(running);
  });

  test('session invalid for now (op 9 true): resumed', async () => {
    const resumed = next('resumes');
    running.discord.gateway.sendOp(9, true);
    await resumed;
    await isAlive(running);
  });

  test('resume refused: a new session', async () => {
    running.discord.gateway.behaviour.invalidResumes = 1;
    const identified = next('identifies');
    running.discord.gateway.cut();
    await identified;
    await isAlive(running);
  });

  test('resume never answered: a new session', async () => {
    running.discord.gateway.behaviour.swallowResumes = 1;
    const identified = next('identifies');
    running.discord.gateway.cut();
    await identified;
    await isAlive(running);
  });

  test('identify swallowed: tried again', async () => {
    const { gateway } = running.discord;
    gateway.behaviour.swallowIdentifies = 1;
    gateway.sendOp(9, false);
    await next('identifies');
    await next('identifies');
    await isAlive(running);
  });

  test('every connect refused for a while: comes back, without hammering', async () => {
    const { gateway } = running.discord;
    await gateway.vanish();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await gateway.reappear();
    await isAlive(running, 5_000);
    expect(running.log.records.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('upgrades answered with 503 for a while: comes back', async () => {
    const { gateway } = running.discord;
    gateway.behaviour.refusedUpgrades = 2;
    gateway.cut();
    await isAlive(running, 5_000);
  });

  test.each<[string, (discord: StandIn) => void]>([
    ['a frame that is no JSON', ({ gateway }) => gateway.sendFrame('{"op":0,')],
    ['a binary frame', ({ gateway }) => gateway.sendFrame(Buffer.from([1, 2, 3]))],
    ['null', ({ gateway }) => gateway.sendFrame('null')],
    ['a number', ({ gateway }) => gateway.sendFrame('5')],
    ['an unknown op', ({ gateway }) => gateway.sendOp(99, {})],
    ['an unknown event', ({ gateway }) => gateway.dispatch('SOMETHING_NEW', { a: 1 })],
    ['an event named error', ({ gateway }) => gateway.dispatch('error', { a: 1 })],
    ['an event named like a method', ({ gateway }) => gateway.dispatch('toString', { a: 1 })],
    ['an interaction with d: null', ({ gateway }) => gateway.dispatch('INTERACTION_CREATE', null)],
    ['a message with d: null', ({ gateway }) => gateway.dispatch('MESSAGE_CREATE', null)],
    ['a guild with d: null', ({ gateway }) => gateway.dispatch('GUILD_CREATE', null)],
    ['READY with d: null', ({ gateway }) => gateway.dispatch('READY', null)],
    ['an empty interaction', ({ gateway }) => gateway.dispatch('INTERACTION_CREATE', {})],
    [
      'an interaction of a new type',
      ({ gateway }) => gateway.dispatch('INTERACTION_CREATE', { id: '1', token: 't', type: 77 }),
    ],
    [
      'an interaction without data',
      ({ gateway }) => gateway.dispatch('INTERACTION_CREATE', { id: '1', token: 't', type: 2 }),
    ],
    ['a message without an author', ({ gateway }) => gateway.dispatch('MESSAGE_CREATE', { id: '1', content: 'x' })],
    ['hello again without data', ({ gateway }) => gateway.sendOp(10, null)],
    ['invalid session without data', ({ gateway }) => gateway.sendOp(9, null)],
  ])('%s: the process lives and the next question is answered', async (_, happen) => {
    happen(running.discord);
    await isAlive(running);
  });

  test('the same interaction replayed: handled once', async () => {
    const { discord } = running;
    await discord.answer(discord.slash('about'));
    discord.gateway.replayLast();
    await isAlive(running);
    expect(discord.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(2);
  });

  test.each<[number, string]>([
    [4004, 'token'],
    [4010, 'configuration'],
    [4011, 'configuration'],
    [4012, 'configuration'],
    [4013, 'intents'],
    [4014, 'intents'],
  ])('closed with %d while people ask: %s, and nothing else is said', async (code, kind) => {
    const { discord, bot, log } = running;
    const card = await discord.answer(discord.slash('about'));
    // A token that is refused is refused for everything.
    if (code === 4004) discord.plan('POST', /messages$/, refusal(401, 0, '401: Unauthorized'), 1_000);
    for (let at = 0; at < 10; at += 1) {
      const who = { user: nextId(), channel: nextId() };
      discord.write(`<@${BOT_ID}> 赵敏负责多少户？`, who);
      discord.useOnMessage('Find in article', '一天最多要跑四十趟', who);
      discord.choose(card, `1:choose:a1b2c3d4e5f6:2:1:0:${who.user}:0`, 'a1b2c3d4e5f6:1:0:0', who);
      discord.slash('ask', { question: '赵敏负责多少户？' }, who);
      if (at === 5) discord.gateway.close(code);
    }
    expect(await bot.failed).toMatchObject({ kind });
    await bot.stop();
    expect(log.records.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test.each<[number, string]>([
    [4004, 'token'],
    [4013, 'intents'],
    [4014, 'intents'],
    [4011, 'configuration'],
  ])('closed with %d while running: %s', async (code, kind) => {
    running.discord.gateway.close(code);
    expect(await running.bot.failed).toMatchObject({ kind });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(running.log.records.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

describe('heartbeats', () => {
  let running: Running;
  beforeEach(async () => {
    const discord = await startStandIn();
    discord.gateway.behaviour.heartbeatMs = 100;
    const log = createRecordingLog();
    const bot = await startBot({ ...botOptions(discord, createLibrary([GRID]), log), healthPort: 0 });
    running = { discord, log, bot, stop: async () => Promise.all([bot.stop(), discord.stop()]).then(() => undefined) };
  });
  afterEach(() => running.stop());

  test('not acknowledged: the connection is replaced', async () => {
    const { gateway } = running.discord;
    const { resumes } = gateway.history;
    gateway.behaviour.acknowledgesHeartbeats = false;
    await running.discord.until(() => gateway.history.resumes > resumes);
    gateway.behaviour.acknowledgesHeartbeats = true;
    await isAlive(running);
  });

  test('a half-open socket: replaced without waiting for it to agree', async () => {
    const { gateway } = running.discord;
    const { resumes } = gateway.history;
    gateway.freeze();
    const from = performance.now();
    await running.discord.until(() => gateway.history.resumes > resumes);
    expect(performance.now() - from).toBeLessThan(5_000);
    await isAlive(running);
  });

  test('health follows acknowledgements, not the connection', async () => {
    const health = async () => (await fetch(`http://127.0.0.1:${running.bot.healthPort}/healthz`)).status;
    await running.discord.until(() => running.discord.gateway.history.heartbeats > 0);
    expect(await health()).toBe(200);
    await running.discord.gateway.vanish();
    await new Promise((resolve) => setTimeout(resolve, QUICK.unwellMs + 300));
    expect(await health()).toBe(503);
    await running.discord.gateway.reappear();
    await isAlive(running, 5_000);
    expect(await health()).toBe(200);
  });
});
