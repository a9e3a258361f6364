import { MessageType, RateLimitError } from 'discord.js';
import { busyReply, failureReply, newErrorId, tooLongReply } from '../chat/failure.ts';
import { type Locale, localeOf } from '../chat/locale.ts';
import type { Reply } from '../chat/reply.ts';
import type { Heard } from '../engine/calls.ts';
import { TookTooLong } from '../engine/engine.ts';
import { errorFields } from '../log.ts';
import { unescapeMarkdown } from './escape.ts';
import { type IncomingMessage, readMessage } from './incoming.ts';
import type { Lane, Work } from './lanes.ts';
import { textsInComponents } from './message-words.ts';
import { CHANNEL_SECONDS, type Place } from './outbox.ts';
import { createRarely } from './rarely.ts';
import { renderPlain } from './render/plain.ts';
import { PAGE_CHARACTERS, type Room } from './room.ts';
import { postMessage } from './send.ts';

/** Who the bot is, and what a server speaks, as far as one knows. */
export interface Surroundings {
  readonly botId: string;
  guildLocale(guildId: string): string | undefined;
}

/** Somebody over their limit, or a channel, is told so once in a while; answering every message would help to flood it. */
const PATIENCE_ONCE_IN_MS = 30_000;

/** Blocks and spans of code, as Discord's markdown has them. */
const CODE = /```[\s\S]*?```|``[\s\S]*?``|`[^`]*`/g;
/** People, roles, channels and everyone, and emoji of a server's own: no words of a question. */
const ADDRESSED = /<(?:@[!&]?|#|a?:\w{1,32}:)\d{1,24}>|@(?:everyone|here)\b/g;

/**
 * Answers messages that mention the bot, direct messages, and replies to what the bot has
 * answered. Not bots, not mentions of a role or of everyone. Never throws.
 */
export function createMessageHandler(room: Room, surroundings: () => Surroundings): (payload: unknown) => void {
  const mayAskForPatience = createRarely(PATIENCE_ONCE_IN_MS);

  async function enqueue(message: IncomingMessage, locale: Locale): Promise<void> {
    if (!room.isNew(message.id)) return;
    const { author, guild_id, channel_id } = message;
    const verdict = room.limits(author.id, guild_id);
    if (!verdict.allowed) {
      const whose = verdict.scope === 'user' ? 'own' : 'others';
      return postpone(message, locale, verdict.scope, author.id, busyReply(whose, verdict.seconds, locale));
    }
    const place = room.outbox.reserve(channel_id, 'answer');
    if (place === undefined) {
      return postpone(message, locale, 'channel', channel_id, busyReply('others', CHANNEL_SECONDS, locale));
    }
    const asked = { message, locale, place };
    return queue('question', asked, (thought) =>
      guarded(room, message, locale, place.send, () => answer(room, asked, surroundings(), thought)),
    );
  }

  /** Whatever goes wrong with it, the place is given back. */
  function queue(lane: Lane, { message, locale, place }: Asked, work: Work): Promise<void> {
    return guarded(room, message, locale, place.send, async () => {
      if (room.lanes.add(lane, message.author.id, work)) return;
      place.leave();
      room.metrics.dropped('queue');
    });
  }

  /** Asks for patience, where there is a place for that and nobody has lately. @param whom a person or a channel */
  async function postpone(
    message: IncomingMessage,
    locale: Locale,
    scope: 'user' | 'guild' | 'channel',
    whom: string,
    patience: Reply,
  ): Promise<void> {
    room.metrics.limited(scope);
    if (!mayAskForPatience(whom)) return;
    const place = room.outbox.reserve(message.channel_id, 'notice');
    if (place === undefined) return;
    const say = () => guarded(room, message, locale, atOnce, () => post(room, message, patience, locale));
    await queue('courtesy', { message, locale, place }, async () => place.send(say));
  }

  return (payload) => {
    const message = readMessage(payload);
    if (message === undefined) return room.metrics.failed('malformed');
    const around = surroundings();
    if (!isForUs(message, around.botId)) return;
    const locale = localeAround(message, around);
    const elsewhere = (line: () => Promise<void>) => room.outbox.reserve(message.channel_id, 'notice')?.send(line);
    void guarded(room, message, locale, elsewhere, () => enqueue(message, locale));
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

/** A message that is being answered, and the place that the answer has in its channel. */
interface Asked {
  readonly message: IncomingMessage;
  /** Of what is said before the words are looked at. */
  readonly locale: Locale;
  readonly place: Place;
}

/** @param thought called when what is left is sending, which waits in the outbox */
async function answer(
  room: Room,
  { message, place }: Asked,
  surroundings: Surroundings,
  thought: () => void,
): Promise<void> {
  const received = performance.now();
  room.metrics.handled('mention');
  const { reply, locale } = await hear(room, message, surroundings).finally(thought);
  if (reply.refused === true) room.metrics.refused();
  place.send(() =>
    guarded(room, message, locale, atOnce, async () => {
      await post(room, message, reply, locale);
      room.metrics.answeredAfter((performance.now() - received) / 1000);
    }),
  );
}

async function hear(
  { engine, recollection }: Room,
  message: IncomingMessage,
  surroundings: Surroundings,
): Promise<Heard> {
  const { referenced_message: answered, guild_id, author, channel_id } = message;
  const who = { user: author.id, channel: channel_id };
  const before = recollection.of(who);
  try {
    const heard = await engine.call({
      kind: 'hear',
      text: textOf(message),
      cited: answered?.author.id === surroundings.botId ? citedIn(answered) : '',
      guildLocale: guild_id === undefined ? undefined : surroundings.guildLocale(guild_id),
      pageSize: PAGE_CHARACTERS,
      ...(before !== undefined && { before }),
    });
    recollection.remember(who, heard.reply.asked);
    return heard;
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error;
    const locale = localeAround(message, surroundings);
    return { reply: tooLongReply(locale), locale };
  }
}

function citedIn({ content, components }: NonNullable<IncomingMessage['referenced_message']>): string {
  return unescapeMarkdown([content, ...textsInComponents(components)].join('\n'));
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

/**
 * Whatever is thrown ends here: one record in the log and one line in the channel, with the same id.
 * @param say sends the line, in a place of its own or in the one that there is
 */
async function guarded(
  room: Room,
  message: IncomingMessage,
  locale: Locale,
  say: (line: () => Promise<void>) => Promise<void> | void,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    // Nobody waits so long, and a line about it would have to wait as long.
    if (error instanceof RateLimitError) return room.metrics.dropped('rate limit');
    const errorId = newErrorId();
    room.metrics.failed(error instanceof Error ? error.name : typeof error);
    room.log.error('message failed', { errorId, command: 'mention', ...errorFields(error) });
    // It may be that the answer itself has been posted: this is something else.
    const line = () => post(room, message, failureReply(errorId, locale), locale, errorId);
    await say(() => line().catch(() => room.metrics.failed('failure not told')));
  }
}

/** Where there is a place already: what is sent in it ends when this has. */
function atOnce(line: () => Promise<void>): Promise<void> {
  return line();
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
