import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/library/open.ts';
import { passagesOf, sentencesOf } from '../../src/passages/passages.ts';
import { LONGEST_PIECE, piecesOf, placeOf } from '../../src/passages/pieces.ts';
import { search } from '../../src/retrieval/find.ts';
import { createPassageStore, importPassageStore } from '../../src/retrieval/store/store.ts';
import { asked } from '../asked.ts';
import { articleOf } from '../training/passages.ts';

const FILLER = Array.from({ length: 400 }, (_, at) => `网格员第${at}次走访了居民。`);
const TOLD = '赛事总监程立表示，比赛于2020年2月3日开始。';

describe('piecesOf', () => {
  it('leaves the paragraphs of real texts as they are', () => {
    const article = articleOf('a', ['很短。', '一句话。'.repeat(60), '长'.repeat(LONGEST_PIECE)]);
    expect(piecesOf(article)).toEqual(passagesOf(article));
    expect(piecesOf(article).every((piece) => placeOf(piece).passage === piece)).toBe(true);
  });

  it('has every sentence of a long paragraph once, with its place, in pieces that are short enough', () => {
    const sentence = fc.string({ unit: fc.constantFrom(...'网格员“”（）。？！𠮷 a1') });
    const text = fc.tuple(fc.array(sentence), fc.nat(200), fc.nat(9_000)).map(([parts, times, run]) => {
      return `${parts.join('')}。${'短句。'.repeat(times)}${'𠮷'.repeat(run)}。`;
    });
    fc.assert(
      fc.property(text, (paragraph) => {
        const article = articleOf('a', [paragraph]);
        for (const piece of piecesOf(article)) {
          const { passage, offset } = placeOf(piece);
          expect(passage.text.slice(offset, offset + piece.text.length)).toBe(piece.text);
          expect(piece.folded).toBe(passage.folded.slice(offset, offset + piece.text.length));
          expect(piece.text.length).toBeLessThanOrEqual(LONGEST_PIECE);
          expect(sentencesOf(piece).length).toBeLessThanOrEqual(60);
          expect(piece.text.isWellFormed()).toBe(true);
        }
        const spans = piecesOf(article).flatMap((piece) =>
          sentencesOf(piece).map(({ start, end }) => piece.text.slice(start, end)),
        );
        const whole = passagesOf(article).flatMap(sentencesOf);
        expect(spans.join('')).toBe(whole.map(({ start, end }) => paragraph.slice(start, end)).join(''));
      }),
      { numRuns: 50 },
    );
  });

  it('answers from the middle of a paragraph of hundreds of sentences, with the place in the whole', async () => {
    const paragraph = [...FILLER.slice(0, 250), TOLD, ...FILLER.slice(250)].join('');
    const { answered, passages } = await asked(createLibrary([articleOf('a', [paragraph])]), '赛事总监是谁？');
    const [best, ...others] = passages;
    expect(answered).toBe(true);
    expect(others).toEqual([]);
    expect(best?.text).toBe(paragraph);
    expect(paragraph.slice(best?.highlight?.start, best?.highlight?.end)).toBe(TOLD);
  });

  it('is the same after the index was stored', () => {
    const article = articleOf('a', ['开头。', [...FILLER, TOLD].join(''), '结尾。']);
    const index = createPassageStore([article]);
    const restored = importPassageStore(index.export(), [article]);
    for (const question of ['赛事总监是谁？', '比赛什么时候开始？', '第300次走访了谁？'])
      expect(search(restored, question, {})).toEqual(search(index, question, {}));
  });
});

/** A tenth of what a file may hold, each in one line but for the last; the bench has all of it (`npm run bench speed`). */
const SHAPES: readonly (readonly [name: string, paragraphs: readonly string[]])[] = [
  ['150,000 sentences', ['他说。'.repeat(150_000)]],
  ['one character', ['万'.repeat(300_000)]],
  ['digits', ['1234567890'.repeat(30_000)]],
  ['Latin letters', ['a'.repeat(300_000)]],
  ['brackets that never close', [`${'（'.repeat(100_000)}${'】'.repeat(100_000)}`]],
  ['quotation marks', ['“'.repeat(200_000)]],
  ['quotation marks around nothing', ['“  ”'.repeat(20_000)]],
  ['paragraphs', Array.from({ length: 10_000 }, (_, at) => `第${at}段。`)],
];

describe('an article of any shape', () => {
  it.each(SHAPES)('is indexed and answers: %s', async (_, paragraphs) => {
    const article = articleOf('a', paragraphs);
    const library = createLibrary([article]);
    for (const question of ['他说了什么？', '第12段讲了多少户？', '万'.repeat(300)]) {
      const before = process.cpuUsage();
      await library.ask(question);
      // Ten times what the worst takes on a slow machine.
      expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000);
    }
    expect(library.summary(article, 0).length).toBeLessThanOrEqual(6);
  });
});
