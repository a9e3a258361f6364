import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Extent, Metrics } from './metrics.ts';

/** Where a monitor looks. */
export interface HealthServer {
  /** The port that was asked for, or the one that was given for 0. */
  readonly port: number;
  close(): Promise<void>;
}

/** What the monitor is told. */
export interface HealthSources {
  readonly metrics: Metrics;
  /** Milliseconds since the connection that has been silent longest was acknowledged; undefined before the first. */
  silence(): number | undefined;
  /** Silence longer than this is ill. */
  readonly unwellMs: number;
  /** Whether another process runs the shards, and this one waits for its end, which is well. */
  isWaiting(): boolean;
  extent(): Extent;
}

/**
 * Serves `/healthz` (200 or 503) and `/metrics` on the loopback interface only.
 * Healthy means that Discord has lately acknowledged us, not that a connection calls itself open.
 *
 * @throws where the port is taken
 */
export async function startHealthServer(port: number, sources: HealthSources): Promise<HealthServer> {
  const server = createServer(async (request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/healthz') {
      const health = healthOf(sources);
      response.writeHead(health.ok ? 200 : 503, { 'content-type': 'application/json' });
      response.end(`${JSON.stringify(health)}\n`);
    } else if (path === '/metrics') {
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
      response.end(await sources.metrics.text());
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Somebody who connected and has not asked yet must not keep the bot from ending.
        server.closeAllConnections();
      }),
  };
}

function healthOf({ metrics, silence, unwellMs, isWaiting, extent }: HealthSources) {
  const silentMs = silence();
  const { shards, servers, coldLoads } = extent();
  const { databaseSeconds } = metrics;
  return {
    ok: isWaiting() || (silentMs !== undefined && silentMs <= unwellMs),
    acknowledgedMsAgo: silentMs === undefined ? null : Math.round(silentMs),
    waiting: isWaiting(),
    shards,
    servers,
    coldLoads,
    databaseMs: databaseSeconds === undefined ? null : Math.round(databaseSeconds * 1_000),
  };
}
