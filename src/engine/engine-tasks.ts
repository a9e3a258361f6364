import type { CommandDefinition } from '../chat/command.ts';
import type { Call } from './calls.ts';
import type { Holdings } from './engine.ts';

/** What the engine's process is given to do. */
export type EngineTask =
  | { readonly kind: 'open'; readonly opening: EngineOpening }
  /** `hasWaited`: whether another was under way when it was asked for. */
  | { readonly kind: 'call'; readonly call: Call; readonly hasWaited: boolean };

/** Which articles the engine answers from, and how it comes by them. */
export interface EngineOpening {
  /** Of seeds. */
  readonly folder: string;
  /** Where the built index is kept; nowhere where undefined. */
  readonly cacheDir: string | undefined;
  /** A library of fewer passages is not kept. */
  readonly worthKeeping: number;
  /** Whether another has answered from it before: what was kept is answered from at once, and the folder is read then. */
  readonly resume: boolean;
  /** A library of so many passages at most is made ready to be found by meaning before the first answer, and others meanwhile. */
  readonly filledFirst: number;
  /** Whether changes of the folder are taken in. */
  readonly watch: boolean;
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
  | { readonly kind: 'page refused'; readonly digest: string; readonly reason: string }
  | { readonly kind: 'seed skipped'; readonly file: string; readonly reason: string };
