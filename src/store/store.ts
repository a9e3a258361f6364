import type { Article } from '../article/article.ts';

/**
 * What moderators have given to their servers' libraries, kept in a database: the files as they came, the articles
 * that were read in them, settings, bindings, and questions without an answer. Of people nothing but an id: who added
 * an article.
 *
 * What a promise here has resolved with is on the disk. Every method throws `StoreUnavailable` where the database
 * cannot be reached, is full or is read-only, after it has been tried again for some seconds; nothing is half done then.
 * `server` is Discord's id of a guild; nothing of one server is ever given out for another.
 */
export interface Store {
  /** The server's library as it is now; revision 0 and nothing in it where nobody has added anything. */
  shelf(server: string): Promise<Shelf>;
  /** The revision alone, without the articles: cheap, and what is kept elsewhere is measured by it. */
  revision(server: string): Promise<number>;
  /**
   * As `revision`, but heard of: told within two seconds of a change of the server's articles, settings or bindings, by
   * whichever process. Told more often than there are changes: after a connection was lost, of each server that was
   * asked for here, for it may have changed unheard.
   */
  onChange(listener: (server: string) => void): () => void;

  /**
   * Puts an article on the server's shelf, instead of the one that it replaces, which can be restored under another id.
   * An upload that is sent twice (the same `token`) is put there once, and comes back the same.
   * @throws LimitReached where the server's limits do not allow it
   */
  add(server: string, addition: Addition, limits: Limits): Promise<KeptArticle>;
  /** Of articles on the shelf: the one of the same text, whatever its title, and the one of the same title with another text. */
  likeness(server: string, article: Article): Promise<Likeness>;
  rename(server: string, id: string, title: string): Promise<KeptArticle | undefined>;
  /** Takes it off the shelf; for 30 days it can be restored. What is off it already stays so. */
  remove(server: string, id: string): Promise<KeptArticle | undefined>;
  /**
   * Puts it back on the shelf; what is there already stays so.
   * @param limits none where the article may go beyond them
   * @throws LimitReached where the server's limits do not allow it
   */
  restore(server: string, id: string, limits?: Limits): Promise<KeptArticle | undefined>;
  /**
   * What was removed or replaced and can be restored, the latest first. Beyond as many bytes as a server may have on
   * its shelf the oldest goes earlier.
   */
  removed(server: string): Promise<readonly KeptArticle[]>;
  /** The file as it came. */
  file(server: string, id: string): Promise<StoredFile | undefined>;

  settings(server: string): Promise<Settings>;
  changeSettings(server: string, change: Partial<Settings>): Promise<Settings>;

  /** By channel, thread or forum post: the id of the article that questions there go to first. */
  bindings(server: string): Promise<ReadonlyMap<string, string>>;
  /** @param articleId undefined unbinds the channel */
  bind(server: string, channel: string, articleId: string | undefined): Promise<void>;

  /** Keeps a question that found no answer, without its asker; only where the server's settings say so. */
  noteUnanswered(server: string, question: UnansweredQuestion): Promise<void>;
  /** Of the last 90 days, the newest first. */
  unanswered(server: string): Promise<readonly KeptQuestion[]>;
  settleUnanswered(server: string, ids: readonly number[], how: Settled): Promise<void>;
  eraseUnanswered(server: string): Promise<void>;

  /** Deletes all that is kept of the server, at once. */
  forget(server: string): Promise<void>;
  /** The bot is no longer in the server: in 30 days all of it is deleted, unless it comes back. */
  left(server: string): Promise<void>;
  joined(server: string): Promise<void>;
  /** All servers of which something is kept. */
  servers(): Promise<readonly KeptServer[]>;
  /** Deletes what is past its time. Whoever runs it, and however many at once, it is done once. */
  expire(): Promise<void>;

  close(): Promise<void>;
}

/** A server of which something is kept. */
export interface KeptServer {
  readonly id: string;
  /** Whether it is known that the bot is no longer there. */
  readonly hasLeft: boolean;
}

/** The articles of a server, at a moment. */
export interface Shelf {
  /** Grows by each change of the articles. */
  readonly revision: number;
  /** In the order of their ids; none that was removed. */
  readonly articles: readonly KeptArticle[];
}

/** An article of a server. Its own id is unique on the server's shelf, and never given again to another. */
export interface KeptArticle {
  readonly article: Article;
  /** Who added it: Discord's id of the user. */
  readonly addedBy: string;
  readonly addedAt: Date;
  readonly removedAt?: Date;
  /** Of the file that it came in. */
  readonly bytes: number;
}

export interface StoredFile {
  /** As it was called where it came from. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Addition {
  /** Names this upload: what is sent again is not added again. */
  readonly token: string;
  readonly file: StoredFile;
  /** As it was read; its id is a wish, made unique on the shelf. */
  readonly article: Article;
  readonly addedBy: string;
  /** The id of the article that it is a newer version of, whose id it takes. */
  readonly replaces?: string;
}

/** What a server may keep; all of it is the operator's to set. */
export interface Limits {
  readonly articles: number;
  readonly bytes: number;
  readonly uploadsPerDay: number;
}

export interface Likeness {
  readonly same?: KeptArticle;
  /** Of the same title, with another text. */
  readonly older?: KeptArticle;
}

export interface Settings {
  /** Roles whose members may add articles, beside those who manage the server. */
  readonly addingRoles: readonly string[];
  /** Whether mentions are answered. */
  readonly mentions: 'everywhere' | 'nowhere' | 'in-channels';
  /** Where they are, for `in-channels`. */
  readonly mentionChannels: readonly string[];
  /** The language of public replies; each reader's own where undefined. */
  readonly publicLocale?: 'zh-CN' | 'zh-TW' | 'en' | undefined;
  /** Whether questions that found no answer are kept. */
  readonly keepsUnanswered: boolean;
  /** Whether the operator's articles are answered from, too. */
  readonly operatorsArticles: boolean;
}

export interface UnansweredQuestion {
  readonly question: string;
  /** How it was told that there is no answer: the bot found none, or a person said that the answer was not meant. */
  readonly because: 'not answered' | 'not meant';
  readonly articleId?: string;
}

export interface KeptQuestion extends UnansweredQuestion {
  readonly id: number;
  readonly askedAt: Date;
  readonly settled?: Settled;
}

/** Done with, or answered with a passage: its article's id and address, as people write it. */
export type Settled = { readonly kind: 'done' } | { readonly kind: 'quoted'; readonly quote: string };

/** What only the operator can put right, before anything can be kept: one line without addresses or secrets. */
export class StoreMistake extends Error {
  override readonly name = 'StoreMistake';
}

/** The database cannot be used now. Says in one line why, without addresses or secrets. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** Whether it may come to itself: otherwise the operator has to do something. */
  readonly mayPass: boolean;

  /** @param why a sentence about the database */
  constructor(why: string, mayPass = true) {
    super(`the library's database cannot be used: ${why}`);
    this.mayPass = mayPass;
  }
}

/** The server's limits do not allow it. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
  readonly limit: keyof Limits;
  readonly most: number;

  constructor(limit: keyof Limits, most: number) {
    super(`a server may not have more ${limit} than ${most}`);
    this.limit = limit;
    this.most = most;
  }
}
