import { z } from 'zod';

/** How a stretch of a message is set: that tells what is said from what is quoted, and what the bot itself wrote where. */
export const BLOCKS = ['plain', 'quote', 'bullet', 'heading', 'subtext', 'code'] as const;

/** What a message has beside words; it is not looked up, and the reader is told how much there is. */
export const ASIDE = ['link', 'mention', 'emoji', 'time', 'file', 'numbering', 'citation', 'furniture'] as const;

/** Stands among words for a thing that is none, a link or an emoji: it parts no word, and joins none. */
export const THING = '\uFFFC';

export type BlockOfMessage = (typeof BLOCKS)[number];
export type Aside = (typeof ASIDE)[number];

/** Discord delivers less; whatever a transport hands over, no more is looked at. */
const LONGEST_PART = 20_000;
const MOST_PARTS = 1_000;

/**
 * Somebody's message as plain data: its words free of a transport's markup, in reading order, and
 * what else there was.
 */
export const MessageSchema = z.object({
  /** What stands together: consecutive lines that are set alike. */
  parts: z.array(z.object({ text: z.string().max(LONGEST_PART), block: z.enum(BLOCKS) })).max(MOST_PARTS),
  aside: z.partialRecord(z.enum(ASIDE), z.number().int().nonnegative()),
  /** How many characters at its end were not read. */
  unread: z.number().int().nonnegative(),
  /** Whether the bot itself wrote it. */
  own: z.boolean(),
});

export type Message = z.output<typeof MessageSchema>;
export type MessagePart = Message['parts'][number];

/** A text as it was typed, without markup. */
export function typedMessage(text: string): Message {
  return { parts: [{ text, block: 'plain' }], aside: {}, unread: 0, own: false };
}
