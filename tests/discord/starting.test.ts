import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { createLibrary } from '../../src/library/open.ts';
import { isAlive } from './stand-in/alive.ts';
import { GRID } from './stand-in/articles.ts';
import { refusal } from './stand-in/faults.ts';
import { BOT_ID } from './stand-in/ids.ts';
import { botOptions, createRecordingLog } from './stand-in/running-bot.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';

let discord: StandIn;
let bot: Bot | undefined;
let log: ReturnType<typeof createRecordingLog>;
beforeEach(async () => {
  discord = await startStandIn();
  log = createRecordingLog();
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await discord.stop();
});

async function start(options: { token?: string } = {}): Promise<Bot> {
  bot = await startBot({ ...botOptions(discord, createLibrary([GRID]), log), ...options });
  return bot;
}

test.each<[number, string]>([
  [4004, 'token'],
  [4010, 'configuration'],
  [4011, 'configuration'],
  [4012, 'configuration'],
  [4013, 'intents'],
  [4014, 'intents'],
])('closed with %d: %s, and nothing else is said', async (code, kind) => {
  discord.gateway.behaviour.closeOnIdentify = code;
  await expect(start()).rejects.toMatchObject({ name: 'DiscordFailure', kind });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(log.records).toEqual([]);
});

test.each([4004, 4014])('closed with %d as the first questions come: nothing else is said', async (code) => {
  const starting = start().then(
    ({ failed }) => failed,
    (failure: unknown) => failure,
  );
  await discord.until(() => discord.gateway.hasSessions());
  discord.plan('POST', /messages$/, refusal(401, 0, '401: Unauthorized'), 100);
  discord.plan('GET', /commands$/, refusal(401, 0, '401: Unauthorized'), 100);
  discord.write(`<@${BOT_ID}> 赵敏负责多少户？`);
  discord.useOnMessage('Find in article', '一天最多要跑四十趟');
  discord.gateway.close(code);
  expect(await starting).toMatchObject({ name: 'DiscordFailure' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(log.records.filter(({ level }) => level !== 'info')).toEqual([]);
});

test.each(['refused-token', 'not a token', '令牌'])('a token that is refused: %s', async (token) => {
  const failure = await start({ token }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ kind: 'token' });
  expect(String(failure)).not.toContain(token);
});

test('no starts left', async () => {
  discord.session.remaining = 0;
  await expect(start()).rejects.toMatchObject({ kind: 'start-limit' });
  expect(discord.gateway.history.identifies).toEqual([]);
});

test('what passes is waited for', async () => {
  discord.plan('GET', /gateway/, { kind: 'closed before' });
  discord.plan('GET', /gateway/, { kind: 'status', status: 503 }, 3);
  discord.gateway.behaviour.refusedUpgrades = 1;
  discord.gateway.behaviour.swallowIdentifies = 1;
  await start();
  await isAlive({ discord });
});

test('registering that fails is no reason not to start', async () => {
  discord.plan('PUT', /commands/, refusal(400, 50035, 'Invalid Form Body'));
  await start();
  await isAlive({ discord });
});

test('as many shards as Discord recommends, each answering', async () => {
  discord.session.shards = 3;
  await start();
  expect(discord.gateway.history.identifies.map(({ shard }) => shard.join('/')).sort()).toEqual(['0/3', '1/3', '2/3']);
  await isAlive({ discord });
});

test('only the shards that this process is given', async () => {
  bot = await startBot({
    ...botOptions(discord, createLibrary([GRID]), createRecordingLog()),
    shards: [2, 3],
    shardCount: 8,
  });
  expect(discord.gateway.history.identifies.map(({ shard }) => shard.join('/')).sort()).toEqual(['2/8', '3/8']);
});

test('no privileged intent is asked for', async () => {
  await start();
  const privileged = (1 << 1) | (1 << 8) | (1 << 15);
  expect((discord.gateway.history.identifies[0]?.intents ?? privileged) & privileged).toBe(0);
});
