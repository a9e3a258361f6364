import { Charset, Index } from 'flexsearch';
import type { Engine } from './engine.ts';

export const flexSearch: Engine = {
  name: 'FlexSearch',
  setup: 'encoder: Charset.CJK, context: true; search with suggest: true, or no question finds anything',
  build(passages) {
    const index = new Index({ encoder: Charset.CJK, context: true });
    passages.forEach((text, id) => {
      index.add(id, text);
    });
    return (question, limit) => index.search(question, { limit, suggest: true }).map(Number);
  },
};
