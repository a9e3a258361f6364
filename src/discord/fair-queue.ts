/** What waits, in turns: one of each person, then the next of each. */
export interface FairQueue<Item> {
  readonly size: number;
  add(owner: string, item: Item): void;
  /** @returns what is next, left in its place */
  first(): Item | undefined;
  /** @returns what is next, taken out */
  take(): Item | undefined;
}

/**
 * Fair queueing (Nagle, "On Packet Switches with Infinite Storage", RFC 970): somebody who
 * sends forty things at once waits for them, and the others do not. In constant time.
 */
export function createFairQueue<Item>(): FairQueue<Item> {
  /** A map keeps its order: who stands first is served, and goes to the end if there is more. */
  const queues = new Map<string, Item[]>();
  let size = 0;

  function head(): [owner: string, queue: Item[]] | undefined {
    for (const entry of queues) return entry;
    return undefined;
  }

  return {
    get size() {
      return size;
    },
    add(owner, item) {
      const queue = queues.get(owner);
      if (queue === undefined) queues.set(owner, [item]);
      else queue.push(item);
      size += 1;
    },
    first: () => head()?.[1][0],
    take() {
      const [owner, queue] = head() ?? [];
      if (owner === undefined || queue === undefined) return undefined;
      const item = queue.shift();
      queues.delete(owner);
      if (queue.length > 0) queues.set(owner, queue);
      size -= 1;
      return item;
    },
  };
}
