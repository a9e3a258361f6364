import { loadDictionary } from '../../../src/language/dictionary.ts';
import { fold } from '../../../src/language/fold.ts';
import { createPassageIndex } from '../../../src/retrieval/passage-index.ts';
import { articlesOf } from '../article-of.ts';
import type { Engine } from './engine.ts';

const ADDRESS = /^§0¶(\d+)$/;

/** Articles have no title and no heading: only the text of the passages counts, as for the others. */
export const wenzhai: Engine = {
  name: 'Wenzhai',
  setup: 'as it comes: createPassageIndex(articles).ask(question)',
  prepare() {
    loadDictionary();
    // OpenCC's tables too: those of Taiwan's spelling are read when 著 is first met.
    fold('著');
  },
  build(passages, perArticle = 1) {
    const index = createPassageIndex(articlesOf(passages, perArticle));
    return (question, limit) =>
      index.ask(question, { limit }).passages.map(({ articleId, address }) => {
        const paragraph = Number(ADDRESS.exec(address)?.[1]);
        return Number(articleId) * perArticle + paragraph - 1;
      });
  },
};
