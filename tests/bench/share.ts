/** How much of the items a condition holds for, from 0 to 1; no number where there are none. */
export function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length;
}
