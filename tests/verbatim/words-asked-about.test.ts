import { expect, test } from 'vitest';
import { wordsAskedAbout } from '../../src/verbatim/words-asked-about.ts';

test.each([
  '文章里有这句吗？',
  '文章裡有這句話嗎',
  '原文真的说过这话吗',
  '报道里有没有这段？',
  '文章是这么说的吗？',
  '原文是这样写的么',
  '这句是原话吗',
  '這是不是文章裡的話？',
  '那段话算原文吗',
  '这句话在文章里吗',
  '这段出自原文吗？',
  '核对一下',
  '帮我核实一下这句话',
  'Is this in the article?',
  'does the article really say that?',
])('%s asks of the words of another message', (message) => {
  expect(wordsAskedAbout(message)).toEqual({ words: '' });
});

test.each([
  ['> 网格员管8栋楼\n文章里有这句吗？', '网格员管8栋楼'],
  ['“网格员管8栋楼”这是原话吗', '网格员管8栋楼'],
  ['文章里有这句话吗：「408戶1248人」', '408戶1248人'],
  ['"管8栋楼"，文章里有这句吗', '管8栋楼'],
  ['> 第一行\n> 第二行\n\n原文是这么说的吗', '第一行\n第二行'],
])('%j asks of its own', (message, words) => {
  expect(wordsAskedAbout(message)).toEqual({ words });
});

test.each([
  '',
  '文章',
  '文章讲了什么？',
  '文章里有哪些人？',
  '文章里有多少个网格员？',
  '文章里有没有马翠芳？',
  '这是什么？',
  '这句话是谁说的？',
  '马翠芳说过“有困难找我”吗？',
  '“三单服务”是什么？',
  '核对什么？',
  '是吗',
  'is the mayor in the article',
  `${'很长的话'.repeat(20)}文章里有这句吗`,
])('%j asks something else', (message) => {
  expect(wordsAskedAbout(message)).toBeUndefined();
});
