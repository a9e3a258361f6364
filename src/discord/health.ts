import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';

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
}

/**
 * Serves `/healthz` (200 or 503) and `/metrics` on the loopback interface only.
 * Healthy means that Discord has lately acknowledged us, not that a connection calls itself open.
 *
 * @throws where the port is taken
 */
export async function startHealthServer(
  port: number,
  { metrics, silence, unwellMs }: HealthSources,
): Promise<HealthServer> {
  const server = createServer(async (request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/healthz') {
      const silentMs = silence();
      const isWell = silentMs !== undefined && silentMs <= unwellMs;
      response.writeHead(isWell ? 200 : 503, { 'content-type': 'application/json' });
      response.end(
        `${JSON.stringify({ ok: isWell, acknowledgedMsAgo: silentMs === undefined ? null : Math.round(silentMs) })}\n`,
      );
    } else if (path === '/metrics') {
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
      response.end(await metrics.text());
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
