import type { Engine } from '../engine/engine.ts';
import type { PageReader } from '../engine/page-reader.ts';
import type { Limits, Store } from '../store/store.ts';
import type { Drafts } from './drafts.ts';
import type { Standings } from './standing.ts';

/** What moderators' wishes are carried out with. */
export interface Desk {
  readonly store: Store;
  readonly standings: Standings;
  readonly drafts: Drafts;
  /** Reads files of strangers, in a process of its own. */
  readonly pages: PageReader;
  /** Reads what strangers asked, in a process of its own. */
  readonly engine: Pick<Engine, 'call'>;
  readonly limits: Limits;
}
