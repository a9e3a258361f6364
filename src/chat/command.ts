import type { z } from 'zod';
import type { Article } from '../article/article.ts';
import type { Library } from '../library/library.ts';
import type { Localised } from './locale.ts';
import type { Reader } from './reader.ts';
import type { Before, Reply, Target } from './reply.ts';

/** Who asks, and of what: all that a command is given beside its options. */
export interface Context extends Reader {
  readonly library: Library;
  /** A follow-up: this section is searched first. */
  readonly prefer?: Target;
  /** The id of the article that the same person chose a while ago: questions that name no other are asked of it alone. */
  readonly chosen?: string;
  /** The id of the article that the channel is bound to. */
  readonly bound?: string;
  /** What the same person was answered a while ago; absent where nothing is known. */
  readonly before?: Before;
}

/** The article that is meant where none is named: the one that was chosen, else the one that the channel is bound to. */
export function homeOf({ library, chosen, bound }: Context): Article | undefined {
  const named = (id: string | undefined) => library.articles.find((article) => article.id === id);
  return named(chosen) ?? named(bound);
}

/** One use of a command: its validated options and who asks. */
export interface Invocation<Options> extends Context {
  readonly options: Options;
}

/** An option as a person fills it in. Transports register it; the command's schema validates what comes. */
export interface OptionDefinition {
  /** Lower-case Latin letters: the key in the options object. */
  readonly name: string;
  /** As people see it in their language. */
  readonly names: Localised;
  readonly description: Localised;
  /** `flag` is a yes or no. */
  readonly type: 'text' | 'flag';
  readonly required: boolean;
  /** The longest text, in characters. */
  readonly maxLength?: number;
  /** What the transport can suggest while the person types. */
  readonly completes?: 'section' | 'passage' | 'article' | 'question' | 'kind' | 'named';
  /** Offered only where the library has several articles. */
  readonly onlyWithSeveralArticles?: boolean;
}

/** What people can use, as plain data: transports register it, list it and read what was typed by it. */
export interface CommandDefinition {
  readonly name: string;
  /** `message`: used on somebody's message, whose text is the only option, `text`. */
  readonly kind: 'slash' | 'message';
  readonly names: Localised;
  readonly description: Localised;
  readonly options: readonly OptionDefinition[];
  /** Whether the reply is for the person who asks alone, where they do not say so themselves. */
  readonly visibility: Reply['visibility'];
}

/** A command, free of any transport. */
export interface Command extends CommandDefinition {
  /**
   * @param raw options as they came, by name
   * @throws UserError for a mistake of the user's; or rejects with it
   */
  run(raw: Readonly<Record<string, unknown>>, context: Context): Reply | Promise<Reply>;
}

interface Definition<Schema extends z.ZodType> extends CommandDefinition {
  readonly schema: Schema;
  run(invocation: Invocation<z.output<Schema>>): Reply | Promise<Reply>;
}

/** Makes a command whose `run` sees only options that its schema has accepted. */
export function defineCommand<Schema extends z.ZodType>(definition: Definition<Schema>): Command {
  const { schema, run, ...rest } = definition;
  return { ...rest, run: (raw, context) => run({ ...context, options: schema.parse(raw) }) };
}
