import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/question/question.ts';
import { DEFINITION_FEATURES } from '../../../src/retrieval/evidence/definition-features.ts';
import { findMatches } from '../../../src/retrieval/evidence/matches.ts';
import { createProbe } from '../../../src/retrieval/evidence/probe.ts';
import { passagesOf } from '../../../src/retrieval/passages/passages.ts';
import { articleOf, storeOf } from '../../training/passages.ts';

/** Whether a text is found to define what a question asks for. */
function defines(question: string, text: string): boolean {
  const article = articleOf('one', [text]);
  const [passage] = passagesOf(article);
  const [feature] = DEFINITION_FEATURES;
  if (passage === undefined || feature === undefined) throw new Error('nothing to look at');
  const probe = createProbe(readQuestion(question), storeOf([article]).rarity);
  return feature.of(findMatches(probe, passage)) === 1;
}

describe('defines the subject', () => {
  it.each([
    ['什么是岩芯？', '岩芯是用钻机从地下取出的圆柱状岩石。'],
    ['岩芯是什么？', '岩芯是用钻机从地下取出的圆柱状岩石。'],
    ['什麼是「岩芯」？', '所謂「岩芯」，是指用鑽機取出的圓柱狀岩石。'],
    ['岩芯指的是什么？', '取出的圆柱状岩石，称为岩芯。'],
    ['岩芯是什么意思？', '岩芯（英文core），即圆柱状的岩石样品。'],
    ['李春华是谁？', '带队的是地质队队长李春华是个老队员。'],
    ['李春华是谁？', '他遇见了当地的护林员李春华。'],
  ])('%s – %s', (question, text) => {
    expect(defines(question, text)).toBe(true);
  });

  it.each([
    ['什么是岩芯？', '岩芯被装进木箱，运往省城。'],
    ['岩芯有多长？', '岩芯是用钻机从地下取出的圆柱状岩石。'],
    ['岩芯为什么重要？', '岩芯是用钻机从地下取出的圆柱状岩石。'],
    ['什么是岩芯？', '他们整日钻探。'],
  ])('not %s – %s', (question, text) => {
    expect(defines(question, text)).toBe(false);
  });
});
