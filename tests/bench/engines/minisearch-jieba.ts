import MiniSearch from 'minisearch';
import nodejieba from 'nodejieba';
import { loadDictionary } from '../../../src/language/dictionary.ts';
import type { Engine } from './engine.ts';

const WORD = /[\p{L}\p{N}]/u;

export const miniSearchJieba: Engine = {
  name: 'MiniSearch + jieba',
  setup: 'tokenize: nodejieba.cut, without punctuation',
  prepare: loadDictionary,
  build(passages) {
    const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], tokenize: words });
    index.addAll(passages.map((text, id) => ({ id, text })));
    return (question, limit) =>
      index
        .search(question)
        .slice(0, limit)
        .map(({ id }) => Number(id));
  },
};

function words(text: string): string[] {
  return nodejieba.cut(text, true).filter((word) => WORD.test(word));
}
