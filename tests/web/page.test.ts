import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/build.js';
import type { Locale } from '../../src/chat/locale.ts';
import { openPictures } from '../../src/picture/picture.ts';
import { textsIn } from '../../src/web/site/texts/texts.ts';
import { two } from '../commands/run.ts';
import { engineHere } from '../discord/stand-in/engine-here.ts';
import {
  barriers,
  type Chromium,
  hasNoChromium,
  overflow,
  startChromium,
  type View,
  type WatchedPage,
} from './chromium.ts';
import { type Served, servePage } from './served.ts';

const BRIDGE = `江城大桥今日通车
2024-03-02 来源：江城日报
江城大桥今天正式通车。大桥全长一千二百米，连接两岸的新区与老城。
市长王明说，大桥的建设用了三年，比计划的时间短了半年。
相关阅读`;

describe.skipIf(hasNoChromium())('the page to try the bot on', () => {
  let chromium: Chromium;
  let folder: string;
  let served: Served;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wenzhai-site-'));
    await buildSite(folder);
    [served, chromium] = await Promise.all([servePage({ site: folder }), startChromium()]);
  });
  afterAll(async () => {
    await chromium.close();
    served.close();
    rmSync(folder, { recursive: true });
  });

  /** The page as somebody sees it who has opened the link, once the bot has said something. */
  async function open(view: Partial<View> = {}): Promise<WatchedPage> {
    const watched = await chromium.open({ width: 390, theme: 'light', ...view }, served.link.origin);
    watched.page.setDefaultTimeout(10_000);
    await watched.page.goto(served.link.href);
    await watched.page.locator('.discord-message').waitFor();
    return watched;
  }

  /** What a page must never do, whatever is done with it, by day and by night. */
  async function expectSound({ page, outside, errors }: WatchedPage): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect({ barriers: await barriers(page), outside, errors, overflow: await overflow(page) }).toEqual({
        barriers: [],
        outside: [],
        errors: [],
        overflow: 0,
      });
    }
  }

  test.each<[Locale, string]>([
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-HK'],
    ['en', 'fr'],
  ])('in %s one asks, taps, checks a claim, reads and quotes', async (locale, browser) => {
    const texts = textsIn(locale);
    const watched = await open({ locale: browser });
    const { page } = watched;
    const answers = page.locator('.answer');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
    expect(await page.locator('.introduction').innerText()).toContain('汇音聚符共奏和谐曲');
    expect(page.url()).toBe(`${served.link.origin}/`);
    // Three questions are there to be tapped, and the first is answered in the article's words.
    expect(await answers.getByRole('button', { name: /[？?]$/ }).count()).toBeGreaterThanOrEqual(3);
    await answers
      .getByRole('button', { name: /[？?]$/ })
      .first()
      .click();
    await answers
      .nth(1)
      .getByText(/§\d¶\d/)
      .first()
      .waitFor();
    // The words differ and the colours do not.
    if (locale === 'zh-CN') await expectSound(watched);
    expect(await overflow(page)).toBe(0);

    await page.getByRole('textbox', { name: texts.askLabel }).fill('马翠芳管多少户？');
    await page.keyboard.press('Enter');
    await answers.nth(2).getByText(/408/).first().waitFor();
    // A way on moves the card in its place.
    const before = await answers.nth(2).innerText();
    await answers.nth(2).getByRole('button', { name: '▶' }).click();
    await expect.poll(() => answers.nth(2).innerText()).not.toBe(before);
    expect(await answers.count()).toBe(3);

    await page.getByRole('radio', { name: texts.checks }).check();
    await page.getByRole('textbox', { name: texts.checkLabel }).fill('马翠芳管了508户');
    await page.getByRole('button', { name: texts.checkButton, exact: true }).click();
    await answers.nth(3).locator('s').first().waitFor();
    expect(await answers.nth(3).innerText()).toContain('§2¶');

    await page.getByRole('button', { name: texts.views.article, exact: true }).click();
    await page.getByRole('button', { name: texts.quote('§2¶1'), exact: true }).click();
    await answers.nth(4).getByText('马翠芳').first().waitFor();
    expect(await page.locator('.asked').last().innerText()).toContain('/quote 2.1');
    // What had the focus is not seen any more.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('log');
    expect([watched.outside, watched.errors]).toEqual([[], []]);
    await watched.close();
  });

  test('a quotation becomes a picture, of either shape', async () => {
    const draw = await openPictures();
    const drawing = await servePage({ site: folder, pictures: { draw: async (picture) => draw(picture) } });
    const watched = await chromium.open({ width: 390, theme: 'light' }, drawing.link.origin);
    const { page } = watched;
    page.setDefaultTimeout(10_000);
    await page.goto(drawing.link.href);
    await page.locator('.discord-message').waitFor();
    await page.getByLabel('你的问题').fill('/quote 2.1');
    await page.keyboard.press('Enter');
    const answers = page.locator('.answer');
    await answers.nth(1).getByRole('button', { name: '图片' }).click();
    const shown = answers.nth(2).getByRole('img', { name: /408户、1248人/ });
    const size = () => shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
    await expect.poll(size).toEqual([1_200, 630]);
    await expectSound(watched);
    await answers.nth(2).getByRole('button', { name: '方形' }).click();
    await expect.poll(size).toEqual([1_200, 1_200]);
    expect(await answers.count()).toBe(3);
    await expectSound(watched);
    await watched.close();
    drawing.close();
  });

  test('every change says what stood there, what it became, and why', async () => {
    const watched = await open({ width: 1280 });
    const { page } = watched;
    await page.getByRole('tab', { name: /^改动 1,\d{3}$/ }).click();
    const changes = page.locator('.original .change');
    const seed = readFileSync(new URL('../../seeds/jinchang.txt', import.meta.url), 'utf8');
    expect(await changes.count()).toBeGreaterThan(1_000);
    const text = (await page.locator('.original').textContent()) ?? '';
    expect(text.replace(/\s/g, '')).toBe(seed.replace(/[\s\ufeff]/g, ''));
    await page.locator('.change.repair', { hasText: '(gòu)' }).first().click();
    const detail = page.locator('.detail');
    expect(await detail.innerText()).toMatch(/原来\s*\(gòu\)\s*改成\s*（删去）\s*原因\s*混进正文的拼音注音/);
    // The arrows lead on, within one reason if one is chosen.
    await page.getByText('按原因看').click();
    await page.locator('.reasons').getByText('来源、日期、作者').click();
    expect(await detail.innerText()).toMatch(/移除\s*2021年11月23日09:21[\s\S]*第 1 处/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => detail.innerText()).toContain('第 2 处');
    await page.keyboard.press('Escape');
    expect(await detail.count()).toBe(0);
    await watched.close();
  });

  test('a file is dropped, a text is pasted, and each is talked about', async () => {
    const watched = await open({ width: 1280 });
    const { page } = watched;
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], '大桥.txt'));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, BRIDGE);
    await page.getByRole('heading', { name: '江城大桥今日通车' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.locator('.answer').getByRole('button', { name: '大桥全长多少米？' }).click();
    await page.locator('.answer').nth(1).getByText('一千二百米').first().waitFor();
    // Where an answer stands is to be seen in the article beside it.
    expect(await page.locator('.reading .cited').innerText()).toContain('大桥全长一千二百米');
    await page.getByRole('tab', { name: '改动 2' }).click();
    await page.locator('.change.removal').nth(1).click();
    expect(await page.locator('.detail').innerText()).toContain('相关阅读');
    await expectSound(watched);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectSound(watched);

    await page.getByRole('button', { name: '换一篇' }).click();
    await expectSound(watched);
    await page.setViewportSize({ width: 1280, height: 844 });
    await page.getByLabel('粘贴文章的文字').fill(BRIDGE.replaceAll('大桥', '隧道'));
    await page.getByRole('button', { name: '读这段文字' }).click();
    await page.getByRole('heading', { name: '江城隧道今日通车' }).waitFor();
    await page.getByLabel('选一篇文章').selectOption({ label: '《汇音聚符共奏和谐曲》' });
    await page.getByRole('heading', { name: '汇音聚符共奏和谐曲' }).waitFor();
    await page.locator('.answer').getByRole('button', { name: '马翠芳是谁？' }).waitFor();
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  test('of several files that are dropped each is read, and what is no article is named', async () => {
    const watched = await open();
    const { page } = watched;
    await page.evaluate((text) => {
      const data = new DataTransfer();
      for (const [name, words] of [
        ['大桥.txt', text],
        ['空.txt', ''],
        ['隧道.txt', text.replaceAll('大桥', '隧道')],
      ] as const)
        data.items.add(new File([words], name));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, BRIDGE);
    await page.getByRole('dialog').getByText('有 1 个文件读不成文章：').waitFor();
    expect(await page.locator('.refused li').allInnerTexts()).toEqual(['空.txt 它是空的。']);
    expect([await barriers(page), await overflow(page)]).toEqual([[], 0]);
    await page.getByRole('button', { name: '关闭' }).click();
    await page.getByRole('heading', { name: '江城大桥今日通车' }).waitFor();
    await page.getByLabel('选一篇文章').selectOption({ label: '《江城隧道今日通车》' });
    await page.getByRole('heading', { name: '江城隧道今日通车' }).waitFor();
    await watched.close();
  });

  test('the keyboard is enough', async () => {
    const watched = await open();
    const { page } = watched;
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('words');
    await page.keyboard.type('网格是什么？');
    await page.keyboard.press('Shift+Enter');
    expect(await page.locator('.asked').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.locator('.answer').nth(1).waitFor();
    // A card that a button has moved keeps the focus.
    await page.locator('.answer').nth(1).getByRole('button', { name: '▶' }).focus();
    const before = await page.locator('.answer').nth(1).innerText();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.answer').nth(1).innerText()).not.toBe(before);
    expect(await page.evaluate(() => document.activeElement?.closest('.answer') !== null)).toBe(true);
    await page.getByRole('button', { name: '放一篇进来' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('放一篇进来');
    await watched.close();
  });

  test('the language is switched, and two tabs talk apart', async () => {
    const watched = await open({ locale: 'en' });
    const { page } = watched;
    await page.getByLabel('Language').selectOption('繁體中文');
    await page.getByPlaceholder('問這篇文章一個問題').waitFor();
    await page.locator('.answer').getByText('請針對文章提一個問題').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-TW');
    const other = await page.context().newPage();
    await other.goto(served.link.origin);
    await other.getByPlaceholder('問這篇文章一個問題').fill('網格是什麼？');
    await other.keyboard.press('Enter');
    await other.locator('.answer').nth(1).waitFor();
    expect(await page.locator('.answer').count()).toBe(1);
    await watched.close();
  });

  test('of several articles an address says which', async () => {
    const several = await servePage({ site: folder, engine: engineHere(() => two) });
    const watched = await chromium.open({ width: 1280, theme: 'light' }, several.link.origin);
    const { page } = watched;
    page.setDefaultTimeout(10_000);
    await page.goto(several.link.href);
    await page.getByLabel('选一篇文章').selectOption({ label: '《汇音聚符共奏和谐曲》' });
    await page.getByRole('button', { name: '引用 §2¶1', exact: true }).click();
    await page.locator('.answer').nth(1).getByText('马翠芳').first().waitFor();
    expect(await page.locator('.asked').innerText()).toContain('/quote jinchang§2¶1');
    expect(await page.locator('.reading .cited').innerText()).toContain('马翠芳');
    // Its file is not in the folder.
    await page.getByLabel('选一篇文章').selectOption({ label: '《舊港口改建為市民公園》' });
    await page.getByText('找不到了').waitFor();
    await watched.close();
    several.close();
  });

  test('what goes wrong is said, and can be tried again', async () => {
    const watched = await open();
    const { page } = watched;
    await page.getByRole('button', { name: '放一篇进来' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
    await page.getByRole('alert').getByText('这个读不成一篇文章').waitFor();
    await page.keyboard.press('Escape');
    await page.route('**/api/say', (route) => route.abort(), { times: 1 });
    await page.getByLabel('你的问题').fill('网格是什么？');
    await page.keyboard.press('Enter');
    await page.getByText('没有回应').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.locator('.answer').nth(1).getByText('网格').first().waitFor();
    expect(await page.getByText('没有回应').count()).toBe(0);
    await page.context().clearCookies();
    await page.getByLabel('你的问题').fill('网格是什么？');
    await page.keyboard.press('Enter');
    await page.getByText('请从终端里显示的链接重新打开').waitFor();
    await page.reload();
    await page.getByText('请从终端里显示的链接打开').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(watched.errors.join()).not.toMatch(/policy/i);
    await watched.close();
  });
});
