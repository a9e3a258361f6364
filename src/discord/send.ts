import { DiscordAPIError, HTTPError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { z } from 'zod';
import { isUnclear } from './acknowledge.ts';
import { attached, attachmentsOf } from './outgoing-files.ts';
import type { OutgoingMessage } from './render/message.ts';

/** What is sent after, or without, the first answer to an interaction. */

/** Two connections in a row may break; after three something is wrong. */
const MOST_REPEATS = 2;
const MAY_NOT_REPLY = RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;

/** An interaction's answers are changed and deleted with its token, without the bot's. */
interface Answered {
  readonly application_id: string;
  readonly token: string;
}

/**
 * Posts a message as a reply to another. Discord posts it once however often it is asked to:
 * the nonce says that a repeated request is the same.
 *
 * @param replyTo the message that is answered; a mention of it pings nobody
 * @param nonce names what is said: the id of the message that is answered, where there is one answer to it
 * @returns the id of the message, where Discord has told it
 * @throws DiscordAPIError where Discord refuses
 */
export async function postMessage(
  rest: REST,
  { channelId, replyTo, nonce }: { channelId: string; replyTo: string; nonce: string },
  { body, files }: OutgoingMessage,
): Promise<string | undefined> {
  const message_reference = { message_id: replyTo, fail_if_not_exists: false };
  const request = {
    body: { ...body, message_reference, nonce, enforce_nonce: true },
    files: attached(files),
  };
  const send = (body: object) => rest.post(Routes.channelMessages(channelId), { ...request, body });
  try {
    return idOf(await repeat(() => send(request.body)));
  } catch (error) {
    if (!(error instanceof DiscordAPIError && error.code === MAY_NOT_REPLY)) throw error;
    // Where the bot may not read back it may not reply, but it may speak.
    const { message_reference: _, ...unrelated } = request.body;
    return idOf(await repeat(() => send(unrelated)));
  }
}

/**
 * Says something else in a message that the bot has posted, files and all. One that somebody has deleted stays so.
 * @throws DiscordAPIError where Discord refuses
 */
export async function changeMessage(
  rest: REST,
  { channelId, messageId }: { channelId: string; messageId: string },
  { body, files }: OutgoingMessage,
): Promise<void> {
  const request = { body: { ...body, attachments: attachmentsOf(files) }, files: attached(files) };
  try {
    await repeat(() => rest.patch(Routes.channelMessage(channelId, messageId), request));
  } catch (error) {
    if (!(error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage)) throw error;
  }
}

const posted = z.object({ id: z.string() });

function idOf(response: unknown): string | undefined {
  return posted.safeParse(response).data?.id;
}

/** What Discord says where an answer can no longer be changed, or somebody has deleted it. */
const GONE = new Set<unknown>([RESTJSONErrorCodes.UnknownWebhook, RESTJSONErrorCodes.UnknownMessage]);

/**
 * Puts the answer where it was announced. Repeating it changes nothing.
 * @returns whether the announcement was there
 */
export async function editAnswer(
  rest: REST,
  { application_id, token }: Answered,
  message: OutgoingMessage,
): Promise<boolean> {
  const route = Routes.webhookMessage(application_id, token);
  try {
    await repeat(() => rest.patch(route, { auth: false, body: message.body, files: attached(message.files) }));
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && GONE.has(error.code)) return false;
    throw error;
  }
}

/**
 * Says something more, in a message of its own; rather twice than not at all.
 * @returns the id of the message, where Discord has told it
 */
export async function followUp(
  rest: REST,
  { application_id, token }: Answered,
  { body, files }: OutgoingMessage,
): Promise<string | undefined> {
  const request = { auth: false, body, files: attached(files) };
  return idOf(await repeat(() => rest.post(Routes.webhook(application_id, token), request)));
}

/** Deletes the announcement of an answer, or the message that a component which was used stands in. One that is gone already is no failure. */
export async function deleteAnswer(rest: REST, { application_id, token }: Answered): Promise<void> {
  try {
    await repeat(() => rest.delete(Routes.webhookMessage(application_id, token), { auth: false }));
  } catch (error) {
    if (!(error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage)) throw error;
  }
}

/** Repeats a request whose connection broke, which discord.js does not; what failed with 5xx or hung it has repeated. */
async function repeat<T>(request: () => Promise<T>): Promise<T> {
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await request();
    } catch (error) {
      if (repeats === MOST_REPEATS || !isUnclear(error) || hasBeenRepeated(error)) throw error;
    }
  }
}

function hasBeenRepeated(error: unknown): boolean {
  return error instanceof HTTPError || (error instanceof Error && error.name === 'AbortError');
}
