import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article } from '../article/article.ts';
import { starterQuestions } from '../chat/starters.ts';
import type { Library } from '../library/library.ts';
import { createLibrary } from '../library/open.ts';
import { passagesOf } from '../passages/passages.ts';
import type { Meaning } from '../retrieval/meaning.ts';
import { type Steps, takeInSlices } from '../steps.ts';
import { findVerbatim } from '../verbatim/verbatim.ts';

/** A question in pinyin takes tables that no other does. */
const IN_PINYIN = 'wenti';

/** Asked where the operator has no article of their own. */
const ANY: Article = {
  id: 'any',
  hash: '',
  title: '城东新建步道',
  editors: [],
  breadcrumbs: [],
  script: 'hans',
  sections: [{ number: 0, heading: null, paragraphs: ['城东的步道全长六公里，昨天建成。'] }],
  repairs: [],
  removed: [],
};

/**
 * The first question of a process loads dictionaries and models, which takes longer than Discord waits for an answer.
 * @param meaning of a library of no articles
 */
export async function warmUp(opened: Library, meaning: Meaning | undefined): Promise<void> {
  const library = opened.articles.length > 0 ? opened : createLibrary([ANY], undefined, meaning);
  const [article] = library.articles;
  if (article === undefined) return;
  await library.ask(article.title);
  await library.ask(IN_PINYIN);
  for (const { number } of article.sections) library.summary(article, number);
  starterQuestions({ library, locale: 'zh-CN', script: undefined });
}

/** So long reading ahead may hold the thread before somebody else gets their turn. Milliseconds. */
const SLICE_MS = 15;

/**
 * Folds every article for those who type its very words: seconds over a large library, and a
 * key is to be answered in less than one. In slices, so that others are answered meanwhile.
 *
 * @param isOver asked before every article
 */
export async function readAhead(articles: readonly Article[], isOver: () => boolean): Promise<void> {
  for (const article of articles) {
    await nextTurn();
    if (isOver()) return;
    await takeInSlices(folding(article), SLICE_MS);
    findVerbatim(article.title, [article]);
  }
}

/** What is folded once stays folded. */
function* folding(article: Article): Steps {
  for (const passage of passagesOf(article)) {
    void passage.folded;
    yield;
  }
}
