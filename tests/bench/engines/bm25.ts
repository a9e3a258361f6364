import { bigrams } from './bigrams.ts';
import type { Engine } from './engine.ts';

/** Anserini's defaults. */
const K1 = 0.9;
const B = 0.4;

interface Posting {
  readonly passage: number;
  readonly times: number;
}

export const bm25: Engine = {
  name: 'BM25 over bigrams',
  setup: 'k1 0.9, b 0.4, as Anserini has it for Chinese',
  build(passages) {
    const { postings, lengths } = invert(passages.map(bigrams));
    const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    return (question, limit) => {
      const scores = new Map<number, number>();
      // A term the question has twice counts twice, as in Lucene.
      for (const term of bigrams(question)) {
        const found = postings.get(term) ?? [];
        const idf = Math.log(1 + (lengths.length - found.length + 0.5) / (found.length + 0.5));
        for (const { passage, times } of found) {
          const norm = K1 * (1 - B + (B * (lengths[passage] ?? 0)) / meanLength);
          scores.set(passage, (scores.get(passage) ?? 0) + (idf * times) / (times + norm));
        }
      }
      return [...scores]
        .sort(([p, a], [q, b]) => b - a || p - q)
        .slice(0, limit)
        .map(([passage]) => passage);
    };
  },
};

function invert(documents: readonly (readonly string[])[]) {
  const postings = new Map<string, Posting[]>();
  documents.forEach((terms, passage) => {
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, times] of counts) {
      const known = postings.get(term);
      if (known === undefined) postings.set(term, [{ passage, times }]);
      else known.push({ passage, times });
    }
  });
  return { postings, lengths: documents.map((terms) => terms.length) };
}
