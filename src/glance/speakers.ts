import { hasSurname } from '../article/bylines/person-name.ts';
import type { Paragraph } from './paragraphs.ts';

/** A person of an interview and what they are called before what they say: 簡宥廷：. */
const SPEAKER = /^(\p{Script=Han}{2,4}) ?:/u;
/** Who speaks once only may be no person: 提示：. */
const FEWEST_TURNS = 2;

/** Those who speak in an interview, folded, in the order in which they do; none in any other article. */
export function speakersAmong(paragraphs: readonly Paragraph[]): string[] {
  const turns = new Map<string, number>();
  for (const { folded } of paragraphs) {
    const name = SPEAKER.exec(folded)?.[1];
    if (name !== undefined && hasSurname(name)) turns.set(name, (turns.get(name) ?? 0) + 1);
  }
  return [...turns].filter(([, times]) => times >= FEWEST_TURNS).map(([name]) => name);
}
