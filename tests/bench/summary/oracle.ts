import type { Section } from '../../../src/article/article.ts';
import { readCandidates } from '../../../src/summary/candidates.ts';
import { MOST_CHARACTERS } from '../../../src/summary/selection.ts';
import { type Rouge, rouge } from './rouge.ts';

/** The best F that any one or two sentences within the budget reach: what nobody can beat. */
export function oracle({ paragraphs }: Section, reference: string): Rouge {
  const fitting = readCandidates(paragraphs).filter(({ length }) => length <= MOST_CHARACTERS);
  let best: Rouge = { f: 0, recall: 0 };
  for (const [at, one] of fitting.entries()) {
    for (const other of fitting.slice(at)) {
      if (other !== one && one.length + other.length > MOST_CHARACTERS) continue;
      const score = rouge(other === one ? one.text : one.text + other.text, reference);
      if (score.f > best.f) best = score;
    }
  }
  return best;
}
