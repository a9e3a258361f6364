import type { Span } from '../../language/sentences.ts';

/** The number of a member of staff behind the name: 李丽 HN023, 李丽（EN098）, 李丽_NN6618. */
const STAFF_CODE = /[\s_(]{0,4}(?<![a-z])[a-z]{1,3}\d{2,6}(?![a-z\d])\)?/g;
/** What stands between the names of several. */
const NAME = /[^、,;/\s&和#*]+/g;

/** 編輯 溫若嵐 報導: what was done, behind the name; how many read it. */
const NO_NAME = /^(?:报[道导]|综合|整理|编译|编辑|审核|校对)$|\d.{0,6}[次人位]/;

/** The names of a list in which nothing says what anybody did, 李　丽 王五六: those of two characters are often set wide. */
export function listedNames(folded: string): Span[] {
  const names: Span[] = [];
  let pending: Span | undefined;
  const plain = folded.replace(STAFF_CODE, (code) => ' '.repeat(code.length));
  for (const { index, 0: piece } of plain.matchAll(NAME)) {
    if (NO_NAME.test(piece)) continue;
    const span = { start: pending?.start ?? index, end: index + piece.length };
    const isHalf = pending === undefined && piece.length === 1;
    if (!isHalf) names.push(span);
    pending = isHalf ? span : undefined;
  }
  return pending === undefined ? names : [...names, pending];
}
