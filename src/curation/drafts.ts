import { randomBytes } from 'node:crypto';
import type { Article } from '../article/article.ts';
import type { StoredFile } from '../store/store.ts';
import type { Panel } from './panel.ts';

/** An article that was read in an upload, and the file that it came in. */
export interface Candidate {
  readonly article: Article;
  readonly file: StoredFile;
}

/** A file, or a member of an archive, that is no article: what it is called, and why. */
export interface Refused {
  readonly name: string;
  /** As the parser says it. */
  readonly reason: string;
}

/** What somebody has uploaded and not yet decided about. */
export interface Draft {
  readonly id: string;
  readonly server: string;
  readonly user: string;
  /** One whose title somebody changes is exchanged for what it becomes. */
  readonly candidates: Candidate[];
  readonly refused: readonly Refused[];
  /** By the place of a candidate: under which id it has been added. */
  readonly added: Map<number, string>;
}

/** Uploads that wait for a decision: in memory, for a while, and no more than so much of them. */
export interface Drafts {
  /** @returns undefined where it is larger than all that is kept */
  keep(draft: Omit<Draft, 'id' | 'added'>): Draft | undefined;
  /** @returns undefined where it is another's, or gone: it was decided, it is too long ago, or there was a restart */
  of(id: string, whose: { readonly server: string; readonly user: string }): Draft | undefined;
  forget(id: string): void;
  /** It is decided: of the draft nothing is kept but what its user was told. */
  end(draft: Draft, told: Panel): void;
  /** What the user was told when the draft was decided; undefined where it is another's, was not decided, or long ago. */
  toldOf(id: string, whose: Pick<Draft, 'server' | 'user'>): Panel | undefined;
  /** Forgets all of a server. */
  forgetAll(server: string): void;
  /** How much is kept. Bytes. */
  readonly bytes: number;
}

/** How long somebody looks at a preview. Milliseconds. */
const KEPT_MS = 30 * 60_000;
/** All drafts together. Bytes. */
const MOST_BYTES = 96 * 1024 * 1024;
/** Of one person: whoever uploads again has decided against the ones before. */
const MOST_EACH = 3;
/** Of so many that were decided it is known what came of them: whoever presses twice is told the same again. */
const MOST_ENDED = 500;

interface Kept {
  readonly draft: Draft;
  readonly bytes: number;
  readonly timer: NodeJS.Timeout;
}

/** @param given what tests have less of */
export function createDrafts({ keptMs = KEPT_MS, mostBytes = MOST_BYTES } = {}): Drafts {
  const kept = new Map<string, Kept>();
  const ended = new Map<string, Pick<Draft, 'server' | 'user'> & { readonly told: Panel }>();
  let total = 0;

  function forget(id: string): void {
    const gone = kept.get(id);
    if (gone === undefined) return;
    clearTimeout(gone.timer);
    kept.delete(id);
    total -= gone.bytes;
  }

  function makeRoom(bytes: number, { server, user }: Pick<Draft, 'server' | 'user'>): void {
    const own = [...kept.values()].filter(({ draft }) => draft.server === server && draft.user === user);
    for (const { draft } of own.slice(0, Math.max(0, own.length - MOST_EACH + 1))) forget(draft.id);
    while (total + bytes > mostBytes) {
      const next = givesWay(server, bytes);
      if (next === undefined) return;
      forget(next.draft.id);
    }
  }

  /** The oldest of the server that has the most, with what is to come: no server takes the room of the others. */
  function givesWay(server: string, coming: number): Kept | undefined {
    const sums = new Map([[server, coming]]);
    for (const { draft, bytes } of kept.values()) sums.set(draft.server, (sums.get(draft.server) ?? 0) + bytes);
    const sumOf = ({ draft }: Kept) => sums.get(draft.server) ?? 0;
    let found: Kept | undefined;
    for (const one of kept.values()) if (found === undefined || sumOf(one) > sumOf(found)) found = one;
    return found;
  }

  return {
    keep(given) {
      const bytes = given.candidates.reduce((sum, candidate) => sum + weightOf(candidate), 0);
      if (bytes > mostBytes) return undefined;
      makeRoom(bytes, given);
      const draft: Draft = { ...given, id: randomBytes(6).toString('hex'), added: new Map() };
      const timer = setTimeout(() => forget(draft.id), keptMs).unref();
      kept.set(draft.id, { draft, bytes, timer });
      total += bytes;
      return draft;
    },
    of(id, { server, user }) {
      const draft = kept.get(id)?.draft;
      return draft?.server === server && draft.user === user ? draft : undefined;
    },
    forget,
    end({ id, server, user }, told) {
      forget(id);
      ended.set(id, { server, user, told });
      const [oldest] = ended.keys();
      if (ended.size > MOST_ENDED && oldest !== undefined) ended.delete(oldest);
    },
    toldOf(id, { server, user }) {
      const found = ended.get(id);
      return found?.server === server && found.user === user ? found.told : undefined;
    },
    forgetAll(server) {
      for (const [id, one] of ended) if (one.server === server) ended.delete(id);
      const own = [...kept.values()].filter(({ draft }) => draft.server === server);
      for (const { draft } of own) forget(draft.id);
    },
    get bytes() {
      return total;
    },
  };
}

/** What a candidate takes in memory: its file, and two bytes a character of all its texts. */
function weightOf({ article, file }: Candidate): number {
  const paragraphs = article.sections.flatMap((section) => section.paragraphs);
  const texts = [...paragraphs, ...article.removed.map(({ text }) => text)];
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return file.bytes.length + 2 * characters + 200 * article.repairs.length;
}
