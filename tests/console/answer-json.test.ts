import { expect, test } from 'vitest';
import { answerJson } from '../../src/console/answer-json.ts';
import { one } from '../commands/run.ts';

test('the sentence of a refusal is the one that programs know', () => {
  const refusal = (question: string, locale: 'zh-CN' | 'zh-TW' | 'en') => answerJson(question, one, 1, locale).refusal;
  expect(refusal('', 'zh-CN')).toBe('请问一个关于文章的问题。');
  expect(refusal('？', 'zh-TW')).toBe('請問一個關於文章的問題。');
  expect(refusal('', 'en')).toBe('Ask a question about the article.');
  const { present = [], missing = [], refusal: said } = answerJson('马翠芳喜欢喝咖啡吗？', one, 1, 'en');
  expect(said).toBe(
    `The article does not answer this. It has: ${present.join(', ')}. It does not have: ${missing.join(', ')}.`,
  );
  expect(refusal('马翠芳喜欢喝咖啡吗？', 'zh-CN')).toBe(
    `文章里没有回答这个问题。文中有：${present.join('、')}。文中没有：${missing.join('、')}。`,
  );
});
