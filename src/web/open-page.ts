import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createRecollection } from '../discord/recollection.ts';
import type { Planning } from '../discord/room.ts';
import type { Engine } from '../engine/engine.ts';
import { createDoor } from './door.ts';
import { createRoutes, type Serving } from './routes.ts';
import { createSessions, newSecret } from './sessions.ts';
import { readSiteFiles } from './site-files.ts';

/** What a page is made from. */
export interface PageOptions extends Pick<Serving, 'laidDown' | 'pages' | 'seeds' | 'log'>, Pick<Planning, 'pictures'> {
  readonly engine: Engine;
  /** The folder of what the browser loads. */
  readonly site: string;
}

/** A page that is served on this machine, and to nobody who does not have the link. */
export interface OpenPage {
  readonly link: string;
  /** Ends it at once: whoever waits is not answered. */
  close(): void;
}

/** Nobody else is to reach it. */
const HOST = '127.0.0.1';
/** On the same machine nothing takes long: who sends no whole request in so long, sends none. Milliseconds. */
const REQUEST_MS = 60_000;
const HEADERS_MS = 10_000;
const MOST_CONNECTIONS = 64;

/**
 * Serves the page on a free port.
 * @throws the system's error where there is no port, or no built page
 */
export async function openPage({ engine, pictures, site, ...serving }: PageOptions): Promise<OpenPage> {
  const key = newSecret();
  let port = 0;
  const door = createDoor(createSessions(key, serving.laidDown.forget), () => port);
  const { log } = serving;
  const planning = { engine, pictures, log, recollection: createRecollection(), metrics: { refused() {} } };
  const routes = createRoutes({ ...serving, planning, site: readSiteFiles(site) }, door);
  const server = createAdaptorServer({
    fetch: routes.fetch,
    overrideGlobalObjects: false,
    serverOptions: { requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS, maxHeaderSize: 16 * 1024 },
  }) as Server;
  server.maxConnections = MOST_CONNECTIONS;
  await listening(server);
  ({ port } = server.address() as AddressInfo);
  return {
    link: `http://${HOST}:${port}/?key=${key}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, () => {
      server.off('error', reject);
      // Whatever befalls it later, the terminal goes on.
      server.on('error', () => {});
      resolve();
    });
  });
}
