import { createLately } from './lately.ts';

/** So long after it was written a question can be put right by editing it. Milliseconds. */
export const CORRECTABLE_MS = 120_000;
/** So many messages are remembered: some 200 bytes each. */
const MOST = 2_000;

/** A message that is being answered, or has been. */
export interface Answered {
  /** What it said when it was taken up last: a link that unfolds is an edit, too, and changes no word. */
  readonly content: string;
  /** The bot's message that answers it, as soon as there is one. */
  answerId?: string;
}

/** What was taken up lately, by the id of the message: whose edit is a new question. */
export interface Corrections {
  of(messageId: string): Answered | undefined;
  remember(messageId: string, answered: Answered): void;
}

/** @param now milliseconds, monotonic */
export function createCorrections(now?: () => number): Corrections {
  const kept = createLately<Answered>(CORRECTABLE_MS, MOST, now);
  return { of: (messageId) => kept.get(messageId), remember: (messageId, answered) => kept.set(messageId, answered) };
}
