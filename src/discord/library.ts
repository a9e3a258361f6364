import { setTimeout as sleep } from 'node:timers/promises';
import { PermissionFlagsBits } from 'discord.js';
import { noticeReply, unknownButtonReply } from '../chat/failure.ts';
import type { Locale } from '../chat/locale.ts';
import { ADD_TO_LIBRARY, LIBRARY } from '../curation/command.ts';
import type { Curator } from '../curation/curator.ts';
import type { Offered } from '../curation/intake.ts';
import type { Moderator } from '../curation/moderator.ts';
import { opensForm } from '../curation/move.ts';
import type { Outcome, Posted } from '../curation/panel.ts';
import { curationTextsIn } from '../curation/texts/texts.ts';
import { offeredFiles } from './attachments.ts';
import { parseMoveId } from './custom-id.ts';
import { replyFrom } from './in-time.ts';
import {
  type IncomingCommand,
  type IncomingCompletion,
  type IncomingComponent,
  type IncomingForm,
  type IncomingInteraction,
  type IncomingTarget,
  localeOfReader,
  readAttachments,
  serverOf,
  userOf,
} from './incoming.ts';
import { textOfMessage } from './message-words.ts';
import type { Plan } from './plan.ts';
import { renderCard } from './render/card.ts';
import { renderForm } from './render/form.ts';
import { type PanelLayout, renderPanel } from './render/panel.ts';
import { type Room, readerOf } from './room.ts';
import { followUp } from './send.ts';
import { askedIn, whereaboutsOf } from './whereabouts.ts';

/** What moderators do in Discord, handed to the curator; what comes of it is theirs alone to see. */

type ForLibrary = IncomingCommand | IncomingComponent | IncomingForm;

/** A form has to be there before Discord gives up, and nothing can be said before it. Milliseconds. */
const FORM_MS = 1_500;

/** Whether an interaction is a moderator's: their command, a control of their panels, a form of theirs. */
export function isForLibrary(interaction: IncomingInteraction): boolean {
  const { type, data } = interaction;
  if (type === 2 || type === 4) return data.name === LIBRARY.name || data.name === ADD_TO_LIBRARY.en;
  return parseMoveId(data.custom_id) !== undefined;
}

/** Whether it is answered with a form, which can only be the first answer. */
export function isAnsweredWithForm(interaction: IncomingInteraction): boolean {
  if (!isForLibrary(interaction)) return false;
  if (interaction.type === 2) {
    const { name, options } = subcommandOf(interaction);
    if (interaction.data.name === ADD_TO_LIBRARY.en) return false;
    return (name === 'add' && options.file === undefined) || (name === 'rename' && options.title === undefined);
  }
  if (interaction.type !== 3) return false;
  const id = parseMoveId(interaction.data.custom_id);
  return id !== undefined && opensForm(id.move);
}

/** Does it, and shows what came of it. */
export async function planLibrary(room: Room, interaction: ForLibrary): Promise<Plan> {
  const locale = localeOfReader(interaction);
  const by = moderatorOf(interaction, locale);
  if (by === undefined) return privately(curationTextsIn(locale).onlyInServers(), interaction, locale);
  const { curator } = room;
  if (curator === undefined) return privately(curationTextsIn(locale).storeUnavailable(), interaction, locale);
  if (interaction.type !== 2) {
    const id = parseMoveId(interaction.data.custom_id);
    // Somebody else's, or from elsewhere: it was copied, and does nothing.
    if (id === undefined || id.owner !== by.user || id.server !== by.server) {
      return { kind: 'answer', message: renderCard(unknownButtonReply(locale), cardFor(interaction, locale)) };
    }
  }
  const outcome = carriedOut(room, curator, interaction, by);
  return planOf(room, isAnsweredWithForm(interaction) ? await promptly(outcome, by) : await outcome, interaction, by);
}

/** Suggestions of articles while a moderator types. */
export async function planLibraryCompletion({ curator }: Room, interaction: IncomingCompletion): Promise<Plan> {
  const by = moderatorOf(interaction, localeOfReader(interaction));
  const options = interaction.data.options.flatMap((option) => option.options);
  const focused = options.find(({ focused: isFocused }) => isFocused === true);
  if (by === undefined || curator === undefined || focused?.name !== 'article') {
    return { kind: 'suggest', completions: [] };
  }
  return { kind: 'suggest', completions: await curator.suggest(String(focused.value ?? ''), by) };
}

/** Where the store is so slow that there would be no form in time, a line that says so. */
async function promptly(outcome: Promise<Outcome>, { locale }: Moderator): Promise<Outcome> {
  const late = sleep(FORM_MS, undefined, { ref: false }).then(
    (): Outcome => ({
      kind: 'panel',
      blocks: [{ kind: 'notice', text: curationTextsIn(locale).storeUnavailable() }],
      controls: [],
    }),
  );
  return Promise.race([outcome, late]);
}

function carriedOut(room: Room, curator: Curator, interaction: ForLibrary, by: Moderator): Promise<Outcome> {
  if (interaction.type === 2) {
    if (interaction.data.name === ADD_TO_LIBRARY.en) return offered(room, curator, interaction, by);
    const { name, options } = subcommandOf(interaction);
    const attachment = interaction.data.resolved?.attachments[String(options.file ?? '')];
    const files = offeredFiles(attachment === undefined ? [] : [attachment], room.attachmentOrigins);
    return curator.command(name, options, files, by);
  }
  const { move } = parseMoveId(interaction.data.custom_id) ?? {};
  if (move === undefined) throw new Error('a control that is no move');
  if (interaction.type === 3) {
    return curator.move(move, { values: interaction.data.values, fields: {}, offered: [] }, by);
  }
  const { fields, files } = filledIn(interaction, room.attachmentOrigins);
  return curator.move(move, { values: [], fields, offered: files }, by);
}

function subcommandOf({ data }: IncomingCommand): { name: string; options: Readonly<Record<string, unknown>> } {
  const [subcommand] = data.options;
  const options = subcommand?.options.map(({ name, value }) => [name, value] as const) ?? [];
  return { name: subcommand?.name ?? '', options: Object.fromEntries(options) };
}

/** What somebody filled into a form: texts by the name of their field, and the files. */
function filledIn({ data }: IncomingForm, origins: ReadonlySet<string>) {
  const fields: Record<string, string> = {};
  const files: Offered[] = [];
  for (const { component } of data.components) {
    if (component?.value !== undefined) fields[component.custom_id] = component.value;
    const attached = component?.values.flatMap((id) => data.resolved?.attachments[id] ?? []) ?? [];
    for (const file of offeredFiles(attached, origins)) files.push(file);
  }
  return { fields, files };
}

/** What a message has: its files, those of a message that it forwards, and its words. What the bot says is no article. */
function offered(
  room: Room,
  curator: Curator,
  { data, application_id }: IncomingCommand,
  by: Moderator,
): Promise<Outcome> {
  const message = data.resolved?.messages[data.target_id ?? ''];
  const shown: Pick<IncomingTarget, 'attachments'>[] =
    message === undefined ? [] : [message, ...message.message_snapshots.map((snapshot) => snapshot.message)];
  const attachments = shown.flatMap((one) => readAttachments(one.attachments));
  const isOwn = message?.author?.id === application_id || message?.application_id === application_id;
  const text = message === undefined || isOwn ? '' : textOfMessage(message);
  return curator.offer(offeredFiles(attachments, room.attachmentOrigins), text, by);
}

/** A panel takes the place of the one whose control was used; what a command comes to is a message of its own. */
function planOf(room: Room, outcome: Outcome, interaction: ForLibrary, by: Moderator): Plan {
  const layout: PanelLayout = {
    locale: by.locale,
    server: by.server,
    owner: by.user,
    isThere: (kind, id) => room.isThere(by.server, kind, id),
  };
  if (outcome.kind === 'form') return { kind: 'form', form: renderForm(outcome, layout) };
  const message = renderPanel(outcome, layout);
  const isOwnMessage = interaction.type === 3 || (interaction.type === 5 && interaction.message !== undefined);
  const { posts } = outcome;
  return {
    kind: isOwnMessage ? 'update' : 'answer',
    message,
    ...(posts !== undefined && { afterwards: () => post(room, interaction, posts, by) }),
  };
}

/** The article's own card, for everybody; from then on a thread below it is about the article. */
async function post(room: Room, interaction: ForLibrary, { articleId }: Posted, by: Moderator): Promise<void> {
  // The panel with the button is gone once it was pressed: a second press is one that was made in the same moment.
  if (interaction.type === 3 && !room.isNew(`${interaction.message.id}-${articleId}`)) return;
  const where = await whereaboutsOf(room.curator, interaction);
  const locale = where.publicLocale ?? by.locale;
  const options = { article: articleId };
  const call = { kind: 'run', name: 'about', options, reader: readerOf(room, locale), ...askedIn(where) } as const;
  const reply = await replyFrom(room.engine, call);
  const audience = reply.visibility;
  const message = renderCard(reply, { locale, owner: by.user, audience });
  const id = await followUp(room.answers, interaction, message);
  if (id !== undefined && audience === 'public') await room.curator?.posted(by.server, id, articleId);
}

/** Who uses it, where they may look after a library at all: in a server that has added the bot. */
function moderatorOf(interaction: IncomingInteraction, locale: Locale): Moderator | undefined {
  const { member, channel_id: channel = '' } = interaction;
  const server = serverOf(interaction);
  if (server === undefined || member === undefined) return undefined;
  const permissions = BigInt(member.permissions);
  const rights = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
  return {
    server,
    user: userOf(interaction),
    locale,
    manages: (permissions & rights) !== 0n,
    roles: member.roles,
    channel,
  };
}

function privately(text: string, interaction: ForLibrary, locale: Locale): Plan {
  return { kind: 'answer', message: renderCard(noticeReply(text), cardFor(interaction, locale)) };
}

function cardFor(interaction: ForLibrary, locale: Locale) {
  return { locale, owner: userOf(interaction), audience: 'private' } as const;
}
