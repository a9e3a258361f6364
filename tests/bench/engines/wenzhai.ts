import { loadDictionary } from '../../../src/language/dictionary.ts';
import { createPassageIndex } from '../../../src/retrieval/passage-index.ts';
import { articleOf } from '../article-of.ts';
import type { Engine } from './engine.ts';

/** Each passage is an article of its own, without a title. */
export const wenzhai: Engine = {
  name: 'Wenzhai',
  setup: 'as it comes: createPassageIndex(articles).ask(question)',
  prepare: loadDictionary,
  build(passages) {
    const index = createPassageIndex(passages.map((text, number) => articleOf(String(number), [text])));
    return (question, limit) => index.ask(question, { limit }).passages.map(({ articleId }) => Number(articleId));
  },
};
