import { rewriteNumerals } from '../../language/numerals.ts';
import type { PassageStore } from '../store/store.ts';

/**
 * A folded question with its numbers written as the library writes them: 四百零八户 for
 * 408户, 百分之六 for 6%, and the other way round.
 *
 * @returns undefined where the library has them as they are, or in no other way.
 */
export function renumbered(folded: string, store: PassageStore): string | undefined {
  return rewriteNumerals(folded, (numeral, ways) =>
    isWritten(numeral, store) ? undefined : ways().find((way) => way !== numeral && isWritten(way, store)),
  );
}

/** Whether passages have it: a number in digits, or each two characters of one in words side by side. */
function isWritten(numeral: string, store: PassageStore): boolean {
  const digits = /^\d+(?:\.\d+)?/.exec(numeral)?.[0];
  if (digits !== undefined) return store.frequency(digits) > 0;
  for (let at = 0; at + 1 < numeral.length; at += 1) {
    if (store.pairFrequency(numeral.charCodeAt(at), numeral.charCodeAt(at + 1)) === 0) return false;
  }
  return true;
}
