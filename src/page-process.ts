import { type PageTask, readPage } from './engine/page-tasks.ts';
import { serve } from './engine/serve.ts';

/** The program of the process that reads pages. */
serve((page) => readPage(page as PageTask));
