import { MessageType } from 'discord.js';
import type { IncomingMessage } from './incoming.ts';

/** Who the bot is, and what a server speaks, as far as one knows. */
export interface Surroundings {
  readonly botId: string;
  /** The role that a server gave to the bot itself, by which people call it, too. */
  botRole(guildId: string): string | undefined;
  guildLocale(guildId: string): string | undefined;
  /** The channel that a thread, or a forum post, is in. */
  parentOf(channelId: string): string | undefined;
}

/** Blocks and spans of code, as Discord's markdown has them. */
const CODE = /```[\s\S]*?```|``[\s\S]*?``|`[^`]*`/g;
/** People, roles, channels and everyone, and emoji of a server's own: no words of a question. */
const ADDRESSED = /<(?:@[!&]?|#|a?:\w{1,32}:)\d{1,24}>|@(?:everyone|here)\b/g;

/**
 * Whether somebody speaks to the bot: by mentioning it or its role, directly, or in reply to its words.
 * Cheap, because every message of every server comes by here.
 */
export function isForBot(message: IncomingMessage, around: Surroundings): boolean {
  const { author, type, webhook_id, guild_id } = message;
  if (author.bot === true || author.id === around.botId || (webhook_id ?? undefined) !== undefined) return false;
  if (type !== MessageType.Default && type !== MessageType.Reply) return false;
  return guild_id === undefined || callsBot(message, guild_id, around) || isReplyToBot(message, around);
}

/** What is asked: the message without those it is addressed to. */
export function wordsForBot({ content }: IncomingMessage): string {
  return withoutAddressed(content);
}

/** A text without those it is addressed to, or speaks of by their mark. */
export function withoutAddressed(text: string): string {
  return text.replace(ADDRESSED, ' ').trim();
}

/** A mention inside code is shown as it was typed and mentions nobody. */
function callsBot(
  { content, mention_roles }: IncomingMessage,
  guildId: string,
  { botId, botRole }: Surroundings,
): boolean {
  const names = [`<@${botId}>`, `<@!${botId}>`];
  if (mention_roles.length > 0) {
    const role = botRole(guildId);
    // Of a message that mentions only the role Discord may tell no words.
    if (content === '' && role !== undefined && mention_roles.includes(role)) return true;
    if (role !== undefined) names.push(`<@&${role}>`);
  }
  if (!names.some((name) => content.includes(name))) return false;
  const spoken = content.replace(CODE, ' ');
  return names.some((name) => spoken.includes(name));
}

/**
 * Whether it answers a message of the bot's. Of one that pings nobody Discord tells the bot no
 * words, and what has none is no question.
 */
function isReplyToBot({ referenced_message, mentions, content }: IncomingMessage, { botId }: Surroundings): boolean {
  if (referenced_message?.author.id !== botId) return false;
  return content !== '' || mentions.some(({ id }) => id === botId);
}
