import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quotation } from '../../../src/chat/reply.ts';
import { unescapeMarkdown } from '../../../src/discord/escape.ts';
import { renderQuotation } from '../../../src/discord/render/quotation.ts';
import { anyQuotation } from '../arbitrary/reply.ts';

/** So many characters, whatever they weigh. */
const characters = (characters: number) => ({ characters, bytes: Number.POSITIVE_INFINITY });

const layout = { locale: 'en', addresses: false, smallPrint: true } as const;

/** The quoted words that are shown, without the marks around them. */
function quotedWords(markdown: string): string {
  const lines = markdown.split('\n').filter((line) => line.startsWith('> '));
  const inner = lines.map((line) => line.slice(2)).join('');
  return unescapeMarkdown(inner.replace(/(?<!\\)((?:\\\\)*)\*\*/g, '$1'));
}

function hidden(markdown: string, where: 'before' | 'after'): number {
  return Number(new RegExp(`^-# … (\\d+) sentences? ${where}`, 'm').exec(markdown)?.[1] ?? 0);
}

function sentencesOf(quotation: Quotation): { text: string; marked: boolean }[] {
  return quotation.paragraphs.flatMap(({ sentences }) => sentences);
}

describe('a quotation', () => {
  test('shows whole sentences around the marked one, verbatim, and counts the rest', () => {
    fc.assert(
      fc.property(anyQuotation, fc.integer({ min: 60, max: 700 }), (quotation, room) => {
        const rendered = renderQuotation(quotation, characters(room), layout);
        expect(rendered).toBeDefined();
        const { markdown = '', file } = rendered ?? {};
        expect(markdown.length).toBeLessThanOrEqual(room);
        const sentences = sentencesOf(quotation);
        if (file !== undefined) {
          expect(file.text).toBe(
            quotation.paragraphs.map((paragraph) => paragraph.sentences.map(({ text }) => text).join('')).join('\n'),
          );
          return;
        }
        const [before, after] = [hidden(markdown, 'before'), hidden(markdown, 'after')];
        const shown = sentences.slice(before, sentences.length - after);
        expect(quotedWords(markdown)).toBe(shown.map(({ text }) => text).join(''));
        const marked = sentences.findIndex((sentence) => sentence.marked);
        const answer = marked < 0 ? 0 : marked;
        expect(before <= answer && answer < sentences.length - after).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is no longer than it may be, but for the one sentence that answers', () => {
    fc.assert(
      fc.property(anyQuotation, (quotation) => {
        const { markdown = '', file } = renderQuotation({ ...quotation, brief: true }, characters(2_000), layout) ?? {};
        if (file !== undefined) return;
        const answer = sentencesOf(quotation).find(({ marked }) => marked) ?? sentencesOf(quotation)[0];
        expect(quotedWords(markdown).length).toBeLessThanOrEqual(Math.max(300, answer?.text.length ?? 0));
      }),
      { numRuns: 300 },
    );
  });

  test('of a whole article costs what is shown of it', () => {
    const sentences = [{ text: '是。', marked: false }];
    const quotation: Quotation = {
      kind: 'quotation',
      paragraphs: Array.from({ length: 3_000 }, (_, at) => ({ address: `§0¶${at + 1}`, sentences })),
      converted: false,
    };
    const from = performance.now();
    const { markdown = '' } = renderQuotation(quotation, characters(4_000), { ...layout, addresses: true }) ?? {};
    expect(markdown.length).toBeGreaterThan(3_800);
    // Looking at every paragraph for every sentence that was tried took many seconds.
    expect(performance.now() - from).toBeLessThan(1_000);
  });

  test('takes no more bytes than there are, of characters of three and of four', () => {
    for (const character of ['字', '𠮷', '😀']) {
      const sentences = Array.from({ length: 300 }, (_, at) => ({
        text: `${character.repeat(30)}。`,
        marked: at === 150,
      }));
      const quotation: Quotation = {
        kind: 'quotation',
        paragraphs: [{ address: '§1¶1', sentences }],
        converted: true,
      };
      for (const bytes of [200, 1_000, 5_000]) {
        const { markdown = '' } = renderQuotation(quotation, { characters: 4_000, bytes }, layout) ?? {};
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(bytes);
        expect(Buffer.byteLength(markdown)).toBeGreaterThan(Math.min(bytes, 4_000) - 300);
      }
    }
  });

  test('whose sentences make marks active only beside each other still fits', () => {
    const sentences = Array.from({ length: 6_000 }, (_, at) => ({
      text: at % 2 === 0 ? ':' : 'a',
      marked: at === 3_000,
    }));
    const quotation: Quotation = {
      kind: 'quotation',
      paragraphs: [{ address: '§1¶1', sentences }],
      converted: false,
    };
    const { markdown = '', file } = renderQuotation(quotation, characters(4_000), layout) ?? {};
    expect(file).toBeUndefined();
    expect(markdown.length).toBeLessThanOrEqual(4_000);
    expect(markdown.length).toBeGreaterThan(2_500);
  });

  test('a single sentence that is too long goes out as a file', () => {
    const text = `${'长'.repeat(5_000)}。`;
    const quotation: Quotation = {
      kind: 'quotation',
      paragraphs: [{ address: '§1¶1', sentences: [{ text, marked: true }] }],
      converted: false,
    };
    const { markdown, file } = renderQuotation(quotation, characters(4_000), layout) ?? { markdown: '' };
    expect(markdown).toBe('-# Too long to show here; the full text is attached.');
    expect(file?.text).toBe(text);
  });

  test('marks neighbouring answer sentences with one pair of marks and keeps paragraphs apart', () => {
    const quotation: Quotation = {
      kind: 'quotation',
      paragraphs: [
        {
          address: '§1¶1',
          sentences: [
            { text: '一。', marked: true },
            { text: '二。', marked: true },
            { text: '三。', marked: false },
          ],
        },
        { address: '§1¶2', sentences: [{ text: '四。', marked: false }] },
      ],
      converted: true,
    };
    expect(renderQuotation(quotation, characters(4_000), { ...layout, locale: 'zh-TW' })?.markdown).toBe(
      '> **一。二。**三。\n> \n> 四。\n-# 原文為簡體，轉為繁體字顯示',
    );
    expect(
      renderQuotation(quotation, characters(4_000), { ...layout, locale: 'zh-CN', addresses: true })?.markdown,
    ).toBe('> *§1¶1*\n> **一。二。**三。\n> *§1¶2*\n> 四。\n-# 原文为繁体，转为简体字显示');
  });
});
