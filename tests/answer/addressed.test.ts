import { describe, expect, it } from 'vitest';
import { addressedPassage } from '../../src/answer/addressed.ts';
import { readQuestion } from '../../src/question/question.ts';
import { addressOf } from '../../src/retrieval/passages/passages.ts';
import type { Scope } from '../../src/retrieval/scope.ts';
import { takeAll } from '../../src/retrieval/store/steps.ts';
import { createPassageStore } from '../../src/retrieval/store/store.ts';
import { harbour, jinchang } from '../sample-articles.ts';

const alone = createPassageStore();
takeAll(alone.adding(harbour));
const both = createPassageStore();
takeAll(both.adding(harbour));
takeAll(both.adding(jinchang()));
const found = (asked: string, scope: Scope = {}, store = alone) => {
  const passage = addressedPassage(store, readQuestion(asked), scope)?.passage;
  return passage && `${passage.article.id}${addressOf(passage)}`;
};

describe('addressedPassage', () => {
  it.each(['§2¶1', ' §2 ¶1？', '第2节第1段', '第二節第一段是什麼？', 'harbour§2¶1', 's2p1', '2.1', '2-1讲了什么'])(
    'finds %s',
    (asked) => {
      expect(found(asked)).toBe('harbour§2¶1');
    },
  );

  it('gives the whole passage, with no sentence marked', () => {
    const passage = addressedPassage(alone, readQuestion('§2¶1'), {});
    expect(passage).toMatchObject({
      passage: { heading: '居民怎麼看？', text: harbour.sections[2]?.paragraphs[0] },
      sentence: null,
    });
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
    for (const asked of ['9.9', '2', '§9¶9', '第二节讲了什么', '第1期', '§2', '']) expect(found(asked)).toBeUndefined();
  });
});
