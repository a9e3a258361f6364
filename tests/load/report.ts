import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Loaded into the bot's process for long runs: tells how it fares when it is asked. */

/** How exactly pauses of the event loop are told. Milliseconds. */
const RESOLUTION = 1;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
delay.enable();
process.on('message', (question) => {
  if (question === 'memory') {
    // After a full collection.
    globalThis.gc?.();
    process.send?.({ memory: process.memoryUsage() });
  }
  if (question === 'pauses') {
    process.send?.({ pauses: { longestMs: delay.max / 1e6, p99Ms: delay.percentile(99) / 1e6 } });
    delay.reset();
  }
});
// Being asked is no reason to live.
process.channel?.unref();
