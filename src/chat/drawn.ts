import type { DrawnPicture } from '../picture/quoted-picture.ts';
import { noticeReply } from './failure.ts';
import type { Locale } from './locale.ts';
import type { Block, Reply } from './reply.ts';
import { textsIn } from './texts/texts.ts';

/** So many characters are named that no font has. */
const MOST_NAMED = 10;

/** A reply whose picture was drawn, with what is to be said of it below. */
export function withDrawn(reply: Reply, { isWhole, undrawn }: DrawnPicture, locale: Locale): Reply {
  const texts = textsIn(locale);
  const notes = [
    ...(isWhole ? [] : [texts.pictureInPart()]),
    ...(undrawn.length === 0 ? [] : [texts.undrawn(undrawn.slice(0, MOST_NAMED))]),
  ];
  return { ...reply, blocks: [...reply.blocks, ...notes.map((text): Block => ({ kind: 'notice', text }))] };
}

/** What is said where a picture could not be drawn. */
export function undrawnReply(locale: Locale): Reply {
  return noticeReply(textsIn(locale).noPicture());
}
