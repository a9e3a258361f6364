import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Stands between a program and its database, and does what networks do. */
export interface FaultProxy {
  /** The database's address by way of the proxy. */
  readonly url: string;
  /** How many connections were made. */
  connections(): number;
  /** Each piece that goes through waits so long. Milliseconds. */
  delay(ms: number): void;
  /** Nothing goes through any more, and nobody is told. */
  stall(): void;
  /** All connections are lost now. */
  cut(): void;
  /** Connections are lost, and none can be made. */
  refuse(): void;
  /** The next connection on which this is said is lost, before the database hears it or before its answer is heard. */
  cutOnce(said: string, when: 'before' | 'after'): void;
  /** As it was at first. */
  heal(): void;
  close(): Promise<void>;
}

export async function faultProxy(databaseUrl: string): Promise<FaultProxy> {
  const database = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let connections = 0;
  let ms = 0;
  let isStalled = false;
  let isRefusing = false;
  let once: { readonly said: string; readonly when: 'before' | 'after' } | undefined;

  const server = createServer((client) => {
    if (isRefusing) return void client.destroy();
    connections += 1;
    const upstream = connect(Number(database.port || 5432), database.hostname);
    /** The database's answer is not heard any more. */
    let isDeaf = false;
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      let before: Promise<void> = Promise.resolve();
      from.on('data', (bytes) => {
        before = before.then(async () => {
          if (ms > 0) await wait(ms);
          while (isStalled && !from.destroyed) await wait(20);
          if (from === upstream && isDeaf) return void client.destroy();
          if (from === client && once !== undefined && bytes.includes(once.said)) {
            const { when } = once;
            once = undefined;
            if (when === 'before') return void client.destroy();
            isDeaf = true;
          }
          if (!to.destroyed) to.write(bytes);
        });
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);

  function cut(): void {
    for (const socket of sockets) socket.destroy();
  }

  return {
    url: url.href,
    connections: () => connections,
    delay(wanted) {
      ms = wanted;
    },
    stall() {
      isStalled = true;
    },
    cut,
    refuse() {
      isRefusing = true;
      cut();
    },
    cutOnce(said, when) {
      once = { said, when };
    },
    heal() {
      ms = 0;
      isStalled = false;
      isRefusing = false;
    },
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
