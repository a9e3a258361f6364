import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { sentencesOf } from '../../src/passages/passages.ts';
import { piecesOf } from '../../src/passages/pieces.ts';
import { contextOf, type Window, windowsOf } from '../../src/passages/windows.ts';
import { articleOf } from '../retrieval/article-of.ts';
import { jinchang } from '../sample-articles.ts';

function windowsIn(paragraph: string): readonly Window[] {
  return piecesOf(articleOf('a', [paragraph])).flatMap(windowsOf);
}

const paragraphs = fc
  .array(
    fc.oneof(
      fc.integer({ min: 1, max: 700 }).map((length) => `${'字'.repeat(length)}。`),
      fc.integer({ min: 1, max: 400 }).map((length) => '𠮷'.repeat(length)),
      fc.constantFrom('他说。', '“好。好！”她说。', '  ', '\u3000', 'Yes! No?', '龘'),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

describe('windows', () => {
  it('are short, follow each other, and lose no sentence', () => {
    fc.assert(
      fc.property(paragraphs, (text) => {
        for (const piece of piecesOf(articleOf('a', [text]))) {
          const sentences = sentencesOf(piece);
          let [end, next] = [0, 0];
          const covered = sentences.map(() => 0);
          for (const window of windowsOf(piece)) {
            expect(window.text.length).toBeLessThanOrEqual(320);
            expect(window.offset).toBeGreaterThanOrEqual(end);
            expect(window.text).toBe(fold(piece.text).slice(window.offset, window.offset + window.text.length));
            expect(window.text.isWellFormed()).toBe(true);
            end = window.offset + window.text.length;
            expect([next - 1, next]).toContain(window.firstSentence);
            for (const [index, span] of window.sentences.entries()) {
              const number = window.firstSentence + index;
              covered[number] = (covered[number] ?? 0) + span.end - span.start;
            }
            next = window.firstSentence + window.sentences.length;
          }
          expect(covered).toEqual(sentences.map((sentence) => sentence.end - sentence.start));
        }
      }),
    );
  });

  it('take in as many sentences as fit', () => {
    const [first, second, ...others] = windowsIn(`${'一'.repeat(99)}。`.repeat(5));
    expect(first?.sentences).toEqual([0, 100, 200].map((start) => ({ start, end: start + 100 })));
    expect(second).toMatchObject({ offset: 300, firstSentence: 3 });
    expect(others).toEqual([]);
  });

  it('are several where a sentence is longer than one', () => {
    const windows = windowsIn(`短句。${'长'.repeat(700)}。又短。`);
    expect(windows.map(({ offset, firstSentence, text }) => [offset, firstSentence, text.length])).toEqual([
      [0, 0, 3],
      [3, 1, 320],
      [323, 1, 320],
      [643, 1, 64],
    ]);
    expect(windows[3]?.sentences).toEqual([
      { start: 0, end: 61 },
      { start: 61, end: 64 },
    ]);
  });

  it('of a passage are always the same ones', () => {
    const [piece] = piecesOf(jinchang());
    if (piece === undefined) throw new Error('the seed has no passage');
    expect(windowsOf(piece)).toBe(windowsOf(piece));
  });
});

describe('the context of a window', () => {
  const contextIn = (title: string, heading: string | null) => {
    const [window] = piecesOf(articleOf('a', ['一句。'], { title, heading })).flatMap(windowsOf);
    if (window === undefined) throw new Error('there is no window');
    return contextOf(window);
  };

  it('is the title and the heading, folded', () => {
    expect(contextIn('舊港口改建', '工程ＡＢ')).toBe('旧港口改建。工程ab');
    expect(contextIn('舊港口改建', null)).toBe('旧港口改建');
  });

  it('is short, and of whole characters', () => {
    expect(contextIn('港'.repeat(100), '工程')).toBe(`${'港'.repeat(24)}。工程`);
    expect(contextIn(`${'港'.repeat(23)}𠮷`, null).isWellFormed()).toBe(true);
  });

  it('has the end of what precedes it in its section', () => {
    const windows = piecesOf(
      articleOf('a', [`${'前'.repeat(50)}。`, '他来了。'], { title: '题', heading: null }),
    ).flatMap(windowsOf);
    expect(windows.map(contextOf)).toEqual(['题', `题。${'前'.repeat(39)}。`]);
  });
});
