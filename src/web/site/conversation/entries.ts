import type { Outcome } from '../../api.ts';
import type { Refused } from '../ask-server.ts';

/** What the bot sends. */
export type Message = Extract<Outcome, { message: unknown }>['message'];

/** Something in a conversation, in the order it came. */
export type Entry =
  | { readonly id: number; readonly kind: 'asked' | 'checked'; readonly text: string }
  /** `at`: when it came. */
  | { readonly id: number; readonly kind: 'message'; readonly message: Message; readonly at: Date }
  | { readonly id: number; readonly kind: 'problem'; readonly refusal: Refused['refusal']; readonly again: () => void };

/**
 * The entries after something was used in one of them.
 * @param used the entry's number
 * @param next that of a new one, which comes now
 */
export function afterUse(entries: readonly Entry[], used: number, outcome: Outcome, next: number): readonly Entry[] {
  switch (outcome.kind) {
    case 'answer':
      return [...entries, { id: next, kind: 'message', message: outcome.message, at: new Date() }];
    case 'update':
      return entries.map((entry) =>
        entry.id === used && entry.kind === 'message' ? { ...entry, message: outcome.message } : entry,
      );
    case 'delete':
      return entries.filter(({ id }) => id !== used);
  }
}
