import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Chromium, View, WatchedPage } from '../chromium.ts';
import type { DrawnMessage } from './page.tsx';

const ORIGIN = 'http://drawing.test';
const STYLES = new URL('../../../src/web/site/discord/message.css', import.meta.url);

/** A page that draws messages: the page's own component and nothing beside it. */
export interface DrawingPage extends WatchedPage {
  draw(messages: readonly DrawnMessage[]): Promise<void>;
  /** As when cards are changed by what was used in them. */
  change(messages: readonly DrawnMessage[]): Promise<void>;
}

/** Makes what opens such pages. */
export async function bundleDrawing(): Promise<(chromium: Chromium, view: View) => Promise<DrawingPage>> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.tsx', import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2023',
    write: false,
    logLevel: 'error',
  });
  const files = {
    '/': { contentType: 'text/html; charset=utf-8', body: HTML },
    '/page.js': { contentType: 'text/javascript; charset=utf-8', body: outputFiles[0]?.text ?? '' },
    '/message.css': { contentType: 'text/css; charset=utf-8', body: readFileSync(STYLES, 'utf8') },
  };
  return async (chromium, view) => {
    const watched = await chromium.open(view, ORIGIN, files);
    await watched.page.goto(`${ORIGIN}/`);
    return {
      ...watched,
      draw: (messages) => watched.page.evaluate((drawn) => window.drawMessages(drawn, 'anew'), messages),
      change: (messages) => watched.page.evaluate((drawn) => window.drawMessages(drawn, 'changed'), messages),
    };
  };
}

/** As strict as the page that people see: nothing but its own files. */
const HTML = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; style-src 'self'; img-src 'self' data:">
<meta name="color-scheme" content="light dark">
<title>Messages</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/message.css">
<h1>Messages</h1>
<main></main>
<script src="/page.js"></script>
`;
