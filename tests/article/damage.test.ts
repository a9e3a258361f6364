import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { decode } from '../../src/article/decode.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { linesOfArticle, replay } from '../../src/article/replay.ts';
import { type Chance, type Damage, damagedPage, UNDAMAGED } from './damage.ts';
import { isRestored } from './honest-gap.ts';
import { PUBLISHED, type Published } from './published.ts';

const SEED = 20211123;

/** A small generator of pseudo-random numbers (Numerical Recipes), so that fast-check can shrink by its seed. */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function damageOf(published: Published): fc.Arbitrary<Damage> {
  const isHans = published.script === 'hans';
  const hansOnly = isHans ? fc.boolean() : fc.constant(false);
  return fc.record({
    traditional: hansOnly,
    leavesSomeAlone: fc.boolean(),
    glosses: hansOnly,
    lostByte: hansOnly,
    narrow: fc.boolean(),
    spam: hansOnly,
    encoding: fc.constantFrom<Damage['encoding'][]>('utf8', 'utf8-bom', 'gb18030', isHans ? 'gb18030' : 'big5'),
    lineBreak: fc.constantFrom<Damage['lineBreak'][]>('\n', '\n\n', '\r\n', '\r\n\r\n\r\n'),
    indent: fc.constantFrom('', '　　', '  ', '\t'),
  });
}

/** What a reader sees of a parsed article. */
function seen(article: Article) {
  const { repairs: _repairs, removed: _removed, hash: _hash, sections, ...facts } = article;
  return { ...facts, sections: sections.map(({ heading, paragraphs }) => ({ heading, paragraphs })) };
}

/** The same with each paragraph as it was published that was restored but for a gap in front of a figure. */
function withoutHonestGaps({ sections, ...rest }: ReturnType<typeof seen>, article: Published) {
  const restored = (paragraph: string, section: number, at: number) => {
    const text = article.sections[section]?.paragraphs[at] ?? '';
    return isRestored(paragraph, text) ? text : paragraph;
  };
  return {
    ...rest,
    sections: sections.map(({ heading, paragraphs }, section) => ({
      heading,
      paragraphs: paragraphs.map((paragraph, at) => restored(paragraph, section, at)),
    })),
  };
}

function published({ head: _head, foot: _foot, ...article }: Published) {
  return article;
}

describe.each(PUBLISHED)('$id', (article) => {
  test('is read from its undamaged page, with nothing repaired', () => {
    const parsed = parseArticle(damagedPage(article, UNDAMAGED, chanceOf(1)), article.id);
    expect(seen(parsed)).toEqual(published(article));
    expect(parsed.repairs).toEqual([]);
  });

  test('is restored exactly from any damage, and the record replays', () => {
    fc.assert(
      fc.property(damageOf(article), fc.nat(), (damage, seed) => {
        const bytes = damagedPage(article, damage, chanceOf(seed));
        const parsed = parseArticle(bytes, article.id);
        expect(withoutHonestGaps(seen(parsed), article)).toEqual(published(article));
        expect(replay(decode(bytes), parsed)).toEqual(linesOfArticle(parsed));
      }),
      { seed: SEED, numRuns: 15 },
    );
  });

  test('is parsed to itself from its own restored text', () => {
    const parsed = parseArticle(damagedPage(article, { ...UNDAMAGED, narrow: true }, chanceOf(2)), article.id);
    const body = parsed.sections.flatMap(({ heading, paragraphs }) => [
      ...(heading === null ? [] : [heading]),
      ...paragraphs,
    ]);
    const again = parseArticle(
      new TextEncoder().encode([...article.head, ...body, ...article.foot].join('\n')),
      article.id,
    );
    expect(seen(again)).toEqual(seen(parsed));
  });
});
