import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, type Revision, repairsOf, revise, unrevised } from '../../src/article/revision.ts';

const AT = 100;

/** Changes of a text: in order, not overlapping, none empty. */
function changesOf(text: string, cuts: readonly number[], replacements: readonly string[]): Change[] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((one, other) => one - other);
  const changes: Change[] = [];
  for (let index = 0; index + 1 < places.length; index += 2) {
    const [start = 0, end = 0] = places.slice(index);
    changes.push({ start, end, to: replacements[index % replacements.length] ?? '' });
  }
  return changes;
}

function replayed(original: string, revision: Revision): string {
  let result = '';
  let read = 0;
  for (const { at, from, to } of repairsOf(revision)) {
    expect(at - AT).toBeGreaterThanOrEqual(read);
    expect(original.slice(at - AT, at - AT + from.length)).toBe(from);
    result += original.slice(read, at - AT) + to;
    read = at - AT + from.length;
  }
  return result + original.slice(read);
}

test('whatever rules do one after the other, the record leads from the file to the text', () => {
  const step = fc.tuple(
    fc.array(fc.nat(), { maxLength: 8 }),
    fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30 }), fc.array(step, { maxLength: 4 }), (text, steps) => {
      const original = { at: AT, text };
      let revision = unrevised(original);
      for (const [index, [cuts, replacements]] of steps.entries()) {
        revision = revise(original, revision, `rule-${index}`, changesOf(revision.text, cuts, replacements));
      }
      expect(replayed(text, revision)).toBe(revision.text);
    }),
    { seed: 20211123, numRuns: 1000 },
  );
});

test('a change inside an earlier repair becomes part of it', () => {
  const original = { at: AT, text: '料!暗裸y行好' };
  const mended = revise(original, unrevised(original), 'lost-byte', [{ start: 1, end: 6, to: '。“銀行' }]);
  const spelled = revise(original, mended, 'converted-script', [{ start: 3, end: 4, to: '银' }]);
  expect(repairsOf(spelled)).toEqual([{ rule: 'lost-byte', at: 101, from: '!暗裸y行', to: '。“银行' }]);
});

test('adjacent changes of one rule are one repair', () => {
  const original = { at: AT, text: 'abcd' };
  const changes = [
    { start: 0, end: 1, to: 'A' },
    { start: 1, end: 2, to: 'B' },
    { start: 3, end: 4, to: 'D' },
  ];
  expect(repairsOf(revise(original, unrevised(original), 'rule', changes)).map(({ from }) => from)).toEqual([
    'ab',
    'd',
  ]);
});
