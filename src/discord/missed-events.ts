import {
  type FetchingStrategyOptions,
  type IContextFetchingStrategy,
  type SessionInfo,
  WebSocketShard,
  WebSocketShardEvents,
} from '@discordjs/ws';

/** Discord replays what it has within seconds; what it does not answer is given up. Milliseconds. */
const PATIENCE_MS = 15_000;

/** How hearing what was missed ended. */
export type Heard = 'all' | 'too late' | 'no answer';

/**
 * Hears what Discord has told nobody since the process that ran a shard before is gone: its session is resumed, beside
 * the one of this process, which must be there already, and ended. What comes in both is for the caller to tell.
 * https://docs.discord.com/developers/events/gateway#resuming
 *
 * @param session of the process before, as far as it was kept: events after it come (again)
 * @param hear told every event
 * @returns `too late` where Discord no longer knows the session
 */
export function hearMissed(
  session: SessionInfo,
  options: FetchingStrategyOptions,
  hear: (event: object) => void,
): Promise<Heard> {
  return new Promise((resolve) => {
    let isOver = false;
    const context: IContextFetchingStrategy = {
      options,
      // A session that is over is not begun anew: this shard has its own.
      retrieveSessionInfo: () => (isOver ? new Promise<never>(() => {}) : session),
      updateSessionInfo: (_, info) => {
        if (info === null) end('too late');
      },
      waitForIdentify: () => new Promise<never>(() => {}),
    };
    const shard = new WebSocketShard(context, session.shardId);
    const timer = setTimeout(() => end('no answer'), PATIENCE_MS).unref();

    function end(how: Heard): void {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      shard.destroy({ code: 1_000 }).catch(() => undefined);
      resolve(how);
    }

    shard.on(WebSocketShardEvents.Dispatch, hear);
    shard.on(WebSocketShardEvents.Resumed, () => end('all'));
    shard.on(WebSocketShardEvents.Closed, () => end('too late'));
    shard.on(WebSocketShardEvents.Error, () => end('no answer'));
    shard.connect().catch(() => end('no answer'));
  });
}
