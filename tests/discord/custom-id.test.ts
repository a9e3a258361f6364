import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatComponentId,
  formatPlace,
  formatQuestionId,
  LONGEST_QUESTION,
  parseComponentId,
  parsePlace,
  parseQuestionId,
} from '../../src/discord/custom-id.ts';

const where = fc.record({
  hash: fc.stringMatching(/^[0-9a-f]{8,32}$/),
  address: fc.record({ section: fc.nat(999_999), paragraph: fc.nat(999_999) }),
});
const detail = fc.oneof(
  fc.record({ page: fc.nat(999_999) }),
  fc.record({ quoted: fc.nat(999_999) }),
  fc.record({ marked: fc.nat(999_999) }),
  fc.record({ page: fc.constant(0), picture: fc.constantFrom('landscape' as const, 'square' as const) }),
  fc.record({ quoted: fc.nat(999_999), picture: fc.constantFrom('landscape' as const, 'square' as const) }),
  fc.record({ marked: fc.nat(999_999), picture: fc.constantFrom('landscape' as const, 'square' as const) }),
  fc.record({ glance: fc.nat(99), page: fc.nat(9_999) }),
  fc.record({ named: fc.nat(999_999), page: fc.nat(9_999) }),
);
const place = fc.tuple(where, detail).map(([where, detail]) => ({ ...where, ...detail }));
const id = fc.record({
  action: fc.constantFrom(
    'passage',
    'section',
    'contents',
    'glance',
    'copy',
    'post',
    'picture',
    'reshape',
    'delete',
    'choose',
    'pick',
    'all',
  ),
  place,
  owner: fc.stringMatching(/^[1-9]\d{16,19}$/),
  slot: fc.nat(39),
});

describe('component ids', () => {
  test('come back as they were and fit', () => {
    fc.assert(
      fc.property(id, (original) => {
        const text = formatComponentId(original);
        expect(text.length).toBeLessThanOrEqual(100);
        expect(parseComponentId(text)).toEqual(original);
        expect(parsePlace(formatPlace(original.place))).toEqual(original.place);
      }),
    );
  });

  test('anything else is nothing, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.string(), { maxLength: 9 }).map((parts) => parts.join(':')),
        ),
        (text) => {
          const parsed = parseComponentId(text);
          if (parsed !== undefined) expect(formatComponentId(parsed).split(':').length).toBe(text.split(':').length);
        },
      ),
    );
    expect(parseComponentId('0:passage:a1b2:2:1:0:5:0')).toBeUndefined();
    expect(parseComponentId('1:passage:a1b2:2:1:0:5:0:0')).toBeUndefined();
    expect(parseComponentId('1:passage:a1b2:-2:1:0:5:0')).toBeUndefined();
  });
});

describe('ids of questions', () => {
  const asking = fc.record({
    question: fc
      .string({ minLength: 1, maxLength: LONGEST_QUESTION })
      .filter(({ length }) => length <= LONGEST_QUESTION),
    owner: fc.stringMatching(/^[1-9]\d{16,19}$/),
    slot: fc.nat(39),
  });

  test('come back as they were, fit, and are no places', () => {
    fc.assert(
      fc.property(asking, (original) => {
        const text = formatQuestionId(original);
        expect(text.length).toBeLessThanOrEqual(100);
        expect(parseQuestionId(text)).toEqual(original);
        expect(parseComponentId(text)).toBeUndefined();
      }),
    );
  });

  test('are nothing else', () => {
    for (const text of ['1:ask:5:0:', '0:ask:5:0:谁？', '1:ask:5:谁？', '1:passage:a1b2:2:1:0:5:0']) {
      expect(parseQuestionId(text)).toBeUndefined();
    }
  });
});
