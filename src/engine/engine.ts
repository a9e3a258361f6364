import type { CommandDefinition } from '../chat/command.ts';
import type { Library } from '../library/library.ts';
import type { Call, ResultOf } from './calls.ts';

/** What the rest of the program asks: it answers from elsewhere, so that whoever talks to people never waits. */
export interface Engine {
  /** What people can use. */
  readonly commands: readonly CommandDefinition[];
  /** The operator's articles as they are now. */
  readonly holdings: Holdings;
  /** Whether servers may have articles of their own, which are not among the holdings. */
  readonly hasShelves?: boolean;
  /** How many libraries of servers had to be made ready for somebody who asked, since the start. */
  readonly coldLoads?: number;
  /**
   * @throws TookTooLong where the call ran into its deadline, now or before; what was thrown while it was carried
   *   out; why there is no engine, where none could be started
   */
  call<C extends Call>(call: C): Promise<ResultOf<C>>;
}

/** The articles that an engine answers from. */
export interface Holdings {
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  /** How many passages are indexed. */
  readonly passages: number;
}

/** Nothing came back in time. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/** The library that was asked could not be made ready in time: the question is not to blame. */
export class NotReady extends TookTooLong {}

/** What of a library the rest of the program knows. */
export function holdingsOf({ articles, passages }: Library): Holdings {
  return { articles: articles.map(({ id, title }) => ({ id, title })), passages };
}
