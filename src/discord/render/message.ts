import type { APIMessageTopLevelComponent, MessageFlags } from 'discord.js';
import type { OutgoingFile } from './rendered.ts';

/** A message as Discord's HTTP interface takes it; the same for an answer to an interaction and for a message in a channel. */
export interface MessageBody {
  readonly content?: string;
  readonly components?: APIMessageTopLevelComponent[];
  /** Any of `MessageFlags`. */
  readonly flags: MessageFlags | number;
  /** Nobody is ever pinged, whatever stands in the text. */
  readonly allowed_mentions: { readonly parse: []; readonly replied_user?: boolean };
  /** What is said of files, by their place among them. */
  readonly attachments?: readonly { readonly id: string; readonly filename: string; readonly description?: string }[];
}

/** A message and the files that go with it. */
export interface OutgoingMessage {
  readonly body: MessageBody;
  readonly files: readonly OutgoingFile[];
}
