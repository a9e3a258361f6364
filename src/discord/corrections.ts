import { createLately } from './lately.ts';

/** So long after it was taken up a question can be put right by editing it. Milliseconds. */
export const CORRECTABLE_MS = 120_000;
/** So many messages are remembered: some 200 bytes each. */
const MOST = 2_000;

/** A message that is being answered, or has been; one for all that it said in turn. */
export interface Taken {
  /** What it said when it was taken up last: a link that unfolds is an edit, too, and changes no word. */
  content: string;
  /** The turn that is to answer it: those before it are out of date. */
  turn?: object;
  /** Whether an answer has been sent off, and its id as soon as Discord has told it. */
  isSent?: true;
  answerId?: string;
}

/** What was taken up lately, by the id of the message: whose edit is a new question. */
export interface Corrections {
  /** @returns undefined for a message that was not taken up, or too long ago */
  of(messageId: string): Taken | undefined;
  /** What is known of a message from now on, which says this. */
  take(messageId: string, content: string): Taken;
}

/** @param now milliseconds, monotonic */
export function createCorrections(now?: () => number): Corrections {
  const kept = createLately<Taken>(CORRECTABLE_MS, MOST, now);
  return {
    of: (messageId) => kept.get(messageId),
    take(messageId, content) {
      const known = kept.get(messageId);
      if (known !== undefined) {
        known.content = content;
        return known;
      }
      const taken: Taken = { content };
      kept.set(messageId, taken);
      return taken;
    },
  };
}
