import * as ToTraditional from 'opencc-js/cn2t';
import * as ToSimplified from 'opencc-js/t2cn';
import { toSimplifiedCharacters, toTraditionalCharacters } from '../../../src/language/script.ts';
import type { Pool, PoolQuestion } from '../pool.ts';

type Convert = (text: string) => string;

const simplify = ToSimplified.Converter({ from: 'tw', to: 'cn' });
const traditionalise = ToTraditional.Converter({ from: 'cn', to: 'tw' });

/**
 * OpenCC's phrases, as a person's converter would have it; character by character where a
 * phrase would change the length, so that the answers keep their offsets.
 */
export const toHans: Convert = (text) => sameLength(text, simplify, toSimplifiedCharacters);
export const toHant: Convert = (text) => sameLength(text, traditionalise, toTraditionalCharacters);

function sameLength(text: string, convert: Convert, byCharacter: Convert): string {
  const converted = convert(text);
  return converted.length === text.length ? converted : byCharacter(text);
}

/** The pool with its passages, and the annotated answers in them, in another script. */
export function convertPassages(pool: Pool, convert: Convert): Pool {
  const passages = pool.passages.map((passage) => ({ ...passage, text: convert(passage.text) }));
  const questions = pool.questions.map((question) => ({
    ...question,
    answers: question.answers.map(({ start, text }) => ({
      start,
      text: passages[question.passage]?.text.slice(start, start + text.length) ?? text,
    })),
  }));
  return { passages, questions };
}

/** The pool with its questions changed: their script, a misspelling. */
export function changeQuestions(pool: Pool, change: (question: PoolQuestion) => string): Pool {
  return {
    ...pool,
    questions: pool.questions.map((question) => ({ ...question, question: change(question) })),
  };
}
