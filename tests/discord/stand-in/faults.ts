/** What can go wrong with one request, from the side of the client. */
export type Fault =
  /** Handled, after so many milliseconds. */
  | { readonly kind: 'delayed'; readonly ms: number }
  /** Handled, but the client is told that the server failed. */
  | { readonly kind: 'accepted, then status'; readonly status: number }
  /** Not handled; the client is told the status with this body. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection closes before anything was handled. */
  | { readonly kind: 'closed before' }
  /** Handled, and the connection closes without an answer. */
  | { readonly kind: 'closed after' }
  /** Never answered; handled or not. */
  | { readonly kind: 'hangs'; readonly handled: boolean }
  /** Handled, and the answer's JSON breaks off. */
  | { readonly kind: 'truncated' };

/** A fault that waits for a request to happen to. */
export interface PlannedFault {
  readonly method: string;
  readonly path: RegExp;
  readonly fault: Fault;
  /** How many requests it happens to. */
  times: number;
}

/** Takes the first fault that is planned for a request, if there is one. */
export function takeFault(planned: readonly PlannedFault[], method: string, path: string): Fault | undefined {
  const found = planned.find((plan) => plan.times > 0 && plan.method === method && plan.path.test(path));
  if (found === undefined) return undefined;
  found.times -= 1;
  return found.fault;
}

/** What Discord sends with a 429. */
export function rateLimited(seconds: number, isGlobal = false): Fault {
  return {
    kind: 'status',
    status: 429,
    body: JSON.stringify({ message: 'You are being rate limited.', retry_after: seconds, global: isGlobal }),
    headers: {
      'content-type': 'application/json',
      'retry-after': String(seconds),
      'x-ratelimit-scope': 'shared',
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}

/** What Cloudflare sends in front of Discord: no JSON, no time. */
export const CLOUDFLARE: Fault = {
  kind: 'status',
  status: 429,
  body: '<!doctype html><title>Access denied | discord.com used Cloudflare to restrict access</title>',
  headers: { 'content-type': 'text/html' },
};

/** One of Discord's own error codes. */
export function refusal(status: number, code: number, message: string): Fault {
  return {
    kind: 'status',
    status,
    body: JSON.stringify({ message, code }),
    headers: { 'content-type': 'application/json' },
  };
}
