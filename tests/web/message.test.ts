import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, hasNoChromium, overflow } from './chromium.ts';
import { type Drawings, PHONE, startDrawing, VIEWS } from './drawing/looking.ts';
import type { DrawnMessage } from './drawing/page.tsx';
import { EVERYTHING, EVERYTHING_NAMES, HOSTILE, SELECT } from './drawing/payloads.ts';

describe.skipIf(hasNoChromium())('a message on the page', () => {
  let drawings: Drawings;
  beforeAll(async () => {
    drawings = await startDrawing();
  });
  afterAll(() => drawings?.close());

  const one = (body: DrawnMessage['body'], rest: Partial<DrawnMessage> = {}): DrawnMessage[] => [
    { title: 'one', locale: 'zh-CN', files: [], body, ...rest },
  ];

  test('a list of choices opens below its box, closes without a choice, and is left by Tab', async () => {
    await drawings.look(PHONE, one({ components: [{ type: 1, components: [SELECT] }] }), async ({ page }) => {
      const box = page.getByRole('combobox', { name: '跳到……' });
      await box.focus();
      await page.keyboard.press('ArrowDown');
      expect(await page.getByRole('option').allInnerTexts()).toEqual(['第一节\n六段', '第二节']);
      await page.keyboard.press('ArrowDown');
      const active = await box.getAttribute('aria-activedescendant');
      expect(await page.locator(`[id="${active}"]`).innerText()).toBe('第二节');
      await page.keyboard.press('Escape');
      expect(await page.getByRole('option').count()).toBe(0);
      await page.keyboard.press(' ');
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press('Tab');
      expect(await box.getAttribute('aria-expanded')).toBe('false');
      expect(await page.evaluate(() => window.uses)).toEqual([]);
      await box.click();
      await page.getByRole('option', { name: '第二节' }).click();
      expect(await page.evaluate(() => window.uses)).toEqual([{ customId: 'go', values: ['2'] }]);
      expect(await box.innerText()).toBe('第二节');
    });
  });

  test('a card that is changed keeps the focus where it was, and no choice', async () => {
    const card = (label: string) =>
      one({
        components: [
          { type: 1, components: [{ type: 2, style: 2, label, custom_id: label }] },
          { type: 1, components: [SELECT] },
        ],
      });
    await drawings.look(PHONE, card('下一段'), async ({ page, change }) => {
      await page.getByRole('combobox').click();
      await page.getByRole('option', { name: '第二节' }).click();
      await page.getByRole('button', { name: '下一段' }).focus();
      await change(card('再下一段'));
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('再下一段');
      expect(await page.getByRole('combobox').innerText()).toBe('跳到……');
    });
  });

  test('where several may be chosen they are told when the list is closed', async () => {
    const select = { ...SELECT, max_values: 2 };
    await drawings.look(PHONE, one({ components: [{ type: 1, components: [select] }] }), async ({ page }) => {
      const box = page.getByRole('combobox');
      await box.click();
      await page.getByRole('option').nth(1).click();
      await page.getByRole('option').nth(0).click();
      expect(await page.evaluate(() => window.uses)).toEqual([]);
      await page.getByRole('heading', { level: 1 }).click();
      expect(await page.evaluate(() => window.uses)).toEqual([{ customId: 'go', values: ['2', '1'] }]);
    });
  });

  test('hidden words are shown when they are asked for, by keyboard too', async () => {
    const body = { content: '她管辖||四百零八户||，||共八栋||。' };
    await drawings.look(PHONE, one(body), async ({ page }) => {
      const text = page.locator('.discord-text');
      const hidden = page.getByRole('button', { name: '隐藏内容，点击显示' });
      expect(await hidden.count()).toBe(2);
      expect(await text.ariaSnapshot()).not.toContain('四百');
      await hidden.first().click();
      await page.keyboard.press('Tab');
      await hidden.press('Enter');
      expect(await hidden.count()).toBe(0);
      expect(await text.ariaSnapshot()).toContain('她管辖四百零八户，共八栋。');
    });
  });

  test.each(VIEWS)('whatever else a message may have is drawn: $width, $theme', async (view) => {
    await drawings.look(view, EVERYTHING, async ({ page }) => {
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      const names = await page.evaluate(() =>
        [...document.querySelectorAll('article :is(button, a)')].map(
          (control) => control.getAttribute('aria-label') ?? control.textContent,
        ),
      );
      expect(names).toEqual(EVERYTHING_NAMES);
      expect(await page.getByText('只有你能看到这条消息').count()).toBe(1);
      expect(await page.getByRole('img', { name: '一张图' }).count()).toBe(1);
      expect(await page.locator('.discord-time').allInnerTexts()).toEqual(['2021年4月21日 05:20', '2021年4月21日']);
    });
  });

  test('a file is kept in the page, whatever is in it', async () => {
    const files = [{ name: 'quotation.txt', text: `金昌\n\ud800 100% #` }];
    const body = { components: [{ type: 13, file: { url: 'attachment://quotation.txt' } }] };
    await drawings.look(PHONE, one(body, { files }), async ({ page }) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link').click()]);
      expect(download.suggestedFilename()).toBe('quotation.txt');
      expect(readFileSync(await download.path(), 'utf8')).toBe('金昌\n\ufffd 100% #');
    });
  });

  test('a picture that came with the message is shown, and one that did not is told of', async () => {
    const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const items = ['quotation.png', 'other.png'].map((name) => ({
      media: { url: `attachment://${name}` },
      description: `金昌的${name}`,
    }));
    const files = [{ name: 'quotation.png', base64: dot }];
    await drawings.look(PHONE, one({ components: [{ type: 12, items }] }, { files }), async ({ page, outside }) => {
      const shown = page.getByRole('img', { name: '金昌的quotation.png' });
      await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
      expect(await page.getByRole('img', { name: '金昌的other.png' }).innerText()).toContain('other.png');
      expect([await page.locator('article img').count(), outside]).toEqual([1, []]);
      expect(await barriers(page)).toEqual([]);
    });
  });

  test('nothing of a hostile message becomes more than text', async () => {
    await drawings.look(PHONE, one(HOSTILE, { files: [{ name: '<b>x</b>', text: 'x' }] }), async ({ page }) => {
      expect(await overflow(page)).toBe(0);
      const made = await page.evaluate(() => ({
        elements: document.querySelectorAll('article :is(script, img, iframe, object, b, form, style, base)').length,
        handlers: [...document.querySelectorAll('article *')].flatMap((element) =>
          [...element.attributes].filter(({ name }) => name.startsWith('on')),
        ).length,
        addresses: [...document.querySelectorAll<HTMLAnchorElement>('article a')].map(({ protocol }) => protocol),
        isHurt: 'hurt' in window,
      }));
      expect(made).toEqual({ elements: 0, handlers: 0, addresses: ['https:'], isHurt: false });
      const text = await page.locator('article').innerText();
      for (const word of ['<script>', '<img src=x', '[x](javascript:']) expect(text).toContain(word);
    });
  });

  test('headings follow each other without a gap, whichever the message uses', async () => {
    const body = { flags: 32_768, components: [{ type: 10, content: '### 三\n# 一\n> ### 引' }] };
    await drawings.look(PHONE, one(body), async ({ page }) => {
      const levels = await page.evaluate(() =>
        [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => h.tagName),
      );
      expect(levels).toEqual(['H1', 'H2', 'H3', 'H5', 'H4', 'H5']);
    });
  });

  test('what is Chinese says so in an English message', async () => {
    const body = { components: [{ type: 10, content: '### 金昌\nIt says:\n> 她管辖着所在小区。' }] };
    await drawings.look(PHONE, one(body, { locale: 'en' }), async ({ page }) => {
      const languages = await page.evaluate(() =>
        [...document.querySelectorAll('h4, .discord-text p')].map((text) =>
          text.closest('[lang]')?.getAttribute('lang'),
        ),
      );
      expect(languages).toEqual(['zh', 'en', 'zh']);
    });
  });
});
