import { findDates } from './dateline.ts';
import type { Field } from './field.ts';
import type { Line } from './lines.ts';

const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
/** How pages set a date in pieces, one below the other, and how the pieces make one. */
const FORMS: readonly { readonly pieces: readonly RegExp[]; readonly order: readonly number[] }[] = [
  // 2023／03/14／08:20:33
  { pieces: [/^(?:19|20)\d{2}$/, /^\d{1,2}[/-]\d{1,2}$/, new RegExp(`^${TIME}$`)], order: [0, 1, 2] },
  // 2023-03-14／08:20
  { pieces: [/^(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/, new RegExp(`^${TIME}$`)], order: [0, 1] },
  // 14／2023-03
  { pieces: [/^\d{1,2}$/, /^(?:19|20)\d{2}[-/.]\d{1,2}$/], order: [1, 0] },
  // 03-14／2023
  { pieces: [/^\d{1,2}[-/]\d{1,2}$/, /^(?:19|20)\d{2}$/], order: [1, 0] },
];
const STARTS = /^\d{1,4}(?:[-/.年]|$)/;

/**
 * Dates that a page sets on several lines, in pieces.
 * @returns the lines that hold a piece, each with its fields: the first has the whole date.
 */
export function datesOverLines(lines: readonly Line[]): Map<Line, readonly Field[]> {
  const found = new Map<Line, readonly Field[]>();
  for (const [at, first] of lines.entries()) {
    if (!STARTS.test(first.folded) || found.has(first)) continue;
    const form = FORMS.find(({ pieces }) => pieces.every((piece, step) => piece.test(lines[at + step]?.folded ?? '')));
    if (form === undefined) continue;
    const [day = '', ...others] = form.order.map((step) => lines[at + step]?.folded ?? '');
    const isTime = (piece: string) => piece.includes(':');
    const printed = [day, ...others].reduce((whole, piece) => `${whole}${isTime(piece) ? ' ' : '/'}${piece}`);
    const iso = findDates(printed.replace(/-/g, '/'))[0]?.iso;
    if (iso === undefined) continue;
    found.set(first, [{ kind: 'published', start: 0, end: first.folded.length, iso }]);
    for (const line of lines.slice(at + 1, at + form.pieces.length)) found.set(line, []);
  }
  return found;
}
