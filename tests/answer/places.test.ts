import { describe, expect, it } from 'vitest';
import { addressed } from '../../src/answer/places.ts';
import { addressOf } from '../../src/passages/passages.ts';
import type { Scope } from '../../src/passages/scope.ts';
import { readQuestion } from '../../src/question/question.ts';
import { createPassageStore } from '../../src/retrieval/store/store.ts';
import { takeAll } from '../../src/steps.ts';
import { harbour, jinchang } from '../sample-articles.ts';

const alone = createPassageStore();
takeAll(alone.adding(harbour));
const both = createPassageStore();
takeAll(both.adding(harbour));
takeAll(both.adding(jinchang()));
const found = (asked: string, scope: Scope = {}, store = alone) => {
  const found = addressed(store, readQuestion(asked), scope);
  return found?.passages.map(({ passage }) => `${passage.article.id}${addressOf(passage)}`).join(' ');
};

describe('addressed', () => {
  it.each([
    '§2¶1',
    ' §2 ¶1？',
    '第2节第1段',
    '第二節第一段是什麼？',
    'harbour§2¶1',
    's2p1',
    '2.1',
    '2-1讲了什么',
    '2 1',
    '（§2¶1）',
    '[2.1]',
    '2.1。',
    '2‑1',
    '２．１',
    'section 2 paragraph 1',
    '《舊港口改建為市民公園》 · 港城報 · 2020年5月1日 · §2¶1',
  ])('finds %s', (asked) => {
    expect(found(asked)).toBe('harbour§2¶1');
  });

  it('gives the whole passage, with no sentence marked', () => {
    const [passage] = addressed(alone, readQuestion('§2¶1'), {})?.passages ?? [];
    expect(passage).toMatchObject({
      passage: { heading: '居民怎麼看？', text: harbour.sections[2]?.paragraphs[0] },
      sentence: null,
    });
  });

  it.each(['第二节最后一段讲了什么？', '最後一段', 'last paragraph', '2.2', '最后一节第二段'])(
    'finds %s at the end',
    (asked) => {
      expect(found(asked)).toBe('harbour§2¶2');
    },
  );

  it('finds several in the order in which they are typed, and ranges from their first to their last', () => {
    expect(found('2.1和1.1')).toBe('harbour§2¶1 harbour§1¶1');
    expect(found('2.1,1.1')).toBe('harbour§2¶1 harbour§1¶1');
    expect(found('§1¶1–§2¶1')).toBe(found('2.1-1.1'));
    expect(found('1.1-2.1')).toMatch(/^harbour§1¶1 .*harbour§2¶1$/);
  });

  it('opens a section that is asked for by its sign', () => {
    expect(addressed(alone, readQuestion('§2'), {})?.section).toBe(2);
    expect(addressed(alone, readQuestion('（§1）'), {})?.section).toBe(1);
    expect(addressed(alone, readQuestion('§9'), {})).toBeUndefined();
  });

  it('needs an article among several', () => {
    expect(found('§2¶1', {}, both)).toBeUndefined();
    expect(found('jinchang§2¶1', {}, both)).toBe('jinchang§2¶1');
    expect(found('§2¶1', { articleId: 'harbour' }, both)).toBe('harbour§2¶1');
  });

  it('takes what may be an address for the number that the article has', () => {
    const store = createPassageStore();
    const [lead, ...rest] = harbour.sections;
    if (lead === undefined) throw new Error('the article has no sections');
    takeAll(store.adding({ ...harbour, sections: [{ ...lead, paragraphs: ['增长2.1%。'] }, ...rest] }));
    expect(found('2.1', {}, store)).toBeUndefined();
    expect(found('s2p1', {}, store)).toBe('harbour§2¶1');
  });

  it('finds nothing else', () => {
    for (const asked of [
      '9.9',
      '2',
      '§9¶9',
      '第二节讲了什么',
      '第1期',
      '',
      '2.1万元',
      '2.1%的人',
      '12.5',
      '2.1是谁说的',
      '第99段',
    ])
      expect(found(asked)).toBeUndefined();
  });
});
