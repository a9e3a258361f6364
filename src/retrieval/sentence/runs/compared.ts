import { RUN_TYPES, type Run } from './run.ts';

/** What tells more beside the other candidates than by itself. */
const COMPARED = [
  'near before',
  'near after',
  'far before',
  'far after',
  'rare near before',
  'rare near after',
  'rare far before',
  'rare far after',
  'rare in its clause',
  'rare until the next of its type',
  'rare since the previous of its type',
  'its clause',
  'until the next of its type',
  'since the previous of its type',
  'left stays left',
  'right stays right',
  'fitness',
  'touches left',
  'touches right',
] as const;

/** The names of the numbers that comparing adds, in order. */
export const COMPARED_NAMES: readonly string[] = COMPARED.flatMap((name) => [
  `${name}, behind the best`,
  `${name}, behind the best of its type`,
]);

/** Makes what fills in what each candidate lacks to the best of all and to the best of its type. @param names of the numbers in a row, those of `COMPARED_NAMES` last. */
export function comparer(names: readonly string[]): (rows: readonly Float64Array[], runs: readonly Run[]) => void {
  const places = COMPARED.map((name) => names.indexOf(name));
  const from = names.length - COMPARED_NAMES.length;
  return (rows, runs) => {
    const types = Uint8Array.from(runs, ({ type }) => RUN_TYPES.indexOf(type));
    const bestOfType = new Float64Array(RUN_TYPES.length);
    places.forEach((at, index) => {
      let best = Number.NEGATIVE_INFINITY;
      bestOfType.fill(Number.NEGATIVE_INFINITY);
      for (let r = 0; r < rows.length; r += 1) {
        const value = rows[r]?.[at] ?? 0;
        const type = types[r] ?? 0;
        best = Math.max(best, value);
        bestOfType[type] = Math.max(bestOfType[type] ?? value, value);
      }
      for (let r = 0; r < rows.length; r += 1) {
        const row = rows[r];
        if (row === undefined) continue;
        const value = row[at] ?? 0;
        row[from + 2 * index] = value - best;
        row[from + 2 * index + 1] = value - (bestOfType[types[r] ?? 0] ?? value);
      }
    });
  };
}
