import type { DrawnPicture } from '../../picture/quoted-picture.ts';
import { PICTURE_NAME, type PictureFile } from './rendered.ts';

/** Discord's limit: https://docs.discord.com/developers/components/reference#media-gallery */
const LONGEST_DESCRIPTION = 1_024;
const ELLIPSIS = '……';

/** A drawn picture as it is sent: its description is the words in it. */
export function pictureFile({ png, shown }: Pick<DrawnPicture, 'png' | 'shown'>): PictureFile {
  return { name: PICTURE_NAME, png, description: described(shown.toWellFormed().trim()) };
}

/** Of a picture with more words, which only small letters fill, as many as there is room for. */
function described(words: string): string {
  if (words.length <= LONGEST_DESCRIPTION) return words;
  const most = LONGEST_DESCRIPTION - ELLIPSIS.length;
  const cut = words.slice(0, most);
  return (cut.isWellFormed() ? cut : cut.slice(0, -1)) + ELLIPSIS;
}
