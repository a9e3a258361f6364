import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/chat/locale.ts';
import { renderCard } from '../../../src/discord/render/card.ts';
import { pictureFile } from '../../../src/discord/render/picture.ts';
import { weightOf } from '../../../src/discord/render/weight.ts';
import { anyReply } from '../arbitrary/reply.ts';
import { nastyText } from '../arbitrary/text.ts';
import { bodyProblems } from '../stand-in/validation.ts';

const png = new Uint8Array([1]);

describe('the description of a picture', () => {
  test('is the quotation to the letter', () => {
    for (const shown of ['初冬的清晨。', `${'字'.repeat(1_023)}。`, '第一段。\n第二段。\n（后略）']) {
      expect(pictureFile({ png, shown }).description).toBe(shown);
    }
  });

  test('of more words than Discord takes is as many as it takes, and says so', () => {
    for (const shown of ['字'.repeat(1_025), '𠮷'.repeat(2_000), `字${'𠮷'.repeat(2_000)}`]) {
      const { description } = pictureFile({ png, shown });
      expect(description.length).toBeLessThanOrEqual(1_024);
      expect(description.length).toBeGreaterThan(1_020);
      expect(description.isWellFormed()).toBe(true);
      expect(description.endsWith('……')).toBe(true);
      expect(shown.startsWith(description.slice(0, -2))).toBe(true);
    }
  });
});

test('a card with a picture is one that Discord takes, whatever is in both', () => {
  const layout = fc.record({
    locale: fc.constantFrom(...LOCALES),
    owner: fc.stringMatching(/^[1-9]\d{16,19}$/),
    audience: fc.constantFrom('public' as const, 'private' as const),
  });
  const words = fc.oneof(nastyText, fc.constantFrom('字'.repeat(3_000), '\u{20000}'.repeat(600), ''));
  fc.assert(
    fc.property(anyReply, layout, words, (reply, how, shown) => {
      const { body, files } = renderCard(reply, how, pictureFile({ png, shown }));
      expect(weightOf(body.components)).toBeLessThanOrEqual(10_170);
      const json = JSON.parse(JSON.stringify({ type: 4, data: body }));
      const sent = { json, files: files.map(({ name }) => name), texts: [] };
      expect(bodyProblems('POST', '/interactions/1/t/callback', sent)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
