import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredMessage } from './stand-in/discord-state.ts';
import { nextId, USER_ID } from './stand-in/ids.ts';
import { textOf } from './stand-in/reading.ts';
import { type Running, runBot } from './stand-in/running-bot.ts';

/** Payloads that lack something, or have it in a form that nobody expects. */

type Json = Record<string, unknown>;

const HALF = '\uD800';
const QUESTION = { name: 'question', type: 3, value: '赵敏负责多少户？' };

let running: Running;
let card: StoredMessage;
beforeAll(async () => {
  running = await runBot();
  card = await running.discord.answer(running.discord.slash('ask', { question: '赵敏负责多少户？' }));
});
afterAll(() => running.stop());

/** Sends an interaction with some fields exchanged, and waits for what it is answered with. */
async function send(type: number, data: Json, fields: Json = {}): Promise<StoredMessage | undefined> {
  const { discord } = running;
  const [id, user] = [nextId(), nextId()];
  const token = `interaction-token-${id}`;
  discord.state.addInteraction({ id, token, channelId: '4', componentMessage: card.id });
  const person = { guild_id: '2', member: { user: { id: user }, permissions: '0' }, locale: 'zh-CN' };
  const message = type === 3 ? { message: { id: card.id, flags: 0 } } : {};
  const payload = { id, token, type, application_id: '1', ...person, ...message, data, ...fields };
  discord.gateway.dispatch('INTERACTION_CREATE', payload);
  const stored = () => discord.state.interactions.get(token);
  await discord.until(() => stored()?.acknowledgedWith !== undefined);
  return discord.state.messages.get(stored()?.original ?? '');
}

async function said(type: number, data: Json, fields: Json = {}): Promise<string> {
  const message = await send(type, data, fields);
  return message === undefined ? '' : textOf(message);
}

test.each<[string, Json, string]>([
  ['no options', {}, '请填写“问题”'],
  ['options that are null', { options: null }, '请填写“问题”'],
  ['a value that is null', { options: [{ ...QUESTION, value: null }] }, '请填写“问题”'],
  ['a value that is an object', { options: [{ ...QUESTION, value: {} }] }, '请填写“问题”'],
  ['a number', { options: [{ ...QUESTION, type: 4, value: 5 }] }, '“问题”填得不对'],
  [
    'a type nobody knows',
    {
      options: [
        { ...QUESTION, type: 99 },
        { name: 'other', type: 11, value: '5' },
      ],
    },
    '312户',
  ],
  ['a subcommand', { options: [{ name: 'sub', type: 1, options: [QUESTION] }] }, '请填写“问题”'],
  ['6,000 characters', { options: [{ ...QUESTION, value: '网'.repeat(6_000) }] }, '问题太长了'],
])('a question with %s', async (_, data, words) => {
  expect(await said(2, { name: 'ask', ...data })).toContain(words);
});

test.each<[string, unknown]>([
  ['no messages', null],
  ['no content', { messages: { 5: { content: null } } }],
  ['nothing of the kind', { messages: 'none' }],
])('a message command with %s', async (_, resolved) => {
  expect(await said(2, { name: 'Find in article', type: 3, target_id: '5', resolved })).toContain('没有可以核对的文字');
});

test.each<[string, Json]>([
  ['nothing filled in', { custom_id: '1:lib:2:3:uploaded::0:0', components: null, resolved: null }],
  ['no name', { components: [] }],
  ['a name that is far too long', { custom_id: 'x'.repeat(5_000), components: 'none' }],
  [
    'fields of no kind',
    { custom_id: '1:lib:2:3:titled:9:0:0', components: [5, null, { component: { custom_id: 5 } }] },
  ],
  ['files that are none', { custom_id: 'x', components: [], resolved: { attachments: { 5: { url: 7 } } } }],
])('a form with %s', async (_, data) => {
  const text = await said(5, data);
  expect(text).toMatch(/按钮|服务器/);
});

test.each<[string, Json]>([
  ['no subcommand', { options: null }],
  ['a subcommand of nothing', { options: [{ name: 'add', type: 1, options: [{ name: 'file', value: '9' }] }] }],
  ['options that are none', { options: [{ name: 'rename', type: 1, options: 'none' }], resolved: { attachments: 7 } }],
])('/library with %s', async (_, data) => {
  expect(await said(2, { name: 'library', ...data })).toContain('服务器');
});

test.each<[string, Json]>([
  ['a member without a user', { member: { permissions: '0' } }],
  ['a member that is null', { member: null, user: { id: '77' } }],
  ['permissions that are a number', { member: { user: { id: '78' }, permissions: 8 } }],
  ['permissions that are null', { member: { user: { id: '79', bot: null }, permissions: null } }],
  ['a locale that is a number', { locale: 5, guild_locale: 'zh-CN' }],
  ['a server that is null', { guild_id: null, guild_locale: 7 }],
  ['a private channel', { context: 2, guild_id: undefined, member: undefined, user: { id: '80' } }],
  ['no application', { application_id: undefined }],
  ['a thread', { channel: { id: '4', type: 11, thread_metadata: {} } }],
])('%s', async (_, fields) => {
  expect(await said(2, { name: 'about' }, fields)).toContain('发布时间');
  expect(await said(3, { custom_id: 'forged', component_type: 2 }, fields)).toContain('按钮已失效');
});

test('without a language of the person’s the server’s is spoken', async () => {
  expect(await said(2, { name: 'about' }, { locale: undefined, guild_locale: 'zh-TW' })).toContain('發布時間');
});

test.each<[string, Json]>([
  ['nothing chosen', { custom_id: '1:choose:dead:1:1:0:5:10', component_type: 3, values: [] }],
  ['null chosen', { custom_id: '1:choose:dead:1:1:0:5:10', component_type: 3, values: null }],
  ['a person chosen', { custom_id: '1:choose:dead:1:1:0:5:10', component_type: 5, values: [USER_ID] }],
  ['no id', { custom_id: null, component_type: 2 }],
  ['9,000 characters of id', { custom_id: '1:'.repeat(4_500), component_type: 2 }],
])('a component with %s', async (_, data) => {
  for (const message of [{ id: card.id, flags: null }, null, {}]) {
    expect(await said(3, data, { message })).toMatch(/按钮已失效|文章已经更新/);
  }
});

test('suggestions for whatever is typed, and for nothing', async () => {
  const focused = { name: 'passage', type: 3, focused: true };
  for (const options of [
    null,
    [],
    [{ ...focused, focused: null }],
    ...['网'.repeat(6_000), HALF, 5].map((value) => [{ ...focused, value }]),
  ])
    await send(4, { name: 'quote', options });
});

test.each<[string, string, string]>([
  ['quote', 'passage', `赵敏${HALF}去过哪里`],
  ['section', 'section', `没有${HALF}的`],
  ['section', 'section', `没有${'😀'.repeat(60)}`],
  [`x${HALF}`, 'x', 'y'],
])('half a character in /%s %s is not repeated', async (name, option, value) => {
  await send(2, { name, options: [{ name: option, type: 3, value }] });
  expect(running.discord.problems).toEqual([]);
});

test('what cannot be seen in a message is not repeated either', async () => {
  const content = `42岁的赵敏${HALF}是昌盛\u202E社区的一名网格员，她负责7栋楼`;
  const resolved = { messages: { 5: { content } } };
  const text = await said(2, { name: 'Find in article', type: 3, target_id: '5', resolved });
  expect(text).toContain('~~7~~');
  expect(text).not.toContain('\u202E');
  expect(running.discord.problems).toEqual([]);
});

test('what has neither a kind nor a sender that one could answer is counted, and nothing breaks', async () => {
  const { discord, bot, log } = running;
  for (const payload of [
    {},
    { type: 2 },
    { id: '5', token: 't', type: 99, data: {} },
    { id: {}, token: [], type: 2 },
  ]) {
    discord.gateway.dispatch('INTERACTION_CREATE', payload);
    discord.gateway.dispatch('MESSAGE_CREATE', payload);
  }
  expect(await said(2, { name: 'about' })).toContain('发布时间');
  expect(await bot.metrics.text()).toContain('wenzhai_errors_total{kind="malformed"} 8');
  expect(log.records.filter(({ level }) => level === 'error')).toEqual([]);
});
