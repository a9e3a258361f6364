import MiniSearch from 'minisearch';
import type { Engine } from './engine.ts';

export const miniSearch: Engine = {
  name: 'MiniSearch',
  setup: 'as it comes',
  build(passages) {
    const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
    index.addAll(passages.map((text, id) => ({ id, text })));
    return (question, limit) =>
      index
        .search(question)
        .slice(0, limit)
        .map(({ id }) => Number(id));
  },
};
