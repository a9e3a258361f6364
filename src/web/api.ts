import { z } from 'zod';
import type { Article } from '../article/article.ts';
import { LOCALES } from '../chat/locale.ts';
import type { MessageBody } from '../discord/render/message.ts';
import type { TextFile } from '../discord/render/rendered.ts';

/** What the page and its server say to each other: what comes in is checked by these, what goes out is of these types. */

/** A piece of an id: nothing that could be read as anything else. */
const name = z.string().regex(/^[\w-]{1,24}$/);

/** Who asks, where, and of what. */
const conversation = {
  /** The tab: each has a conversation of its own. */
  channel: name,
  locale: z.enum(LOCALES),
  /** The article that was laid down and is asked; the operator's articles where absent. */
  shelf: name.optional(),
};

/** As long as a message on Discord may be; a longer one nobody could send there. Characters. */
const LONGEST_MESSAGE = 4_000;
/** Of a component's id, and of a select's value, at most. Characters. */
const LONGEST_ID = 100;
const MOST_VALUES = 25;

/** Words said to the bot, as in a message that mentions it; none at all count as the mention alone. */
export const SaySchema = z.strictObject({ ...conversation, text: z.string().max(LONGEST_MESSAGE) });
/** A button or a select was used in a message that has these flags. */
export const UseSchema = z.strictObject({
  ...conversation,
  customId: z.string().min(1).max(LONGEST_ID),
  values: z.array(z.string().max(LONGEST_ID)).max(MOST_VALUES),
  flags: z.int().nonnegative(),
});
/** The message menu's command used on a message of these words. */
export const CheckSchema = z.strictObject({ ...conversation, text: z.string().min(1).max(LONGEST_MESSAGE) });
/** An article to be shown, of what was laid down or of the operator's. */
export const ShowSchema = z.strictObject({ shelf: name.optional(), id: z.string().min(1).max(300) });
/** The name of a file that is laid down; its bytes are the body. */
export const FileNameSchema = z.string().min(1).max(255);

export type Say = z.output<typeof SaySchema>;
export type Use = z.output<typeof UseSchema>;
export type Check = z.output<typeof CheckSchema>;
export type Show = z.output<typeof ShowSchema>;

/** What becomes of the conversation: a message more, another in the place of the one that was used, or one less. */
export type Outcome =
  | { readonly kind: 'answer' | 'update'; readonly message: SentMessage }
  | { readonly kind: 'delete' };

/** A message as the bot would send it, and the files that go with it. */
export interface SentMessage {
  readonly body: MessageBody;
  readonly files: readonly (TextFile | SentPicture)[];
}

/** A PNG; what it shows stands in the message's body. */
export interface SentPicture {
  readonly name: string;
  readonly base64: string;
}

/** The articles that can be talked about. */
export interface Holdings {
  readonly articles: readonly Held[];
}

export interface Held {
  readonly id: string;
  readonly title: string;
  /** Set for one that was laid down. */
  readonly shelf?: string;
}

/** An article with all that was done to it. */
export interface Shown {
  readonly article: Article;
  readonly shelf?: string;
  /** What repairs and removals count their offsets in; absent where it is not at hand. */
  readonly original?: string;
}

/** What became of a file: its articles, and of an archive the members that are none. */
export interface LaidDown {
  readonly articles: readonly Shown[];
  readonly refused: readonly { readonly member: string; readonly reason: string }[];
}

/** Why there is no result. */
export interface Refusal {
  readonly error: Problem;
  /** Of a bug: it stands in the log, too. */
  readonly id?: string;
  /** Of a file that is no article: why, in the words of whoever read it. */
  readonly reason?: string;
}

export type Problem =
  /** The request is none of this page's. */
  | 'bad-request'
  /** No session: the link in the terminal opens one. */
  | 'locked'
  | 'not-found'
  | 'too-large'
  /** Too much at a time. */
  | 'busy'
  | 'no-article'
  /** A bug. */
  | 'failed';
