import { Tokenizer as Peer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../src/network/tokenizer/tokenizer.ts';
import { PIECES, tokenizerFile } from './stand-in.ts';

const NORMALISED = {
  type: 'Sequence',
  normalizers: [{ type: 'NFKC' }, { type: 'Replace', pattern: { Regex: ' {2,}' }, content: ' ' }],
};
const plain = createTokenizer(JSON.stringify(tokenizerFile()));
const normalising = createTokenizer(JSON.stringify(tokenizerFile(NORMALISED)));

/** Much of what the pieces know, with what they do not know, marks, surrogates and what NFKC takes apart. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES.slice(4).map(([piece]) => piece.replace('▁', ' '))),
      fc.constantFrom(
        ' ',
        '  ',
        '\u3000',
        '\n',
        '▁',
        '魚',
        '𠮷',
        '🐟',
        '\ud83d',
        '\udc1f',
        '㎡',
        '…',
        'ﷺ',
        '½',
        'é',
        '</s>',
        '<unk>',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe.each([
  ['as the text stands', plain],
  ['normalised', normalising],
])('tokens, %s', (_, tokenizer) => {
  it('lie inside the text, in order, and cover all that is no space', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const covered = new Set<number>();
        let [start, end] = [0, 0];
        for (const token of tokenizer.tokensOf(text)) {
          expect(token.start).toBeGreaterThanOrEqual(start);
          expect(token.end).toBeGreaterThanOrEqual(Math.max(end, token.start));
          expect(token.end).toBeLessThanOrEqual(text.length);
          ({ start, end } = token);
          for (let at = start; at < end; at += 1) covered.add(at);
        }
        for (const { index, 0: character } of text.matchAll(/\S/g)) expect(covered, character).toContain(index);
      }),
      { numRuns: 300 },
    );
  });

  it('are never special ones', () => {
    for (const text of ['</s>', '<s>一</s>', '<pad><unk>']) {
      expect(tokenizer.tokensOf(text).filter(({ id }) => id < 3)).toEqual([]);
    }
  });
});

it('takes the likeliest pieces, the spelling of the text kept', () => {
  const text = '中国人民 the 2024年 魚鱼 的';
  const tokens = plain.tokensOf(text).map(({ id, start, end }) => [PIECES[id]?.[0], text.slice(start, end)]);
  expect(tokens).toEqual([
    ['▁中国', '中国'],
    ['人民', '人民'],
    ['▁the', 'the'],
    ['▁', ' '],
    ['2024', '2024'],
    ['年', '年'],
    ['▁', ' '],
    ['<unk>', '魚鱼'],
    ['▁', ' '],
    ['的', '的'],
  ]);
});

it('says of what became several characters where the one stands', () => {
  const tokens = normalising.tokensOf('5㎡。').map(({ start, end }) => [start, end]);
  expect(tokens).toEqual([
    [0, 0],
    [0, 1],
    [1, 2],
    [1, 2],
    [2, 3],
  ]);
});

it('has no tokens for a text without characters', () => {
  expect(plain.tokensOf('')).toEqual([]);
});

it('gives the ids that another implementation gives', () => {
  const ids = (peer: Peer, text: string) => peer.encode(text, { add_special_tokens: false }).ids;
  for (const [tokenizer, normalizer] of [
    [plain, null],
    [normalising, NORMALISED],
  ] as const) {
    const peer = new Peer(tokenizerFile(normalizer), { tokenizer_class: 'XLMRobertaTokenizer' });
    fc.assert(
      fc.property(texts.filter(isSharedGround), (text) => {
        expect(tokenizer.tokensOf(text).map(({ id }) => id)).toEqual(ids(peer, text));
      }),
      { numRuns: 300 },
    );
  }
});

/** The other takes `</s>` in a text for the end of it, and composes é of two characters. */
function isSharedGround(text: string): boolean {
  return (
    !/<|\ud83d|\udc1f/.test(text) &&
    !/[\p{M}]/u.test(text) &&
    [...text].map((one) => one.normalize('NFKC')).join('') === text.normalize('NFKC')
  );
}

it('takes its time for a long text in proportion', () => {
  const text = '中国人民的一是在不了有和大这主工要'.repeat(3_000);
  const since = performance.now();
  expect(plain.tokensOf(text).length).toBeGreaterThan(30_000);
  expect(performance.now() - since).toBeLessThan(3_000);
});

it.each([
  ['a text', 'hello'],
  ['no object', 'null'],
  ['another model', JSON.stringify({ ...tokenizerFile(), model: { type: 'BPE', vocab: {}, merges: [] } })],
  ['another normaliser', JSON.stringify(tokenizerFile({ type: 'Lowercase' }))],
  ['no start', JSON.stringify({ ...tokenizerFile(), added_tokens: [] })],
])('refuses what it would cut in another way: %s', (_, json) => {
  expect(() => createTokenizer(json)).toThrow();
});
