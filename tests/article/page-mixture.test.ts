import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NotAnArticle } from '../../src/article/article.ts';
import { decode } from '../../src/article/decode.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { linesOfArticle, replay } from '../../src/article/replay.ts';

const FOLDER = new URL('pages/', import.meta.url);
const lines = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .flatMap((file) => readFileSync(new URL(file, FOLDER), 'utf8').split('\n'))
  .filter((line) => line.trim() !== '');

/** The lines as an article with the bytes they came from; undefined where they are none. */
function read(page: readonly string[]) {
  const bytes = new TextEncoder().encode(page.join('\n'));
  try {
    return { bytes, article: parseArticle(bytes, 'page') };
  } catch (error) {
    if (error instanceof NotAnArticle) return undefined;
    throw error;
  }
}

test('whatever lines of pages stand together, all that is done to them is on record', () => {
  let readable = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { minLength: 2, maxLength: 25 }), (page) => {
      const found = read(page);
      if (found === undefined) return;
      readable += 1;
      expect(replay(decode(found.bytes), found.article)).toEqual(linesOfArticle(found.article));
      const { title, authors = [], editors } = found.article;
      expect(title.length).toBeLessThan(100);
      for (const name of [...authors, ...editors]) expect(name.trim()).not.toBe('');
    }),
    {
      numRuns: 80,
      examples: [
        [
          [
            '石橋上的碑文',
            '一、统一价钱',
            '——云渡镇新烘房侧记',
            '石橋上的碑文',
            '厂长说，往年遇上连阴雨，鲜叶只能摊在祠堂里晾，今年不用再看天的脸色了。',
          ],
        ],
      ],
    },
  );
  expect(readable).toBeGreaterThan(20);
});
