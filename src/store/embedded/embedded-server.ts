import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Log } from '../../log.ts';
import { withoutSecrets } from '../../without-secrets.ts';
import { isFounded } from './folder.ts';
import type { FolderLock } from './folder-lock.ts';
import type { Notice, Task } from './serve-embedded.ts';

/**
 * A database in a folder that is spoken to like a server: PGlite in a process of its own, since it takes 150 MB and
 * holds its thread. The process runs while somebody is connected.
 */
export interface EmbeddedServer {
  /** A connection as `pg` wants it. There is one session: who has a connection is to close it before the next. */
  connection(): Duplex;
  /** Ends the process at once, if it runs, and leaves the folder. */
  close(): Promise<void>;
}

/** How the process was told to stop, and how long it may take for that before it is ended. Milliseconds. */
const STOPS_WITHIN = 5_000;

/**
 * @param entry path of the program that the process runs
 * @param lock of the folder
 */
export function embeddedServer(entry: string, folder: string, lock: FolderLock, log: Log): EmbeddedServer {
  /** Resolves when the process before is gone: two in one folder destroy the database. */
  let gone: Promise<void> = Promise.resolve();
  let running: ChildProcess | undefined;
  let isClosed = false;

  function start(kind: Task['kind']): { readonly child: ChildProcess; readonly ready: Promise<void> } {
    if (isClosed) throw unusable('the database is closed');
    const child = fork(entry, [], {
      execArgv: [],
      env: withoutSecrets(process.env),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc', 'pipe'],
    });
    running = child;
    const kill = () => child.kill('SIGKILL');
    // However this process ends, it is not left behind.
    process.on('exit', kill);
    gone = new Promise((resolve) => {
      const over = () => {
        process.off('exit', kill);
        running = undefined;
        lock.shareWith(undefined);
        resolve();
      };
      child.once('exit', over);
      child.once('error', () => child.pid === undefined && over());
    });
    const ready = new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', () => reject(unusable('the process that holds it has ended')));
      child.once('message', (notice: Notice) => {
        if (notice.kind === 'ready') resolve();
        else reject(unusable('the database in the folder cannot be opened', notice.code || 'DAMAGED'));
      });
    });
    // Whoever waits for it hears of it there.
    ready.catch(() => {});
    try {
      lock.shareWith(child.pid);
    } catch (error) {
      kill();
      throw error;
    }
    child.send({ kind, folder } satisfies Task, () => {});
    return { child, ready };
  }

  /** One start after the other: a connection may be given up while its process starts. */
  let turn: Promise<unknown> = Promise.resolve();

  /** @returns the process when it can be spoken to */
  function serving(): Promise<ChildProcess> {
    const served = turn.then(serve);
    turn = served.catch(() => {});
    return served;
  }

  async function serve(): Promise<ChildProcess> {
    await gone;
    const before = performance.now();
    if (!isFounded(folder)) {
      // What it takes to make one is given back by a process that ends.
      await start('found').ready;
      await gone;
      log.info('library database made', { ms: Math.round(performance.now() - before) });
    }
    const { child, ready } = start('serve');
    await ready;
    log.info('library database opened', { ms: Math.round(performance.now() - before) });
    return child;
  }

  return {
    connection: () => new EmbeddedConnection(serving),
    async close() {
      isClosed = true;
      running?.kill('SIGKILL');
      await gone;
      lock.release();
    },
  };
}

/** The process cannot be used. @param code the system's, or one of `insist.ts` */
function unusable(message: string, code = 'EMBEDDED'): Error {
  return Object.assign(new Error(message), { code });
}

/** What `pg` takes for a socket: it asks it to connect, and closes it at the end. */
class EmbeddedConnection extends Duplex {
  readonly #serving: () => Promise<ChildProcess>;
  #child: ChildProcess | undefined;
  #wire: Socket | undefined;

  constructor(serving: () => Promise<ChildProcess>) {
    super({ allowHalfOpen: false });
    this.#serving = serving;
  }

  connect(): this {
    this.#serving().then(
      (child) => this.#open(child),
      (error) => this.destroy(error),
    );
    return this;
  }

  #open(child: ChildProcess): void {
    if (this.destroyed) return void child.kill('SIGKILL');
    const wire = child.stdio[4] as Socket;
    this.#child = child;
    this.#wire = wire;
    wire.on('data', (read) => {
      if (!this.push(read)) wire.pause();
    });
    wire.on('error', (error) => this.destroy(error));
    child.once('exit', () => this.destroy());
    this.emit('connect');
  }

  override _read(): void {
    this.#wire?.resume();
  }

  override _write(bytes: Buffer, _encoding: string, written: (error?: Error | null) => void): void {
    if (this.#wire === undefined) written(unusable('the process that holds it has ended'));
    else this.#wire.write(bytes, written);
  }

  /** The client has said goodbye, and the process ends by itself. */
  override _final(done: () => void): void {
    const child = this.#child;
    // Somebody waits for its end, though it was idle.
    this.ref();
    const timer = setTimeout(() => child?.kill('SIGKILL'), STOPS_WITHIN).unref();
    child?.once('exit', () => clearTimeout(timer));
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    // After a goodbye it is given time; otherwise nobody can speak to it any more.
    if (!this.writableFinished) this.#child?.kill('SIGKILL');
    done(error);
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    this.#hold((held) => held.ref());
    return this;
  }

  /** An idle connection keeps no process alive. */
  unref(): this {
    this.#hold((held) => held.unref());
    return this;
  }

  #hold(how: (held: { ref(): void; unref(): void }) => void): void {
    if (this.#child === undefined || this.#wire === undefined) return;
    how(this.#child);
    how(this.#wire);
    if (this.#child.channel != null) how(this.#child.channel);
  }
}
