import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Where a Chromium is: what `CHROMIUM` names, or where systems put it; `undefined` where there is none. */
export const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path !== undefined && path !== '' && existsSync(path));

/** For `describe.skipIf`: says once why tests are left out. */
export function hasNoChromium(): boolean {
  if (CHROMIUM === undefined) console.warn('no Chromium here (CHROMIUM names one): pages are not tested');
  return CHROMIUM === undefined;
}

/** What a page is looked at with. */
export interface View {
  /** CSS pixels: 390 is a phone, 1280 a small desktop. */
  readonly width: number;
  /** CSS pixels. */
  readonly height?: number;
  readonly theme: 'light' | 'dark';
  /** Pixels of the picture to a CSS pixel; 1 unless said. */
  readonly scale?: number;
  /** What the browser says its language is. */
  readonly locale?: string;
}

/** A page that is watched. */
export interface WatchedPage {
  readonly page: Page;
  /** Whatever was asked of anywhere but the page's own origin; all of it was refused. */
  readonly outside: string[];
  /** Errors of the page's code, and what it wrote as an error. */
  readonly errors: string[];
  close(): Promise<void>;
}

export interface Chromium {
  /**
   * An empty page. Nothing reaches it but from its origin.
   * @param origin as `http://127.0.0.1:4000`, or a made-up one with the files that stand there
   * @param files what is answered for a path of the origin instead of asking a server
   */
  open(view: View, origin: string, files?: Readonly<Record<string, ServedFile>>): Promise<WatchedPage>;
  close(): Promise<void>;
}

export interface ServedFile {
  readonly contentType: string;
  readonly body: string;
}

/** Starts Chromium without a window. @throws where there is none, or it does not start */
export async function startChromium(): Promise<Chromium> {
  if (CHROMIUM === undefined) throw new Error('no Chromium here: CHROMIUM names one');
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    // Whatever goes round the pages' own requests finds nobody either.
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--font-render-hinting=none'],
  });
  return {
    open: (view, origin, files = {}) => openWatched(browser, view, origin, files),
    close: () => browser.close(),
  };
}

async function openWatched(
  browser: Browser,
  { width, height = 844, theme, scale = 1, locale = 'zh-CN' }: View,
  origin: string,
  files: Readonly<Record<string, ServedFile>>,
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    deviceScaleFactor: scale,
    locale,
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
  });
  const outside = await refuseOutside(context, origin, files);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== new URL(origin).host) outside.push(socket.url());
  });
  return { page, outside, errors, close: () => context.close() };
}

async function refuseOutside(
  context: BrowserContext,
  origin: string,
  files: Readonly<Record<string, ServedFile>>,
): Promise<string[]> {
  const outside: string[] = [];
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const file = url.origin === origin ? files[url.pathname] : undefined;
    if (file !== undefined) await route.fulfill({ status: 200, ...file });
    else if (url.origin === origin && Object.keys(files).length === 0) await route.continue();
    else {
      outside.push(url.href);
      await route.abort();
    }
  });
  return outside;
}

/** What axe finds that keeps people out: a line for each element, with the rule and how grave it is. */
export async function barriers(page: Page): Promise<string[]> {
  // Not as a script of the page: its policy does not allow one.
  await page.evaluate(`${axe.source};undefined`);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${impact} ${id}: ${html} ${failureSummary.replace(/\s+/g, ' ')}`),
    );
}

/** How many CSS pixels of a page stand beyond its right edge. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
