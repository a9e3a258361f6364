import lunr from 'lunr';
import addStemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import addChinese from 'lunr-languages/lunr.zh.js';
import type { Engine } from './engine.ts';

addStemmerSupport(lunr);
addChinese(lunr);

/** What `addChinese` has put on lunr. */
const { zh: chinese } = lunr as typeof lunr & { zh: lunr.Builder.Plugin & { tokenizer(text: string): lunr.Token[] } };

export const lunrChinese: Engine = {
  name: 'lunr',
  setup: 'lunr-languages zh: words of Intl.Segmenter and character pairs',
  build(passages) {
    const index = lunr((builder) => {
      builder.use(chinese);
      builder.ref('id');
      builder.field('text');
      passages.forEach((text, id) => {
        builder.add({ id, text });
      });
    });
    // lunr.Index.search would take a question without spaces for one word.
    return (question, limit) =>
      index
        .query((query) => {
          query.term(chinese.tokenizer(question), {});
        })
        .slice(0, limit)
        .map(({ ref }) => Number(ref));
  },
};
