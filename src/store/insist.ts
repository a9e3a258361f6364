import { setTimeout as wait } from 'node:timers/promises';
import type { Fields, Log } from '../log.ts';
import { StoreUnavailable } from './store.ts';

/** The first try is followed by others for so long. Milliseconds. */
const PATIENCE_MS = 6_000;
const FIRST_PAUSE_MS = 100;

/** Does something with the database, again where that may help. */
export type Insist = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * @param patience how long something is tried again. Milliseconds
 * @returns tries again what the database or the way to it refuses, with growing pauses, and throws StoreUnavailable
 *   where that does not help; anything else comes back as it was thrown. What is tried must do no harm when it is done
 *   twice: a connection may be lost after the work is done and before that is said.
 */
export function insisting(log: Log, patience = PATIENCE_MS): Insist {
  /** A database that is gone for an hour is told of once, however many ask. */
  let isAway = false;

  function tell(isAwayNow: boolean, fields: Fields): void {
    if (isAwayNow && !isAway) log.warn('library database unavailable', fields);
    if (!isAwayNow && isAway) log.info('library database available again');
    isAway = isAwayNow;
  }

  return async (work) => {
    const until = performance.now() + patience;
    for (let attempt = 1, pause = FIRST_PAUSE_MS; ; attempt += 1, pause *= 2) {
      try {
        const result = await work();
        tell(false, {});
        return result;
      } catch (error) {
        const why = whyUnavailable(error);
        if (why === undefined) throw error;
        const left = until - performance.now();
        if (!why.mayPass || left <= 0) {
          tell(true, { reason: why.reason, code: codeOf(error), attempt });
          throw new StoreUnavailable(why.reason, why.mayPass);
        }
        // Those who were refused at the same moment do not come back at the same moment.
        await wait(Math.min(left, pause * (0.5 + Math.random())));
      }
    }
  };
}

interface Why {
  /** One line, without addresses. */
  readonly reason: string;
  readonly mayPass: boolean;
}

/** By PostgreSQL's codes or their classes (https://www.postgresql.org/docs/current/errcodes-appendix.html), and the system's. */
const REASONS: readonly (readonly [RegExp, string, mayPass: boolean])[] = [
  [/^(53100|ENOSPC|EDQUOT)$/, 'its disk is full', true],
  [/^(25006|EROFS)$/, 'it can only be read', true],
  [/^(EACCES|EPERM)$/, 'its folder may not be used', false],
  [/^(28|3D|42501)/, 'it refuses the name, the password or the database that it is given', false],
  [/^(DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|CERT_|ERR_TLS_|ERR_SSL_)/, 'its certificate is not trusted', false],
  [/^57014$/, 'it takes too long', true],
  [/^(40|55P03)/, 'too many change the same at once', true],
  [/^53/, 'it has too little room', true],
  [/^(58|XX|DAMAGED)/, 'its disk or its files are at fault', true],
  [/^(08|57P|ECONN|EPIPE|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|ENOENT|EMBEDDED)/, 'it cannot be reached', true],
  [/^(EIO|EMFILE|ENFILE|EFBIG|ENOMEM)$/, 'its disk or its files are at fault', true],
];

/** What `pg` says without a code. */
const SAID: typeof REASONS = [
  [
    /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Postgres connection has been discarded|Client was closed)/,
    'it cannot be reached',
    true,
  ],
  [/^The server does not support SSL/, 'it is to be spoken to over TLS, which it does not know', false],
  [/^SASL: /, 'it refuses the name, the password or the database that it is given', false],
];

/** @returns undefined where the database has nothing to do with it */
export function whyUnavailable(error: unknown): Why | undefined {
  const code = codeOf(error);
  const known = REASONS.find(([codes]) => codes.test(code));
  const { message } = error instanceof Error ? error : { message: '' };
  const said = known ?? SAID.find(([words]) => words.test(message));
  return said && { reason: said[1], mayPass: said[2] };
}

/** Several addresses that were tried are several errors. */
function codeOf(error: unknown): string {
  const { code, errors } = (error ?? {}) as { code?: unknown; errors?: unknown };
  if (typeof code === 'string') return code;
  return Array.isArray(errors) && errors.length > 0 ? codeOf(errors[0]) : '';
}
