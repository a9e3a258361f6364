import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BotOptions } from '../../src/discord/bot.ts';
import { DEFAULT_SETTINGS } from '../../src/store/settings.ts';
import { type FaultProxy, faultProxy } from '../store/fault-proxy.ts';
import { postgres, whyNoPostgres } from '../store/postgres.ts';
import { ample } from '../store/samples.ts';
import { GRID } from './stand-in/articles.ts';
import { BOT_ID } from './stand-in/ids.ts';
import { bundleQuickProgram, type QuickProgram } from './stand-in/quick-program.ts';
import { runBot } from './stand-in/running-bot.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';
import { type StartedProgram, startProgram } from './stand-in/started-program.ts';

const GUILD = '200000000000000001';

describe.skipIf(whyNoPostgres() !== undefined)('a bot whose database is away', { timeout: 60_000 }, () => {
  let quick: QuickProgram;
  let discord: StandIn;
  let proxy: FaultProxy;
  const folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));

  beforeAll(async () => {
    quick = await bundleQuickProgram();
    discord = await startStandIn();
    proxy = await faultProxy(await (await postgres()).database());
    const { hash: _, ...printed } = GRID;
    writeFileSync(join(folder, 'grid.json'), JSON.stringify(printed));
  }, 60_000);
  afterAll(async () => {
    await proxy.close();
    await discord.stop();
    quick.remove();
    rmSync(folder, { recursive: true });
  });

  function start(): StartedProgram {
    const environment = { DATABASE_URL: proxy.url, SHARD_COUNT: '1' };
    return startProgram(discord, { folder, remove: () => {} }, ['--discord'], environment, quick.main);
  }

  test('ends when it is told to, though somebody has asked', async () => {
    const program = start();
    try {
      await discord.until(() => program.output.stderr.includes('"ready"'), 30_000, 'ready');
      proxy.refuse();
      discord.write(`<@${BOT_ID}> 赵敏管多少户？`, { guild: GUILD });
      await wait(500);
      program.process.kill('SIGTERM');
      expect(await Promise.race([program.exit, wait(20_000)])).toBe(0);
    } finally {
      program.process.kill('SIGKILL');
      await program.exit;
    }
  });
});

test('a bot whose database is slow answers who has asked before it is told to end', async () => {
  const slow = async () => {
    await wait(700);
    return DEFAULT_SETTINGS;
  };
  const store = { settings: slow, bindings: async () => new Map(), onChange: () => () => {}, servers: async () => [] };
  const library = { store, pages: {}, limits: ample } as unknown as NonNullable<BotOptions['library']>;
  const { discord, bot } = await runBot({ library });
  const asked = discord.write(`<@${BOT_ID}> 赵敏管多少户？`, { guild: GUILD });
  await wait(100);
  await bot.stop();
  expect([...discord.state.messages.values()].filter(({ referenced }) => referenced === asked.id)).toHaveLength(1);
  await discord.stop();
});
