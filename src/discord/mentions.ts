import { MessageType } from 'discord.js';
import { busyReply, failureReply, newErrorId, tooLongReply } from '../chat/failure.ts';
import { type Locale, localeOf } from '../chat/locale.ts';
import type { Reply } from '../chat/reply.ts';
import type { Heard } from '../engine/calls.ts';
import { TookTooLong } from '../engine/engine.ts';
import { errorFields } from '../log.ts';
import { unescapeMarkdown } from './escape.ts';
import { type IncomingMessage, readMessage, textOfComponents } from './incoming.ts';
import { renderPlain } from './render/plain.ts';
import { PAGE_CHARACTERS, type Room } from './room.ts';
import { postMessage } from './send.ts';

/** Who the bot is, and what a server speaks, as far as one knows. */
export interface Surroundings {
  readonly botId: string;
  guildLocale(guildId: string): string | undefined;
}

/** Somebody over their limit is told so once in a while; answering every message would help to flood the channel. */
const PATIENCE_ONCE_IN_MS = 30_000;
const REMEMBERED_PATIENCE = 1_000;

/** Blocks and spans of code, as Discord's markdown has them. */
const CODE = /```[\s\S]*?```|``[\s\S]*?``|`[^`]*`/g;
/** People, roles, channels and everyone, and emoji of a server's own: no words of a question. */
const ADDRESSED = /<(?:@[!&]?|#|a?:\w{1,32}:)\d{1,24}>|@(?:everyone|here)\b/g;

/**
 * Answers messages that mention the bot, direct messages, and replies to what the bot has
 * answered. Not bots, not mentions of a role or of everyone. Never throws.
 */
export function createMessageHandler(room: Room, surroundings: () => Surroundings): (payload: unknown) => void {
  const askedForPatience = new Map<string, number>();

  /** Whether the person has not been told for a while. */
  function mayAskForPatience(userId: string): boolean {
    const now = performance.now();
    const last = askedForPatience.get(userId);
    if (last !== undefined && now - last < PATIENCE_ONCE_IN_MS) return false;
    if (askedForPatience.size >= REMEMBERED_PATIENCE) askedForPatience.clear();
    askedForPatience.set(userId, now);
    return true;
  }

  async function enqueue(message: IncomingMessage, locale: Locale): Promise<void> {
    if (!room.isNew(message.id)) return;
    const verdict = room.limits(message.author.id, message.guild_id);
    if (verdict.allowed) {
      const work = () => guarded(room, message, locale, () => answer(room, message, surroundings()));
      if (!room.lanes.add('question', message.author.id, work)) room.metrics.dropped('queue');
      return;
    }
    room.metrics.limited(verdict.scope);
    if (!mayAskForPatience(message.author.id)) return;
    const whose = verdict.scope === 'user' ? 'own' : 'others';
    const patience = () => post(room, message, busyReply(whose, verdict.seconds, locale), locale);
    room.lanes.add('courtesy', message.author.id, () => guarded(room, message, locale, patience));
  }

  return (payload) => {
    const message = readMessage(payload);
    if (message === undefined) return room.metrics.failed('malformed');
    const around = surroundings();
    if (!isForUs(message, around.botId)) return;
    const locale = localeAround(message, around);
    void guarded(room, message, locale, () => enqueue(message, locale));
  };
}

/** Cheap, because every message of every server comes by here. */
function isForUs(message: IncomingMessage, botId: string): boolean {
  const { author, type, webhook_id, guild_id, content } = message;
  if (author.bot === true || author.id === botId || (webhook_id ?? undefined) !== undefined) return false;
  if (type !== MessageType.Default && type !== MessageType.Reply) return false;
  return guild_id === undefined || mentions(content, botId) || isReplyToUs(message, botId);
}

/**
 * Whether it answers a message of the bot's. Of one that pings nobody Discord tells the bot no
 * words, and what has none is no question.
 */
function isReplyToUs({ referenced_message, mentions, content }: IncomingMessage, botId: string): boolean {
  if (referenced_message?.author.id !== botId) return false;
  return content !== '' || mentions.some(({ id }) => id === botId);
}

async function answer(room: Room, message: IncomingMessage, surroundings: Surroundings): Promise<void> {
  const received = performance.now();
  room.metrics.handled('mention');
  const { reply, locale } = await hear(room, message, surroundings);
  if (reply.refused === true) room.metrics.refused();
  await post(room, message, reply, locale);
  room.metrics.answeredAfter((performance.now() - received) / 1000);
}

async function hear({ engine }: Room, message: IncomingMessage, { botId, guildLocale }: Surroundings): Promise<Heard> {
  const { referenced_message: answered, guild_id } = message;
  const spoken = guild_id === undefined ? undefined : guildLocale(guild_id);
  try {
    return await engine.call({
      kind: 'hear',
      text: textOf(message),
      cited: answered?.author.id === botId ? citedIn(answered) : '',
      guildLocale: spoken,
      pageSize: PAGE_CHARACTERS,
    });
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error;
    const locale = localeOf(spoken ?? 'zh-CN');
    return { reply: tooLongReply(locale), locale };
  }
}

function citedIn({ content, components }: NonNullable<IncomingMessage['referenced_message']>): string {
  return unescapeMarkdown(`${content}\n${textOfComponents(components)}`);
}

async function post(
  room: Room,
  { id, channel_id, author }: IncomingMessage,
  reply: Reply,
  locale: Locale,
  nonce = id,
): Promise<void> {
  const message = renderPlain(reply, { locale, owner: author.id });
  await postMessage(room.rest, { channelId: channel_id, replyTo: id, nonce }, message);
}

/** Whatever is thrown ends here: one record in the log and one line in the channel, with the same id. */
async function guarded(room: Room, message: IncomingMessage, locale: Locale, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const errorId = newErrorId();
    room.metrics.failed(error instanceof Error ? error.name : typeof error);
    room.log.error('message failed', { errorId, command: 'mention', ...errorFields(error) });
    // It may be that the answer itself has been posted: this is something else.
    const line = post(room, message, failureReply(errorId, locale), locale, errorId);
    await line.catch(() => room.metrics.failed('failure not told'));
  }
}

/** A mention inside code is shown as it was typed and mentions nobody. */
function mentions(content: string, botId: string): boolean {
  if (!namesOf(botId).some((name) => content.includes(name))) return false;
  const spoken = content.replace(CODE, ' ');
  return namesOf(botId).some((name) => spoken.includes(name));
}

function namesOf(botId: string): string[] {
  return [`<@${botId}>`, `<@!${botId}>`];
}

/** What is asked: the message without those it is addressed to. */
function textOf({ content }: IncomingMessage): string {
  return content.replace(ADDRESSED, ' ').trim();
}

/** The language of what is said before the words are looked at: the server's, else Simplified Chinese. */
function localeAround({ guild_id }: IncomingMessage, { guildLocale }: Surroundings): Locale {
  return localeOf((guild_id === undefined ? undefined : guildLocale(guild_id)) ?? 'zh-CN');
}
