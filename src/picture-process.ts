import type { PictureTask } from './engine/picture-drawer.ts';
import { serve } from './engine/serve.ts';
import { type DrawPicture, openPictures } from './picture/picture.ts';

/** The program of the process that draws pictures. */
let opened: Promise<DrawPicture> | undefined;
serve(async (given) => {
  opened ??= openPictures();
  const task = given as PictureTask;
  const draw = await opened;
  return task.kind === 'draw' ? draw(task.picture) : undefined;
});
