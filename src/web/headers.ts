import { createHash } from 'node:crypto';
import { LOCKED_STYLE } from './shell.ts';

/** The one style that stands in a page itself: whoever has no session is given no file. */
const LOCKED_STYLE_HASH = createHash('sha256').update(LOCKED_STYLE).digest('base64');

/**
 * What every answer says of itself: nothing of the page is kept, framed, guessed at, told to others, or loaded from
 * anywhere else.
 */
export const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${LOCKED_STYLE_HASH}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};
