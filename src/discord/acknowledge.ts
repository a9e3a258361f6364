import { setTimeout as sleep } from 'node:timers/promises';
import {
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  type REST,
  RESTJSONErrorCodes,
  RequestMethod,
  Routes,
} from 'discord.js';
import type { Metrics } from './metrics.ts';
import { attached } from './outgoing-files.ts';
import type { OutgoingFile } from './render/rendered.ts';

/** A second one fits into the time that there is. */
const ATTEMPTS = 2;
/** An attempt gets half of what is left, but no less than this. */
const SHORTEST_ATTEMPT_MS = 1_200;
/** A timer may go off a little before its time. */
const TIMER_SLACK_MS = 2;

/** `done`: the person sees it. `already`: somebody else has answered. `late`: it could not be told in time. */
export type Acknowledgement = 'done' | 'already' | 'late';

/** The first answer to an interaction. */
export interface InteractionResponse {
  /** One of `InteractionResponseType`. */
  readonly type: number;
  readonly data?: object;
  readonly files?: readonly OutgoingFile[];
}

/**
 * Sends the first answer to an interaction, once: an attempt whose outcome is unknown (the
 * connection broke, a 5xx, no answer) is repeated once, and Discord's "already acknowledged"
 * then says that the first had worked.
 *
 * @param rest without retries and rejecting on every rate limit: both are decided here
 * @param deadline on the clock of `performance.now()`
 * @throws DiscordAPIError where Discord refuses the answer, and whatever broke the last attempt
 */
export async function acknowledge(
  rest: REST,
  interaction: { readonly id: string; readonly token: string },
  response: InteractionResponse,
  { deadline, metrics }: { deadline: number; metrics: Metrics },
): Promise<Acknowledgement> {
  // A limit says for certain that nothing has arrived: it costs time and no attempt.
  for (let unclear = 0; ; ) {
    const left = deadline - performance.now();
    if (left <= 0) return late(metrics, 'deadline');
    try {
      await post(rest, interaction, response, Math.min(Math.max(SHORTEST_ATTEMPT_MS, left / ATTEMPTS), left));
      return 'done';
    } catch (error) {
      if (isCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged))
        return unclear > 0 ? 'done' : 'already';
      if (isCode(error, RESTJSONErrorCodes.UnknownInteraction)) return late(metrics, 'expired');
      if (error instanceof RateLimitError) {
        metrics.rateLimited();
        // Without a time to wait it is Cloudflare's, and lasts.
        const wait = error.retryAfter;
        if (wait <= 0 || wait >= deadline - performance.now()) return late(metrics, 'rate limit');
        await sleep(wait);
      } else {
        if (!isUnclear(error)) throw error;
        if (performance.now() >= deadline - TIMER_SLACK_MS) return late(metrics, 'deadline');
        unclear += 1;
        if (unclear >= ATTEMPTS) throw error;
      }
    }
  }
}

async function post(
  rest: REST,
  { id, token }: { readonly id: string; readonly token: string },
  { type, data, files = [] }: InteractionResponse,
  timeout: number,
): Promise<void> {
  // AbortSignal.timeout would go off after an answer, too, and make an error that nobody sees.
  const tooLong = new AbortController();
  const timer = setTimeout(() => tooLong.abort(), timeout);
  try {
    // The raw response: a status of 200 is success even where the body breaks off.
    const response = await rest.queueRequest({
      method: RequestMethod.Post,
      fullRoute: Routes.interactionCallback(id, token),
      auth: false,
      body: data === undefined ? { type } : { type, data },
      files: attached(files),
      signal: tooLong.signal,
    });
    await response.arrayBuffer().catch(() => undefined);
  } finally {
    clearTimeout(timer);
  }
}

function late(metrics: Metrics, reason: string): 'late' {
  metrics.dropped(reason);
  return 'late';
}

function isCode(error: unknown, code: number): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

/** Whether the request may or may not have arrived: anything but an answer of Discord's that says no. */
export function isUnclear(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof RateLimitError) return false;
  if (error instanceof HTTPError) return error.status >= 500;
  return error instanceof Error && (error.name === 'AbortError' || error instanceof SyntaxError || 'code' in error);
}
