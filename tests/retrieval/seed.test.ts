import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ToldAnswer } from '../../src/answer/told.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { createLibrary } from '../../src/library/open.ts';
import { asked } from '../asked.ts';
import { SEED_QUESTIONS } from './seed-questions.ts';

const library = createLibrary([
  parseArticle(readFileSync(new URL('../../seeds/jinchang.txt', import.meta.url)), 'jinchang'),
]);

const answered = SEED_QUESTIONS.flatMap((question) => ('refused' in question ? [] : [question]));
const refused = SEED_QUESTIONS.flatMap((question) => ('refused' in question ? [question] : []));

/** Those whose answer is not right. */
async function failing<Question extends { readonly ask: string }>(
  questions: readonly Question[],
  isRight: (question: Question, answer: ToldAnswer) => boolean,
): Promise<Question[]> {
  const failures: Question[] = [];
  for (const question of questions) if (!isRight(question, await asked(library, question.ask))) failures.push(question);
  return failures;
}

/** Failures stand in the message, so that a person sees which question went wrong. */
function expectShare(share: number, total: number, failures: readonly string[]): void {
  expect((total - failures.length) / total, failures.join('\n')).toBeGreaterThanOrEqual(share);
}

describe('questions about the seed', () => {
  it('are sixty and more', () => {
    expect(SEED_QUESTIONS.length).toBeGreaterThanOrEqual(60);
  });

  it('find the right passage first', async () => {
    const failures = await failing(answered, ({ at }, { passages: [best] }) =>
      [at].flat().includes(best?.address ?? ''),
    );
    expectShare(
      0.95,
      answered.length,
      failures.map(({ ask }) => ask),
    );
  });

  it('are answered within the marked sentence', async () => {
    const failures = await failing(answered, ({ says }, { answered: isAnswered, passages: [best] }) => {
      const { text = '', highlight } = best ?? {};
      return isAnswered && text.slice(highlight?.start, highlight?.end).includes(says);
    });
    expectShare(
      0.9,
      answered.length,
      failures.map(({ ask }) => ask),
    );
  });

  it('are refused where the article does not say', async () => {
    const failures = await failing(refused, (_, { answered: isAnswered }) => !isAnswered);
    expectShare(
      0.9,
      refused.length,
      failures.map(({ ask }) => ask),
    );
  });
});
