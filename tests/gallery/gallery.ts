import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Message } from 'discord.js';
import { ExportReturnType, generateFromMessages } from 'discord-html-transcripts';
import { LOCALES, type Locale } from '../../src/chat/locale.ts';
import { startBot } from '../../src/discord/bot.ts';
import { openLibrary } from '../../src/library/open.ts';
import { botOptions, createRecordingLog } from '../discord/stand-in/running-bot.ts';
import { startStandIn } from '../discord/stand-in/stand-in.ts';
import { joinAsObserver, type Observer } from './observer.ts';
import { type Scene, sheets } from './scenes.ts';

/**
 * `npm run gallery [FOLDER]`: every kind of reply in three languages, drawn from the very
 * messages that the bot sent, by a viewer that is not ours, at a phone's width and a desktop's.
 * Needs Chromium (CHROMIUM names it where it is called otherwise) and fonts for Chinese.
 */

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const FOLDER = resolve(process.env.INIT_CWD ?? process.cwd(), process.argv[2] ?? join(ROOT, '.cache/gallery'));
const CHROMIUM = process.env.CHROMIUM ?? 'chromium';
const WIDTHS = { phone: 390, desktop: 700 };
/** Room for one message. A narrow page is a long one. */
const HEIGHTS = { phone: 900, desktop: 560 };

/** Two that the README shows. */
const FOR_README: Readonly<Record<string, View>> = {
  answer: { width: 690, height: 520, left: 80, top: 40 },
  contents: { width: 390, height: 960, left: 75, top: 40 },
};

/**
 * Where the viewer's own style does not reach: it draws quotations in components without
 * their bar, and containers 500 pixels wide on any screen. The rest hides what is not the message.
 */
const CORRECTIONS = `<style>
  discord-header, .discord-header { display: none !important }
  .discord-message .discord-author-avatar { visibility: hidden }
  .discord-message .discord-message-inner { padding-right: 8px }
  .discord-message .discord-message-content, .discord-message .discord-message-inner { min-width: 0 }
  .discord-message .discord-attachments { grid-template-columns: minmax(0, 1fr) }
  div[style*="width:500px"], div[style*="width: 500px"] { width: auto !important; max-width: 500px; box-sizing: border-box }
  .discord-action-row { flex-wrap: wrap !important; gap: 8px }
  .discord-quote-container { display: flex }
  .discord-quote-divider { flex: none; width: 4px; border-radius: 4px; background: #4f545c }
  .discord-quote-container blockquote { margin: 0; padding: 0 8px 0 12px }
  body { font-family: "Noto Sans CJK SC", sans-serif }
</style>`;

const run = promisify(execFile);

mkdirSync(FOLDER, { recursive: true });
const discord = await startStandIn();
const library = openLibrary(join(ROOT, 'seeds'), { log: createRecordingLog() });
const bot = await startBot(botOptions(discord, library, createRecordingLog()));
const observer = await joinAsObserver();
for (const locale of LOCALES) await drawSheets(locale);
console.log(`pictures in ${FOLDER}; problems with bodies: ${discord.problems.length}`);
await Promise.all([bot.stop(), observer.leave()]);
await discord.stop();

async function drawSheets(locale: Locale): Promise<void> {
  let person = 0;
  for (const [name, scenes] of Object.entries(sheets(locale))) {
    person += 1;
    const messages = await play(scenes, { locale, user: `31000${LOCALES.indexOf(locale)}${person}` });
    const page = await draw(messages, observer);
    for (const device of ['phone', 'desktop'] as const) {
      const size = { width: WIDTHS[device], height: HEIGHTS[device] * scenes.length };
      await photograph(page, size, `${name}.${locale}.${device}`);
    }
    const view = locale === 'zh-CN' ? FOR_README[name] : undefined;
    if (view !== undefined) await photograph(page, view, `readme-${name}`);
    console.log(`${name} ${locale}`);
  }
}

async function play(scenes: readonly Scene[], who: { locale: Locale; user: string }): Promise<Message[]> {
  const messages: Message[] = [];
  for (const scene of scenes) messages.push(await observer.see(await scene(discord, who)));
  return messages;
}

/** The viewer resolves discord.js to types of its own, of the same shape. */
async function draw(messages: readonly Message[], { channel }: Observer): Promise<string> {
  const page = await generateFromMessages([...messages] as never, channel() as never, {
    returnType: ExportReturnType.String,
    // Without this the page fetches its scripts from a CDN.
    hydrate: true,
    poweredBy: false,
    footerText: ' ',
    favicon: '',
  });
  return page.replace('</head>', () => `${CORRECTIONS}</head>`);
}

/** Where in a page to look. Pixels. */
interface View {
  /** The device's. */
  readonly width: number;
  readonly height: number;
  /** What is cut off: the margin that the viewer leaves around a message. */
  readonly left?: number;
  readonly top?: number;
}

/** A page in a frame as wide as the device, because a browser's window cannot be as narrow as a phone. */
async function photograph(page: string, { width, height, left = 0, top = 0 }: View, name: string): Promise<void> {
  const style = `border:0;width:${width}px;height:${height}px;margin:-${top}px 0 0 -${left}px`;
  writeFileSync(join(FOLDER, `${name}.page.html`), page);
  writeFileSync(
    join(FOLDER, `${name}.html`),
    `<!doctype html><body style="margin:0;overflow:hidden"><iframe src="${name}.page.html" style="${style}"></iframe>`,
  );
  await run(CHROMIUM, [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    `--window-size=${width - left},${height - top}`,
    `--screenshot=${join(FOLDER, `${name}.png`)}`,
    `file://${join(FOLDER, `${name}.html`)}`,
  ]);
}
