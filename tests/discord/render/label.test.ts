import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLabel } from '../../../src/discord/render/label.ts';
import { nastyText } from '../arbitrary/text.ts';

test('a label is short, visible, whole characters', () => {
  fc.assert(
    fc.property(nastyText, fc.integer({ min: 2, max: 100 }), (text, limit) => {
      const label = fitLabel(text, limit);
      if (label === undefined) return;
      expect(label.length).toBeLessThanOrEqual(limit);
      expect(label.isWellFormed()).toBe(true);
      expect(label).toBe(label.trim());
      expect(label).not.toMatch(/[\n\u202E\u200B]/);
    }),
  );
});

test('what has nothing to see is no label, and families stay together', () => {
  expect(fitLabel(' \u200B\n', 10)).toBeUndefined();
  expect(fitLabel('一二三四五', 4)).toBe('一二三…');
  expect(fitLabel('a👨‍👩‍👧b', 6)).toBe('a…');
});
