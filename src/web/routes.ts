import { Hono, type MiddlewareHandler } from 'hono';
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
import { type LaidDownArticle, type LaidDownArticles, MOST_LAID_DOWN } from './laid-down.ts';
import { readOperatorsArticle } from './operators-articles.ts';
import { createTurnstile, limitedTo, taking } from './requests.ts';
import { localeAskedFor, shell } from './shell.ts';
import type { SiteFiles } from './site-files.ts';

/** What the page is served from. */
export interface Serving {
  readonly planning: Planning;
  readonly laidDown: LaidDownArticles;
  /** Reads what is laid down, in a process of its own. */
  readonly pages: PageReader;
  /** The folder of the operator's articles. */
  readonly seeds: string;
  readonly site: SiteFiles;
  readonly log: Log;
}

/** The page and what it asks for; whoever gets here has been let in by the door. */
export function createRoutes(serving: Serving, door: MiddlewareHandler<Admitted>): Hono<Admitted> {
  const { planning, laidDown, pages, seeds, site, log } = serving;
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
    const held = planning.engine.holdings.articles.map(({ id, title }) => ({ id, title }));
    const own = laidDown
      .allOf(c.get('session').user)
      .map(({ shelf, article: { id, title } }) => ({ shelf, id, title }));
    return c.json({ articles: [...own, ...held] } satisfies Holdings);
  });
  app.post('/api/say', ...taking(laidDown, SaySchema, (said, { user }) => say(planning, user, said)));
  app.post('/api/use', ...taking(laidDown, UseSchema, (used, { user }) => use(planning, user, used)));
  app.post('/api/check', ...taking(laidDown, CheckSchema, (checked, { user }) => check(planning, user, checked)));
  app.post(
    '/api/show',
    ...taking(laidDown, ShowSchema, async ({ shelf, id }, { user }) => {
      if (shelf === undefined) return readOperatorsArticle(id, seeds, pages);
      const found = laidDown.of(user, shelf);
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
      const { user } = c.get('session');
      const kept = read.articles.slice(0, MOST_LAID_DOWN);
      const articles = kept.map((article, at) => shownOf(laidDown.add(user, article, read.texts[at])));
      const reason = `the archive holds more than ${MOST_LAID_DOWN} articles`;
      const surplus = read.articles.slice(MOST_LAID_DOWN).map(({ title: member }) => ({ member, reason }));
      return c.json({ articles, refused: [...read.refused, ...surplus] } satisfies LaidDown);
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
