import { expect, it } from 'vitest';
import { evidenceOf } from '../../src/answer/likelihood.ts';
import { windowsOf } from '../../src/passages/windows.ts';
import { readQuestion } from '../../src/question/question.ts';
import { find } from '../../src/retrieval/find.ts';
import { createPassageStore } from '../../src/retrieval/store/store.ts';
import { takeAll } from '../../src/steps.ts';
import { articleOf } from '../training/passages.ts';

const store = createPassageStore();
takeAll(store.adding(articleOf('museum', ['1984年4月，市博物馆在二号楼开馆。'])));

/** How many numbers of a question stand nowhere in the article, as the evidence has it. */
function numbersNowhere(asked: string): number | undefined {
  const question = readQuestion(asked);
  const readings = find(store, question, {}).ranked.flatMap((found) =>
    windowsOf(found.passage).map((window) => ({
      passage: found.passage,
      sentence: null,
      run: null,
      runLikelihood: 0,
      sentenceLikelihood: 1,
      logOdds: 0,
      found: { ...found, similarity: undefined, fused: 0 },
      window,
    })),
  );
  return evidenceOf(store, question, readings).numbersNowhere;
}

it('counts the numbers that a question names and the article lacks', () => {
  expect(numbersNowhere('市博物馆三号楼是什么？')).toBe(1);
  expect(numbersNowhere('市博物馆1985年开馆了吗？')).toBe(1);
  expect(numbersNowhere('市博物馆2号楼是什么？')).toBe(0);
});

it.each([
  '市博物馆在哪一年开馆？',
  '市博物館在哪一年開館？',
  '市博物馆在哪一层？',
  '市博物馆那一年还有什么？',
  '市博物馆每一层有什么？',
])('takes none for a number of %s, which asks for one or points at one', (asked) => {
  expect(numbersNowhere(asked)).toBe(0);
});
