import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import type { Call } from '../../src/engine/calls.ts';
import { createLibrary } from '../../src/library/open.ts';
import { GRID } from './stand-in/articles.ts';
import { engineHere } from './stand-in/engine-here.ts';
import { BOT_ID, GUILD_ID } from './stand-in/ids.ts';
import type { Who } from './stand-in/payloads.ts';
import { controlsOf, textOf } from './stand-in/reading.ts';
import { botOptions, createRecordingLog } from './stand-in/running-bot.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';

/** What the engine was asked, in order. */
let calls: Call[];
let discord: StandIn;
let bot: Bot;
beforeEach(async () => {
  calls = [];
  discord = await startStandIn();
  const library = createLibrary([GRID]);
  const { commands, holdings, call } = engineHere(() => library);
  const engine = {
    commands,
    holdings,
    hasShelves: true,
    call: <C extends Call>(asked: C) => {
      calls.push(asked);
      return call(asked);
    },
  };
  bot = await startBot({ ...botOptions(discord, library, createRecordingLog()), engine });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
});

/** Whose library is asked by a command, by a question that is offered, by buttons and while somebody types. */
async function serversAsked(who: Who): Promise<(string | undefined)[]> {
  const refused = await discord.answer(discord.slash('ask', { question: '明天股市会涨吗？' }, who));
  const offered = controlsOf(refused).find(({ custom_id = '' }) => custom_id.startsWith('1:ask:'));
  const card = await discord.answer(discord.click(refused, offered?.custom_id ?? '', who));
  const buttons = controlsOf(card).filter(({ custom_id = '' }) => /^1:(section|copy)/.test(custom_id));
  for (const { custom_id = '' } of buttons) await discord.answer(discord.click(card, custom_id, who));
  await discord.suggestions(discord.type('section', 'section', '网', {}, who));
  await discord.answer(discord.useOnMessage('Find in article', '共有312户、978人', who));
  const kinds = calls.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'run')).toHaveLength(3);
  expect(kinds).toEqual(expect.arrayContaining(['navigate', 'complete']));
  return [...new Set(calls.map(({ server }) => server))];
}

it('asks the library of the server that the bot is a member of', async () => {
  expect(await serversAsked({})).toEqual([GUILD_ID]);
});

it('asks the operator’s for somebody who has brought the bot along, and in direct messages', async () => {
  expect(await serversAsked({ isOwnBot: true })).toEqual([undefined]);
  calls.length = 0;
  expect(await serversAsked({ guild: null })).toEqual([undefined]);
});

it('does not believe an installation in another server', async () => {
  const { payload } = discord.slash('ask', { question: '赵敏负责多少户？' }, { guild: null });
  const forged = { ...payload, id: `${payload.id}1`, guild_id: GUILD_ID };
  discord.gateway.dispatch('INTERACTION_CREATE', forged);
  await discord.until(() => calls.length === 2);
  expect(calls.map(({ server }) => server)).toEqual([undefined, undefined]);
});

it('asks the server’s for a mention there, and the operator’s for a direct message', async () => {
  await discord.replyTo(discord.write(`<@${BOT_ID}> 赵敏负责多少户？`));
  await discord.replyTo(discord.write('赵敏负责多少户？', { guild: null }));
  expect(calls.map(({ kind, server }) => [kind, server])).toEqual([
    ['hear', GUILD_ID],
    ['hear', undefined],
  ]);
});

it('always offers to name an article, since a server may have several', async () => {
  const registered = discord.requests.find(({ method }) => method === 'PUT');
  expect(JSON.stringify(registered)).toContain('"name":"article"');
});

it('is there without an article of the operator’s, and says in a server how it gets one', async () => {
  await bot.stop();
  const none = createLibrary([]);
  bot = await startBot(botOptions(discord, none, createRecordingLog()));
  const inServer = await discord.answer(discord.slash('ask', { question: '赵敏负责多少户？' }, { locale: 'en-GB' }));
  expect(textOf(inServer)).toContain('This server has no article yet.');
  const heard = await discord.replyTo(discord.write('赵敏负责多少户？', { guild: null }));
  expect(textOf(heard)).toContain('我这里还没有文章。');
  expect(await discord.suggestions(discord.type('section', 'section', '网'))).toEqual([]);
});
