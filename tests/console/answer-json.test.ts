import { expect, test } from 'vitest';
import type { Locale } from '../../src/chat/locale.ts';
import { answerJson } from '../../src/console/answer-json.ts';
import { carryOut } from '../../src/engine/answering.ts';
import { commands, one } from '../commands/run.ts';

const asked = async (question: string, locale: Locale) =>
  answerJson(question, await carryOut({ kind: 'answer', question, limit: 1 }, commands, one), locale);

test('the sentence of a refusal is the one that programs know', async () => {
  const refusal = async (question: string, locale: Locale) => (await asked(question, locale)).refusal;
  expect(await refusal('', 'zh-CN')).toBe('请问一个关于文章的问题。');
  expect(await refusal('？', 'zh-TW')).toBe('請問一個關於文章的問題。');
  expect(await refusal('', 'en')).toBe('Ask a question about the article.');
  const { present = [], missing = [], refusal: said } = await asked('马翠芳喜欢喝咖啡吗？', 'en');
  expect(said).toBe(
    `The article does not answer this. It has: ${present.join(', ')}. It does not have: ${missing.join(', ')}.`,
  );
  expect(await refusal('马翠芳喜欢喝咖啡吗？', 'zh-CN')).toBe(
    `文章里没有回答这个问题。文中有：${present.join('、')}。文中没有：${missing.join('、')}。`,
  );
});

test.each(['你好', 'thanks', '帮助', '你是谁', '目录'])('%s is no question to programs', async (said) => {
  const { question, answered, verdict, passages, summary } = await asked(said, 'zh-CN');
  expect({ question, answered, verdict, passages, summary }).toEqual({
    question: said,
    answered: false,
    verdict: 'off-topic',
    passages: [],
    summary: [],
  });
});

test('of several questions in a line the first is answered, and the line comes back whole', async () => {
  const both = '馬翠芳管多少戶？還有誰寫的？';
  const { question, ...rest } = await asked(both, 'zh-TW');
  const { question: _first, ...first } = await asked('馬翠芳管多少戶？', 'zh-TW');
  expect(question).toBe(both);
  expect(rest).toEqual(first);
  expect(rest.answered).toBe(true);
});
