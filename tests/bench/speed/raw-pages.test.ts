import { expect, it } from 'vitest';
import { parseArticle } from '../../../src/article/parse.ts';
import { asSimplified, cleanPages, rawPages } from './raw-pages.ts';

const PASSAGES = Array.from(
  { length: 21 },
  (_, at) => `第${at + 1}段：當時的網格員說：「居民有事先找我們。」后來大家都知道了這個地方的規範。`,
);

it('makes a page for every twenty passages, the same every time', () => {
  const pages = rawPages(PASSAGES);
  expect(pages).toHaveLength(2);
  expect(pages).toEqual(rawPages(PASSAGES));
});

it('damages them so that the parser gives back what was published', () => {
  const paragraphs = rawPages(PASSAGES).flatMap((page) =>
    parseArticle(page, 'page').sections.flatMap((section) => section.paragraphs),
  );
  expect(new TextDecoder().decode(rawPages(PASSAGES)[0])).not.toContain(asSimplified(PASSAGES[0] ?? ''));
  expect(paragraphs).toEqual(PASSAGES.map(asSimplified));
});

it('leaves clean pages as they are', () => {
  const [page] = cleanPages(PASSAGES);
  expect(new TextDecoder().decode(page)).toContain(PASSAGES[0]);
});
