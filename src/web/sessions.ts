import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** So many browsers can have the page open; whoever came longest ago has to open the link again. */
const MOST = 16;

/** Somebody who has opened the link. */
export interface Session {
  /** Stands for the person in the components' ids, which the page can see; opens nothing. */
  readonly user: string;
}

/** Who may use the page: whoever came with the key from the terminal. */
export interface Sessions {
  /** @returns the secret of a new session; undefined where the key is not the one */
  open(key: string): string | undefined;
  /** @returns undefined where nobody has this secret */
  of(secret: string | undefined): Session | undefined;
}

/**
 * @param key what the link has in it
 * @param onLeave told who has to open the link again
 */
export function createSessions(key: string, onLeave: (user: string) => void): Sessions {
  const expected = digestOf(key);
  /** By the digest of the secret: how long a look-up takes says nothing of it. */
  const sessions = new Map<string, Session>();
  return {
    open(given) {
      if (!timingSafeEqual(digestOf(given), expected)) return undefined;
      const secret = newSecret();
      sessions.set(digestOf(secret).toString('hex'), { user: randomBytes(9).toString('hex') });
      const [first] = sessions;
      if (sessions.size > MOST && first !== undefined) {
        sessions.delete(first[0]);
        onLeave(first[1].user);
      }
      return secret;
    },
    of: (secret) => (secret === undefined ? undefined : sessions.get(digestOf(secret).toString('hex'))),
  };
}

/** 256 bits, as letters that can stand in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
