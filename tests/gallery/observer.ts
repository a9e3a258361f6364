import { Client, Events, GatewayIntentBits, type Message, type TextChannel } from 'discord.js';
import type { StoredMessage } from '../discord/stand-in/discord-state.ts';
import { startStandIn, TOKEN } from '../discord/stand-in/stand-in.ts';

/** Somebody who sees what the bot sends, with a discord.js of their own. */
export interface Observer {
  /** The very message, as discord.js makes it from what the gateway sends. */
  see(message: StoredMessage): Promise<Message>;
  channel(): TextChannel;
  leave(): Promise<void>;
}

/** Stands at the end of every text of a card: the viewer writes one text behind the other, and nobody could tell where to part them. */
export const END_OF_TEXT = '\uE000';
const TEXT_DISPLAY = 10;

function withEndsMarked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withEndsMarked);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withEndsMarked(inner)]));
  return copy.type === TEXT_DISPLAY ? { ...copy, content: `${copy.content}${END_OF_TEXT}` } : copy;
}

/** @param name of the channel, as the viewer shows it */
export async function joinAsObserver(): Promise<Observer> {
  const discord = await startStandIn();
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
    rest: { api: discord.apiUrl },
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(TOKEN);
  await ready;
  let channel: TextChannel | undefined;
  return {
    async see(message) {
      const seen = new Promise<Message>((resolve) => client.once(Events.MessageCreate, resolve));
      discord.gateway.dispatch('MESSAGE_CREATE', withEndsMarked(discord.payloadOf(message)) as object);
      const received = await seen;
      channel = received.channel as TextChannel;
      return received;
    },
    channel() {
      if (channel === undefined) throw new Error('nothing has been seen yet');
      return channel;
    },
    async leave() {
      await client.destroy();
      await discord.stop();
    },
  };
}
