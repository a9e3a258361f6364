import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ToldAnswer } from '../../src/answer/answer.ts';
import { parseArticle } from '../../src/article/parse.ts';
import type { Library } from '../../src/library/library.ts';
import { createMeaning } from '../../src/library/meanings.ts';
import { createLibrary } from '../../src/library/open.ts';
import { openNetwork } from '../../src/network/open-network.ts';
import { createPassageStore } from '../../src/retrieval/store/store.ts';
import { asked } from '../asked.ts';
import { ALL_TIME } from '../reading-times.ts';
import { SEED_QUESTIONS } from './seed-questions.ts';

const articles = [parseArticle(readFileSync(new URL('../../seeds/jinchang.txt', import.meta.url)), 'jinchang')];

async function readByMeaning(): Promise<Library> {
  const network = await openNetwork((reason) => {
    throw new Error(reason);
  });
  if (network === undefined) throw new Error('there is no network');
  const meaning = createMeaning(network, { time: ALL_TIME });
  await meaning.fill(articles, () => false);
  return createLibrary(articles, createPassageStore(articles), meaning);
}

const answered = SEED_QUESTIONS.flatMap((question) => ('refused' in question ? [] : [question]));
const refused = SEED_QUESTIONS.flatMap((question) => ('refused' in question ? [question] : []));

/** Failures stand in the message, so that a person sees which question went wrong. */
function expectShare(share: number, total: number, failures: readonly string[]): void {
  expect((total - failures.length) / total, failures.join('\n')).toBeGreaterThanOrEqual(share);
}

it('there are sixty and more questions about the seed', () => {
  expect(SEED_QUESTIONS.length).toBeGreaterThanOrEqual(60);
});

const WAYS = [
  { way: 'by meaning', open: readByMeaning },
  { way: 'by words alone', open: async () => createLibrary(articles) },
];

/** A hundred questions take a quarter of a minute on a quiet machine. */
const PATIENCE_MS = 240_000;

describe.each(WAYS)('questions about the seed, $way', ({ open }) => {
  const answers = new Map<string, ToldAnswer>();
  beforeAll(async () => {
    const library = await open();
    for (const { ask } of SEED_QUESTIONS) answers.set(ask, await asked(library, ask));
  }, PATIENCE_MS);

  /** Those whose answer is not right. */
  function failing<Question extends { readonly ask: string }>(
    questions: readonly Question[],
    isRight: (question: Question, answer: ToldAnswer | undefined) => boolean,
  ): string[] {
    return questions.filter((question) => !isRight(question, answers.get(question.ask))).map(({ ask }) => ask);
  }

  it('find the right passage first', () => {
    const failures = failing(answered, ({ at }, answer) => [at].flat().includes(answer?.passages[0]?.address ?? ''));
    expectShare(0.95, answered.length, failures);
  });

  it('are answered within the marked sentence', () => {
    const failures = failing(answered, ({ says }, answer) => {
      const { text = '', highlight } = answer?.passages[0] ?? {};
      return answer?.answered === true && text.slice(highlight?.start, highlight?.end).includes(says);
    });
    expectShare(0.9, answered.length, failures);
  });

  it('are refused where the article does not say', () => {
    const failures = failing(refused, (_, answer) => answer?.answered === false);
    expectShare(0.9, refused.length, failures);
  });
});
