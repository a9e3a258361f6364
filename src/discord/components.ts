import { MessageFlags, PermissionFlagsBits } from 'discord.js';
import { undrawnReply, withDrawn } from '../chat/drawn.ts';
import { noticeReply, unknownButtonReply } from '../chat/failure.ts';
import type { Locale } from '../chat/locale.ts';
import type { Way } from '../chat/navigate.ts';
import type { Reader } from '../chat/reader.ts';
import type { Reply } from '../chat/reply.ts';
import { curationTextsIn } from '../curation/texts/texts.ts';
import { errorFields } from '../log.ts';
import { answerIn } from './answers.ts';
import {
  type ComponentId,
  type NotMeantId,
  type Place,
  parseComponentId,
  parseNotMeantId,
  parsePlace,
  parseQuestionId,
} from './custom-id.ts';
import { unescapeMarkdown } from './escape.ts';
import { replyFrom } from './in-time.ts';
import { type IncomingComponent, type IncomingForm, localeOfReader, type TextComponent, userOf } from './incoming.ts';
import { textsInComponents } from './message-words.ts';
import type { Plan } from './plan.ts';
import type { Somebody } from './recollection.ts';
import { renderCard } from './render/card.ts';
import { renderCopy } from './render/copy.ts';
import { pictureFile } from './render/picture.ts';
import type { PictureFile } from './render/rendered.ts';
import { type Planning, readerOf } from './room.ts';
import { discordTextsIn } from './texts.ts';
import { askedIn, whereaboutsOf } from './whereabouts.ts';

/**
 * What a click on a button or a choice in a select does. All it knows is in the component's
 * id. The one who asked moves their card; everybody else is shown the place privately.
 */
export async function planComponent(room: Planning, interaction: IncomingComponent | IncomingForm): Promise<Plan> {
  const locale = localeOfReader(interaction);
  // A form of another version.
  if (interaction.type === 5) return privately(unknownButtonReply(locale), interaction, locale);
  const notMeant = parseNotMeantId(interaction.data.custom_id);
  if (notMeant !== undefined) return planNotMeant(room, interaction, notMeant, locale);
  const asked = parseQuestionId(interaction.data.custom_id);
  if (asked !== undefined) return planQuestion(room, interaction, asked.question, locale);
  const id = parseComponentId(interaction.data.custom_id);
  if (id === undefined) return privately(unknownButtonReply(locale), interaction, locale);
  if (id.action === 'delete') return planDelete(interaction, id, locale);
  if (id.action === 'all') return planPick(room, interaction, { place: undefined, owner: id.owner, locale });
  const [chosen] = interaction.data.values;
  const place = chosen === undefined ? id.place : parsePlace(chosen);
  if (place === undefined) return privately(unknownButtonReply(locale), interaction, locale);
  if (id.action === 'pick') return planPick(room, interaction, { place, owner: id.owner, locale });
  return planWay(room, interaction, { way: wayOf(id, place), place, owner: id.owner, locale });
}

/** A question that was offered, as if it had been typed. */
function planQuestion(room: Planning, interaction: IncomingComponent, question: string, locale: Locale): Promise<Plan> {
  return answerIn(room, interaction, { name: 'ask', options: { question }, isPrivate: false }, locale);
}

/** Once from each who asked, without their name. */
async function planNotMeant(
  { curator, notMeant }: Planning,
  interaction: IncomingComponent,
  { question, owner }: NotMeantId,
  locale: Locale,
): Promise<Plan> {
  const texts = curationTextsIn(locale);
  if (owner !== userOf(interaction)) return privately(noticeReply(texts.onlyAsker()), interaction, locale);
  const { server } = await whereaboutsOf(curator, interaction);
  const key = interaction.message.id;
  if (server !== undefined && notMeant?.get(key) === undefined) {
    notMeant?.set(key, true);
    await curator?.note(server, question, 'not meant');
  }
  return privately(noticeReply(texts.noted()), interaction, locale);
}

/** The article that is meant, or that all are: the question stands on the card, and who asked it keeps the choice for a while. */
async function planPick(
  room: Planning,
  interaction: IncomingComponent,
  { place, owner, locale }: { place: Place | undefined; owner: string; locale: Locale },
): Promise<Plan> {
  const { engine, metrics, recollection, curator } = room;
  const question = questionOn(interaction.message.components);
  if (question === undefined) return privately(unknownButtonReply(locale), interaction, locale);
  const where = await whereaboutsOf(curator, interaction);
  const call = { kind: 'pick', question, place, reader: readerOf(room, locale), ...askedIn(where) } as const;
  const reply = await replyFrom(engine, call);
  // The article has changed, or nothing came back in time: the card stays as it is.
  if (reply.asked === undefined) return privately(reply, interaction, locale);
  if (reply.refused === true) metrics.refused();
  recollection.choose(whoOf(interaction), place?.hash);
  recollection.remember(whoOf(interaction), reply.asked);
  const isPrivate = (interaction.message.flags & MessageFlags.Ephemeral) !== 0;
  if (!isPrivate && owner !== userOf(interaction)) return privately(reply, interaction, locale);
  return { kind: 'update', message: renderCard(reply, { locale, owner, audience: isPrivate ? 'private' : 'public' }) };
}

/** The question that stands above an answer, in small print. */
function questionOn(components: readonly TextComponent[]): string | undefined {
  const [first = ''] = textsInComponents(components).filter((text) => text !== '');
  if (!first.startsWith(SMALL_PRINT)) return undefined;
  return unescapeMarkdown(first.slice(SMALL_PRINT.length));
}
const SMALL_PRINT = '-# ';

function whoOf(interaction: IncomingComponent): Somebody {
  return { user: userOf(interaction), channel: interaction.channel_id };
}

async function planWay(
  room: Planning,
  interaction: IncomingComponent,
  { way, place, owner, locale }: { way: Way; place: Place; owner: string; locale: Locale },
): Promise<Plan> {
  const where = await whereaboutsOf(room.curator, interaction);
  const isPrivate = (interaction.message.flags & MessageFlags.Ephemeral) !== 0;
  const isForAll =
    way === 'post' || (way !== 'copy' && way !== 'picture' && !isPrivate && owner === userOf(interaction));
  const shownIn = isForAll ? (where.publicLocale ?? locale) : locale;
  const reader = readerOf(room, shownIn);
  // What is copied to be quoted elsewhere is what was published.
  const published = { ...reader, script: undefined };
  const navigate = (by: Reader) =>
    replyFrom(room.engine, { kind: 'navigate', way, place, reader: by, ...askedIn(where) });
  const reply = await navigate(way === 'copy' ? published : reader);
  // What cannot be shown is said to the one who clicked and leaves the card as it is.
  if (reply.actions.length === 0 && reply.visibility === 'private') return privately(reply, interaction, locale);
  if (way === 'copy') {
    const shown = await navigate(reader);
    return { kind: 'answer', message: renderCopy(reply, locale, isConverted(shown), userOf(interaction)) };
  }
  const card = await illustrated(room, reply, shownIn);
  if (card === undefined) return privately(undrawnReply(locale), interaction, locale);
  const clicker = userOf(interaction);
  const render = (owner: string, audience: Reply['visibility']) =>
    renderCard(card.reply, { locale: shownIn, owner, audience }, card.picture);
  if (way === 'post') return { kind: 'answer', message: render(clicker, 'public') };
  const isOthers = !isPrivate && owner !== clicker;
  // What it is a picture of stays where it is.
  if (way === 'picture' || isOthers) return { kind: 'answer', message: render(clicker, 'private') };
  return { kind: 'update', message: render(owner, isPrivate ? 'private' : 'public') };
}

/** A reply with its picture, where it is to have one; undefined where that cannot be drawn. */
async function illustrated(
  { pictures, log }: Planning,
  reply: Reply,
  locale: Locale,
): Promise<{ readonly reply: Reply; readonly picture?: PictureFile } | undefined> {
  if (reply.picture === undefined) return { reply };
  try {
    const drawn = await pictures?.draw(reply.picture);
    return drawn === undefined ? undefined : { reply: withDrawn(reply, drawn, locale), picture: pictureFile(drawn) };
  } catch (error) {
    log?.warn('a picture could not be drawn', errorFields(error));
    return undefined;
  }
}

/** Whether a card shows the words in another script than they were published in. */
function isConverted({ blocks }: Reply): boolean {
  return blocks.some((block) => block.kind === 'quotation' && block.converted);
}

/** A choice in a select leads to a section where it names no paragraph. */
function wayOf({ action }: ComponentId, { address }: Place): Way {
  const isPlace = action === 'choose' || action === 'delete' || action === 'pick' || action === 'all';
  if (isPlace) return address.paragraph === 0 ? 'section' : 'passage';
  return action;
}

function planDelete(interaction: IncomingComponent, { owner }: ComponentId, locale: Locale): Plan {
  const permissions = BigInt(interaction.member?.permissions ?? 0);
  const mayManage = (permissions & PermissionFlagsBits.ManageMessages) !== 0n;
  if (owner === userOf(interaction) || mayManage) return { kind: 'delete' };
  return privately(noticeReply(discordTextsIn(locale).mayNotDelete), interaction, locale);
}

function privately(reply: Reply, interaction: IncomingComponent | IncomingForm, locale: Locale): Plan {
  return { kind: 'answer', message: renderCard(reply, { locale, owner: userOf(interaction), audience: 'private' }) };
}
