/** How long the bot waits for what. Milliseconds. Tests wait less. */
export interface Timing {
  /** For the first answer to an interaction: Discord forgets it after 3 s, and some of that is the way there and back. */
  readonly firstAnswerMs: number;
  /** For Discord to greet, to call ready, to take a connection. */
  readonly helloMs: number;
  readonly readyMs: number;
  readonly handshakeMs: number;
  /** For servers to appear before the bot calls itself ready. */
  readonly guildsMs: number;
  /** Between attempts to connect, at first and at most; doubled each time. */
  readonly backoffMs: number;
  readonly longestBackoffMs: number;
  /** Between two connections that identify; undefined follows what Discord allows. */
  readonly identifyMs?: number;
  /** How often connections are looked at, and how long one may hang before it is replaced. */
  readonly watchMs: number;
  readonly stuckMs: number;
  /** For the other side to agree that a connection is closed. */
  readonly closeMs: number;
  /** For the same, when the bot is asked to stop: all of stopping has its limit. */
  readonly leaveMs: number;
  /** Without Discord acknowledging a heartbeat (it asks for one every 41 s) for so long, the bot calls itself unwell. */
  readonly unwellMs: number;
  /** For answers under way when the bot is asked to stop. */
  readonly drainMs: number;
}

export const TIMING: Timing = {
  firstAnswerMs: 2_500,
  helloMs: 20_000,
  readyMs: 15_000,
  handshakeMs: 10_000,
  guildsMs: 2_000,
  backoffMs: 500,
  longestBackoffMs: 30_000,
  watchMs: 5_000,
  stuckMs: 60_000,
  closeMs: 5_000,
  leaveMs: 2_000,
  unwellMs: 100_000,
  drainMs: 10_000,
};

/** Doubling, with a quarter left to chance so that many bots do not come back at once. @param failures so far, from 0 */
export function backoff(failures: number, { backoffMs, longestBackoffMs }: Timing): number {
  const most = Math.min(longestBackoffMs, backoffMs * 2 ** Math.min(failures, 16));
  return most * (0.75 + Math.random() / 4);
}
