import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Script } from '../article/article.ts';
import type { FontFile, Fonts } from './fonts.ts';
import type { Layout } from './layout.ts';
import type { Look, Measure, PlacedLine } from './placed.ts';
import { strokesOf } from './strokes.ts';

type Canvas = typeof import('@napi-rs/canvas');

/** Draws what is laid out, and measures it before. */
export interface Pen {
  readonly measure: Measure;
  /** @returns a PNG, and the characters that no font has */
  draw(layout: Layout, script: Script): { png: Uint8Array; undrawn: readonly string[] };
}

const PAPER = '#f7f2e8';
const EDGE = '#e6dcc8';
const RULE = '#d5c7ad';
/** Cinnabar, as the seal on a clipping; the bot's cards have it at their edge. */
const SEAL = '#b03a2e';
const MARKED = 'rgba(176, 58, 46, 0.15)';
const INK: Readonly<Record<Look, string>> = { quoted: '#2a2520', title: '#3d362e', detail: '#857a69', note: '#a3957d' };
const WEIGHT: Readonly<Record<Look, number>> = { quoted: 500, title: 600, detail: 400, note: 400 };
/** What the edge stands off from the picture's. Pixels. */
const EDGE_AT = 22;
/** From above the characters' line to below it, in the size of the text. */
const MARK = { from: -0.34, to: 0.14 };
const NAME = ['文', '摘'];
/** What stands in an article for what cannot be read. */
const UNREADABLE = '\ufffd';
/** Text is measured in this size. Pixels. */
const MEASURED_AT = 100;
/** Of a code that stands in the place of a character, in the size of the text. */
const CODE_SIZE = 0.36;
/** How high its rows stand above the line of the characters, in the size of the text. */
const CODE_LINE = { first: 0.45, only: 0.25, next: 0.39 };
/** So many widths are remembered: those of a picture's words, many times over. */
const MOST_WIDTHS = 5_000;

/** How a text is drawn, and at what height. */
type Placing = Pick<PlacedLine, 'look' | 'size' | 'baseline'>;

/** @param canvas the package that draws */
export function createPen(canvas: Canvas, fonts: Fonts): Pen {
  const families = new Map<FontFile, string>();
  const widths = new Map<string, number>();
  const ruler = canvas.createCanvas(1, 1).getContext('2d');

  /** The next text is drawn, or measured, with it. */
  function take(context: SKRSContext2D, file: FontFile, look: Look, size: number): void {
    let family = families.get(file);
    if (family === undefined) {
      // By what it is: the package's fonts are the process's, whoever draws in it.
      family = `part-${createHash('sha256').update(file.path).digest('hex').slice(0, 16)}`;
      if (canvas.GlobalFonts.registerFromPath(file.path, family) === null) throw new Error('a font cannot be read');
      families.set(file, family);
    }
    context.font = `${size}px ${family}`;
    // A weight in the font's name would thicken the lightest one.
    context.fontVariationSettings = `'wght' ${WEIGHT[look]}`;
  }

  function measure(text: string, look: Look, script: Script): number {
    const key = `${WEIGHT[look]} ${script} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const width = strokesOf(text, script, fonts).reduce((sum, { text: part, file }) => {
      if (file === undefined) return sum + 1;
      take(ruler, file, look, MEASURED_AT);
      return sum + ruler.measureText(part).width / MEASURED_AT;
    }, 0);
    if (widths.size >= MOST_WIDTHS) widths.clear();
    widths.set(key, width);
    return width;
  }

  /** @returns the characters that no font has */
  function drawText(context: SKRSContext2D, text: string, x: number, line: Placing, script: Script): string[] {
    const { look, size, baseline } = line;
    const undrawn: string[] = [];
    for (const { text: part, file } of strokesOf(text, script, fonts)) {
      if (file === undefined) {
        if (part !== UNREADABLE) undrawn.push(part);
        drawCode(context, part, x, line, script);
        x += size;
        continue;
      }
      take(context, file, look, size);
      context.fillText(part, x, baseline);
      x += context.measureText(part).width;
    }
    return undrawn;
  }

  /** A character that no font has is not left blank: its code stands in a frame, as Unicode numbers it. */
  function drawCode(context: SKRSContext2D, character: string, x: number, line: Placing, script: Script): void {
    const { look, size, baseline } = line;
    context.strokeStyle = INK[look];
    context.lineWidth = Math.max(1, size / 28);
    context.strokeRect(x + size * 0.07, baseline - size * 0.83, size * 0.86, size * 0.92);
    const rows = codeOf(character);
    const first = rows.length === 1 ? CODE_LINE.only : CODE_LINE.first;
    for (const [row, digits] of rows.entries()) {
      const width = measure(digits, look, script) * size * CODE_SIZE;
      const small = { look, size: size * CODE_SIZE, baseline: baseline - size * (first - row * CODE_LINE.next) };
      drawText(context, digits, x + (size - width) / 2, small, script);
    }
  }

  function drawSeal(context: SKRSContext2D, { x, y, width, height }: Layout['seal'], script: Script): void {
    context.fillStyle = SEAL;
    context.beginPath();
    context.roundRect(x, y, width, height, 5);
    context.fill();
    context.fillStyle = PAPER;
    const size = Math.round(width * 0.66);
    for (const [at, character] of NAME.entries()) {
      const file = fonts.fileWith(character.codePointAt(0) ?? 0, script);
      if (file === undefined) continue;
      take(context, file, 'title', size);
      context.fillText(
        character,
        x + (width - size) / 2,
        y + (height / 2 - size) * 0.68 + at * (height / 2 - 1.5) + size * 0.88,
      );
    }
  }

  return {
    measure,
    draw(layout, script) {
      const { width, height, rule } = layout;
      const sheet = canvas.createCanvas(width, height);
      const context = sheet.getContext('2d');
      context.fillStyle = PAPER;
      context.fillRect(0, 0, width, height);
      context.strokeStyle = EDGE;
      context.lineWidth = 1.5;
      context.strokeRect(EDGE_AT, EDGE_AT, width - 2 * EDGE_AT, height - 2 * EDGE_AT);
      context.fillStyle = RULE;
      context.fillRect(rule.x, rule.y, rule.width, 1.5);
      drawSeal(context, layout.seal, script);
      const undrawn = new Set<string>();
      for (const line of layout.lines) {
        context.fillStyle = MARKED;
        for (const [from, to] of line.marked) {
          context.fillRect(from, line.baseline + line.size * MARK.from, to - from, line.size * (MARK.to - MARK.from));
        }
        context.fillStyle = INK[line.look];
        for (const { text, x } of line.texts) {
          for (const character of drawText(context, text, x, line, script)) undrawn.add(character);
        }
      }
      return { png: Buffer.from(sheet.toBuffer('image/png')), undrawn: [...undrawn] };
    },
  };
}

/** The digits of a character's number, in two rows; for what cannot be read a question mark. */
function codeOf(character: string): string[] {
  if (character === UNREADABLE) return ['?'];
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const half = Math.ceil(code.length / 2);
  return [code.slice(0, half), code.slice(half)];
}
