import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, check } from '../../../src/chat/checking/check.ts';
import { type Message, typedMessage } from '../../../src/chat/checking/message.ts';
import { fold } from '../../../src/language/fold.ts';
import { articles } from './verdicts.ts';

const paragraphs = articles.flatMap(({ sections }) => sections.flatMap((section) => section.paragraphs));
const sentences = paragraphs.flatMap((paragraph) => paragraph.split(/(?<=[。！？])/));

/** Pieces of what articles say, whole and cut anywhere, and of what they do not. */
const words = fc.oneof(
  fc.constantFrom(...sentences),
  fc
    .tuple(fc.constantFrom(...paragraphs), fc.nat(200), fc.integer({ min: 1, max: 30 }))
    .map(([text, start, length]) => text.slice(start, start + length)),
  fc.constantFrom(
    '今天吃火锅。',
    '市长贪污了',
    '1248人',
    '不',
    '408',
    '5%',
    '没有',
    '，',
    '。',
    '：',
    ' ',
    '！',
    '§2¶1 ',
  ),
  fc.constantFrom(
    '“',
    '”',
    '「',
    '」',
    '"',
    '（',
    '）',
    '\n',
    '\n1. ',
    '\n2、',
    '\uFFFC',
    ' \uFFFC ',
    '-',
    '≠',
    '!=',
    '>',
    '.',
    '𠮷',
    'start',
    '啊'.repeat(300),
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const text = fc.array(words, { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
const message = fc.oneof(
  text.map(typedMessage),
  fc
    .array(fc.record({ text, block: fc.constantFrom('plain' as const, 'quote' as const) }), { maxLength: 3 })
    .map((parts): Message => ({ parts, aside: {}, unread: 0, own: false })),
);

const LETTER = /[\p{L}\p{N}]/u;

/** How often each letter of a part is in some claim. */
function coverage(part: string, claims: readonly Claim[]): { letter: string; times: number }[] {
  return [...part.matchAll(/[\p{L}\p{N}]/gu)].map(({ 0: letter, index }) => ({
    letter,
    times: claims.flatMap(({ spans }) => spans).filter(({ start, end }) => start <= index && index < end).length,
  }));
}

const lettersOfArticles = articles.flatMap((article) => [
  article.sections
    .flatMap((section) => section.paragraphs)
    .map(fold)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, ''),
  ...[
    article.title,
    article.subtitle,
    article.source,
    article.site,
    ...article.sections.map(({ heading }) => heading),
  ].map((line) => fold(line ?? '').replace(/[^\p{L}\p{N}]/gu, '')),
]);

describe('every letter of a message', () => {
  it('is in exactly one claim, but for addresses and the numbers of a list, which are counted', () => {
    fc.assert(
      fc.property(message, (given) => {
        const { claims, aside } = check(given, articles);
        given.parts.forEach(({ text: part }, at) => {
          const own = claims.filter((claim) => claim.part === at);
          const covered = coverage(part.replaceAll('§2¶1', '    '), own);
          expect(covered.filter(({ times }) => times > 1)).toEqual([]);
          const left = covered.filter(({ times }) => times === 0).map(({ letter }) => letter);
          if (aside.numbering === undefined) expect(left).toEqual([]);
          else expect(left.join('')).toMatch(/^[\d①-⑳]*$/);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('that is called the article’s stands there in a row', () => {
    fc.assert(
      fc.property(message, (given) => {
        for (const { part, spans, verdict } of check(given, articles).claims) {
          if (verdict.kind !== 'words') continue;
          const said = spans.map(({ start, end }) => given.parts[part]?.text.slice(start, end)).join('');
          const letters = [...fold(said.replaceAll('§2¶1', ''))].filter((character) => LETTER.test(character)).join('');
          expect(lettersOfArticles.some((all) => all.includes(letters))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of the closest passage is shown as the article has it', () => {
    fc.assert(
      fc.property(message, (given) => {
        for (const { verdict } of check(given, articles).claims) {
          if (verdict.kind !== 'closest') continue;
          const { near, span, pieces } = verdict;
          const shown = pieces.filter(({ side }) => side !== 'theirs').map((piece) => piece.text);
          expect(shown.join('')).toBe(near.lettered.text.slice(span.start, span.end));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('that is denied is denied with a mark on what differs', () => {
    fc.assert(
      fc.property(message, (given) => {
        for (const { text, verdict } of check(given, articles).claims) {
          if (verdict.kind !== 'closest') continue;
          expect(
            verdict.pieces.some(({ side }) => side !== 'both'),
            text,
          ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a sentence of an article is its words, whatever it is', () => {
    for (const sentence of sentences.slice(0, 40)) {
      const claims = check(typedMessage(sentence), articles).claims;
      expect(claims.map(({ verdict }) => verdict.kind)).toEqual(['words']);
    }
  });
});
