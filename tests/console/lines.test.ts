import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLines } from '../../src/console/lines.ts';

async function linesOf(chunks: readonly (string | Uint8Array)[]): Promise<string[]> {
  async function* input() {
    yield* chunks;
  }
  const lines: string[] = [];
  for await (const line of readLines(input())) lines.push(line);
  return lines;
}

it('ends lines at \\n and \\r\\n alone', async () => {
  expect(await linesOf(['a\r\nb\rc\n', '\nd\u2028e'])).toEqual(['a', 'b\rc', '', 'd\u2028e']);
  expect(await linesOf([])).toEqual([]);
  expect(await linesOf(['a\n'])).toEqual(['a']);
});

it('reads the same lines however the bytes come in', async () => {
  const lines = fc.array(fc.string({ unit: fc.constantFrom('金', 'é', 'x', '😀') }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(lines, fc.integer({ min: 1, max: 4 }), async (written, size) => {
      const bytes = Buffer.from(written.map((line) => `${line}\n`).join(''));
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      expect(await linesOf(chunks)).toEqual(written);
    }),
  );
});
