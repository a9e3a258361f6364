import { besideFigures } from './beside-figures.ts';
import type { GlossContext } from './gloss.ts';
import { unitsOf } from './line-units.ts';
import { misreadRuns } from './misread-run.ts';
import type { Change } from './revision.ts';

import { readLine } from './told-text.ts';
import { UNREADABLE } from './unreadable.ts';

/** Without any of these nothing is to be marked that was not changed. */
const MAY_BE_MARKED = new RegExp(`[@-~€${UNREADABLE}]`);

/**
 * Marks what nothing that was found out puts right: runs of misread bytes, and what a loss has
 * left of a figure right before a sign that the decoder put for the rest of it.
 *
 * @param changes what is changed in the line anyway, in order
 * @returns these and the marks, in order, none overlapping
 */
export function withMarks(line: string, changes: readonly Change[], glosses: GlossContext | undefined): Change[] {
  if (!MAY_BE_MARKED.test(line)) return [...changes];
  const read = readLine(unitsOf(line, glosses));
  const runs = misreadRuns(read.units).map(({ start, end }) => ({
    start: read.offsets[start] ?? 0,
    end: read.offsets[end] ?? 0,
    to: UNREADABLE,
  }));
  const signs = [...line.matchAll(SIGN_OF_DECODER)].map(({ index }) => ({
    start: index,
    end: index + 1,
    to: UNREADABLE,
  }));
  const ordered = inOrder(
    changes,
    [...runs, ...signs].sort((one, other) => one.start - other.start),
  );
  const extended = besideFigures(ordered, read);
  const unmarked = new Set(changes);
  return ordered.flatMap((change, at) => {
    if (unmarked.has(change)) return [change];
    const mark = extended[at] ?? change;
    return line.slice(mark.start, mark.end) === UNREADABLE ? [] : [{ ...mark, rule: 'unreadable' }];
  });
}
const SIGN_OF_DECODER = new RegExp(UNREADABLE, 'g');

/** Changes and, where they leave room, marks, in the order of the line. */
function inOrder(changes: readonly Change[], marks: readonly Change[]): Change[] {
  const ordered: Change[] = [];
  let next = 0;
  for (const mark of marks) {
    for (let change = changes[next]; change !== undefined && change.start < mark.end; change = changes[next]) {
      ordered.push(change);
      next += 1;
    }
    const start = Math.max(mark.start, ordered.at(-1)?.end ?? 0);
    if (start < mark.end) ordered.push({ ...mark, start });
  }
  for (const change of changes.slice(next)) ordered.push(change);
  return ordered;
}
