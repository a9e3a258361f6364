import { appendFileSync } from 'node:fs';
import { type PageTask, readPage } from '../../src/engine/page-tasks.ts';
import { serve } from '../../src/engine/serve.ts';

/** Reads pages, but hangs at one that says so, dies of another, and is swollen by a third. */
serve((given) => {
  const page = given as PageTask;
  const text = Buffer.from(page.bytes).toString();
  if (text.includes('这一页会')) appendFileSync(process.env.ENGINE_LOG ?? '/dev/null', 'bad page begun\n');
  if (text.includes('这一页会卡住')) for (;;);
  if (text.includes('这一页会崩溃')) process.kill(process.pid, 'SIGABRT');
  if (text.includes('这一页会撑大'))
    for (const all: number[][] = []; ; ) all.push(new Array<number>(4_000_000).fill(0.5));
  return readPage(page);
});
