import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nextId } from './ids.ts';
import type { SentFile } from './stand-in.ts';

/** How a file is sent. */
type Sending = (response: ServerResponse) => void;

/** A stand-in for the place where Discord keeps what people send. */
export async function startCdn() {
  const files = new Map<string, Sending>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const send = files.get(path);
    if (send === undefined) response.writeHead(404).end();
    else send(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function sent(filename: string, size: number, send: Sending, title?: string): SentFile {
    const id = nextId();
    const path = `/attachments/${id}/file`;
    files.set(path, send);
    const url = `${origin}${path}`;
    return { id, filename, ...(title === undefined ? {} : { title }), size, url, proxy_url: url };
  }

  return {
    origin,
    /** Paths that somebody has asked for. */
    asked,
    /** A file that is there. */
    file: (filename: string, content: string | Uint8Array, title?: string): SentFile =>
      sent(filename, content.length, (response) => void response.writeHead(200).end(content), title),
    /** One that leads somewhere else. */
    redirect: (filename: string, location: string): SentFile =>
      sent(filename, 10, (response) => void response.writeHead(302, { location }).end()),
    /** One that says it is short and never ends. @returns with how many bytes were sent */
    endless(filename: string): SentFile & { readonly sent: () => number } {
      let bytes = 0;
      const chunk = Buffer.alloc(256 * 1024, '文');
      const file = sent(filename, 100, (response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write(chunk)) bytes += chunk.length;
          bytes += chunk.length;
        };
        response.on('drain', more).on('error', () => {});
        more();
      });
      return { ...file, sent: () => bytes };
    },
    async stop(): Promise<void> {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

export type Cdn = Awaited<ReturnType<typeof startCdn>>;
