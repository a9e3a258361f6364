import { extname } from 'node:path';
import { request } from 'undici';
import { NotFetched, type Offered } from '../curation/intake.ts';
import type { IncomingAttachment } from './incoming.ts';

/** Where Discord keeps what people send: https://docs.discord.com/developers/reference#image-formatting */
export const ATTACHMENT_ORIGINS: readonly string[] = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];

/** A file of the largest size over a slow line. Milliseconds. */
const FETCH_MS = 20_000;
const FIRST_BYTE_MS = 10_000;

/** What Discord takes in one form, and more than any message has. */
const MOST_FILES = 10;

/**
 * Attachments as files that can be opened; nothing is fetched before.
 * @param origins the only places that anything is fetched from
 */
export function offeredFiles(
  attachments: readonly IncomingAttachment[],
  origins: ReadonlySet<string>,
  fetchMs = FETCH_MS,
): Offered[] {
  return attachments.slice(0, MOST_FILES).map(({ filename, title, url }) => ({
    name: title === undefined || title.trim() === '' ? filename : `${title}${extname(filename)}`,
    open: (most) => fetchWhole(url, { origins, most, ms: fetchMs }),
  }));
}

/** @throws NotFetched */
async function fetchWhole(
  url: string,
  { origins, most, ms }: { origins: ReadonlySet<string>; most: number; ms: number },
): Promise<Uint8Array> {
  if (!isAllowed(url, origins)) throw new NotFetched('not there');
  const signal = AbortSignal.timeout(ms);
  try {
    // A redirect is not followed: it is an answer without a file. Nothing is unpacked, and what a header says of the length is not believed.
    const { statusCode, body } = await request(url, { signal, headersTimeout: FIRST_BYTE_MS, bodyTimeout: ms });
    // Whoever stops reading sees the end of the connection as an error, which is none.
    body.on('error', () => {});
    if (statusCode !== 200) {
      body.destroy();
      throw new NotFetched('not there');
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of body) {
      const bytes = chunk as Uint8Array;
      length += bytes.length;
      if (length > most) throw new NotFetched('too large');
      chunks.push(bytes);
    }
    return new Uint8Array(Buffer.concat(chunks));
  } catch (cause) {
    if (cause instanceof NotFetched) throw cause;
    throw new NotFetched(signal.aborted || isTimeout(cause) ? 'too slow' : 'not there', { cause });
  }
}

function isAllowed(url: string, origins: ReadonlySet<string>): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed !== undefined && origins.has(parsed.origin) && parsed.username === '' && parsed.password === '';
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /TIMEOUT$/.test(String(error.code));
}
