import { resolve } from 'node:path';
import { watch } from 'chokidar';
import { errorFields, type Log } from '../log.ts';
import type { OpenLibrary } from './open.ts';
import { isLinkToFolder } from './seed-list.ts';

/** A file is taken in once it has not grown for so long, so that nobody sees half an article. Milliseconds. */
const SETTLED = 400;
/** Several files copied together are taken in together. Milliseconds. */
const QUIET = 200;

/** Stops watching. */
export type StopWatching = () => Promise<void>;

/**
 * Keeps a library current with its folder while the program runs.
 * @param changed told after the library has changed
 */
export function watchLibrary(folder: string, library: OpenLibrary, log: Log, changed = () => {}): StopWatching {
  const watcher = watch(folder, {
    ignoreInitial: true,
    // A link to the folder itself would be followed without end; no such link is read.
    ignored: (path) => resolve(path) !== resolve(folder) && isLinkToFolder(path),
    awaitWriteFinish: { stabilityThreshold: SETTLED, pollInterval: 100 },
  });
  let timer: NodeJS.Timeout | undefined;
  const refreshSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(library, log, changed), QUIET);
  };
  const told = new Set<string>();
  watcher.on('all', refreshSoon);
  // What has changed between the last reading and now nobody has seen.
  watcher.on('ready', refreshSoon);
  watcher.on('error', (error) => {
    const { code = '', path } = error as NodeJS.ErrnoException;
    // One file that cannot be watched, such as a link to itself, cannot be read either: that will be said.
    if (path !== undefined && resolve(path) !== resolve(folder)) return refreshSoon();
    if (!told.has(code)) log.warn('the seeds folder cannot be watched', errorFields(error));
    told.add(code);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}

async function refresh(library: OpenLibrary, log: Log, changed: () => void): Promise<void> {
  try {
    const ids = await library.refresh();
    if (ids.length === 0) return;
    log.info('library updated', { article: ids, articles: library.articles.length, passages: library.passages });
    changed();
  } catch (error) {
    log.error('the library could not be updated', errorFields(error));
  }
}
