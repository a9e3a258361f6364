import type { Moderator } from './moderator.ts';
import type { MoveName } from './move.ts';
import type { Button } from './panel.ts';
import { curationTextsIn } from './texts/texts.ts';

/** Which page of a list is wanted, how many a page has, and the move that shows another one. */
interface Wanted {
  /** Counted from 0. */
  readonly page: number;
  readonly size: number;
  readonly name: MoveName;
}

/** A page of a list: what is on it, which it is, and the buttons that turn it, of which there are none where it is all. */
interface Page<Item> {
  readonly shown: readonly Item[];
  readonly at: number;
  readonly turning: readonly Button[];
}

/** @param items one at least. @returns the last page where there are not so many */
export function pageOf<Item>(
  items: readonly Item[],
  { page, size, name }: Wanted,
  { locale }: Pick<Moderator, 'locale'>,
): Page<Item> {
  const { labels } = curationTextsIn(locale);
  const last = Math.ceil(items.length / size) - 1;
  const at = Math.min(page, last);
  const to = (other: number) => ({ name, subject: '', page: other });
  const turning: Button[] = [
    { label: labels.previous, move: to(Math.max(0, at - 1)), disabled: at === 0 },
    { label: labels.next, move: to(at + 1), disabled: at === last },
  ];
  return { shown: items.slice(at * size, (at + 1) * size), at, turning: last > 0 ? turning : [] };
}
