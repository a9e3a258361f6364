import type { Entry, Mention } from './entries.ts';

/** Entries by what tells them apart, to which their mentions are added as they come. */
export type Gathering = Map<string, Entry & { readonly mentions: Mention[] }>;

/** Adds a mention to the entry that it is one of, or begins the entry with it. */
export function gather(
  gathering: Gathering,
  key: string,
  mention: Mention,
  begin: () => Omit<Entry, 'mentions'>,
): void {
  const known = gathering.get(key);
  if (known === undefined) gathering.set(key, { ...begin(), mentions: [mention] });
  else known.mentions.push(mention);
}
