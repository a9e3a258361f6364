import type { StoredMessage } from './discord-state.ts';
import { BOT_ID, CHANNEL_ID, GUILD_ID, nextId, USER_ID } from './ids.ts';

/** What the gateway sends of what people do. */

/** Who does something, and where. */
export interface Who {
  readonly user?: string;
  /** `null` is a direct message. */
  readonly guild?: string | null;
  readonly channel?: string;
  readonly locale?: string;
  readonly permissions?: string;
  readonly roles?: readonly string[];
  /** The channel that the one where it happens is a thread of. */
  readonly parent?: string;
  /** Whether somebody has installed the bot for themselves, and it is no member where they use it. */
  readonly isOwnBot?: boolean;
}

/** A message of somebody's as the gateway sends it; it pings whom it mentions and whose message it replies to. */
export function writtenMessage(
  content: string,
  {
    user = USER_ID,
    guild = GUILD_ID,
    channel = CHANNEL_ID,
    replyTo,
    extra = {},
  }: Who & { replyTo?: StoredMessage; extra?: object },
) {
  const isForBot = content.includes(`<@${BOT_ID}>`) || replyTo !== undefined;
  return {
    id: nextId(),
    channel_id: channel,
    ...(guild === null ? {} : { guild_id: guild }),
    author: { id: user, username: 'u', discriminator: '0', avatar: null },
    type: replyTo === undefined ? 0 : 19,
    content,
    ...EMPTY_MESSAGE,
    mentions: isForBot ? [{ id: BOT_ID, username: 'wenzhai' }] : [],
    ...(replyTo === undefined
      ? {}
      : { referenced_message: messagePayload(replyTo, BOT_ID), message_reference: { message_id: replyTo.id } }),
    ...extra,
  };
}

/** What a message has of what it does not have. */
const EMPTY_MESSAGE = {
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  attachments: [],
  embeds: [],
  timestamp: '2021-11-23T01:21:00.000Z',
  edited_timestamp: null,
  tts: false,
  pinned: false,
};

/** The options of a command, filled in. */
export function optionsOf(options: Readonly<Record<string, string | boolean>>) {
  return Object.entries(options).map(([name, value]) => ({ name, type: typeof value === 'string' ? 3 : 5, value }));
}

/** For whom the bot was installed that is used, by Discord's number for the kind of installation. */
export function ownersOf({ user = USER_ID, guild = GUILD_ID, isOwnBot = false }: Who) {
  return isOwnBot ? { 1: user } : { 0: guild ?? '0' };
}

/** Who used something: in a server a member, elsewhere a user. */
export function personOf({ user = USER_ID, guild = GUILD_ID, permissions = '0', roles = [] }: Who) {
  const person = { id: user, username: 'u', discriminator: '0', avatar: null };
  if (guild === null) return { user: person };
  return {
    guild_id: guild,
    guild_locale: 'zh-CN',
    member: {
      user: person,
      permissions,
      roles,
      joined_at: '2021-11-23T01:21:00.000Z',
      deaf: false,
      mute: false,
      flags: 0,
    },
  };
}

/** A message that is there as the gateway sends it. @param author the id of who wrote it */
export function messagePayload({ id, channelId, content, flags, components }: StoredMessage, author: string) {
  return {
    id,
    channel_id: channelId,
    type: 0,
    author: { id: author, username: 'wenzhai', discriminator: '0', avatar: null, bot: true },
    content: content ?? '',
    flags,
    components,
    ...EMPTY_MESSAGE,
  };
}
