import type { Article } from '../../../article/article.ts';
import type { Locale } from '../../../chat/locale.ts';
import { reasonFor } from '../../../chat/texts/change-reasons.ts';

/** Something that was done to a file's text: a repair, or a removal. */
export interface Change {
  /** Among all changes of the article, in the order of the text. */
  readonly index: number;
  readonly kind: 'repair' | 'removal';
  readonly rule: string;
  /** UTF-16 offset in the file's text. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** A stretch of the file's text that was kept, or what was done to one. */
export type Piece = { readonly text: string } | { readonly change: Change };

/** Repairs and removals together, in the order of the text. */
export function changesOf({ repairs, removed }: Pick<Article, 'repairs' | 'removed'>): Change[] {
  const all = [
    ...repairs.map((repair) => ({ kind: 'repair' as const, ...repair })),
    ...removed.map(({ rule, at, text }) => ({ kind: 'removal' as const, rule, at, from: text, to: '' })),
  ];
  return all.sort((one, other) => one.at - other.at).map((change, index) => ({ ...change, index }));
}

/** A file's text cut at its changes: joined, with what stood there, the pieces are the text. */
export function piecesOf(original: string, changes: readonly Change[]): Piece[] {
  const pieces: Piece[] = [];
  let read = 0;
  for (const change of changes) {
    if (change.at > read) pieces.push({ text: original.slice(read, change.at) });
    pieces.push({ change });
    read = Math.max(read, change.at + change.from.length);
  }
  if (read < original.length) pieces.push({ text: original.slice(read) });
  return pieces;
}

/** Why changes were made, each reason with how many there are of it, the most frequent first. */
export function reasonsOf(changes: readonly Change[], locale: Locale): { reason: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { rule } of changes) {
    const reason = reasonFor(rule, locale);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((one, other) => other.count - one.count);
}

/** How many changes put the same into the place of the same. */
export function countAlike({ kind, rule, from, to }: Change, changes: readonly Change[]): number {
  return changes.filter((other) => other.kind === kind && other.rule === rule && other.from === from && other.to === to)
    .length;
}
