import { RateLimitError } from 'discord.js';
import { busyReply, failureReply, newErrorId } from '../chat/failure.ts';
import { type Locale, localeOf } from '../chat/locale.ts';
import type { Reply } from '../chat/reply.ts';
import type { Heard } from '../engine/calls.ts';
import { errorFields } from '../log.ts';
import type { Settings } from '../store/store.ts';
import { isForBot, type Surroundings, wordsForBot } from './addressed.ts';
import { noteUnanswered, offersNotMeant, questionOf } from './answers.ts';
import { CORRECTABLE_MS, type Taken } from './corrections.ts';
import { unescapeMarkdown } from './escape.ts';
import { heardFrom } from './hearing.ts';
import { type IncomingMessage, readMessage } from './incoming.ts';
import type { Lane, Work } from './lanes.ts';
import { textsInComponents, wordsOfMessage } from './message-words.ts';
import { CHANNEL_SECONDS, type Place } from './outbox.ts';
import { createRarely } from './rarely.ts';
import { renderCard } from './render/card.ts';
import type { OutgoingMessage } from './render/message.ts';
import type { Room } from './room.ts';
import { changeMessage, postMessage } from './send.ts';
import { askedIn, type Whereabouts, whereaboutsIn } from './whereabouts.ts';

/** Somebody over their limit, or a channel, is told so once in a while; answering every message would help to flood it. */
const PATIENCE_ONCE_IN_MS = 30_000;
/** A server whose settings are not known yet may want no answers: they are waited for so long, until the database has started. Milliseconds. */
const SETTINGS_MS = 8_000;

/** What becomes of messages as the gateway sends them. None of them throws. */
export interface MessageHandlers {
  /** Answers what is for the bot. */
  written(payload: unknown): void;
  /** Answers anew what is put right within two minutes, in the place of the first answer. */
  edited(payload: unknown): void;
}

/**
 * Answers messages that mention the bot or its role, direct messages, and replies to what the bot has
 * answered. Not bots, not mentions of everyone.
 */
export function createMessageHandlers(room: Room, surroundings: () => Surroundings): MessageHandlers {
  const mayAskForPatience = createRarely(PATIENCE_ONCE_IN_MS);

  async function enqueue(message: IncomingMessage, around: Locale): Promise<void> {
    const { author, guild_id, channel_id } = message;
    // An edit that comes while the settings are read is a correction, too.
    const taken = room.corrections.take(message.id, message.content);
    const reading = guild_id === undefined ? undefined : room.curator?.standings.soon(guild_id, SETTINGS_MS);
    const standing = reading === undefined ? undefined : await reading;
    const channels = [channel_id, surroundings().parentOf(channel_id)];
    if (standing !== undefined && !isAnsweredIn(channels, standing.settings)) return;
    const where: Whereabouts = guild_id === undefined ? {} : whereaboutsIn(guild_id, channels, standing);
    const locale = where.publicLocale ?? around;
    const verdict = room.limits(author.id, guild_id);
    if (!verdict.allowed) {
      const whose = verdict.scope === 'user' ? 'own' : 'others';
      return postpone(message, locale, verdict.scope, author.id, busyReply(whose, verdict.seconds, locale));
    }
    const place = room.outbox.reserve(channel_id, 'answer');
    if (place === undefined) {
      return postpone(message, locale, 'channel', channel_id, busyReply('others', CHANNEL_SECONDS, locale));
    }
    const turn = {};
    const asked = { message, locale, place, taken, turn, where };
    const work: Work = (thought) =>
      guarded(room, message, locale, place.send, () => answer(room, asked, surroundings(), thought));
    return queue('question', asked, work, () => {
      taken.turn = turn;
    });
  }

  /** Whatever goes wrong with it, the place is given back. @param onQueued called where there is a place in the lane */
  function queue(
    lane: Lane,
    { message, locale, place }: Pick<Asked, 'message' | 'locale' | 'place'>,
    work: Work,
    onQueued = () => {},
  ): Promise<void> {
    return guarded(room, message, locale, place.send, async () => {
      if (room.lanes.add(lane, message.author.id, work)) return onQueued();
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
    const ask = () =>
      guarded(room, message, locale, atOnce, async () => {
        await post(room, message, { reply: patience, locale }, newErrorId());
      });
    await queue('courtesy', { message, locale, place }, async () => place.send(ask));
  }

  function handle(payload: unknown, isQuestion: (message: IncomingMessage) => boolean): void {
    const message = readMessage(payload);
    if (message === undefined) {
      room.metrics.failed('malformed');
      return;
    }
    const around = surroundings();
    if (!isForBot(message, around)) return;
    const locale = localeAround(message, around);
    const elsewhere = (line: () => Promise<void>) => room.outbox.reserve(message.channel_id, 'notice')?.send(line);
    const arriving = guarded(room, message, locale, elsewhere, async () => {
      if (isQuestion(message)) await enqueue(message, locale);
    }).finally(() => room.arriving.delete(arriving));
    room.arriving.add(arriving);
  }

  return {
    written: (payload) => handle(payload, ({ id }) => room.isNew(id)),
    edited: (payload) => handle(payload, (message) => isCorrection(room, message)),
  };
}

/** Whether the server wants messages answered in a channel, or in the one that it is a thread of. */
function isAnsweredIn(channels: readonly (string | undefined)[], { mentions, mentionChannels }: Settings): boolean {
  if (mentions !== 'in-channels') return mentions === 'everywhere';
  return channels.some((channel) => channel !== undefined && mentionChannels.includes(channel));
}

/** Whether an edit asks something else, or for the first time, while one may. What was deleted above is not asked again. */
function isCorrection({ corrections, isNew }: Room, { id, content, timestamp }: IncomingMessage): boolean {
  const taken = corrections.of(id);
  if (taken !== undefined) return taken.content !== content;
  return Date.now() - Date.parse(timestamp) <= CORRECTABLE_MS && isNew(id);
}

/** A message that is being answered, and the place that the answer has in its channel. */
interface Asked {
  readonly message: IncomingMessage;
  /** Of what is said before the words are looked at. */
  readonly locale: Locale;
  readonly place: Place;
  readonly taken: Taken;
  readonly turn: object;
  readonly where: Whereabouts;
}

/** @param thought called when what is left is sending, which waits in the outbox */
async function answer(
  room: Room,
  { message, place, taken, turn, where }: Asked,
  surroundings: Surroundings,
  thought: () => void,
): Promise<void> {
  const received = performance.now();
  room.metrics.handled('mention');
  const { reply, locale } = await hear(room, message, where, surroundings).finally(thought);
  const question = questionOf(reply, wordsForBot(message));
  if (reply.refused === true) room.metrics.refused();
  noteUnanswered(room, where, reply, question);
  const notMeant = offersNotMeant(reply, where) ? question : '';
  place.send(() =>
    guarded(room, message, locale, atOnce, async () => {
      // Put right meanwhile: the answer to that is on its way.
      if (taken.turn !== turn) return;
      await say(room, message, { reply, locale, notMeant }, taken);
      room.metrics.answeredAfter((performance.now() - received) / 1000);
    }),
  );
}

function hear(room: Room, message: IncomingMessage, where: Whereabouts, surroundings: Surroundings): Promise<Heard> {
  const { referenced_message: answered, guild_id, author, channel_id } = message;
  return heardFrom(room, {
    who: { user: author.id, channel: channel_id },
    text: wordsForBot(message),
    cited: answered?.author.id === surroundings.botId ? citedIn(answered) : '',
    ...(answered !== undefined && { repliedTo: wordsOfMessage(answered, surroundings.botId) }),
    guildLocale: guild_id === undefined ? undefined : surroundings.guildLocale(guild_id),
    ...(where.publicLocale !== undefined && { locale: where.publicLocale }),
    ...askedIn(where),
  });
}

function citedIn({ content, components }: NonNullable<IncomingMessage['referenced_message']>): string {
  return unescapeMarkdown([content, ...textsInComponents(components)].join('\n'));
}

/** In the place of the answer that there is, else as a reply. */
async function say(room: Room, message: IncomingMessage, said: Said, taken: Taken): Promise<void> {
  const { answerId: messageId } = taken;
  if (messageId === undefined) {
    // While the answer to what it said before is on its way, this one is another message.
    const nonce = taken.isSent === true ? newErrorId() : message.id;
    taken.isSent = true;
    const answerId = await post(room, message, said, nonce);
    if (answerId !== undefined) taken.answerId = answerId;
    return;
  }
  const card = cardFor(message, said);
  await changeMessage(room.rest, { channelId: message.channel_id, messageId }, card);
}

async function post(room: Room, message: IncomingMessage, said: Said, nonce: string): Promise<string | undefined> {
  const { id, channel_id } = message;
  return postMessage(room.rest, { channelId: channel_id, replyTo: id, nonce }, cardFor(message, said));
}

/** What is said to a message. */
interface Said extends Heard {
  /** The question, where who asked may say that this is no answer to it. */
  readonly notMeant?: string;
}

function cardFor({ author }: IncomingMessage, { reply, locale, notMeant = '' }: Said): OutgoingMessage {
  return renderCard(reply, { locale, owner: author.id, audience: 'public', notMeant });
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
    const line = async () => {
      await post(room, message, { reply: failureReply(errorId, locale), locale }, errorId);
    };
    await say(() => line().catch(() => room.metrics.failed('failure not told')));
  }
}

/** Where there is a place already: what is sent in it ends when this has. */
function atOnce(line: () => Promise<void>): Promise<void> {
  return line();
}

/** The language of what is said before the words are looked at: the server's, else Simplified Chinese. */
function localeAround({ guild_id }: IncomingMessage, { guildLocale }: Surroundings): Locale {
  return localeOf((guild_id === undefined ? undefined : guildLocale(guild_id)) ?? 'zh-CN');
}
