import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Problem, Refusal } from './api.ts';
import type { Session, Sessions } from './sessions.ts';
import { localeAskedFor, lockedShell } from './shell.ts';

/** What a request carries once it is let in. */
export interface Admitted {
  Variables: { session: Session };
}

/**
 * Lets nobody in whose request is meant for another host (a name that was made to lead here), comes from another
 * page, or has no session.
 * @param port where the server listens
 */
export function createDoor(sessions: Sessions, port: () => number): MiddlewareHandler<Admitted> {
  return async (c, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    if (!hosts.includes(c.req.header('host') ?? '')) return refuse(c, 421, 'bad-request');
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== `http://${c.req.header('host')}`) return refuse(c, 403, 'bad-request');
    const { path } = c.req;
    const isPage = path === '/' && c.req.method === 'GET';
    // Whoever follows a link to the page comes from anywhere; what the page asks for, it asks for itself.
    if (!isPage && isFromElsewhere(c.req.header('sec-fetch-site'))) return refuse(c, 403, 'bad-request');
    const session = sessions.of(getCookie(c, cookieName(port())));
    if (session === undefined && isPage) return lockedPage(c, sessions, port());
    if (session === undefined) return refuse(c, 401, 'locked');
    c.set('session', session);
    await next();
  };
}

/** The key in the address opens a session, and leaves the address. */
function lockedPage(c: Context<Admitted>, sessions: Sessions, port: number): Response {
  const key = c.req.query('key');
  const secret = key === undefined ? undefined : sessions.open(key);
  if (secret === undefined) return c.html(lockedShell(localeAskedFor(c.req.header('accept-language'))), 401);
  setCookie(c, cookieName(port), secret, { httpOnly: true, sameSite: 'Strict', path: '/' });
  return c.redirect('/', 303);
}

/** Cookies are told apart by host, not by port: another page like this one has its own. */
function cookieName(port: number): string {
  return `wenzhai-${port}`;
}

function isFromElsewhere(site: string | undefined): boolean {
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** An answer to what cannot be answered. */
export function refuse(
  c: Context,
  status: 400 | 401 | 403 | 404 | 413 | 415 | 421 | 422 | 500 | 503,
  error: Problem,
  more: Omit<Refusal, 'error'> = {},
): Response {
  return c.json({ error, ...more } satisfies Refusal, status);
}
