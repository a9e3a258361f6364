import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from '../../src/commands.ts';
import { carryOut } from '../../src/engine/answering.ts';
import { readPage } from '../../src/engine/page-tasks.ts';
import { createLibrary } from '../../src/library/open.ts';
import { createLog } from '../../src/log.ts';
import { createLaidDown, type LaidDownArticles } from '../../src/web/laid-down.ts';
import { openPage, type PageOptions } from '../../src/web/open-page.ts';
import { one } from '../commands/run.ts';
import { engineHere } from '../discord/stand-in/engine-here.ts';

/** A page that is served in this process, and how to ask for it as nobody's browser would. */
export interface Served {
  readonly link: URL;
  /** Of a session that was opened. */
  readonly cookie: string;
  ask(method: string, path: string, asked?: Asked): Promise<Got>;
  /** As the page itself asks. */
  post(path: string, body: unknown): Promise<Got>;
  close(): void;
}

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Whether the session's cookie is sent, too; it is unless told. */
  readonly admitted?: boolean;
}

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Answers from the seed of the project. */
export async function servePage(options: Partial<PageOptions> = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'wenzhai-page-'));
  writeFileSync(join(folder, 'page.js'), '/* script */');
  writeFileSync(join(folder, 'page.css'), '/* style */');
  const laidDown = createLaidDown();
  const page = await openPage({
    engine: engineOver(laidDown),
    laidDown,
    pages: { read: readPage, close: () => {} },
    seeds: fileURLToPath(new URL('../../seeds', import.meta.url)),
    site: folder,
    log: createLog('silent', (text) => text),
    ...options,
  });
  const link = new URL(page.link);
  const opened = await send(link, 'GET', link.pathname + link.search, {});
  const cookie = opened.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const ask: Served['ask'] = (method, path, { headers = {}, body, admitted = true } = {}) =>
    send(link, method, path, {
      headers: { ...(admitted && { cookie }), ...headers },
      ...(body !== undefined && { body }),
    });
  return {
    link,
    cookie,
    ask,
    post: (path, body) =>
      ask('POST', path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    close() {
      page.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Answers from the seed, or from what was laid down. */
function engineOver({ shelves }: LaidDownArticles): PageOptions['engine'] {
  const here = engineHere(() => one);
  return {
    ...here,
    async call(call) {
      if (call.server === undefined) return here.call(call);
      return carryOut(call, COMMANDS, createLibrary((await shelves.shelf(call.server)).articles));
    },
  };
}

function send({ hostname, port }: URL, method: string, path: string, { headers = {}, body }: Asked): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
