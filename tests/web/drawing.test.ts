import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/chat/locale.ts';
import { CHINESE } from '../discord/stand-in/long-articles.ts';
import { jinchang } from '../sample-articles.ts';
import { barriers, hasNoChromium, overflow } from './chromium.ts';
import { type Drawings, PHONE, startDrawing, VIEWS } from './drawing/looking.ts';
import type { DrawnMessage } from './drawing/page.tsx';
import { longScenes, mainScenes, otherScenes, play } from './drawing/scenes.ts';
import { linesOf, told } from './drawing/told.ts';
import { withBot } from './drawing/with-bot.ts';

describe.skipIf(hasNoChromium())('what the bot sends, on the page', () => {
  let drawings: Drawings;
  let sent: readonly DrawnMessage[];
  beforeAll(async () => {
    [drawings, sent] = await Promise.all([startDrawing(), everythingSent()]);
  }, 60_000);
  afterAll(() => drawings?.close());

  test.each(VIEWS)('everything that the bot sends fits: $width, $theme', async (view) => {
    await drawings.look(view, sent, async ({ page }) => {
      expect(await overflow(page)).toBe(0);
    });
  });

  test.each([
    ['zh-CN', PHONE],
    ['en', { width: 1280, theme: 'dark' }],
  ] as const)('nobody is kept out of it: %s', async (language, view) => {
    const some = sent.filter(({ locale }) => locale === language);
    await drawings.look(view, some, async ({ page }) => {
      expect(await barriers(page)).toEqual([]);
    });
  });

  test('every text is there, word for word', async () => {
    await drawings.look(PHONE, sent, async ({ page }) => {
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll('article')].map((message) =>
          [...message.querySelectorAll<HTMLElement>('.discord-text')].map((text) => text.innerText),
        ),
      );
      expect(shown.map((texts) => texts.map(linesOf))).toEqual(sent.map((message) => told(message).texts));
      expect(shown.flat().length).toBeGreaterThan(200);
    });
  });

  test('every control has its words, and tells its id when it is used', async () => {
    await drawings.look(PHONE, sent, async ({ page }) => {
      const controls = sent.flatMap((message) => told(message).controls);
      const shown = await page.evaluate(() => {
        const all = [...document.querySelectorAll<HTMLElement>('article .discord-button, article [role=combobox]')];
        // A link would lead away.
        for (const control of all) if (control instanceof HTMLButtonElement) control.click();
        for (const list of document.querySelectorAll<HTMLElement>('[role=listbox]'))
          list.querySelector<HTMLElement>('[role=option]')?.click();
        return all.map((control) => control.innerText.trim());
      });
      expect(shown).toEqual(controls.map(({ label }) => label));
      const uses = await page.evaluate(() => window.uses);
      const usable = controls.filter(({ customId, isDisabled }) => customId !== undefined && !isDisabled);
      const inTurn = [...usable.filter(({ isSelect }) => !isSelect), ...usable.filter(({ isSelect }) => isSelect)];
      expect(uses.map(({ customId }) => customId)).toEqual(inTurn.map(({ customId }) => customId));
      expect(uses.length).toBeGreaterThan(100);
    });
  });

  test('the keyboard comes to every control in the order of reading, and uses it', async () => {
    const card = sent.filter(({ title, locale }) => title === 'answer' && locale === 'zh-CN');
    await drawings.look(PHONE, card, async ({ page }) => {
      const controls = card.flatMap((message) => told(message).controls).filter(({ isDisabled }) => !isDisabled);
      for (const { isSelect } of controls) {
        await page.keyboard.press('Tab');
        if (!isSelect) await page.keyboard.press('Enter');
        else for (const key of ['Enter', 'ArrowDown', 'Home', 'Enter']) await page.keyboard.press(key);
      }
      const uses = await page.evaluate(() => window.uses);
      expect(uses.map(({ customId }) => customId)).toEqual(controls.map(({ customId }) => customId));
      expect(controls.some(({ isSelect }) => isSelect)).toBe(true);
    });
  });
});

/** What goes out for everything that people do, and the longest of it. */
async function everythingSent(): Promise<DrawnMessage[]> {
  const overSeed = await withBot([jinchang()], async (discord) => {
    const all: DrawnMessage[] = [];
    for (const locale of LOCALES) {
      all.push(...(await play(discord, locale, { ...mainScenes(locale), ...otherScenes(locale) })));
    }
    return all;
  });
  const overLong = await withBot([CHINESE], (discord) => play(discord, 'en', longScenes(CHINESE)));
  return [...overSeed, ...overLong];
}
