import { tooLongReply } from '../chat/failure.ts';
import type { Reply } from '../chat/reply.ts';
import type { Call } from '../engine/calls.ts';
import { type Engine, TookTooLong } from '../engine/engine.ts';

/** What the engine replies to somebody; where nothing comes back in time, a line that says so. */
export async function replyFrom(
  engine: Engine,
  call: Extract<Call, { kind: 'run' } | { kind: 'pick' } | { kind: 'navigate' }>,
): Promise<Reply> {
  try {
    return await engine.call(call);
  } catch (error) {
    if (error instanceof TookTooLong) return tooLongReply(call.reader.locale);
    throw error;
  }
}
