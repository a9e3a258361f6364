import type { ToldAnswer } from '../answer/answer.ts';
import type { Message } from '../chat/checking/message.ts';
import type { Completion } from '../chat/complete.ts';
import type { Named } from '../chat/input/articles.ts';
import type { Locale } from '../chat/locale.ts';
import type { Way } from '../chat/navigate.ts';
import type { Reader } from '../chat/reader.ts';
import type { Before, Reply, Target } from '../chat/reply.ts';

/**
 * What the engine can be asked to do, as plain data that crosses from one process to the other: whatever
 * reads foreign text to answer a person.
 */
export type Call = Asking & Whereabouts;

/** Where somebody asks. */
interface Whereabouts {
  /** Whose library is asked: Discord's id of the guild. The operator's where absent, as in direct messages. */
  readonly server?: string | undefined;
  /** The hash of the article that the same person chose a while ago, in the same channel. */
  readonly chosen?: string | undefined;
  /** The id of the article that the channel is bound to. */
  readonly bound?: string | undefined;
}

type Asking =
  /** A command with its options as they came, and what the same person was answered before. */
  | {
      readonly kind: 'run';
      readonly name: string;
      readonly options: Options;
      readonly reader: Reader;
      readonly before?: Before;
    }
  /** Suggestions for an option of a command while somebody types. `others` are the options filled in already. */
  | {
      readonly kind: 'complete';
      readonly command: string;
      readonly option: string;
      readonly typed: string;
      readonly others: Options;
      readonly reader: Reader;
    }
  /** A question that was open, asked of the article that somebody chose for it; of all where there is no place. */
  | {
      readonly kind: 'pick';
      readonly question: string;
      readonly place?: Pick<Place, 'hash'> | undefined;
      readonly reader: Reader;
    }
  /** Where a button or a select leads; the hash names the article. */
  | { readonly kind: 'navigate'; readonly way: Way; readonly place: Place; readonly reader: Reader }
  /** A message to the bot: the words, what the bot had said that it replies to, or the message of somebody's, what the same person was answered before, what the server speaks. */
  | {
      readonly kind: 'hear';
      readonly text: string;
      readonly cited: string;
      readonly repliedTo?: Message;
      readonly before?: Before;
      readonly guildLocale: string | undefined;
      /** What is answered in, whatever was spoken; told by the words where absent. */
      readonly locale?: Locale;
      readonly pageSize: number;
      readonly pictures?: boolean;
    }
  /** Questions that were asked, to be grouped by their wording: the places of those in each group. */
  | { readonly kind: 'group'; readonly questions: readonly string[] }
  /**
   * What somebody typed to name one of these articles: the places of those that they may mean; while they type, of all
   * that have it in their names.
   */
  | {
      readonly kind: 'name';
      readonly typed: string;
      readonly articles: readonly Named[];
      readonly whileTyping: boolean;
    }
  /** A question, with the answer as data. */
  | { readonly kind: 'answer'; readonly question: string; readonly limit: number };

type Options = Readonly<Record<string, unknown>>;
export type Place = Omit<Target, 'articleId'>;

/** What a message to the bot is answered with, and in which language. */
export interface Heard {
  readonly reply: Reply;
  readonly locale: Locale;
}

/** An answer as data, with the sentences of its section's summary. */
export interface SummedUp {
  readonly answer: ToldAnswer;
  readonly summary: readonly string[];
}

interface Results {
  readonly run: Reply;
  readonly complete: readonly Completion[];
  readonly pick: Reply;
  readonly navigate: Reply;
  readonly hear: Heard;
  readonly group: readonly (readonly number[])[];
  readonly name: readonly number[];
  readonly answer: SummedUp;
}

/** What a call comes back with. */
export type ResultOf<C extends Call> = Results[C['kind']];
