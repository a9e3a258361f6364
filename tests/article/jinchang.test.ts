import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decode } from '../../src/article/decode.ts';
import { articleToJson } from '../../src/article/json.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { linesOfArticle, replay } from '../../src/article/replay.ts';

const seed = readFileSync('seeds/jinchang.txt');

test('the seed parses to the article that was read line by line', () => {
  const {
    repairs: _,
    removed: __,
    ...article
  } = articleToJson(parseArticle(seed, 'jinchang'), []) as Record<string, unknown>;
  expect(article).toEqual(JSON.parse(readFileSync('tests/golden/jinchang.json', 'utf8')));
});

test('the seed plus its recorded edits is the article', () => {
  const article = parseArticle(seed, 'jinchang');
  expect(replay(decode(seed), article)).toEqual(linesOfArticle(article));
});
