import type { CommandDefinition } from '../chat/command.ts';
import type { Call } from './calls.ts';
import type { Holdings } from './engine.ts';
import type { ThrownError } from './protocol.ts';
import type { ServerShelf } from './shelves.ts';

/** What the engine's process is given to do. */
export type EngineTask =
  | { readonly kind: 'open'; readonly opening: EngineOpening }
  /**
   * `hasWaited`: whether another was under way when it was asked for. `revision`: of the server's library, where the
   * call is not to be answered from the operator's; throws NotShelved where that is not held.
   */
  | { readonly kind: 'call'; readonly call: Call; readonly hasWaited: boolean; readonly revision?: number | undefined }
  /** A server's articles, which become its library while others are answered: `shelved` or `not shelved` tells when. */
  | { readonly kind: 'shelve'; readonly server: string; readonly shelf: ServerShelf }
  /** Nothing made of the server's articles is to stay. */
  | { readonly kind: 'forget'; readonly server: string };

/** Which articles the engine answers from, and how it comes by them. */
export interface EngineOpening {
  /** Of seeds. */
  readonly folder: string;
  /** Where the built index is kept; nowhere where undefined. */
  readonly cacheDir: string | undefined;
  /** Other folders of the program's own: what lies in them is no seed. */
  readonly ownFolders?: readonly string[];
  /** A library of fewer passages is not kept. */
  readonly worthKeeping: number;
  /** Whether another has answered from it before: what was kept is answered from at once, and the folder is read then. */
  readonly resume: boolean;
  /** A library of so many passages at most is made ready to be found by meaning before the first answer, and others meanwhile. */
  readonly filledFirst: number;
  /** Whether changes of the folder are taken in. */
  readonly watch: boolean;
  /** Whether there may be no article in it. */
  readonly mayBeEmpty: boolean;
  /** What the libraries of servers may take in memory, estimated; see `SERVERS_BYTES`. Bytes. */
  readonly serversBytes?: number | undefined;
  /** How long a page may take to be read. Milliseconds. */
  readonly pageMs: number;
  /** Pages that took longer, or ended the process that read them: why, by digest. */
  readonly refusedPages: ReadonlyMap<string, string>;
  /** Of seeds that were skipped, by file name: why, which has been said already. */
  readonly skippedSeeds: ReadonlyMap<string, string>;
}

/** What opening comes back with. */
export interface Opened {
  readonly commands: readonly CommandDefinition[];
  readonly holdings: Holdings;
}

/** What the engine's process tells unasked. */
export type EngineNotice =
  /** How far the reading, and then the indexing, has come. */
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'changed'; readonly holdings: Holdings }
  /** A server's library can be asked. */
  | { readonly kind: 'shelved'; readonly server: string; readonly revision: number }
  | { readonly kind: 'not shelved'; readonly server: string; readonly error: ThrownError }
  /** A server's library had to give way to others. */
  | { readonly kind: 'dropped'; readonly server: string }
  | { readonly kind: 'page refused'; readonly digest: string; readonly reason: string }
  | { readonly kind: 'seed skipped'; readonly file: string; readonly reason: string };
