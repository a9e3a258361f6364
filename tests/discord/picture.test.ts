import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PictureDrawer } from '../../src/engine/picture-drawer.ts';
import { createLibrary } from '../../src/library/open.ts';
import { openPictures } from '../../src/picture/picture.ts';
import type { QuotedPicture } from '../../src/picture/quoted-picture.ts';
import { GRID } from './stand-in/articles.ts';
import type { StoredMessage } from './stand-in/discord-state.ts';
import { nextId, OTHER_USER_ID } from './stand-in/ids.ts';
import type { Who } from './stand-in/payloads.ts';
import { controlsOf, picturesOf, textOf } from './stand-in/reading.ts';
import { type Running, runBot } from './stand-in/running-bot.ts';

const [, , services] = GRID.sections;
const FIRST = services?.paragraphs[0] ?? '';

let running: Running;
/** What was drawn, and what happens instead where a test wants it. */
const drawn: QuotedPicture[] = [];
let instead: (() => Promise<undefined>) | undefined;

beforeAll(async () => {
  const draw = await openPictures();
  // The first question of a process holds it up, on a busy machine longer than Discord waits.
  await createLibrary([GRID]).ask('赵敏负责多少户？');
  const pictures: Pick<PictureDrawer, 'draw'> = {
    async draw(picture) {
      drawn.push(picture);
      return (await instead?.()) ?? draw(picture);
    },
  };
  running = await runBot({ pictures });
});
afterEach(() => {
  expect(running.discord.problems).toEqual([]);
  running.discord.self.user = nextId();
  instead = undefined;
});
afterAll(() => running.stop());

function buttonOf(message: StoredMessage, what: string): string {
  return controlsOf(message).find(({ label, custom_id }) => label === what || custom_id?.includes(`:${what}:`))
    ?.custom_id as string;
}

/** The message that a click brings: drawing may take so long that Discord is told first that something comes. */
async function broughtBy(card: StoredMessage, custom_id: string, who: Who = {}): Promise<StoredMessage> {
  const { discord } = running;
  const before = new Set(discord.state.messages.keys());
  const isNew = ({ id }: StoredMessage) => !before.has(id);
  discord.click(card, custom_id, who);
  const find = () => [...discord.state.messages.values()].find(isNew);
  await discord.until(() => find() !== undefined, 10_000, 'a message');
  return find() as StoredMessage;
}

/** Width and height of the picture that a message has. */
function sizeOf({ files }: StoredMessage): [number, number] {
  const bytes = Buffer.from(files[0]?.bytes ?? []);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('a picture of a quotation', () => {
  test('is shown to the one who clicks, with the quotation for whoever cannot see it', async () => {
    const { discord } = running;
    const card = await discord.answer(discord.slash('quote', { passage: '2.1' }));
    expect(controlsOf(card).map(({ label }) => label)).toContain('图片');
    const picture = await broughtBy(card, buttonOf(card, 'picture'), { user: OTHER_USER_ID });
    expect(picture.flags & 64).toBe(64);
    expect(picturesOf(picture)).toEqual([FIRST]);
    expect(picture.files.map(({ name, description }) => [name, description])).toEqual([['quotation.png', FIRST]]);
    expect(sizeOf(picture)).toEqual([1200, 630]);
    expect(textOf(picture)).toContain('《小网格托起大民生》 · 河西日报 · 2021年11月23日09:21 · §2¶1');
    expect(controlsOf(picture).map(({ label }) => label)).toEqual(['发到频道', '方形']);
    // The card is as it was.
    expect(picturesOf(card)).toEqual([]);
  });

  test('has another shape at a click, goes to the channel at another, and is copied as text', async () => {
    const { discord } = running;
    const card = await discord.answer(discord.slash('quote', { passage: '2.1-2.2', private: true }));
    const picture = await broughtBy(card, buttonOf(card, 'picture'));
    discord.click(picture, buttonOf(picture, 'reshape'));
    await discord.until(() => sizeOf(picture)[1] === 1200, 10_000);
    expect(picture.files).toHaveLength(1);
    expect(controlsOf(picture).map(({ label }) => label)).toEqual(['发到频道', '横版']);
    const posted = await broughtBy(picture, buttonOf(picture, 'post'));
    expect(posted.flags & 64).toBe(0);
    expect(sizeOf(posted)).toEqual([1200, 1200]);
    expect(picturesOf(posted)).toEqual([services?.paragraphs.slice(0, 2).join('\n')]);
    expect(controlsOf(posted).map(({ label }) => label)).toEqual(['复制', '横版', '删除']);
    const copied = await broughtBy(posted, buttonOf(posted, 'copy'), { user: OTHER_USER_ID });
    expect(textOf(copied)).toContain(`\`\`\`\n${FIRST}`);
    // What everybody sees is changed by the one who posted it alone.
    const others = await broughtBy(posted, buttonOf(posted, 'reshape'), { user: OTHER_USER_ID });
    expect([others.flags & 64, sizeOf(others)[1], sizeOf(posted)[1]]).toEqual([64, 630, 1200]);
  });

  test('of an answer sets its sentence off, in the reader’s script, and says so', async () => {
    const { discord } = running;
    const who = { locale: 'zh-TW' };
    const asked = discord.slash('ask', { question: '赵敏负责多少户？' }, who);
    await discord.answered(asked);
    const card = await discord.answer(asked);
    // The ways through the article and to other passages leave no room on the card.
    const copied = await broughtBy(card, buttonOf(card, 'copy'), who);
    const picture = await broughtBy(copied, buttonOf(copied, '圖片'), who);
    expect(picturesOf(picture)[0]).toContain('42歲的趙敏是昌盛社區的一名網格員');
    const { script, title, details, words, paragraphs } = drawn.at(-1) as QuotedPicture;
    expect([script, title, words.converted]).toEqual(['hant', '小網格托起大民生', '原文為簡體，轉為繁體字顯示']);
    expect(details).toEqual(['河西日報', '2021年11月23日09:21', '第2節第1段（§2¶1）']);
    expect(paragraphs[0]?.sentences.map(({ marked }) => marked)).toEqual([true, false]);
    expect(controlsOf(picture).map(({ label }) => label)).toEqual(['傳送到頻道', '方形']);
  });

  test('that takes long comes all the same, to the one who clicked alone', async () => {
    const { discord } = running;
    const card = await discord.answer(discord.slash('quote', { passage: '2.1' }));
    instead = () => sleep(1_000, undefined);
    const picture = await broughtBy(card, buttonOf(card, 'picture'));
    expect([picture.flags & 64, sizeOf(picture)[0]]).toEqual([64, 1200]);
    expect(picturesOf(card)).toEqual([]);
  });

  test('of a quotation stays as published, whoever reads it', async () => {
    const { discord } = running;
    for (const locale of ['zh-TW', 'en-US']) {
      const card = await discord.answer(discord.slash('quote', { passage: '2.1' }, { locale }));
      const picture = await broughtBy(card, buttonOf(card, 'picture'), { locale });
      expect(picturesOf(picture)).toEqual([FIRST]);
      expect([drawn.at(-1)?.script, drawn.at(-1)?.words.converted]).toEqual(['hans', undefined]);
    }
  });

  test('says below what there was no room for', async () => {
    const { discord } = running;
    const card = await discord.answer(discord.slash('quote', { passage: '0.1-2.4' }));
    const picture = await broughtBy(card, buttonOf(card, 'picture'));
    expect(textOf(picture)).toContain('一张图放不下全文，略去的地方图里注明了。');
    expect(picturesOf(picture)[0]).toMatch(/。\n（后略）$/);
  });

  test('that cannot be drawn leaves everything as it is, with a line for the one who clicked', async () => {
    const { discord, log } = running;
    const card = await discord.answer(discord.slash('quote', { passage: '2.1' }));
    const picture = await broughtBy(card, buttonOf(card, 'picture'));
    instead = () => Promise.reject(new Error('no more ink'));
    const told = await broughtBy(picture, buttonOf(picture, 'reshape'));
    expect([told.flags & 64, textOf(told)]).toEqual([64, '图片没有画成，请稍后再试。']);
    expect(sizeOf(picture)).toEqual([1200, 630]);
    expect(log.records.at(-1)).toMatchObject({ level: 'warn', event: 'a picture could not be drawn' });
  });

  test('of an article that has changed since is none', async () => {
    const { discord } = running;
    const card = await discord.answer(discord.slash('quote', { passage: '2.1' }));
    const old = buttonOf(card, 'picture').replace(GRID.hash, 'f0f0f0f0f0f0');
    const told = await discord.answer(discord.click(card, old));
    expect(textOf(told)).toContain('文章已经更新');
  });
});

test('where nothing can draw there are no buttons for pictures, and old ones say so', async () => {
  const without = await runBot();
  const { discord } = without;
  const card = await discord.answer(discord.slash('quote', { passage: '2.1' }));
  expect(controlsOf(card).map(({ label }) => label)).not.toContain('图片');
  const old = `1:picture:${GRID.hash}:2:1:q1l:${discord.self.user}:2`;
  const told = await discord.answer(discord.click(card, old));
  expect(textOf(told)).toBe('图片没有画成，请稍后再试。');
  expect(discord.problems).toEqual([]);
  await without.stop();
});
