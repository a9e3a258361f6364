/** Loaded into the bot's process for long runs: tells what is in use after a full collection, when asked. */
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
// Being asked is no reason to live.
process.channel?.unref();
