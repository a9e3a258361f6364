import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { undrawnReply, withDrawn } from '../chat/drawn.ts';
import { noticeReply, tooLongReply } from '../chat/failure.ts';
import type { Reader } from '../chat/reader.ts';
import type { Reply, Target } from '../chat/reply.ts';
import { type Engine, TookTooLong } from '../engine/engine.ts';
import type { PictureDrawer } from '../engine/picture-drawer.ts';
import { errorFields, type Log } from '../log.ts';
import { consoleTexts } from './texts.ts';

/** A line that asks for a picture of what was shown last. */
export interface PictureLine {
  readonly shape: NonNullable<Target['picture']>;
  /** Where to; a name of its own where undefined. */
  readonly file: string | undefined;
}

/** What a picture is made with, and where it goes. */
export interface Studio {
  readonly engine: Engine;
  readonly pictures: Pick<PictureDrawer, 'draw'>;
  readonly reader: Reader;
  readonly log: Log;
  /** What a file's name is relative to. */
  readonly folder: string;
}

const SQUARE = new Set(['square', '方形']);
/** So many names are tried where there are files that have them. */
const MOST_NAMES = 99;

/** Reads `/picture`, `/picture square`, `/picture FILE`. @returns undefined for any other line */
export function readPictureLine(line: string): PictureLine | undefined {
  const [command, ...words] = line.trim().split(/\s+/);
  if (command === undefined || !/^[/／](?:picture|图片|圖片)$/.test(command)) return undefined;
  const isSquare = SQUARE.has(words[0] ?? '');
  const file = words.slice(isSquare ? 1 : 0).join(' ');
  return { shape: isSquare ? 'square' : 'landscape', file: file === '' ? undefined : file };
}

/** What a reply can be had as a picture of. */
export function picturedIn({ actions }: Reply): Target | undefined {
  return actions.flatMap((action) => (action.kind === 'picture' ? [action.target] : []))[0];
}

/** Draws a picture into a file. @returns what to say, where it lies or why there is none */
export async function savePicture(line: PictureLine, target: Target | undefined, studio: Studio): Promise<Reply> {
  const { engine, pictures, reader, log } = studio;
  const texts = consoleTexts[reader.locale];
  if (target === undefined) return noticeReply(texts.nothingToPicture);
  const { articleId: _, ...place } = { ...target, picture: line.shape };
  try {
    const reply = await engine.call({ kind: 'navigate', way: 'picture', place, reader });
    if (reply.picture === undefined) return reply;
    const drawn = await pictures.draw(reply.picture);
    const path = await save(drawn.png, line.file, target, studio.folder);
    if (path === undefined) return noticeReply(texts.fileExists(line.file ?? ''));
    const saved = noticeReply(texts.pictureSaved(path));
    return withDrawn({ ...saved, blocks: [...saved.blocks, ...reply.blocks] }, drawn, reader.locale);
  } catch (error) {
    if (error instanceof TookTooLong) return tooLongReply(reader.locale);
    log.warn('a picture could not be drawn', errorFields(error));
    return undrawnReply(reader.locale);
  }
}

/** No file is overwritten. @returns its path; undefined where there is one already that was named so */
async function save(
  png: Uint8Array,
  named: string | undefined,
  target: Target,
  folder: string,
): Promise<string | undefined> {
  const names = named === undefined ? ownNames(target) : [named];
  for (const name of names) {
    const path = resolve(folder, name);
    try {
      await writeFile(path, png, { flag: 'wx' });
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return undefined;
}

/** `jinchang-2.4.png`, `jinchang-2.4-2.png` */
function ownNames({ articleId, address: { section, paragraph } }: Target): string[] {
  const name = `${articleId}-${section}.${paragraph}`;
  return Array.from({ length: MOST_NAMES }, (_, at) => (at === 0 ? `${name}.png` : `${name}-${at + 1}.png`));
}
