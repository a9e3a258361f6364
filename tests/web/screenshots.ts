import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LOCALES } from '../../src/chat/locale.ts';
import { jinchang } from '../sample-articles.ts';
import { startChromium } from './chromium.ts';
import { bundleDrawing } from './drawing/open.ts';
import type { DrawnMessage } from './drawing/page.tsx';
import { mainScenes, play } from './drawing/scenes.ts';
import { withBot } from './drawing/with-bot.ts';

/** Draws the cards that people meet most, as they are looked at: `npm run screenshots -- FOLDER`. */

const WIDTHS = [390, 1280];
const THEMES = ['light', 'dark'] as const;

const [, , folder] = process.argv;
if (folder === undefined) {
  console.error('usage: npm run screenshots -- FOLDER');
  process.exit(2);
}
const target = resolve(process.env.INIT_CWD ?? '.', folder);
mkdirSync(target, { recursive: true });

const messages = await playAll();
await photographAll(messages);
writeFileSync(join(target, 'index.html'), indexOf(messages));
console.log(join(target, 'index.html'));

function playAll(): Promise<DrawnMessage[]> {
  return withBot([jinchang()], async (discord) => {
    const all: DrawnMessage[] = [];
    for (const locale of LOCALES) all.push(...(await play(discord, locale, mainScenes(locale))));
    return all;
  });
}

async function photographAll(messages: readonly DrawnMessage[]): Promise<void> {
  const open = await bundleDrawing();
  const chromium = await startChromium();
  try {
    for (const width of WIDTHS) {
      for (const theme of THEMES) {
        const { page, draw, close } = await open(chromium, { width, theme });
        await draw(messages);
        const cards = await page.locator('.discord-message').all();
        for (const [at, card] of cards.entries()) {
          const message = messages[at];
          if (message !== undefined) await card.screenshot({ path: join(target, fileOf(message, width, theme)) });
        }
        await close();
      }
    }
  } finally {
    await chromium.close();
  }
}

function fileOf({ title, locale }: DrawnMessage, width: number, theme: string): string {
  return `${title.replaceAll(' ', '-')}.${locale}.${width}.${theme}.png`;
}

/** All of them side by side: a row a card and a width, with the languages in both themes. */
function indexOf(messages: readonly DrawnMessage[]): string {
  const titles = [...new Set(messages.map(({ title }) => title))];
  const rows = titles.flatMap((title) =>
    WIDTHS.map((width) => {
      const pictures = messages
        .filter((message) => message.title === title)
        .flatMap((message) => THEMES.map((theme) => fileOf(message, width, theme)))
        .map((file) => `<img src="${file}" alt="${file}" loading="lazy">`);
      return `<h2>${title}, ${width}</h2><div>${pictures.join('')}</div>`;
    }),
  );
  const style = 'body{font-family:sans-serif}div{display:flex;gap:8px;align-items:flex-start;overflow-x:auto}';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Cards</title><style>${style}</style>${rows.join('\n')}`;
}
