import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/language/sentences.ts';
import { createPen, type Pen } from '../../src/picture/draw.ts';
import { openFonts } from '../../src/picture/fonts.ts';
import { layOut, wordsIn } from '../../src/picture/layout.ts';
import { type DrawPicture, openPictures } from '../../src/picture/picture.ts';
import type { QuotedPicture } from '../../src/picture/quoted-picture.ts';
import { paragraph } from '../commands/run.ts';

const GOLDEN = fileURLToPath(new URL('../golden/picture-layout.json', import.meta.url));
const WORDS = { before: '（前略）', behind: '（后略）', unfinished: '（此句未完）' };

/** A quotation of paragraphs. @param marked which sentence of the first is set off */
function pictured(texts: readonly string[], more: Partial<QuotedPicture> = {}, marked = -1): QuotedPicture {
  return {
    paragraphs: texts.map((text, paragraph) => ({
      sentences: splitSentences(text).map(({ start }, at, all) => ({
        text: text.slice(at === 0 ? 0 : start, all[at + 1]?.start ?? text.length),
        marked: paragraph === 0 && at === marked,
      })),
    })),
    title: '汇音聚符共奏和谐曲',
    details: ['金昌日报', '2021年11月23日09:21', '§2¶2'],
    script: 'hans',
    shape: 'landscape',
    words: WORDS,
    ...more,
  };
}

/** Width and height of a PNG. */
function sizeOf(png: Uint8Array): [number, number] {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const long = paragraph(2, 2) ?? '';
const several = [1, 2, 3, 4].map((number) => paragraph(2, number) ?? '');

let pen: Pen;
let draw: DrawPicture;
beforeAll(async () => {
  pen = createPen(await import('@napi-rs/canvas'), openFonts());
  draw = await openPictures();
});

describe('where things stand', () => {
  test('is as a person has looked at it', () => {
    const taiwan = {
      script: 'hant' as const,
      shape: 'square' as const,
      words: { ...WORDS, converted: '原文為簡體，轉為繁體字顯示' },
    };
    const pictures = {
      marked: pictured([long], {}, 1),
      paragraphs: pictured(several),
      short: pictured([paragraph(2, 1) ?? '']),
      taiwan: pictured(['他說：「大家的事，大家辦。」居民點頭。', '「好」，都說好。'], taiwan),
    };
    const layouts = Object.fromEntries(
      Object.entries(pictures).map(([name, picture]) => [name, layOut(picture, pen.measure).lines.map(told)]),
    );
    // Look at the pictures before you keep it.
    if (process.env.WRITE_LAYOUT === '1') writeFileSync(GOLDEN, `${JSON.stringify(layouts, null, 2)}\n`);
    expect(layouts).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
  });

  /** A line as one of text: where it begins and ends on whole pixels, what is set off. */
  function told({ look, texts, baseline, size, marked }: ReturnType<typeof layOut>['lines'][number]): string {
    const places = `${Math.round(texts[0]?.x ?? 0)}–${Math.round(texts.at(-1)?.x ?? 0)}`;
    const stretches = marked.map(([from, to]) => ` ▁${Math.round(from)}–${Math.round(to)}`).join('');
    return `${look} ${size} @${baseline} ${places}${stretches}: ${texts.map(({ text }) => text).join('')}`;
  }

  test('is within the picture, and one line below the other', () => {
    const texts = [
      ['细。'],
      [long],
      several,
      ['，'.repeat(10_000)],
      ['a'.repeat(5_000)],
      [`${'很长，'.repeat(4_000)}`],
    ];
    for (const shape of ['landscape', 'square'] as const) {
      for (const text of texts) {
        const title = text.length > 1 ? '很长的标题'.repeat(30) : '';
        const layout = layOut(pictured(text, { shape, title, details: [title, title] }), pen.measure);
        let above = 0;
        for (const { baseline, size, texts, look } of layout.lines) {
          expect(baseline).toBeGreaterThan(above);
          above = baseline;
          expect(size).toBeGreaterThanOrEqual(look === 'note' ? 19 : 21);
          expect(texts[0]?.x).toBeGreaterThan(40);
          const last = texts.findLast(({ text }) => text.trim() !== '');
          expect((last?.x ?? 0) + pen.measure(last?.text ?? '', look, 'hans') * size).toBeLessThan(layout.width - 40);
        }
        expect(above).toBeLessThan(layout.height - 40);
      }
    }
  });

  test('of a text that is larger the shorter it is, and shown whole where it fits', () => {
    const sizes = [several, [long], ['细。']].map(
      (texts) => layOut(pictured(texts, { shape: 'square' }), pen.measure).lines[0]?.size ?? 0,
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(new Set(sizes).size).toBe(3);
  });
});

describe('what a picture says', () => {
  test('is the quotation to the letter, or says what is left out', () => {
    const whole = pictured([long], {}, 1);
    expect(wordsIn(layOut(whole, pen.measure).excerpt, whole)).toBe(long);
    const part = pictured(several);
    const { excerpt, lines } = layOut(part, pen.measure);
    const words = wordsIn(excerpt, part);
    expect(words).toMatch(/。\n（后略）$/);
    expect(several.join('\n').startsWith(words.slice(0, -'\n（后略）'.length))).toBe(true);
    const quoted = lines.filter(({ look }) => look === 'quoted' || look === 'note');
    expect(quoted.map(({ texts }) => texts.map(({ text }) => text).join('')).join('')).toBe(words.replaceAll('\n', ''));
  });

  test('keeps the marked sentence where not all fits', () => {
    const sentences = Array.from({ length: 40 }, (_, at) => `这是第${at}句，说的是社区里大家都关心的一件事。`);
    const { shown, isWhole } = draw(pictured([sentences.join('')], {}, 30));
    expect(isWhole).toBe(false);
    expect(shown).toContain('这是第30句');
    expect(shown).toMatch(/^（前略）\n[\s\S]*\n（后略）$/);
  });
});

describe('a picture', () => {
  test('has the size of its shape', () => {
    const { png, shown, isWhole, undrawn } = draw(pictured([long]));
    expect(sizeOf(png)).toEqual([1200, 630]);
    expect([shown, isWhole, undrawn]).toEqual([long, true, []]);
    expect(sizeOf(draw(pictured(['细。'], { shape: 'square' })).png)).toEqual([1200, 1200]);
  });

  test('is drawn of whatever is in a text, and says what no font has', () => {
    const start = performance.now();
    const zalgo = `Z${'\u0301\u0316'.repeat(400)}`;
    const hostile = `${zalgo}\u202e反\u0000过\u001b来\ud83d\u200b叫𪚥的👨‍👩‍👧说\ufffd。${'‮'.repeat(2_000)}`;
    const { png, shown, undrawn } = draw(pictured([hostile], { title: hostile, details: [hostile] }));
    expect(sizeOf(png)).toEqual([1200, 630]);
    expect(undrawn).toEqual(['𪚥']);
    expect(shown).toContain('𪚥');
    expect(sizeOf(draw(pictured([''], { title: '', details: [] })).png)).toEqual([1200, 630]);
    // By itself a quarter of a second.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
