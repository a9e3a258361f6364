import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { compareRegistrations, registrations } from '../../src/discord/registration.ts';
import { createLibrary } from '../../src/library/open.ts';
import { GRID, RIVER } from './stand-in/articles.ts';
import { engineHere } from './stand-in/engine-here.ts';
import { GUILD_ID } from './stand-in/ids.ts';
import { botOptions, createRecordingLog } from './stand-in/running-bot.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';
import { bodyProblems } from './stand-in/validation.ts';

const here = { severalArticles: false, guildId: undefined };

describe('definitions', () => {
  test('are ones that Discord takes, everywhere and in a guild', () => {
    for (const severalArticles of [true, false]) {
      for (const guildId of [undefined, GUILD_ID]) {
        const json = JSON.parse(JSON.stringify(registrations(COMMANDS, { severalArticles, guildId })));
        expect(bodyProblems('PUT', '/applications/1/commands', { json, files: [], texts: [] })).toEqual([]);
      }
    }
  });

  test('are in three languages: names, descriptions, options', () => {
    const ask = registrations(COMMANDS, here).find(({ name }) => name === 'ask');
    expect(ask).toMatchObject({
      name: 'ask',
      name_localizations: { 'zh-CN': '提问', 'zh-TW': '提問' },
      description_localizations: { 'zh-CN': '问文章一个问题，用原文回答' },
      contexts: [0, 1, 2],
      integration_types: [0, 1],
    });
    expect(ask?.options).toMatchObject([
      { name: 'question', required: true, autocomplete: true },
      { name: 'section' },
      { name: 'private', type: 5 },
    ]);
  });

  test('moderators’ are for those who manage a server, in servers alone, with subcommands in three languages', () => {
    const all = registrations(COMMANDS, here);
    const library = all.find(({ name }) => name === 'library');
    expect(library).toMatchObject({ default_member_permissions: 32, contexts: [0], integration_types: [0] });
    // Where the name itself is translated, clients do not find the subcommands.
    expect(library).not.toHaveProperty('name_localizations');
    expect(library?.options).toContainEqual(
      expect.objectContaining({
        type: 1,
        name: 'remove',
        name_localizations: { 'zh-CN': '移除', 'zh-TW': '移除' },
        options: [expect.objectContaining({ name: 'article', required: true, autocomplete: true })],
      }),
    );
    expect(all.find(({ name }) => name === 'Add to library')).toMatchObject({
      type: 3,
      default_member_permissions: 32,
      name_localizations: { 'zh-CN': '添加到文库' },
    });
    const inGuild = registrations(COMMANDS, { ...here, guildId: GUILD_ID }).find(({ name }) => name === 'library');
    expect(inGuild).not.toHaveProperty('contexts');
  });

  test('an article can be named where there are several', () => {
    const withArticles = registrations(COMMANDS, { ...here, severalArticles: true });
    expect(withArticles.find(({ name }) => name === 'ask')?.options).toMatchObject([{}, {}, { name: 'article' }, {}]);
  });
});

describe('a comparison', () => {
  const wanted = JSON.parse(JSON.stringify(registrations(COMMANDS, here))) as {
    name: string;
    options?: { description: string }[];
  }[];
  /** As Discord gives them back. */
  const filled = wanted.map((command) => ({
    id: '1',
    version: '2',
    nsfw: false,
    dm_permission: true,
    default_member_permissions: null,
    description: '',
    ...command,
  }));

  test('sees no difference in what Discord filled in', () => {
    expect(compareRegistrations(registrations(COMMANDS, here), filled)).toEqual({
      added: [],
      changed: [],
      removed: [],
    });
    expect(compareRegistrations(registrations(COMMANDS, here), filled.toReversed())).toEqual({
      added: [],
      changed: [],
      removed: [],
    });
  });

  test('sees that an option of a subcommand, or who may use it, has changed', () => {
    const without = filled.map((command) => ({ ...command, default_member_permissions: null }));
    const changed = ['ChatInput library', 'Message Add to library'];
    expect(compareRegistrations(registrations(COMMANDS, here), without)).toEqual({ added: [], changed, removed: [] });
    const asText = filled.map((command) =>
      command.default_member_permissions === null ? command : { ...command, default_member_permissions: '32' },
    );
    expect(compareRegistrations(registrations(COMMANDS, here), asText).changed).toEqual([]);
    const other = JSON.parse(JSON.stringify(filled).replace('Which article', 'Which one'));
    expect(compareRegistrations(registrations(COMMANDS, here), other).changed).toEqual(['ChatInput library']);
  });

  test('sees what was added, changed and removed', () => {
    const changed = filled.map((command) =>
      command.name === 'ask'
        ? { ...command, options: command.options?.map((option) => ({ ...option, description: 'x' })) }
        : command,
    );
    const before = [...changed.filter(({ name }) => name !== 'quote'), { name: 'old', type: 1 }];
    expect(compareRegistrations(registrations(COMMANDS, here), before)).toEqual({
      added: ['ChatInput quote'],
      changed: ['ChatInput ask'],
      removed: ['ChatInput old'],
    });
  });
});

test('what Discord, or another version of it, fills in is no difference', () => {
  const filledIn = {
    id: '1',
    version: '2',
    nsfw: false,
    dm_permission: true,
    default_member_permissions: null,
    handler: 1,
  };
  const empty = { description: '', description_localizations: {}, options: [] };
  const option = { min_length: 1, choices: [], channel_types: null, required: false };
  for (const guildId of [undefined, GUILD_ID]) {
    const wanted = registrations(COMMANDS, { severalArticles: true, guildId });
    const elsewhere = guildId === undefined ? {} : { contexts: null, integration_types: [0], guild_id: guildId };
    const registered = wanted.map((command) => {
      const options = (command.options as object[] | undefined)?.map((one) => ({ ...option, ...one }));
      return { ...filledIn, ...empty, ...elsewhere, ...command, ...(options === undefined ? {} : { options }) };
    });
    expect(compareRegistrations(wanted, registered)).toEqual({ added: [], changed: [], removed: [] });
  }
});

describe('a bot that starts', () => {
  let discord: StandIn;
  let bot: Bot;
  beforeEach(async () => {
    discord = await startStandIn();
  });
  afterEach(() => discord.stop());

  async function startAndStop(articles = [GRID], guildId?: string): Promise<void> {
    bot = await startBot({ ...botOptions(discord, createLibrary(articles), createRecordingLog()), guildId });
    await bot.stop();
  }

  const puts = () => discord.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path);

  test('registers when something differs, and then no more', async () => {
    await startAndStop();
    await startAndStop();
    expect(puts()).toHaveLength(1);
    await startAndStop([GRID, RIVER]);
    expect(puts()).toHaveLength(2);
    await startAndStop([GRID], GUILD_ID);
    expect(puts().at(-1)).toContain(`/guilds/${GUILD_ID}/commands`);
    expect(discord.problems).toEqual([]);
  });

  test('shows what it reads, in a new session and when it reads something else too', async () => {
    const { presences } = discord.gateway.history;
    let library = createLibrary([GRID]);
    const options = botOptions(discord, library, createRecordingLog());
    bot = await startBot({ ...options, engine: engineHere(() => library) });
    await discord.until(() => JSON.stringify(presences).includes('《小网格托起大民生》'));
    presences.length = 0;
    discord.gateway.sendOp(9, false);
    await discord.until(() => JSON.stringify(presences).includes('《小网格托起大民生》'));
    library = createLibrary([GRID, RIVER]);
    await bot.showLibrary();
    await discord.until(() => JSON.stringify(presences).includes('《小网格托起大民生》 +1'));
    expect(puts()).toHaveLength(2);
    await bot.stop();
  });
});

test('metrics are counted and served, without a word of anybody’s', async () => {
  const discord = await startStandIn();
  const options = botOptions(discord, createLibrary([GRID]), createRecordingLog());
  const { commands, holdings, call } = options.engine;
  const engine = { commands, holdings, call, coldLoads: 3 };
  const bot = await startBot({ ...options, engine, healthPort: 0 });
  const health = async () => (await fetch(`http://127.0.0.1:${bot.healthPort}/healthz`)).json();
  expect(await health()).toMatchObject({ ok: true, shards: 1, coldLoads: 3, databaseMs: null });
  for (const seconds of [0.004, 0.4, 0.004]) bot.metrics.databaseAnsweredAfter(seconds);
  expect(await health()).toMatchObject({ databaseMs: 4 });
  await discord.answer(discord.slash('ask', { question: '赵敏负责多少户？' }));
  await discord.answer(discord.slash('ask', { question: '明天股市会涨吗？' }));
  const text = await (await fetch(`http://127.0.0.1:${bot.healthPort}/metrics`)).text();
  expect(text).toContain('wenzhai_handled_total{kind="command"} 2');
  expect(text).toContain('wenzhai_refusals_total 1');
  expect(text).toContain('wenzhai_index_passages 9');
  expect(text).toContain('wenzhai_cold_loads_total 3');
  expect(text).toContain('wenzhai_database_seconds_bucket{le="0.005"} 2');
  expect(text).toContain('wenzhai_database_seconds_count 3');
  expect(text).toMatch(/wenzhai_answer_seconds_count [12]/);
  expect(text).not.toMatch(/\p{Script=Han}|1000000000000000005/u);
  expect((await fetch(`http://127.0.0.1:${bot.healthPort}/`)).status).toBe(404);
  await bot.stop();
  await discord.stop();
});
