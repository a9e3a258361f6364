import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import { type Admitted, refuse } from './door.ts';
import type { LaidDownArticles } from './laid-down.ts';
import type { Session } from './sessions.ts';

/** A message of 4,000 characters takes a fourth of it. Bytes. */
const LARGEST_REQUEST = 64 * 1024;
/** So many requests at a time: a person has a few tabs. Each may hold a file. */
const MOST_AT_ONCE = 8;

/**
 * The limit of a request in JSON, and what is made of one.
 * @param handle gives undefined for what there is not
 */
export function taking<Schema extends z.ZodType<{ shelf?: string | undefined }>>(
  laidDown: LaidDownArticles,
  schema: Schema,
  handle: (request: z.output<Schema>, session: Session) => Promise<object | undefined>,
) {
  const handler = async (c: Context<Admitted>): Promise<Response> => {
    // What a page elsewhere can send without asking is of another type.
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return refuse(c, 415, 'bad-request');
    const request = schema.safeParse(await c.req.json().catch(() => undefined));
    if (!request.success) return refuse(c, 400, 'bad-request');
    const session = c.get('session');
    const { shelf } = request.data;
    if (shelf !== undefined && laidDown.of(session.user, shelf) === undefined) return refuse(c, 404, 'not-found');
    const result = await handle(request.data, session);
    return result === undefined ? refuse(c, 404, 'not-found') : c.json(result);
  };
  return [limitedTo(LARGEST_REQUEST), handler] as const;
}

/** @param maxSize bytes */
export function limitedTo(maxSize: number): MiddlewareHandler {
  return bodyLimit({ maxSize, onError: (c) => refuse(c, 413, 'too-large') });
}

/** Keeps what is held at a time small. */
export function createTurnstile(): MiddlewareHandler {
  let inside = 0;
  return async (c, next) => {
    if (inside >= MOST_AT_ONCE) return refuse(c, 503, 'busy');
    inside += 1;
    try {
      await next();
    } finally {
      inside -= 1;
    }
  };
}
