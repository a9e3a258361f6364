import { type Client, ShardClientUtil } from 'discord.js';
import type { Present } from '../curation/upkeep.ts';

/** The servers that Discord has told a bot of, in all of its shards; those that are away are among them. */
export function presentIn({ guilds, ws, options }: Client<true>): Present {
  const shardCount = options.shardCount ?? ws.shards.size;
  return {
    servers: new Set(guilds.cache.keys()),
    isOwn: (server) => /^\d+$/.test(server) && ws.shards.has(ShardClientUtil.shardIdForGuildId(server, shardCount)),
  };
}
