import { expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { type Ask, knownAnswers } from '../../src/library/known-answers.ts';

/** Answers that tell how many there were before. */
function counting(read: () => boolean = () => true) {
  const asked: string[] = [];
  const ask: Ask = async (question) => {
    asked.push(question);
    const answer: Answer = {
      question,
      verdict: 'closest',
      answered: false,
      confidence: asked.length,
      read: read(),
      passages: [],
    };
    return answer;
  };
  return { ask, asked };
}

const isFinal = ({ read }: Answer) => read;
const always = { revision: () => '', isFinal };

it('gives who asks the same the very same answer, however many ask at once', async () => {
  const { ask, asked } = counting();
  const again = knownAnswers(ask, always);
  const [first, second] = await Promise.all([again('谁？', {}), again('谁？', {})]);
  expect(second).toBe(first);
  expect(await again('谁？', {})).toBe(first);
  expect(asked).toEqual(['谁？']);
});

it('takes another article, another section and other numbers of passages and windows for another question', async () => {
  const { ask, asked } = counting();
  const again = knownAnswers(ask, always);
  const scopes = [
    {},
    { articleId: 'a' },
    { articleId: 'b' },
    { articleId: 'a', section: 1 },
    { limit: 3 },
    { windows: 2 },
  ];
  for (const scope of [...scopes, ...scopes]) await again('谁？', scope);
  expect(asked).toHaveLength(scopes.length);
});

it('forgets everything when what it was made of changes', async () => {
  const { ask, asked } = counting();
  let revision = 1;
  const again = knownAnswers(ask, { revision: () => `${revision}`, isFinal });
  await again('谁？', {});
  revision = 2;
  await again('谁？', {});
  await again('谁？', {});
  expect(asked).toHaveLength(2);
});

it('does not keep what changed while it was being answered', async () => {
  let revision = 1;
  const { ask, asked } = counting();
  const again = knownAnswers(
    (question, scope) => {
      const answer = ask(question, scope);
      revision = 2;
      return answer;
    },
    { revision: () => `${revision}`, isFinal },
  );
  await again('谁？', {});
  revision = 1;
  await again('谁？', {});
  expect(asked).toHaveLength(2);
});

it('gives an answer that had no time to those of the same rush, and asks again after it', async () => {
  let isRead = false;
  let clock = 0;
  const { ask, asked } = counting(() => isRead);
  const again = knownAnswers(ask, { ...always, now: () => clock });
  const first = await again('谁？', {});
  clock = 2_999;
  isRead = true;
  expect(await again('谁？', {})).toBe(first);
  clock = 3_000;
  const second = await again('谁？', {});
  expect(second.read).toBe(true);
  clock = 1e9;
  expect(await again('谁？', {})).toBe(second);
  expect(asked).toHaveLength(2);
});

it('does not keep a failure', async () => {
  let isBroken = true;
  const { ask } = counting();
  const again = knownAnswers(
    (question, scope) => (isBroken ? Promise.reject(new Error('no memory')) : ask(question, scope)),
    always,
  );
  await expect(again('谁？', {})).rejects.toThrow('no memory');
  isBroken = false;
  expect((await again('谁？', {})).question).toBe('谁？');
});

it('forgets what nobody has asked for longest, and remembers no book', async () => {
  const { ask, asked } = counting();
  const again = knownAnswers(ask, always);
  await again('一', {});
  await again('二', {});
  for (let at = 0; at < 199; at += 1) {
    await again('一', {});
    await again(`${at}`, {});
  }
  asked.length = 0;
  await again('一', {});
  await again('二', {});
  expect(asked).toEqual(['二']);
  for (const _ of [1, 2]) await again('问'.repeat(501), {});
  expect(asked).toHaveLength(3);
});
