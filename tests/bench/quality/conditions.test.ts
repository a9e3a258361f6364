import { expect, it } from 'vitest';
import * as conditions from './conditions.ts';
import { toPinyin } from './pinyin.ts';
import { POOL } from './pool-for-test.ts';

const byName = new Map(conditions.conditionsOf(POOL).map((condition) => [condition.name, condition.pool]));

it('asks only the test part but searches everything', () => {
  expect(POOL.passages).toHaveLength(3);
  expect(POOL.questions.map(({ question }) => question)).not.toContain('馬祖在哪裡？');
});

it('keeps every answer at its offsets whatever the script', () => {
  for (const { passages, questions } of byName.values()) {
    for (const { passage, answers } of questions) {
      for (const { text, start } of answers) expect(passages[passage]?.text.startsWith(text, start)).toBe(true);
    }
  }
});

it('converts passages and questions apart', () => {
  const pool = byName.get(conditions.HANT_ON_HANS);
  expect(pool?.passages[0]?.text).toContain('甘肃省');
  expect(pool?.questions[0]?.question).toBe('金昌市位於哪個省？');
});

it('damages one character, in the script of the question', () => {
  const damaged = byName.get(conditions.HOMOPHONE)?.questions ?? [];
  POOL.questions.forEach(({ question }, at) => {
    const changed = damaged[at]?.question ?? '';
    expect(changed).toHaveLength(question.length);
    expect([...changed].filter((character, place) => character !== question[place]).length).toBeLessThanOrEqual(1);
    expect(toPinyin(changed, 'spaced')).toBe(toPinyin(question, 'spaced'));
  });
  const lengths = (name: string) => byName.get(name)?.questions.map(({ question }) => question.length);
  const clean = POOL.questions.map(({ question }) => question.length);
  expect(lengths(conditions.DROPPED)).toEqual(clean.map((length) => length - 1));
  expect(lengths(conditions.DOUBLED)).toEqual(clean.map((length) => length + 1));
});

it('damages the same way each time', () => {
  const again = conditions.conditionsOf(POOL).find(({ name }) => name === conditions.HOMOPHONE);
  expect(again?.pool.questions).toEqual(byName.get(conditions.HOMOPHONE)?.questions);
});

it('writes pinyin in three ways', () => {
  expect(toPinyin('馬翠芳管408戶？', 'spaced')).toBe('ma cui fang guan 408 hu ？');
  expect(toPinyin('馬翠芳', 'with tones')).toBe('mǎ cuì fāng');
  expect(toPinyin('馬翠芳', 'run together')).toBe('macuifang');
});
