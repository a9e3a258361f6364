import { expect } from 'vitest';
import { startChromium, type View } from '../chromium.ts';
import { bundleDrawing, type DrawingPage } from './open.ts';
import type { DrawnMessage } from './page.tsx';

/** What messages are looked at with. */
export const VIEWS: readonly View[] = [
  { width: 390, theme: 'light' },
  { width: 390, theme: 'dark' },
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
];
export const PHONE: View = { width: 390, theme: 'light' };

export interface Drawings {
  /** Draws messages for a test, and sees to it that nothing was asked for and nothing broke. */
  look(view: View, messages: readonly DrawnMessage[], test: (drawing: DrawingPage) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Starts a Chromium to draw in. */
export async function startDrawing(): Promise<Drawings> {
  const [chromium, open] = await Promise.all([startChromium(), bundleDrawing()]);
  return {
    async look(view, messages, test) {
      const drawing = await open(chromium, view);
      try {
        await drawing.draw(messages);
        await test(drawing);
        expect(drawing.outside).toEqual([]);
        expect(drawing.errors).toEqual([]);
      } finally {
        await drawing.close();
      }
    },
    close: () => chromium.close(),
  };
}
