/** Does a piece of work when there is a place for it, in the order in which it came. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** @param places so much is done at once */
export function createSlots(places: number): InTurn {
  const waiting: (() => void)[] = [];
  let free = places;

  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
