import { APPLICATION_ID, nextId } from './ids.ts';
import type { RequestBody } from './request-body.ts';

/** A file as Discord has it. */
export interface StoredFile {
  readonly name: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly description?: string | undefined;
}

/** A message as Discord has it. */
export interface StoredMessage {
  readonly id: string;
  readonly channelId: string;
  content: string | undefined;
  flags: number;
  components: unknown[];
  files: StoredFile[];
  readonly referenced: string | undefined;
  isDeleted: boolean;
  /** Says that an answer is coming, and nothing else yet. */
  isAnnouncement: boolean;
}

/** An interaction as Discord has it. */
interface StoredInteraction {
  readonly id: string;
  readonly token: string;
  readonly channelId: string;
  /** The message that its component stands in. */
  readonly componentMessage: string | undefined;
  acknowledgedWith: number | undefined;
  /** Milliseconds of `performance.now()`. */
  acknowledgedAt: number | undefined;
  /** What `@original` is. */
  original: string | undefined;
  /** What was suggested, or said, in the first answer. */
  data: unknown;
  /** What was said after it, or changed by it. */
  lastSaid: string | undefined;
}

/** What came with a request's JSON. */
type Sent = Omit<RequestBody, 'json'>;

/** Files as they are stored, with what the message says of them. */
function filesOf(body: object, { files, texts, contents = [] }: Sent): StoredFile[] {
  const { attachments = [] } = body as { attachments?: { id: string | number; description?: string }[] };
  return files.map((name, at) => ({
    name,
    text: texts[at] ?? '',
    bytes: contents[at] ?? new Uint8Array(),
    description: attachments.find(({ id }) => String(id) === String(at))?.description,
  }));
}

/** An answer to a request. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
}

/** What Discord keeps, and the rules by which requests change it. */
export function createDiscordState() {
  const messages = new Map<string, StoredMessage>();
  const interactions = new Map<string, StoredInteraction>();
  const nonces = new Map<string, string>();
  const commands = new Map<string, object[]>();
  const listeners = new Map<string, (at: number) => void>();
  const answers = new Map<string, number>();
  const answerListeners = new Map<string, (at: number) => void>();

  function addInteraction(
    interaction: Pick<StoredInteraction, 'id' | 'token' | 'channelId' | 'componentMessage'>,
  ): void {
    interactions.set(interaction.token, {
      ...interaction,
      acknowledgedWith: undefined,
      acknowledgedAt: undefined,
      original: undefined,
      data: undefined,
      lastSaid: undefined,
    });
  }

  function callback(token: string, { json, ...sent }: RequestBody): Answer {
    const interaction = interactions.get(token);
    if (interaction === undefined) return error(404, 10062, 'Unknown interaction');
    if (interaction.acknowledgedWith !== undefined) {
      return error(400, 40060, 'Interaction has already been acknowledged.');
    }
    const { type, data } = json as { type: number; data?: object };
    interaction.acknowledgedWith = type;
    interaction.acknowledgedAt = performance.now();
    listeners.get(token)?.(interaction.acknowledgedAt);
    listeners.delete(token);
    // Of a click it may be said that it was heard, and no more.
    if (type !== 5 && type !== 6) answer(token);
    interaction.data = data;
    if (type === 4) interaction.original = store(interaction.channelId, data ?? {}, sent).id;
    if (type === 5) {
      const announcement = store(interaction.channelId, data ?? {}, { files: [], texts: [] });
      announcement.isAnnouncement = true;
      interaction.original = announcement.id;
    }
    if (type === 6 || type === 7) interaction.original = interaction.componentMessage;
    if (type === 7 && interaction.original !== undefined) change(interaction.original, data ?? {}, sent);
    return { status: 204 };
  }

  /** What it says is there, and not only that something will be. */
  function answer(token: string): void {
    const at = performance.now();
    if (!answers.has(token)) answers.set(token, at);
    answerListeners.get(token)?.(at);
    answerListeners.delete(token);
  }

  function original(token: string, method: string, { json, ...sent }: RequestBody): Answer {
    const id = interactions.get(token)?.original;
    const message = id === undefined ? undefined : messages.get(id);
    if (id === undefined || message === undefined) return error(404, 10015, 'Unknown Webhook');
    if (message.isDeleted) return error(404, 10008, 'Unknown Message');
    if (method === 'DELETE') {
      message.isDeleted = true;
      message.isAnnouncement = false;
      // An announcement that is taken back is followed by what is said in private.
      if (interactions.get(token)?.acknowledgedWith === 6) answer(token);
      return { status: 204 };
    }
    if (method === 'PATCH') {
      change(id, json as object, sent);
      answer(token);
    }
    return { status: 200, json: { id, channel_id: message.channelId } };
  }

  function followUp(token: string, { json, ...sent }: RequestBody): Answer {
    const interaction = interactions.get(token);
    if (interaction?.acknowledgedWith === undefined) return error(404, 10015, 'Unknown Webhook');
    answer(token);
    const announced = messages.get(interaction.original ?? '');
    if (announced?.isAnnouncement === true) {
      // The first message after an announcement stands in its place, seen by whoever sees that.
      change(announced.id, json as object, sent);
      return { status: 200, json: { id: announced.id, channel_id: announced.channelId } };
    }
    const { id, channelId } = store(interaction.channelId, json as object, sent);
    interaction.lastSaid ??= id;
    return { status: 200, json: { id, channel_id: channelId } };
  }

  function post(channelId: string, { json, ...sent }: RequestBody): Answer {
    const { nonce, enforce_nonce } = json as { nonce?: string; enforce_nonce?: boolean };
    const key = `${channelId} ${nonce}`;
    const before = enforce_nonce === true && nonce !== undefined ? nonces.get(key) : undefined;
    const id = before ?? store(channelId, json as object, sent).id;
    if (nonce !== undefined) nonces.set(key, id);
    return { status: 200, json: { id, channel_id: channelId, nonce } };
  }

  function edit(id: string, { json, ...sent }: RequestBody): Answer {
    const message = messages.get(id);
    if (message === undefined || message.isDeleted) return error(404, 10008, 'Unknown Message');
    change(id, json as object, sent);
    return { status: 200, json: { id, channel_id: message.channelId } };
  }

  function store(channelId: string, body: object, sent: Sent): StoredMessage {
    const {
      content,
      flags = 0,
      components = [],
      message_reference,
    } = body as Partial<StoredMessage> & {
      message_reference?: { message_id: string };
    };
    const message: StoredMessage = {
      id: nextId(),
      channelId,
      content,
      flags,
      components,
      files: filesOf(body, sent),
      referenced: message_reference?.message_id,
      isDeleted: false,
      isAnnouncement: false,
    };
    messages.set(message.id, message);
    return message;
  }

  function change(id: string, body: object, sent: Sent): void {
    const message = messages.get(id);
    if (message === undefined) return;
    const { content, flags, components } = body as Partial<StoredMessage>;
    message.content = content;
    message.isAnnouncement = false;
    // Who sees a message cannot be changed.
    if (flags !== undefined) message.flags = flags | (message.flags & 64);
    if (components !== undefined) message.components = components;
    message.files = filesOf(body, sent);
  }

  function registered(place: string): object[] {
    return commands.get(place) ?? [];
  }

  /** As Discord gives them back: with what it was not told filled in. */
  function registerCommands(place: string, wanted: object[]): object[] {
    const filled = wanted.map((command) => ({
      id: nextId(),
      application_id: APPLICATION_ID,
      version: nextId(),
      type: 1,
      description: '',
      default_member_permissions: null,
      nsfw: false,
      ...(place === 'global' ? {} : { guild_id: place }),
      ...command,
    }));
    commands.set(place, filled);
    return filled;
  }

  return {
    messages,
    interactions,
    addInteraction,
    callback,
    original,
    followUp,
    post,
    edit,
    registered,
    registerCommands,
    /** The first message that an interaction was followed up with, where its own message says nothing or is gone. */
    lastSaid(token: string): string | undefined {
      const { acknowledgedWith, original, lastSaid } = interactions.get(token) ?? {};
      const isGone = messages.get(original ?? '')?.isDeleted === true;
      return acknowledgedWith === 6 || isGone ? lastSaid : undefined;
    },
    /** When an interaction gets its first answer. Milliseconds of `performance.now()`. */
    acknowledgement(token: string): Promise<number> {
      const { acknowledgedAt } = interactions.get(token) ?? {};
      return acknowledgedAt === undefined
        ? new Promise((resolve) => listeners.set(token, resolve))
        : Promise.resolve(acknowledgedAt);
    },
    /** When what it says is there, announced or not. Milliseconds of `performance.now()`. */
    answered(token: string): Promise<number> {
      const at = answers.get(token);
      return at === undefined ? new Promise((resolve) => answerListeners.set(token, resolve)) : Promise.resolve(at);
    },
    /** Forgets what is done with, for long runs. */
    forget(): void {
      messages.clear();
      interactions.clear();
      answers.clear();
      nonces.clear();
    },
  };
}

export type DiscordState = ReturnType<typeof createDiscordState>;

export function error(status: number, code: number, message: string): Answer {
  return { status, json: { message, code } };
}
