import type { PictureTask } from '../../src/engine/picture-drawer.ts';
import { serve } from '../../src/engine/serve.ts';
import { openPictures } from '../../src/picture/picture.ts';

/** A process that draws, and hangs over a quotation of this title. */
const draw = openPictures();
serve(async (given) => {
  const task = given as PictureTask;
  if (task.kind === 'open') throw new Error('there is no canvas\nfor this machine');
  while (task.picture.title === '画不完') {}
  return (await draw)(task.picture);
});
