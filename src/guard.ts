import './debug-output.ts';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { warnOfDebugOutput } from './debug-output.ts';
import { killGroup } from './engine/worker.ts';
import type { SignOfLife } from './liveness.ts';
import { createLog } from './log.ts';

/**
 * What units and images run: starts the bot, and ends it where its event loop hangs, so that whoever
 * restarts what has failed restarts it. Its own loop does nothing else.
 *
 * Exit code: the bot's own; 0 after SIGTERM, even where the bot does not listen any more; 1 where it hung.
 */

/** A bot that has been told to stop takes up to 12.5 s; what takes longer is ended. Milliseconds. */
const STOPS_WITHIN = 14_000;
/** How often the silence is measured. Milliseconds. */
const LOOK_MS = 1_000;

const log = createLog('info');
warnOfDebugOutput(log);
const bot = fork(fileURLToPath(new URL('main.js', import.meta.url)), ['--discord', ...process.argv.slice(2)], {
  execArgv: ['--enable-source-maps'],
});
let heard = performance.now();
let looked = performance.now();
/** Until the bot says otherwise. */
let said: SignOfLife = { silenceMs: 30_000, groups: [] };
let isStopping = false;

bot.on('message', (sign: SignOfLife) => {
  heard = performance.now();
  said = sign;
});
setInterval(() => {
  const now = performance.now();
  // Whoever freezes this process freezes the bot, too: that is no silence of its own.
  if (now - looked > 2 * LOOK_MS) heard = now;
  looked = now;
  if (now - heard < said.silenceMs) return;
  log.error('the bot hangs, ending it', { ms: said.silenceMs });
  bot.kill('SIGKILL');
}, LOOK_MS);

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    bot.kill(signal);
    setTimeout(() => bot.kill('SIGKILL'), STOPS_WITHIN);
  });
}

bot.once('error', (error) => {
  log.error('the bot could not be started', { errorMessage: error.message });
  process.exit(1);
});
bot.once('exit', (code, signal) => {
  for (const leader of said.groups) killGroup(leader);
  if (isStopping) process.exit(code ?? 0);
  if (signal !== null) log.error('the bot was ended', { reason: signal });
  process.exit(code ?? 1);
});
