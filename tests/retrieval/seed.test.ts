import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse.ts';
import { createPassageIndex } from '../../src/retrieval/passage-index.ts';
import { SEED_QUESTIONS } from './seed-questions.ts';

const index = createPassageIndex([
  parseArticle(readFileSync(new URL('../../seeds/jinchang.txt', import.meta.url)), 'jinchang'),
]);

const answered = SEED_QUESTIONS.flatMap((question) => ('refused' in question ? [] : [question]));
const refused = SEED_QUESTIONS.flatMap((question) => ('refused' in question ? [question] : []));

/** Failures stand in the message, so that a person sees which question went wrong. */
function expectShare(share: number, total: number, failures: readonly string[]): void {
  expect((total - failures.length) / total, failures.join('\n')).toBeGreaterThanOrEqual(share);
}

describe('questions about the seed', () => {
  it('are sixty and more', () => {
    expect(SEED_QUESTIONS.length).toBeGreaterThanOrEqual(60);
  });

  it('find the right passage first', () => {
    const failures = answered.filter(({ ask, at }) => ![at].flat().includes(index.ask(ask).passages[0]?.address ?? ''));
    expectShare(
      0.95,
      answered.length,
      failures.map(({ ask }) => ask),
    );
  });

  it('are answered within the marked sentence', () => {
    const failures = answered.filter(({ ask, says }) => {
      const { answered: isAnswered, passages } = index.ask(ask);
      const { text = '', highlight } = passages[0] ?? {};
      return !isAnswered || !highlight || !text.slice(highlight.start, highlight.end).includes(says);
    });
    expectShare(
      0.9,
      answered.length,
      failures.map(({ ask }) => ask),
    );
  });

  it('are refused where the article does not say', () => {
    const failures = refused.filter(({ ask }) => index.ask(ask).answered);
    expectShare(
      0.9,
      refused.length,
      failures.map(({ ask }) => ask),
    );
  });
});
