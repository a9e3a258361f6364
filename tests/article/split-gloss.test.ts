import fc from 'fast-check';
import { polyphonic } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { characterOf, familiarity, pairOf } from '../../src/article/gbk.ts';
import { type GlossContext, glossContext } from '../../src/article/gloss.ts';
import { unitsOf } from '../../src/article/line-units.ts';
import { placeholderContext } from '../../src/article/placeholder.ts';
import { mend } from '../../src/article/restoration.ts';
import { splitSteps } from '../../src/article/split-gloss.ts';
import { UNREADABLE } from '../../src/article/unreadable.ts';
import { toSimplifiedCharacters } from '../../src/language/script.ts';
import { convertCharacters } from './damage.ts';
import { type Decoder, glossedIntoBytes } from './glossed-bytes.ts';
import { PUBLISHED } from './published.ts';

const SEED = 20211123;
const SENTENCES = PUBLISHED.filter(({ script }) => script === 'hans')
  .flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs))
  .map((paragraph) => convertCharacters(paragraph, false))
  .filter((text) => [...text].every((character) => character < '\u0080' || pairOf(character) !== undefined));

/** The characters that stand in the text or across two of its characters, with a reading. */
function readingsIn(text: string): [string, string][] {
  const pairs = [...text].map(pairOf);
  const across = pairs.flatMap((pair, at) => {
    const next = pairs[at + 1];
    return pair && next ? [characterOf(pair.trail, next.lead) ?? ''] : [];
  });
  return [...new Set([...text, ...across])].flatMap((character): [string, string][] => {
    const [reading] = /\p{Script=Han}/u.test(character) ? polyphonic(character, { type: 'array' }).flat() : [];
    return reading === undefined ? [] : [[character, reading]];
  });
}

const decoders = fc.record<Decoder>({
  sign: fc.constantFrom<('?' | '\ufffd')[]>('?', '\ufffd'),
  swallows: fc.boolean(),
});

/** A sentence, and what a mirror glosses in it: every so-manieth of the characters that readers know. */
const damages = fc
  .record({
    text: fc.constantFrom(...SENTENCES),
    decoder: decoders,
    every: fc.integer({ min: 3, max: 8 }),
    from: fc.nat(),
  })
  .map(({ text, decoder, every, from }) => {
    const readings = readingsIn(text)
      .filter(([character]) => familiarity(toSimplifiedCharacters(character)) === 'common')
      .filter((_, at) => at % every === from % every);
    return { text, damaged: glossedIntoBytes(text, readings, decoder) };
  });

const GLOSSED: GlossContext = { ...glossContext(''), glossed: true, count: 5 };

test('the character that a gloss splits is always one of those that its bytes and the gloss allow', () => {
  const cut = fc.record({ text: fc.constantFrom(...SENTENCES), place: fc.nat(), decoder: decoders });
  fc.assert(
    fc.property(cut, ({ text, place, decoder }) => {
      const characters = [...text];
      const before = place % characters.length;
      const [first, second] = [pairOf(characters[before] ?? ''), pairOf(characters[before + 1] ?? '')];
      const across = first && second && characterOf(first.trail, second.lead);
      const [reading] = across === undefined ? [] : readingsIn(across);
      fc.pre(reading !== undefined && reading[0] === across && reading[1].length > 1);
      const line = characters.slice(before, before + 6).join('');
      const units = unitsOf(glossedIntoBytes(line, [reading], decoder), GLOSSED);
      const at = units.findIndex(({ isCut }) => isCut);
      // A byte behind it that pairs with nothing leaves a sign, and every character with the lead byte.
      expect(at).toBeGreaterThan(0);
      expect(splitSteps(units, { unit: at, inside: false }).map(({ character }) => character)).toContain(
        characters[before + 1],
      );
    }),
    { seed: SEED, numRuns: 300 },
  );
});

/** Whether a text is another one with signs in place of some of it. */
function isHonest(restored: string, text: string): boolean {
  let read = 0;
  return restored.split(UNREADABLE).every((piece, at, all) => {
    const found = at === all.length - 1 && all.length > 1 ? text.lastIndexOf(piece) : text.indexOf(piece, read);
    const isThere = found >= read && (at > 0 || found === 0);
    read = found + piece.length;
    return isThere;
  });
}

test('what was glossed into the bytes is put back, or marked where several characters fit', () => {
  const samples = fc.sample(damages, { seed: SEED, numRuns: 80 });
  const told = samples.map(({ text, damaged }) => {
    const condition = {
      glosses: { ...glossContext(damaged), glossed: true },
      placeholders: placeholderContext(damaged),
      mayLackBytes: true,
    };
    return { text, damaged, restored: mend({ at: 0, text: damaged }, condition).text };
  });
  const wrong = told.filter(({ text, restored }) => !isHonest(restored, text));
  const exact = told.filter(({ text, restored }) => restored === text);
  // Where several are words with what stands beside them, the likelier one is taken: 的確 for 的品.
  const listed = wrong.map(({ text, damaged, restored }) => `${text}\n${damaged}\n${restored}`).join('\n\n');
  expect(wrong.length / told.length, listed).toBeLessThanOrEqual(0.02);
  expect(exact.length / told.length).toBeGreaterThan(0.4);
});
