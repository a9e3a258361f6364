import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../src/passages/pieces.ts';
import { type Window, windowsOf } from '../../src/passages/windows.ts';
import { pointAt } from '../../src/reader/pointing.ts';
import { articleOf } from '../training/passages.ts';

function windowOf(text: string): Window {
  const [window] = piecesOf(articleOf('a', [text])).flatMap(windowsOf);
  if (window === undefined) throw new Error('there is no window');
  return window;
}

/** A token for each character. */
const tokensOf = (text: string) => Array.from({ length: text.length }, (_, start) => ({ start, end: start + 1 }));

/** Logits that are high at one place. */
function at(place: number, length: number): Float32Array {
  return Float32Array.from({ length }, (_, index) => (index === place ? 9 : 0));
}

const text = '她管8栋楼，共有408户。44岁的马翠芳很忙。';
const window = windowOf(text);

describe('pointing', () => {
  const point = (first: string, last: string) =>
    pointAt(window, tokensOf(text), {
      start: at(text.indexOf(first), text.length),
      end: at(text.indexOf(last) + last.length - 1, text.length),
      answers: 1,
    });

  it('finds the sentence and the run', () => {
    const pointed = point('408', '户');
    expect(pointed?.sentence).toBe(0);
    expect(text.slice(pointed?.run.start, pointed?.run.end)).toBe('408户');
    expect(pointed?.sentenceLikelihood).toBeGreaterThan(0.9);
  });

  it('leaves off what hangs at the edges', () => {
    const pointed = point('44', '的');
    expect(pointed?.sentence).toBe(1);
    expect(text.slice(pointed?.run.start, pointed?.run.end)).toBe('44岁');
    const comma = point('8栋', '，');
    expect(text.slice(comma?.run.start, comma?.run.end)).toBe('8栋楼');
  });

  it('points at nothing where there is no token', () => {
    expect(pointAt(window, [], { start: new Float32Array(), end: new Float32Array(), answers: 0 })).toBeUndefined();
  });

  it('keeps the run inside the sentence, whatever the logits', () => {
    const { length } = text;
    const logits = fc.array(fc.float({ min: -20, max: 20, noNaN: true }), { minLength: length, maxLength: length });
    fc.assert(
      fc.property(logits, logits, (start, end) => {
        const pointed = pointAt(window, tokensOf(text), {
          start: Float32Array.from(start),
          end: Float32Array.from(end),
          answers: 0,
        });
        const sentence = window.sentences[pointed?.sentence ?? -1];
        expect(sentence).toBeDefined();
        expect(pointed?.run.start).toBeGreaterThanOrEqual(sentence?.start ?? 0);
        expect(pointed?.run.end).toBeLessThanOrEqual(sentence?.end ?? 0);
        expect(pointed?.runLikelihood).toBeLessThanOrEqual(1 + 1e-9);
        expect(pointed?.sentenceLikelihood).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
