import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { glossContext } from '../../src/article/gloss.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { mayLackBytes } from '../../src/article/restoration.ts';
import { convertCharacters, stopsBeforeMarks } from './damage.ts';
import { PUBLISHED } from './published.ts';
import { TITLE } from './read-page.ts';

const PARAGRAPHS = PUBLISHED.filter(({ script }) => script === 'hans')
  .flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs))
  .filter((paragraph) => stopsBeforeMarks(paragraph).length > 0);

/** A paragraph without the lead byte of a full stop, converted to Traditional before. */
function damaged(paragraph: string): string {
  const text = convertCharacters(paragraph, false);
  const [stop = 0] = stopsBeforeMarks(text);
  const bytes = iconv.encode(text, 'gbk');
  return new TextDecoder('gbk').decode(Buffer.concat([bytes.subarray(0, stop), bytes.subarray(stop + 1)]));
}

test('a long damaged text is searched like a short one', () => {
  const lines = PARAGRAPHS.map(damaged);
  for (const times of [1, 10, 100, 1000]) {
    const repeated = Array.from({ length: times }, () => lines).flat();
    expect(mayLackBytes(repeated, glossContext(''))).toBe(true);
  }
});

test('a line of any length is, too', () => {
  const [paragraph = ''] = PARAGRAPHS;
  const line = damaged(paragraph).repeat(45);
  const { sections } = parseArticle(new TextEncoder().encode(`${TITLE}\n${line}`), 'page');
  expect(sections[0]?.paragraphs).toEqual([convertCharacters(paragraph, false).repeat(45)]);
});

test('that nothing was looked for in a text that is odd throughout is told', () => {
  // UTF-8 read as GBK.
  const misread = (text: string) => new TextDecoder('gbk').decode(new TextEncoder().encode(text));
  // Half of that is searched still.
  const lines = Array.from({ length: 6 }, () => PARAGRAPHS.map((text) => `${misread(text)}。`)).flat();
  const { repairs } = parseArticle(new TextEncoder().encode([TITLE, ...lines].join('\n')), 'page');
  expect(repairs.map(({ rule }) => rule)).toContain('too-much-damage');
  expect(repairs.map(({ rule }) => rule)).not.toContain('lost-byte');
});
