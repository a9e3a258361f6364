import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NotAnArticle } from '../../src/article/article.ts';
import { articleFromJson, articleToJson } from '../../src/article/json.ts';
import { parseArticle } from '../../src/article/parse.ts';

const seed = parseArticle(readFileSync('seeds/jinchang.txt'), 'jinchang');
const printed = articleToJson(seed, [['甲。'], [], ['乙。']]);

test('an article reads back from what is printed, hash and all', () => {
  expect(articleFromJson(JSON.stringify(printed), 'other')).toEqual(seed);
  expect(articleFromJson(new TextEncoder().encode(JSON.stringify(printed)), 'other')).toEqual(seed);
});

test('keys come in a fixed order, the hash is left out, each section has its summary', () => {
  expect(Object.keys(printed)).toEqual([
    'id',
    'title',
    'subtitle',
    'site',
    'source',
    'publishedAt',
    'editors',
    'breadcrumbs',
    'script',
    'sections',
    'repairs',
    'removed',
  ]);
  expect(printed.sections.map(({ summary }) => summary)).toEqual([['甲。'], [], ['乙。'], []]);
});

test('who wrote it is printed where that is known, and read back', () => {
  const signed = { ...seed, authors: ['高子墨', '陆可欣'] };
  const again = articleToJson(signed, []);
  expect(again.authors).toEqual(['高子墨', '陆可欣']);
  expect(articleFromJson(JSON.stringify(again), 'other')).toEqual(signed);
  expect(printed).not.toHaveProperty('authors');
});

test('its text is taken as it is', () => {
  const sections = [{ number: 1, heading: '規范(fàn)', paragraphs: ['什么,', '“未完'] }];
  expect(articleFromJson(JSON.stringify({ title: '題', script: 'hant', sections }), 'own')).toMatchObject({
    id: 'own',
    sections,
  });
});

test.each([
  ['not JSON', '{', 'not valid JSON'],
  ['not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'not valid JSON'],
  ['an array', '[]', 'article'],
  ['without sections', '{"title":"题","script":"hans"}', 'sections'],
  ['no section', '{"title":"题","script":"hans","sections":[]}', 'sections'],
  [
    'no paragraph',
    '{"title":"题","script":"hans","sections":[{"number":0,"heading":null,"paragraphs":[]}]}',
    'no paragraph',
  ],
  [
    'wrong numbers',
    '{"title":"题","script":"hans","sections":[{"number":3,"heading":"甲","paragraphs":["乙"]}]}',
    'sections.0.number',
  ],
  [
    'a bad id',
    '{"id":"../x","title":"题","script":"hans","sections":[{"number":0,"heading":null,"paragraphs":["乙"]}]}',
    'id',
  ],
  [
    'blank authors',
    '{"authors":[" "],"title":"题","script":"hans","sections":[{"number":0,"heading":null,"paragraphs":["乙"]}]}',
    'authors.0',
  ],
  [
    'a bad date',
    '{"publishedAt":"gestern","title":"题","script":"hans","sections":[{"number":0,"heading":null,"paragraphs":["乙"]}]}',
    'publishedAt',
  ],
])('%s is refused, and the reason names what is wrong', (_, json, reason) => {
  expect(() => articleFromJson(json, 'x')).toThrow(NotAnArticle);
  expect(() => articleFromJson(json, 'x')).toThrow(reason);
});
