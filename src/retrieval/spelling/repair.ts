import { type Question, readQuestion } from '../../question/question.ts';
import type { PassageStore } from '../store/store.ts';
import { relettered } from './latin-slips.ts';
import { resized } from './length-slips.ts';
import { renumbered } from './numerals.ts';
import { resounded } from './sound-slips.ts';

/**
 * A question with what was typed wrongly or is written otherwise put right by what the
 * library has: numbers (四百零八户), Latin words (Kipkori), characters of the same sound, and
 * those left out or typed twice.
 *
 * @returns the folded question, or undefined where nothing is wrong or nothing better is known.
 */
export function repairSpelling(question: Question, store: PassageStore): string | undefined {
  const numbered = renumbered(question.folded, store) ?? question.folded;
  const lettered = relettered(numbered, store) ?? numbered;
  const read = lettered === question.folded ? question : readQuestion(lettered);
  const repaired = resounded(read, store) ?? resized(read, store) ?? lettered;
  return repaired === question.folded ? undefined : repaired;
}
