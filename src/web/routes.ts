import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import { NotAnArticle } from '../article/article.ts';
import { newErrorId } from '../chat/failure.ts';
import type { Planning } from '../discord/room.ts';
import type { PageReader } from '../engine/page-reader.ts';
import { largestSeed } from '../library/seed-bytes.ts';
import { errorFields, type Log } from '../log.ts';
import {
  CheckSchema,
  FileNameSchema,
  type Holdings,
  type LaidDown,
  SaySchema,
  type Shown,
  ShowSchema,
  UseSchema,
} from './api.ts';
import { check, say, use } from './conversing.ts';
import { type Admitted, refuse } from './door.ts';
import { HEADERS } from './headers.ts';
import type { LaidDownArticle } from './laid-down.ts';
import { readOperatorsArticle } from './operators-articles.ts';
import { localeAskedFor, shell } from './shell.ts';
import type { SiteFiles } from './site-files.ts';

/** What the page is served from. */
export interface Serving {
  readonly planning: Planning;
  /** Reads what is laid down, in a process of its own. */
  readonly pages: PageReader;
  /** The folder of the operator's articles. */
  readonly seeds: string;
  readonly site: SiteFiles;
  readonly log: Log;
}

/** A message of 4,000 characters takes a fourth of it. Bytes. */
const LARGEST_REQUEST = 64 * 1024;
/** So many requests at a time: a person has a few tabs. Each may hold a file. */
const MOST_AT_ONCE = 8;

/** The page and what it asks for; whoever gets here has been let in by the door. */
export function createRoutes(serving: Serving, door: MiddlewareHandler<Admitted>): Hono<Admitted> {
  const { planning, pages, seeds, site, log } = serving;
  const app = new Hono<Admitted>();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  });
  app.use(door);
  app.use(createTurnstile());
  app.get('/', (c) => c.html(shell(localeAskedFor(c.req.header('accept-language')))));
  app.get('/page.js', (c) => c.body(site.script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  app.get('/page.css', (c) => c.body(site.style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));

  app.get('/api/articles', (c) => {
    const laidDown = c.get('session').laidDown.all();
    const held = planning.engine.holdings.articles.map(({ id, title }) => ({ id, title }));
    const own = laidDown.map(({ shelf, article: { id, title } }) => ({ shelf, id, title }));
    return c.json({ articles: [...own, ...held] } satisfies Holdings);
  });
  app.post('/api/say', ...taking(SaySchema, (said, { user }) => say(planning, user, said)));
  app.post('/api/use', ...taking(UseSchema, (used, { user }) => use(planning, user, used)));
  app.post('/api/check', ...taking(CheckSchema, (checked, { user }) => check(planning, user, checked)));
  app.post(
    '/api/show',
    ...taking(ShowSchema, async ({ shelf, id }, { laidDown }) => {
      if (shelf === undefined) return readOperatorsArticle(id, seeds, pages);
      const found = laidDown.of(shelf);
      return found && shownOf(found);
    }),
  );
  app.post('/api/lay-down', limitedTo(largestSeed('.zip')), async (c) => {
    const name = FileNameSchema.safeParse(c.req.query('name'));
    if (!name.success) return refuse(c, 400, 'bad-request');
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (bytes.length > largestSeed(name.data)) return refuse(c, 413, 'too-large');
    try {
      const read = await pages.read({ bytes, path: name.data, summed: false, withTexts: true });
      const { laidDown } = c.get('session');
      const articles = read.articles.map((article, at) => shownOf(laidDown.add(article, read.texts[at])));
      return c.json({ articles, refused: read.refused } satisfies LaidDown);
    } catch (error) {
      if (!(error instanceof NotAnArticle)) throw error;
      return refuse(c, 422, 'no-article', { reason: error.message });
    }
  });

  app.notFound((c) => refuse(c, 404, 'not-found'));
  app.onError((error, c) => {
    const id = newErrorId();
    log.error('request failed', { errorId: id, command: c.req.path, ...errorFields(error) });
    return refuse(c, 500, 'failed', { id });
  });
  return app;
}

function shownOf({ shelf, article, original }: LaidDownArticle): Shown {
  return { article, shelf, ...(original !== undefined && { original }) };
}

type Session = Admitted['Variables']['session'];

/** The limit of a request in JSON, and what is made of one. @param handle undefined for what there is not */
function taking<Schema extends z.ZodType<{ shelf?: string | undefined }>>(
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
    if (shelf !== undefined && session.laidDown.of(shelf) === undefined) return refuse(c, 404, 'not-found');
    const result = await handle(request.data, session);
    return result === undefined ? refuse(c, 404, 'not-found') : c.json(result);
  };
  return [limitedTo(LARGEST_REQUEST), handler] as const;
}

/** @param maxSize bytes */
function limitedTo(maxSize: number): MiddlewareHandler {
  return bodyLimit({ maxSize, onError: (c) => refuse(c, 413, 'too-large') });
}

/** Keeps what is held at a time small. */
function createTurnstile(): MiddlewareHandler {
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
