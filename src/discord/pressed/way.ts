import { undrawnReply, withDrawn } from '../../chat/drawn.ts';
import type { Locale } from '../../chat/locale.ts';
import type { Way } from '../../chat/navigate.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Reply } from '../../chat/reply.ts';
import { errorFields } from '../../log.ts';
import type { Place } from '../custom-id.ts';
import { replyFrom } from '../in-time.ts';
import { userOf } from '../incoming.ts';
import type { Plan } from '../plan.ts';
import { renderCard } from '../render/card.ts';
import { renderCopy } from '../render/copy.ts';
import { pictureFile } from '../render/picture.ts';
import type { PictureFile } from '../render/rendered.ts';
import { type Planning, readerOf } from '../room.ts';
import { askedIn, whereaboutsOf } from '../whereabouts.ts';
import { isShownToOne, type Pressed, privately } from './pressed.ts';

/** A way from a card to a place: the one who asked moves their card; everybody else is shown the place privately. */
export async function planWay(
  room: Planning,
  { interaction, owner, locale }: Pressed,
  { way, place }: { readonly way: Way; readonly place: Place },
): Promise<Plan> {
  const where = await whereaboutsOf(room.curator, interaction);
  const isPrivate = isShownToOne(interaction);
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
  if (reply.actions.length === 0 && reply.visibility === 'private') {
    return privately(shownIn === locale ? reply : await navigate(readerOf(room, locale)), interaction, locale);
  }
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
