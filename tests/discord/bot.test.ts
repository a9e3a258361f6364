import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { unescapeMarkdown } from '../../src/discord/escape.ts';
import { GRID, RIVER } from './stand-in/articles.ts';
import { botForAll } from './stand-in/bot-for-all.ts';
import { BOT_ID, OTHER_USER_ID, USER_ID } from './stand-in/ids.ts';
import { controlsOf, textOf } from './stand-in/reading.ts';
import { type Running, runBot } from './stand-in/running-bot.ts';

let running: Running;
botForAll((bot) => {
  running = bot;
});

describe('commands', () => {
  test('a question is answered with the passage, the answering sentence bold, and the citation', async () => {
    const { discord } = running;
    const message = await discord.answer(discord.slash('ask', { question: '赵敏负责多少户？' }));
    const text = unescapeMarkdown(textOf(message));
    expect(text).toContain('**42岁的赵敏是昌盛社区的一名网格员，她负责6栋楼，共有312户、978人。**每天早上八点');
    expect(text).toContain('《小网格托起大民生》 · 河西日报');
    expect(text).toContain('§2¶1');
    expect(message.flags & 64).toBe(0);
  });

  test('the private option and refusals show to the one who asked alone', async () => {
    const { discord } = running;
    const asked = await discord.answer(discord.slash('ask', { question: '赵敏负责多少户？', private: true }));
    const refused = await discord.answer(discord.slash('ask', { question: '明天股市会涨吗？' }));
    expect([asked.flags & 64, refused.flags & 64]).toEqual([64, 64]);
  });

  test('a question that is offered is asked with a tap', async () => {
    const { discord } = running;
    for (const question of ['明天股市会涨吗？', '？']) {
      const card = await discord.answer(discord.slash('ask', { question }));
      const offered = controlsOf(card).filter(({ custom_id = '' }) => custom_id.startsWith('1:ask:'));
      expect(offered.length).toBeGreaterThanOrEqual(2);
      const tapped = await discord.answer(discord.click(card, offered[0]?.custom_id ?? ''));
      expect(textOf(tapped)).toContain('《小网格托起大民生》');
    }
    const heard = await discord.replyTo(discord.write(`<@${BOT_ID}> 明天股市会涨吗？`));
    const tapped = await discord.answer(discord.click(heard, controlsOf(heard)[0]?.custom_id ?? ''));
    expect(textOf(tapped)).toContain('《小网格托起大民生》');
  });

  test('every command answers in the language of the client', async () => {
    const { discord } = running;
    const contents = await discord.answer(discord.slash('section', {}, { locale: 'en-GB' }));
    expect(textOf(contents)).toContain('paragraphs');
    const about = await discord.answer(discord.slash('about', {}, { locale: 'zh-TW' }));
    expect(textOf(about)).toContain('來源');
    const quote = await discord.answer(discord.slash('quote', { passage: '2.4' }));
    expect(unescapeMarkdown(textOf(quote))).toContain(
      '请勿点击 https://discord.gg/abc 或 <@123>，*这里* 的 _符号_ 和 `代码` 都是原文。',
    );
    const found = await discord.answer(discord.useOnMessage('Find in article', '共有312户、978人'));
    expect(textOf(found)).toContain('§2¶1');
    expect(found.flags & 64).toBe(64);
  });

  test('many words of a message that are checked are all shown, each with where it is from, and lead there', async () => {
    const { discord } = running;
    const words = [
      '初冬的清晨，河西新区的街道已经热闹起来。',
      '由王建国担任组长。',
      '领导小组每月召开一次会议',
      '全区共有12个社区、86个网格',
      '她负责6栋楼，共有312户、978人。',
      '一天最多要跑四十趟。',
      '外星人昨天来到新区旅游。',
      '建成智慧养老服务中心3个',
    ];
    const card = await discord.answer(discord.useOnMessage('Find in article', words.map((one) => `“${one}”`).join('')));
    const text = textOf(card);
    expect(text).toContain('核对了 8 段：7 段分别是原话；1 段没有相近的原文。');
    for (const one of words) expect(text).toContain(one);
    expect(text.match(/是原话 · §/g)).toHaveLength(7);
    expect(text.match(/《小网格托起大民生》/g)).toHaveLength(1);
    const labels = controlsOf(card).map(({ label }) => label);
    expect(labels).toEqual(['§0¶1', '§1¶1', '§1¶2', '§2¶1', '§2¶2'].map((address) => `打开 ${address}`));
    await discord.answer(discord.click(card, controlsOf(card)[4]?.custom_id ?? ''));
    expect(textOf(card)).toContain('疫情期间，赵敏为行动不便的老人代买药品和蔬菜');
  });

  test('suggestions come while typing', async () => {
    const { discord } = running;
    const choices = await discord.suggestions(discord.type('section', 'section', ''));
    expect(choices.map(({ name }) => name)).toEqual(['§0 导语', '§1 党建引领筑基石', '§2 精准服务暖民心']);
  });
});

describe('buttons', () => {
  test('move the card of the one who asked, and answer everybody else privately', async () => {
    const { discord } = running;
    const card = await discord.answer(discord.slash('ask', { question: '赵敏负责多少户？' }));
    const next = controlsOf(card).find(({ label }) => label?.includes('下一段'));
    const before = textOf(card);
    const foreign = await discord.answer(discord.click(card, next?.custom_id ?? '', { user: OTHER_USER_ID }));
    expect(foreign.id).not.toBe(card.id);
    expect(foreign.flags & 64).toBe(64);
    expect(textOf(card)).toBe(before);
    await discord.answer(discord.click(card, next?.custom_id ?? ''));
    expect(textOf(card)).toContain('一天最多要跑四十趟');
  });

  test('copy gives plain text, post makes a private card public, delete takes it away', async () => {
    const { discord } = running;
    const card = await discord.answer(discord.slash('ask', { question: '赵敏负责多少户？', private: true }));
    const post = controlsOf(card).find(({ custom_id }) => custom_id?.includes(':post:'));
    const posted = await discord.answer(discord.click(card, post?.custom_id ?? ''));
    expect(posted.flags & 64).toBe(0);
    expect(unescapeMarkdown(textOf(posted))).toContain('**42岁的赵敏');
    const copy = controlsOf(posted).find(({ custom_id }) => custom_id?.includes(':copy:'));
    const copied = await discord.answer(discord.click(posted, copy?.custom_id ?? '', { user: OTHER_USER_ID }));
    expect(textOf(copied)).toContain('```\n42岁的赵敏是昌盛社区的一名网格员');
    expect(copied.flags & 64).toBe(64);
    const converted = { user: OTHER_USER_ID, locale: 'zh-TW' };
    const published = await discord.answer(discord.click(posted, copy?.custom_id ?? '', converted));
    expect(textOf(published)).toContain('（原文，簡體）：\n```\n42岁的赵敏');
    expect(textOf(copied)).not.toContain('原文，');
    const remove = controlsOf(posted).find(({ custom_id }) => custom_id?.includes(':delete:'));
    await discord.answer(discord.click(posted, remove?.custom_id ?? '', { user: OTHER_USER_ID }));
    expect(posted.isDeleted).toBe(false);
    const manager = { user: OTHER_USER_ID, permissions: String(1 << 13) };
    await discord.answer(discord.click(posted, remove?.custom_id ?? '', manager));
    await discord.until(() => posted.isDeleted);
  });

  test.each([
    ['', '按钮已失效'],
    ['hello', '按钮已失效'],
    ['0:passage:a1b2c3d4e5f6:2:1:0:5:0', '按钮已失效'],
    ['1:passage:a1b2c3d4e5f6:99:1:0:5:0', '文章已经更新'],
    ['1:passage:deadbeef:2:1:0:5:0', '文章已经更新'],
    ['1:explode:a1b2c3d4e5f6:2:1:0:5:0', '按钮已失效'],
  ])('a forged or stale id gets a friendly private answer: %s', async (custom_id, words) => {
    const { discord } = running;
    const card = await discord.answer(discord.slash('about'));
    const before = textOf(card);
    const answer = await discord.answer(discord.click(card, custom_id, { user: USER_ID }));
    expect(textOf(answer)).toContain(words);
    expect(answer.flags & 64).toBe(64);
    expect(textOf(card)).toBe(before);
  });

  test('the contents open each of their sections, the ones of a card that is private too', async () => {
    const { discord } = running;
    for (const flag of [true, false]) {
      const card = await discord.answer(discord.slash('section', { private: flag }));
      const [, , third] = controlsOf(card).filter(({ label }) => label === '打开');
      await discord.answer(discord.click(card, third?.custom_id ?? ''));
      expect(textOf(card)).toContain('一天最多要跑四十趟');
      expect(card.flags & 64).toBe(flag ? 64 : 0);
    }
  });

  test('a range of paragraphs is copied and posted as a whole', async () => {
    const { discord } = running;
    const quoted = await discord.answer(discord.slash('quote', { passage: '1.2-2.1', private: true }));
    const post = controlsOf(quoted).find(({ custom_id }) => custom_id?.includes(':post:'))?.custom_id ?? '';
    const posted = await discord.answer(discord.click(quoted, post));
    expect(textOf(posted)).toBe(textOf(quoted));
    const copy = controlsOf(posted).find(({ custom_id }) => custom_id?.includes(':copy:'))?.custom_id ?? '';
    const copied = textOf(await discord.answer(discord.click(posted, copy)));
    for (const words of ['全区共有12个社区', '有事找网格员', '42岁的赵敏', '§1¶2–§2¶1'])
      expect(copied).toContain(words);
  });

  test('a section leads up to the contents', async () => {
    const { discord } = running;
    const card = await discord.answer(discord.slash('section', { section: '2' }));
    const up = controlsOf(card).find(({ label }) => label === '目录');
    await discord.answer(discord.click(card, up?.custom_id ?? ''));
    expect(textOf(card)).toContain('§1　党建引领筑基石');
  });

  test('a select leads to a section', async () => {
    const { discord } = running;
    const card = await discord.answer(discord.slash('about'));
    const select = controlsOf(card).find(({ type }) => type === 3);
    const value = select?.options?.[1]?.value ?? '';
    await discord.answer(discord.choose(card, select?.custom_id ?? '', value));
    expect(textOf(card)).toContain('全区共有12个社区');
  });
});

describe('several articles', () => {
  let two: Running;
  beforeAll(async () => {
    two = await runBot({}, [GRID, RIVER]);
  });
  afterEach(() => expect(two.discord.problems).toEqual([]));
  afterAll(() => two.stop());

  test.each(['about', 'section'])('/%s lists them, and each opens by its button', async (command) => {
    const { discord } = two;
    const card = await discord.answer(discord.slash(command));
    expect(textOf(card)).toContain('一条河的重生');
    const [, button] = controlsOf(card).filter(({ label }) => label === '打开');
    await discord.answer(discord.click(card, button?.custom_id ?? ''));
    expect(textOf(card)).toContain('river§0');
  });

  test('more of them than there is room for buttons open by a select', async () => {
    const others = Array.from({ length: 14 }, (_, at) => ({ ...GRID, id: `grid${at}`, hash: `abc${at}` }));
    const { discord, stop } = await runBot({}, [RIVER, ...others]);
    const card = await discord.answer(discord.slash('about'));
    const select = controlsOf(card).find(({ type }) => type === 3);
    await discord.answer(discord.choose(card, select?.custom_id ?? '', select?.options?.[1]?.value ?? ''));
    expect(textOf(card)).toContain('grid0§0');
    expect(discord.problems).toEqual([]);
    await stop();
  });
});
