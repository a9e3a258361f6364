import type { DrawnPicture, QuotedPicture } from '../picture/quoted-picture.ts';
import { TookTooLong } from './engine.ts';
import { createPassingWorker } from './passing-worker.ts';

/** What the process that draws is given to do: to load what it draws with, or to draw. */
export type PictureTask = { readonly kind: 'open' } | { readonly kind: 'draw'; readonly picture: QuotedPicture };

/** Draws pictures in a process of its own, which exists while there is something to draw. */
export interface PictureDrawer {
  /** @throws TookTooLong where it takes too long, or too many wait; WorkerEnded; what was thrown there */
  draw(picture: QuotedPicture): Promise<DrawnPicture>;
  /**
   * Starts the process, lets it load what it draws with, and ends it: until somebody wants a picture it would take memory.
   * @throws what was thrown there, where this machine cannot draw
   */
  tryOut(): Promise<void>;
  /** Ends the process, and what it draws. */
  close(): void;
}

/** How pictures are drawn. */
export interface DrawingPictures {
  /** Path of the program that the process runs. */
  readonly entry: string;
  /** How long a picture may take; 10,000 unless told. Milliseconds. */
  readonly deadlineMs?: number;
  /** How many may wait; 20 unless told. */
  readonly mostWaiting?: number;
}

/** A picture takes a fraction of a second, loading fonts another; a machine may be busy. Milliseconds. */
const DEADLINE_MS = 10_000;
/** The fonts take a third of a second to load, and 100 MB: the process stays for the next picture so long. Milliseconds. */
const STAYS_MS = 60_000;
/** More would come too late for whoever waits. */
const MOST_WAITING = 20;
/** What fonts have unpacked stays in the process, more with every character that is new: so many are drawn by one. Pictures. */
const MOST_DRAWN = 300;
/** Objects take a tenth of it. Megabytes. */
const HEAP_MB = 256;

/**
 * Tries out whether this machine can draw.
 * @param tell is told once, in one line, why there is none: a package that is missing or has nothing for this machine
 * @returns undefined where this machine cannot draw
 */
export async function openPictureDrawer(
  drawing: DrawingPictures,
  tell: (reason: string) => void,
): Promise<PictureDrawer | undefined> {
  const drawer = createPictureDrawer(drawing);
  try {
    await drawer.tryOut();
    return drawer;
  } catch (error) {
    // A machine that is busy now can draw later.
    if (error instanceof TookTooLong) return drawer;
    drawer.close();
    tell((error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '');
    return undefined;
  }
}

/** Nothing is started before there is a picture. */
export function createPictureDrawer({
  entry,
  deadlineMs = DEADLINE_MS,
  mostWaiting = MOST_WAITING,
}: DrawingPictures): PictureDrawer {
  const worker = createPassingWorker({ entry, deadlineMs, heapMb: HEAP_MB, staysMs: STAYS_MS, mostTasks: MOST_DRAWN });
  let waiting = 0;

  async function inTurn(task: PictureTask): Promise<unknown> {
    if (waiting >= mostWaiting) throw new TookTooLong(`${waiting} pictures are waited for`);
    waiting += 1;
    try {
      return await worker.do(task);
    } finally {
      waiting -= 1;
    }
  }

  return {
    draw: (picture) => inTurn({ kind: 'draw', picture }) as Promise<DrawnPicture>,
    async tryOut() {
      await inTurn({ kind: 'open' });
      await worker.close();
    },
    close: () => void worker.close(),
  };
}
