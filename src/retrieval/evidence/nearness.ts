/** How near something is that stands so many characters away: 1 at the place itself, 1/e at the reach. */
export type Nearness = (distance: number) => number;

/** Farther away, hardly anything is left to be looked up. */
const TABLED = 1_024;

/** @param reach in characters. */
export function nearnessWithin(reach: number): Nearness {
  const table = Float64Array.from({ length: TABLED }, (_, distance) => Math.exp(-distance / reach));
  return (distance) => (distance < TABLED ? (table[distance] ?? 0) : Math.exp(-distance / reach));
}
