import { createHash } from 'node:crypto';
import { NotAnArticle } from '../article/article.ts';
import { TookTooLong } from './engine.ts';
import type { PageTask, ReadPage } from './page-tasks.ts';
import { createPassingWorker } from './passing-worker.ts';
import { WorkerEnded } from './worker.ts';

/** Reads pages in a process of its own, which exists while there is something to read. */
export interface PageReader {
  /**
   * @throws NotAnArticle with the reason, also where reading takes too long; a page that once did is not read again
   */
  read(page: PageTask): Promise<ReadPage>;
  /** Ends the process, and what it reads. */
  close(): void;
}

/** How pages are read. */
export interface ReadingPages {
  /** Path of the program that the process runs. */
  readonly entry: string;
  /** How long a page may take. Milliseconds. */
  readonly deadlineMs: number;
  /** A process whose objects take more is ended; 1,024 unless told. Megabytes. */
  readonly heapMb?: number;
  /** Pages that took too long before, or ended the process: why, by digest. */
  readonly refused?: ReadonlyMap<string, string>;
  /** Told the digest of such a page, and why. */
  readonly onRefused?: (digest: string, reason: string) => void;
}

/** The dictionary takes a second to load: the process stays for the next page so long. Milliseconds. */
const STAYS = 2_000;

/** The largest text takes a third of it; what a hostile file is inflated to takes the process and not the machine. Megabytes. */
const HEAP_MB = 1_024;

/** Nothing is started before there is a page. */
export function createPageReader({
  entry,
  deadlineMs,
  heapMb = HEAP_MB,
  refused: before,
  onRefused = () => {},
}: ReadingPages): PageReader {
  const refused = new Map(before);
  const worker = createPassingWorker({ entry, deadlineMs, heapMb, staysMs: STAYS });

  async function read(page: PageTask): Promise<ReadPage> {
    const digest = createHash('sha256').update(page.bytes).digest('hex');
    // The page before it may have been the same.
    const unlessRefused = () => {
      const reason = refused.get(digest);
      if (reason !== undefined) throw new NotAnArticle(reason);
    };
    try {
      return (await worker.do(page, unlessRefused)) as ReadPage;
    } catch (error) {
      throw inPlainWords(error, digest);
    }
  }

  function inPlainWords(error: unknown, digest: string): unknown {
    if (error instanceof WorkerEnded && !error.wasTaken) return new NotAnArticle(error.message, { cause: error });
    if (error instanceof TookTooLong || error instanceof WorkerEnded) {
      const isLate = error instanceof TookTooLong;
      const reason = isLate ? `reading it takes longer than ${deadlineMs / 1000} s` : 'reading it failed';
      refused.set(digest, reason);
      onRefused(digest, reason);
      return new NotAnArticle(reason, { cause: error });
    }
    return error instanceof Error && error.name === 'NotAnArticle' ? new NotAnArticle(error.message) : error;
  }

  return { read, close: () => void worker.close() };
}
