import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Message } from 'discord.js';
import { ExportReturnType, generateFromMessages } from 'discord-html-transcripts';
import { LOCALES, type Locale } from '../../src/chat/locale.ts';
import { startBot } from '../../src/discord/bot.ts';
import type { Library } from '../../src/library/library.ts';
import { createLibrary, openLibrary } from '../../src/library/open.ts';
import { RIVER } from '../discord/stand-in/articles.ts';
import { GUILD_ID } from '../discord/stand-in/ids.ts';
import { botOptions, createRecordingLog } from '../discord/stand-in/running-bot.ts';
import { type StandIn, startStandIn } from '../discord/stand-in/stand-in.ts';
import { END_OF_TEXT, joinAsObserver, type Observer } from './observer.ts';
import { LONG, type Scene, sheets, sheetsOfSeveral } from './scenes.ts';

/**
 * `npm run gallery [FOLDER]`: every kind of reply in three languages, drawn from the very
 * messages that the bot sent, by a viewer that is not ours, at a phone's width and a desktop's.
 * Needs Chromium (CHROMIUM names it where it is called otherwise) and fonts for Chinese.
 */

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const FOLDER = resolve(process.env.INIT_CWD ?? process.cwd(), process.argv[2] ?? join(ROOT, '.cache/gallery'));
const CHROMIUM = process.env.CHROMIUM ?? 'chromium';
const WIDTHS = { phone: 390, desktop: 700 };
/** Stays free below the last message. Pixels, as everywhere here. */
const BELOW = 12;

/** Two that the README shows. */
const FOR_README: Readonly<Record<string, View>> = {
  answer: { width: 690, left: 80, top: 40 },
  contents: { width: 390, left: 75, top: 40 },
};

/**
 * Where the viewer's own style does not reach: it draws quotations in components without
 * their bar, and containers 500 pixels wide on any screen, in which every piece of emphasis
 * is a line of its own. The rest hides what is not the message.
 */
const CORRECTIONS = `<style>
  discord-header, .discord-header { display: none !important }
  .discord-message .discord-author-avatar { visibility: hidden }
  .discord-message .discord-message-inner { padding-right: 8px }
  .discord-message .discord-message-content, .discord-message .discord-message-inner { min-width: 0 }
  .discord-message .discord-attachments { grid-template-columns: minmax(0, 1fr) }
  div[style*="display: flex; width: 500px"] {
    display: block !important; width: auto !important; max-width: 500px; box-sizing: border-box
  }
  div[style*="max-width: 500px"] > div:first-child { display: block !important }
  div[style*="max-width: 500px"] > div + div { width: auto !important; padding-left: 8px }
  div[style*="height: 1px"] { margin: 0 0 8px !important }
  .discord-action-row { flex-wrap: wrap !important; gap: 8px; margin-bottom: 8px }
  .discord-quote-container { display: flex; margin-bottom: 8px }
  .discord-quote-divider { flex: none; width: 4px; border-radius: 4px; background: #4f545c }
  .discord-quote-container blockquote { margin: 0; padding: 0 8px 0 12px }
  .end-of-text { display: block; height: 8px }
  blockquote .end-of-text, .end-of-text + .discord-quote-container .end-of-text { display: none }
</style>`;

const HEADLESS = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'];

/** A page from a file may not look into its frame, so the frame says where its last message ends. */
const TELLS_ITS_HEIGHT = `<script>addEventListener('load', () => {
  const last = [...document.querySelectorAll('discord-message')].at(-1);
  parent.postMessage(Math.ceil(last.getBoundingClientRect().bottom + scrollY) + ${BELOW}, '*');
})</script>`;

const run = promisify(execFile);

mkdirSync(FOLDER, { recursive: true });
const observer = await joinAsObserver();
const seeds = await openLibrary(join(ROOT, 'seeds'), { log: createRecordingLog() });
await perform(seeds, sheets);
await perform(createLibrary([...seeds.articles, LONG, RIVER]), sheetsOfSeveral);
console.log(`pictures in ${FOLDER}`);
await observer.leave();

/** Plays sheets of scenes with a bot that reads these articles, in every language, and draws them. */
async function perform(library: Library, sheetsIn: typeof sheets): Promise<void> {
  for (const locale of LOCALES) {
    const discord = await startStandIn();
    discord.gateway.behaviour.guilds = [{ id: GUILD_ID, preferred_locale: locale }];
    const bot = await startBot(botOptions(discord, library, createRecordingLog()));
    // A bot that runs survives whatever is thrown, and the gallery would hang.
    try {
      await drawSheets(discord, sheetsIn(locale), locale);
    } finally {
      await bot.stop();
      await discord.stop();
    }
    console.log(`problems with bodies: ${discord.problems.length}`);
  }
}

async function drawSheets(discord: StandIn, drawn: ReturnType<typeof sheets>, locale: Locale): Promise<void> {
  let person = 0;
  for (const [name, scenes] of Object.entries(drawn)) {
    person += 1;
    const messages = await play(discord, scenes, { locale, user: `31000${LOCALES.indexOf(locale)}${person}` });
    const page = await draw(messages, observer, locale);
    for (const device of ['phone', 'desktop'] as const) {
      await photograph(page, { width: WIDTHS[device] }, `${name}.${locale}.${device}`);
    }
    const view = locale === 'zh-CN' ? FOR_README[name] : undefined;
    if (view !== undefined) await photograph(page, view, `readme-${name}`);
    console.log(`${name} ${locale}`);
  }
}

async function play(
  discord: StandIn,
  scenes: readonly Scene[],
  who: { locale: Locale; user: string },
): Promise<Message[]> {
  const messages: Message[] = [];
  for (const scene of scenes) messages.push(await observer.see(await scene(discord, who)));
  return messages;
}

/** The viewer resolves discord.js to types of its own, of the same shape. */
async function draw(messages: readonly Message[], { channel }: Observer, locale: Locale): Promise<string> {
  const page = await generateFromMessages([...messages] as never, channel() as never, {
    returnType: ExportReturnType.String,
    // Without this the page fetches its scripts from a CDN.
    hydrate: true,
    poweredBy: false,
    footerText: ' ',
    favicon: '',
  });
  const font = `<style>body { font-family: "Noto Sans CJK ${locale === 'zh-TW' ? 'TC' : 'SC'}", sans-serif }</style>`;
  // A semicolon of its own template stands in front of the page.
  return page
    .replace(';<discord-header', '<discord-header')
    .replaceAll(END_OF_TEXT, '<span class="end-of-text"></span>')
    .replace('</head>', () => `${CORRECTIONS}${font}</head>`);
}

/** Where in a page to look. Pixels. */
interface View {
  /** The device's. */
  readonly width: number;
  /** What is cut off: the margin that the viewer leaves around a message. */
  readonly left?: number;
  readonly top?: number;
}

/** A page in a frame as wide as the device, because a browser's window cannot be as narrow as a phone. */
async function photograph(page: string, view: View, name: string): Promise<void> {
  const { width, left = 0, top = 0 } = view;
  writeFileSync(
    join(FOLDER, `${name}.page.html`),
    page.replace('</body>', () => `${TELLS_ITS_HEIGHT}</body>`),
  );
  const url = `file://${join(FOLDER, `${name}.html`)}`;
  // Measured in a low frame: the page is never lower than the frame that it stands in.
  writeFileSync(join(FOLDER, `${name}.html`), framed(name, view, 100));
  const measured = await run(CHROMIUM, [...HEADLESS, '--virtual-time-budget=2000', '--dump-dom', url]);
  const height = Number(/data-height="(\d+)"/.exec(measured.stdout)?.[1]);
  if (!(height > top)) throw new Error(`${name} did not tell how high it is`);
  writeFileSync(join(FOLDER, `${name}.html`), framed(name, view, height));
  const size = `--window-size=${width - left},${height - top}`;
  await run(CHROMIUM, [...HEADLESS, size, `--screenshot=${join(FOLDER, `${name}.png`)}`, url]);
}

function framed(name: string, { width, left = 0, top = 0 }: View, height: number): string {
  const style = `border:0;width:${width}px;height:${height}px;margin:-${top}px 0 0 -${left}px`;
  const listener = `addEventListener('message', ({ data }) => { document.body.dataset.height = data })`;
  return [
    '<!doctype html><body style="margin:0;overflow:hidden">',
    `<script>${listener}</script><iframe src="${name}.page.html" style="${style}"></iframe>`,
  ].join('');
}
