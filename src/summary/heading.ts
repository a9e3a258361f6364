import { fold } from '../language/fold.ts';
import { type Gram, gramsOf, type SectionGrams } from './grams.ts';

/**
 * How much of the heading each sentence of a section takes up.
 *
 * @param heading as it was published; may be empty.
 * @returns by the sentences' indexes the share of the heading's grams that a sentence has, 0 to 1.
 */
export function headingShares({ grams, bySentence }: SectionGrams, heading: string): number[] {
  const names = new Set(gramsOf(fold(heading)));
  const headed = new Set<Gram>([...names].flatMap((name) => grams.get(name) ?? []));
  return bySentence.map((own) => (names.size === 0 ? 0 : own.filter((gram) => headed.has(gram)).length / names.size));
}
