import { beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../../src/chat/checking/check.ts';
import { typedMessage } from '../../../src/chat/checking/message.ts';
import { jinchang } from '../../sample-articles.ts';
import { articleOf } from '../../training/passages.ts';

const seed = jinchang();
const paragraphs = seed.sections.flatMap((section) => section.paragraphs);

/** Ten thousand passages, all of the seed's words, each in an order of its own. */
const many = Array.from({ length: 300 }, (_, article) =>
  articleOf(
    `a${article}`,
    Array.from({ length: 34 }, (_, number) => {
      const clauses = (paragraphs[(article + number) % paragraphs.length] ?? '').split('，');
      const turn = (article * 7 + number) % clauses.length;
      return `${article}号${[...clauses.slice(turn), ...clauses.slice(0, turn)].join('，')}`;
    }),
  ),
);
const one = [
  articleOf(
    'one',
    many.flatMap(({ sections }) => sections.flatMap((section) => section.paragraphs)),
  ),
];

const MESSAGES: readonly (readonly [string, string])[] = [
  [
    'sentences of the article’s backwards',
    paragraphs
      .flatMap((text) => text.split(/[，。]/))
      .reverse()
      .join('。'),
  ],
  [
    'sentences with a figure each',
    Array.from({ length: 300 }, (_, at) => `社会治理${at}号网格员，共有${at}户。`).join(''),
  ],
  ['one word again and again', '社会。'.repeat(1_300)],
  [
    'sentences of two letters',
    Array.from({ length: 1_300 }, (_, at) => `${String.fromCharCode(0x4e00 + at * 7)}社。`).join(''),
  ],
  ['quotations', '“社会治理”'.repeat(660)],
  ['quotations that do not end', `${'“'.repeat(1_900)}社会${'”'.repeat(1_900)}`],
  ['brackets that do not match', `${'（'.repeat(2_000)}${'》'.repeat(2_000)}`],
  ['colons', '社会治理：'.repeat(800)],
  ['a sentence that does not end', '社会治理体系'.repeat(660)],
  ['letters backwards', [...paragraphs.join('')].reverse().join('')],
];

describe('over an article of ten thousand paragraphs', () => {
  // Reading the article's letters is no part of it: the bot does so when it starts.
  beforeAll(() => {
    check(typedMessage('开始'), one);
  });

  it.each(MESSAGES)('a message of %s is checked in bounded time', (_, text) => {
    const start = performance.now();
    expect(check(typedMessage(text.slice(0, 4_000)), one)).toBeDefined();
    // By itself the worst of them takes half a second; a busy machine is given more.
    expect(performance.now() - start).toBeLessThan(6_000);
  });
});

it('a message of 20,000 characters takes time in proportion', () => {
  for (const [, text] of MESSAGES) {
    const message = typedMessage(text.repeat(10).slice(0, 20_000));
    const start = performance.now();
    check(message, [seed]);
    expect(performance.now() - start).toBeLessThan(6_000);
  }
});
