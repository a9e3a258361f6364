import { Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import { found, openPGlite } from './open-pglite.ts';
import { cutWire, type Said } from './wire.ts';

/** What the process of the embedded database is started for. */
export interface Task {
  /** To make the database, or to serve it. */
  readonly kind: 'found' | 'serve';
  readonly folder: string;
}

/** What it tells the one that started it. */
export type Notice = { readonly kind: 'ready' } | { readonly kind: 'failed'; readonly code: string };

/** The stream that PostgreSQL's protocol is spoken on: the one behind standard input, output, errors and messages. */
const WIRE = 4;

/** PostgreSQL's journal may grow by so much between checkpoints, which nobody else makes here. Bytes. */
const CHECKPOINT_AFTER = 16 * 1024 * 1024;

/**
 * Makes this process serve a database in a folder to the one that started it, over a stream that they alone have:
 * one session of PostgreSQL's own protocol. The process ends with the session, or with the one that started it.
 */
export function serveEmbedded(): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
  // PostgreSQL repairs at its next start what an end leaves.
  process.on('disconnect', () => process.exit());
  process.once('message', (task: Task) => void carryOut(task));
}

async function carryOut({ kind, folder }: Task): Promise<void> {
  try {
    if (kind === 'found') await found(folder);
    else serve(await openPGlite(folder));
    tell({ kind: 'ready' });
    if (kind === 'found') process.disconnect();
  } catch (error) {
    const { code } = error as { code?: unknown };
    tell({ kind: 'failed', code: typeof code === 'string' ? code : '' });
    process.disconnect();
  }
}

function serve(database: PGlite): void {
  const wire = new Socket({ fd: WIRE, readable: true, writable: true });
  const cut = cutWire();
  let written = 0;
  wire.on('error', () => process.exit());
  wire.on('close', () => process.exit());
  // One piece after the other: the session is one.
  let last: Promise<void> = Promise.resolve();
  wire.on('data', (read: Buffer) => {
    // After a fault it is opened again, by another process.
    for (const said of cut(read)) last = last.then(() => answer(said)).catch(() => process.exit(1));
  });

  async function answer({ bytes, isOver }: Said): Promise<void> {
    if (isOver) {
      await database.close().catch(() => {});
      process.exit();
    }
    const onRawData = (answered: Uint8Array) => void wire.write(Buffer.from(answered));
    await database.execProtocolRawStream(bytes, { syncToFs: false, onRawData });
    written += bytes.length;
    if (written < CHECKPOINT_AFTER || database.isInTransaction()) return;
    written = 0;
    await database.exec('checkpoint');
  }
}

function tell(notice: Notice): void {
  if (process.connected) process.send?.(notice, () => {});
}
