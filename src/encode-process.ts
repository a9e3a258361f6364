import { setPriority } from 'node:os';
import { createEncoding } from './engine/encode-tasks.ts';
import { serve } from './engine/serve.ts';
import type { TextInContext } from './network/network.ts';

/** Whoever waits for an answer goes first, on every core: the lowest priority there is. */
const LAST = 19;

/** The program of the process that makes vectors of a large library beside the engine. */
setPriority(LAST);
const encode = createEncoding();
serve((windows) => encode(windows as TextInContext[]));
