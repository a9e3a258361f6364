/**
 * The highest of numbers; below all numbers where there are none. Not `Math.max(...values)`: arguments lie on the stack,
 * and a hundred thousand sentences overflow it.
 */
export function highest(values: Iterable<number>): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) most = Math.max(most, value);
  return most;
}
