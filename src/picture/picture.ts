import { createPen } from './draw.ts';
import { openFonts } from './fonts.ts';
import { layOut, wordsIn } from './layout.ts';
import type { DrawnPicture, QuotedPicture } from './quoted-picture.ts';

/** Draws pictures of quotations. @throws Error where one cannot be drawn */
export type DrawPicture = (picture: QuotedPicture) => DrawnPicture;

/**
 * Loads what draws, and the fonts.
 * @throws whatever the packages throw where they are not installed, or have nothing that runs on this machine
 */
export async function openPictures(): Promise<DrawPicture> {
  const canvas = await import('@napi-rs/canvas');
  const pen = createPen(canvas, openFonts());
  return (picture) => {
    const layout = layOut(picture, pen.measure);
    const { png, undrawn } = pen.draw(layout, picture.script);
    const { excerpt } = layout;
    const isWhole = !excerpt.before && !excerpt.behind && !excerpt.unfinished;
    return { png, shown: wordsIn(excerpt, picture), isWhole, undrawn };
  };
}
