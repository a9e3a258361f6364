import { loadDictionary } from '../../../src/language/dictionary.ts';
import { fold } from '../../../src/language/fold.ts';
import { createLibrary } from '../../../src/library/open.ts';
import { articlesOf } from '../article-of.ts';
import type { Engine } from './engine.ts';

/** Articles have no title and no heading: only the text of the passages counts, as for the others. */
export const wenzhai: Engine = {
  name: 'Wenzhai',
  setup: 'as it comes: createLibrary(articles).ask(question)',
  prepare() {
    loadDictionary();
    // OpenCC's tables too: those of Taiwan's spelling are read when 著 is first met.
    fold('著');
  },
  build(passages, perArticle = 1) {
    const library = createLibrary(articlesOf(passages, perArticle));
    return async (question, limit) => {
      const { passages } = await library.ask(question, { limit });
      return passages.map(({ passage }) => Number(passage.article.id) * perArticle + passage.paragraph - 1);
    };
  },
};
