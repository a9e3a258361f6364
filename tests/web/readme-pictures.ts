import { rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { textsIn } from '../../src/web/site/texts/texts.ts';
import { startInTerminal } from '../console/recording/own-terminal.ts';
import { startChromium, type View } from './chromium.ts';

/**
 * Makes the README's pictures anew, `npm run pictures`: of the page that `npm start` serves, and of a quotation. Needs
 * Chromium with Chinese fonts, and `script` of util-linux.
 */

const THEMES = ['light', 'dark'] as const;
/** 1280 pixels across, in letters that can still be read where the README is 830 wide. */
const DESKTOP = { width: 1024, height: 800, scale: 1.25 };
const PHONE = { width: 390, height: 680, scale: 1.5 };
const QUESTION = '马翠芳管多少户？';
const CLAIM = '金昌市被确定为全国第2期市域社会治理现代化试点城市';
const texts = textsIn('zh-CN');

const terminal = startInTerminal('npm start', { rows: 40, columns: 100 });
const shown = await terminal.shows('文摘 > ');
const link = new URL(/http:\S+/.exec(shown)?.[0] ?? '');
const chromium = await startChromium();
try {
  for (const theme of THEMES) {
    await photograph(`page-${theme}`, { ...DESKTOP, theme }, ask);
    await photograph(`claim-on-a-phone-${theme}`, { ...PHONE, theme }, check);
  }
  // None is written over.
  rmSync(pathOf('quotation'), { force: true });
  terminal.type('/quote 2.1\r');
  await terminal.shows('文摘 > ', 2);
  terminal.type(`/picture ${pathOf('quotation')}\r`);
  await terminal.shows('文摘 > ', 3);
} finally {
  await chromium.close();
  await terminal.end();
}

async function photograph(name: string, view: View, act: (page: Page) => Promise<void>): Promise<void> {
  const { page, close } = await chromium.open(view, link.origin);
  await page.goto(link.href);
  await page.locator('.discord-message').waitFor();
  await act(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: pathOf(name), animations: 'disabled', caret: 'hide' });
  await close();
  console.log(`${name}.png: ${Math.ceil(statSync(pathOf(name)).size / 1024)} kB`);
}

async function ask(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: texts.askLabel }).fill(QUESTION);
  await page.keyboard.press('Enter');
  await page.locator('.answer').nth(1).getByText('408').first().waitFor();
  await page.locator('.reading .cited').waitFor();
  await leave(page);
}

async function check(page: Page): Promise<void> {
  await page.getByRole('radio', { name: texts.checks }).check();
  await page.getByRole('textbox', { name: texts.checkLabel }).fill(CLAIM);
  await page.getByRole('button', { name: texts.checkButton, exact: true }).click();
  await page.locator('.answer').nth(1).locator('s').first().waitFor();
  await leave(page);
}

/** Nothing is in somebody's hand, and all movement is over. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.waitForTimeout(600);
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(`pictures/${name}.png`, import.meta.url));
}
