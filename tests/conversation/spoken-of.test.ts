import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { spokenOf, spokenOfIn } from '../../src/conversation/spoken-of.ts';
import type { Passage } from '../../src/passages/passages.ts';
import { passageAt } from '../../src/passages/passages.ts';
import { harbour } from '../sample-articles.ts';

const passage = passageAt(harbour, { section: 1, paragraph: 2 }) as Passage;

/** What is told to a question by the passage above, with a run of it as the answer. */
function answeredWith(run: string, question: string): Answer {
  const start = passage.text.indexOf(run);
  const answer = run === '' ? null : { start, end: start + run.length };
  const sentence = { start: 0, end: passage.text.length };
  const found = { passage, score: 1, sentence, answer };
  return { question, verdict: 'answer', answered: true, confidence: 1, read: true, passages: [found] };
}

describe('spokenOf', () => {
  it.each([
    ['陳國華說了什麼', '', { person: '陳國華' }],
    ['誰是總經理', '陳國華', { person: '陳國華', thing: '總經理' }],
    ['碼頭的吊車怎麼辦', '', { person: '陳國華', thing: '碼頭' }],
    ['居民可以登上几座', '兩座', { person: '陳國華', thing: '居民' }],
  ])('%s', (question, run, expected) => {
    expect(spokenOf(question, answeredWith(run, question))).toEqual({ question, ...expected });
  });

  it('names no thing that nothing of what was found has', () => {
    const none = { ...answeredWith('', '能带狗吗'), answered: false };
    expect(spokenOf('能带狗吗', none)).toEqual({ question: '能带狗吗' });
  });

  it('names nobody where it is no answer, but whom the question names', () => {
    const none = { ...answeredWith('', '吊車多少錢'), answered: false };
    expect(spokenOf('吊車多少錢', none)).toEqual({ question: '吊車多少錢', thing: '吊車' });
    expect(spokenOf('陳國華多大', none)).toEqual({ question: '陳國華多大', person: '陳國華' });
  });
});

describe('spokenOfIn', () => {
  it('knows whom a passage is about where it names one alone', () => {
    expect(spokenOfIn(passage)).toEqual({ question: '', person: '陳國華' });
    expect(spokenOfIn(passageAt(harbour, { section: 2, paragraph: 2 }) as Passage)).toEqual({ question: '' });
  });
});
