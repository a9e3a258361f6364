import { notReadyReply, tooLongReply } from '../chat/failure.ts';
import type { Locale } from '../chat/locale.ts';
import type { Reply } from '../chat/reply.ts';
import type { Call } from '../engine/calls.ts';
import { type Engine, NotReady, TookTooLong } from '../engine/engine.ts';
import { StoreUnavailable } from '../store/store.ts';

/** What the engine replies to somebody; where nothing comes back in time, a line that says so. */
export async function replyFrom(
  engine: Engine,
  call: Extract<Call, { kind: 'run' } | { kind: 'pick' } | { kind: 'navigate' }>,
): Promise<Reply> {
  try {
    return await engine.call(call);
  } catch (error) {
    return lineFor(error, call.reader.locale);
  }
}

/**
 * What is said where there is no reply though nothing is broken.
 * @throws the error, where it is a bug
 */
export function lineFor(error: unknown, locale: Locale): Reply {
  if (error instanceof NotReady || error instanceof StoreUnavailable) return notReadyReply(locale);
  if (error instanceof TookTooLong) return tooLongReply(locale);
  throw error;
}
