import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { createLibrary } from '../../src/library/open.ts';
import { articleOf } from '../training/passages.ts';
import type { StoredMessage } from './stand-in/discord-state.ts';
import { BOT_ID } from './stand-in/ids.ts';
import { controlsOf, textOf } from './stand-in/reading.ts';
import { botOptions, createRecordingLog } from './stand-in/running-bot.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';

const town = (id: string, title: string, last: string) => ({
  ...articleOf(id, [`末班车${last}收车，高峰时五分钟一班。`, `${title.slice(0, 2)}的站牌是竹子做的。`]),
  id,
  title,
  hash: `hash-${id}`,
});
const TOWNS = [
  town('yue', '月城首条公交快线开通', '21时40分'),
  town('yu', '玉城公交快线开门迎客', '22时15分'),
  town('hai', '海城：快线公交今起运行', '20时50分'),
  town('qing', '清河县公交快线试运行', '19时30分'),
  town('bai', '白石镇开通首条公交快线', '18时50分'),
  town('jiang', '江口市公交快线上路', '23时20分'),
];
const QUESTION = '末班车*几点*收车_？';

let discord: StandIn;
let bot: Bot;
const start = (count: number) =>
  startBot(botOptions(discord, createLibrary(TOWNS.slice(0, count)), createRecordingLog()));
// The dictionary takes seconds on a busy machine, and a reply is waited for no longer.
beforeAll(() => createLibrary(TOWNS).ask(QUESTION));
beforeEach(async () => {
  discord = await startStandIn();
  bot = await start(3);
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
});

const idOf = (message: StoredMessage, label: string) =>
  controlsOf(message).find((control) => control.label?.includes(label) === true)?.custom_id ?? '';

it('asks which article, and the one that is pressed answers in the place of the question', async () => {
  const card = await discord.replyTo(discord.write(`<@${BOT_ID}> ${QUESTION}`));
  expect(textOf(card)).toContain('有 3 篇文章都说到了');
  expect(controlsOf(card).map(({ label }) => label)).toEqual(
    expect.arrayContaining(TOWNS.slice(0, 3).map(({ title }) => title)),
  );
  // A restart forgets who was asked what: the question stands on the card.
  await bot.stop();
  bot = await start(3);
  const answer = await discord.answer(discord.click(card, idOf(card, '玉城')));
  expect(answer.id).toBe(card.id);
  expect(textOf(answer)).toContain('22时15分');
  expect(textOf(answer)).toContain('在《玉城公交快线开门迎客》里找');
  // The next question of the same person is asked of the same article.
  const next = await discord.answer(discord.slash('ask', { question: '末班车几点收车？' }));
  expect(textOf(next)).toContain('22时15分');
  const others = await discord.answer(discord.slash('ask', { question: '末班车几点收车？' }, { user: '777' }));
  expect(textOf(others)).toContain('哪一篇');
  // And of all again when they say so.
  const all = await discord.answer(discord.click(next, idOf(next, '问全部文章')));
  expect(textOf(all)).toContain('哪一篇');
  expect(textOf(await discord.answer(discord.slash('ask', { question: '末班车几点收车？' })))).toContain('哪一篇');
});

it('has a select where there are more than five', async () => {
  await bot.stop();
  bot = await start(6);
  const card = await discord.answer(discord.slash('ask', { question: '末班车几点收车？' }));
  const [select] = controlsOf(card).filter(({ options }) => options !== undefined);
  const chosen = select?.options?.find(({ label }) => label.includes('江口'));
  const answer = await discord.answer(discord.choose(card, select?.custom_id ?? '', chosen?.value ?? ''));
  expect(textOf(answer)).toContain('23时20分');
});

it('answers who did not ask by themselves, and leaves the card as it is', async () => {
  const card = await discord.replyTo(discord.write(`<@${BOT_ID}> 末班车几点收车？`));
  const answer = await discord.answer(discord.click(card, idOf(card, '月城'), { user: '777' }));
  expect(answer.id).not.toBe(card.id);
  expect(textOf(answer)).toContain('21时40分');
  expect(textOf(card)).toContain('哪一篇');
});

it('says so where the article has changed, or the card has no question', async () => {
  const card = await discord.replyTo(discord.write(`<@${BOT_ID}> 末班车几点收车？`));
  const stale = idOf(card, '月城').replace('hash-yue', 'hash-old');
  expect(textOf(await discord.answer(discord.click(card, stale)))).toContain('已经更新');
  const bare = { ...card, components: [] };
  expect(textOf(await discord.answer(discord.click(bare, idOf(card, '月城'))))).toContain('已失效');
});

it('understands the title when it is written instead', async () => {
  await discord.replyTo(discord.write(`<@${BOT_ID}> 末班车几点收车？`));
  const answer = await discord.replyTo(discord.write(`<@${BOT_ID}> 海城`));
  expect(textOf(answer)).toContain('20时50分');
  expect(textOf(await discord.replyTo(discord.write(`<@${BOT_ID}> 末班车几点收车？`)))).toContain('20时50分');
});
