import { create, insertMultiple, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import type { Engine } from './engine.ts';

export const orama: Engine = {
  name: 'Orama',
  setup: '@orama/tokenizers/mandarin',
  async build(passages) {
    const database = create({
      schema: { text: 'string' } as const,
      components: { tokenizer: createTokenizer({ language: 'mandarin' }) },
    });
    await insertMultiple(
      database,
      passages.map((text, number) => ({ id: String(number), text })),
    );
    return async (question, limit) => {
      const { hits } = await search(database, { term: question, limit });
      return hits.map(({ id }) => Number(id));
    };
  },
};
