import type { Line } from './lines.ts';
import { isSpacedLinkSpam } from './link-spam.ts';

/** No title is longer; the rest is text. */
const MAX_TITLE = 80;
export const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d)|第.{1,3}[章节])/;
const DASH = /^[-—–─－]{1,3}/;
const SUBTITLE_LABEL = /^(?:副标题|副题)\s*:/;
/** A turn of a talk: 问：新烘房快多少？ */
const TURN = /^(?:问|答|[qa]|记者|主持人|网友|观众|嘉宾|提问)\s?\d{0,2}\s?:/;
/** A whole line of speech. */
const SPEECH = /^["“「『][^"”」』]*[?!,…]["”」』]$/;
/** What comes before the line that goes on with it, and items of a list. */
const GOES_ON = /[,、:]$|^[•·*▪●○△▲▼※]/;

/** A title may ask or exclaim, hold brackets and semicolons, but it is no run of sentences and nothing that somebody says. */
export function mayBeTitle(line: Line): boolean {
  const { folded } = line;
  if (folded.length > MAX_TITLE || /。/.test(folded) || NUMBERED.test(folded)) return false;
  return (
    !/;$/.test(folded) && !TURN.test(folded) && !SPEECH.test(folded) && !GOES_ON.test(folded) && !isSpacedLinkSpam(line)
  );
}

/** Right above the facts a title may be whole sentences, speech, or begin as an item of a list does. */
export function isTitleAboveFacts({ folded }: Line): boolean {
  return folded.length <= MAX_SENTENCE && !TURN.test(folded) && !GOES_ON.test(folded);
}
const MAX_SENTENCE = 40;

/** Whether a line says itself that it is a subtitle. */
export function isSubtitle({ folded }: Line): boolean {
  return DASH.test(folded) || SUBTITLE_LABEL.test(folded);
}

/** 县长在云渡调研时强调, “走基层”系列报道: what leads to the title below it. */
const OVERLINE =
  /(?:强调|指出|要求|表示|讲话|致辞|批示|消息|获悉|[^。]系列(?:报道|评论)(?:之.{1,3})?|特别报道|专题报道|连续报道)[:,]?$|^[【[〖][^】\]〗]{2,12}[】\]〗]$|^(?:专题|系列|特刊|栏目|策划)\s?:|^[^()]{2,8}\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)$|[—–]$|^[“"][^”"]{2,12}[”"](?:系列)?(?:报道|专栏|专题)/;

/** Whether a line is of the form of an overline. */
export function isOverline({ folded }: Line): boolean {
  return OVERLINE.test(folded);
}
