import { MessageFlags, PermissionFlagsBits } from 'discord.js';
import { noticeReply, unknownButtonReply } from '../chat/failure.ts';
import type { Locale } from '../chat/locale.ts';
import type { Way } from '../chat/navigate.ts';
import type { Reader } from '../chat/reader.ts';
import type { Reply } from '../chat/reply.ts';
import { type ComponentId, type Place, parseComponentId, parsePlace, parseQuestionId } from './custom-id.ts';
import { replyFrom } from './in-time.ts';
import { type IncomingComponent, localeOfReader, serverOf, userOf } from './incoming.ts';
import type { Plan } from './plan.ts';
import { renderCard } from './render/card.ts';
import { renderCopy } from './render/copy.ts';
import { type Planning, readerOf } from './room.ts';
import { discordTextsIn } from './texts.ts';

/**
 * What a click on a button or a choice in a select does. All it knows is in the component's
 * id. The one who asked moves their card; everybody else is shown the place privately.
 */
export async function planComponent(room: Planning, interaction: IncomingComponent): Promise<Plan> {
  const locale = localeOfReader(interaction);
  const asked = parseQuestionId(interaction.data.custom_id);
  if (asked !== undefined) return planQuestion(room, interaction, asked.question, locale);
  const id = parseComponentId(interaction.data.custom_id);
  if (id === undefined) return privately(unknownButtonReply(locale), interaction, locale);
  if (id.action === 'delete') return planDelete(interaction, id, locale);
  const [chosen] = interaction.data.values;
  const place = chosen === undefined ? id.place : parsePlace(chosen);
  if (place === undefined) return privately(unknownButtonReply(locale), interaction, locale);
  return planWay(room, interaction, { way: wayOf(id, place), place, owner: id.owner, locale });
}

/** A question that was offered, as if it had been typed. */
async function planQuestion(
  { engine, metrics, recollection }: Planning,
  interaction: IncomingComponent,
  question: string,
  locale: Locale,
): Promise<Plan> {
  const call = {
    kind: 'run',
    name: 'ask',
    options: { question },
    reader: readerOf(locale),
    server: serverOf(interaction),
  } as const;
  const reply = await replyFrom(engine, call);
  if (reply.refused === true) metrics.refused();
  const owner = userOf(interaction);
  recollection.remember({ user: owner, channel: interaction.channel_id }, reply.asked);
  return { kind: 'answer', message: renderCard(reply, { locale, owner, audience: reply.visibility }) };
}

async function planWay(
  { engine }: Planning,
  interaction: IncomingComponent,
  { way, place, owner, locale }: { way: Way; place: Place; owner: string; locale: Locale },
): Promise<Plan> {
  const reader = readerOf(locale);
  // What is copied to be quoted elsewhere is what was published.
  const published = { ...reader, script: undefined };
  const server = serverOf(interaction);
  const navigate = (by: Reader) => replyFrom(engine, { kind: 'navigate', way, place, reader: by, server });
  const reply = await navigate(way === 'copy' ? published : reader);
  // What cannot be shown is said to the one who clicked and leaves the card as it is.
  if (reply.actions.length === 0 && reply.visibility === 'private') return privately(reply, interaction, locale);
  if (way === 'copy') {
    const shown = await navigate(reader);
    return { kind: 'answer', message: renderCopy(reply, locale, isConverted(shown)) };
  }
  if (way === 'post')
    return { kind: 'answer', message: renderCard(reply, { locale, owner: userOf(interaction), audience: 'public' }) };
  const isPrivate = (interaction.message.flags & MessageFlags.Ephemeral) !== 0;
  if (!isPrivate && owner !== userOf(interaction)) return privately(reply, interaction, locale);
  const message = renderCard(reply, { locale, owner, audience: isPrivate ? 'private' : 'public' });
  return { kind: 'update', message };
}

/** Whether a card shows the words in another script than they were published in. */
function isConverted({ blocks }: Reply): boolean {
  return blocks.some((block) => block.kind === 'quotation' && block.converted);
}

/** A choice in a select leads to a section where it names no paragraph. */
function wayOf({ action }: ComponentId, { address }: Place): Way {
  if (action === 'choose' || action === 'delete') return address.paragraph === 0 ? 'section' : 'passage';
  return action;
}

function planDelete(interaction: IncomingComponent, { owner }: ComponentId, locale: Locale): Plan {
  const permissions = BigInt(interaction.member?.permissions ?? 0);
  const mayManage = (permissions & PermissionFlagsBits.ManageMessages) !== 0n;
  if (owner === userOf(interaction) || mayManage) return { kind: 'delete' };
  return privately(noticeReply(discordTextsIn(locale).mayNotDelete), interaction, locale);
}

function privately(reply: Reply, interaction: IncomingComponent, locale: Locale): Plan {
  return { kind: 'answer', message: renderCard(reply, { locale, owner: userOf(interaction), audience: 'private' }) };
}
