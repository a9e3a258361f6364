import { describe, expect, it } from 'vitest';
import { picturesIn } from '../../../src/chat/checking/pictures.ts';

describe('pictures among words', () => {
  it.each([
    ['法律是国家的重器❌', 1],
    ['⛔🙄✅', 3],
    ['👨‍👩‍👧‍👦说👍🏽', 2],
    ['🇨🇳🇹🇼', 2],
    ['✗ ✓ ✔ ☹ ★', 5],
    ['▶️ ©️', 2],
    ['➕➖', 2],
  ])('%j', (text, count) => {
    expect(picturesIn(text)).toBe(count);
  });

  it.each(['法律是国家的重器。', '1＋7＋X', '甲→乙➡️丙', '①❶3.5℃', '▶■●©', '1️⃣', '❝好❞', '𠮷', '\uFFFC'])(
    '%j has none',
    (text) => {
      expect(picturesIn(text)).toBe(0);
    },
  );
});
