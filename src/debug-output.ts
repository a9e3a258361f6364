import type { Log } from './log.ts';

/**
 * Keeps what libraries and Node itself print for their developers from being printed: headers,
 * addresses with tokens in them, bytes that hold questions. To be loaded before anything else.
 */

/** The debug package and its kin read the first when they are loaded, Node has read the second before any program runs. */
const SWITCHES = ['DEBUG', 'NODE_DEBUG'] as const;

/** `HTTP 4711: `, the number coloured on a terminal: how Node's `util.debuglog` begins what it prints. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it colours with them
const DEBUG_OUTPUT = /^[^\s:]{1,60} (?:\u001b\[\d{1,3}m)?\d{1,10}(?:\u001b\[\d{1,3}m)?: /;

/** Those that were on, and now are off for this process and those it starts. */
const switchedOff: readonly string[] = SWITCHES.filter((name) => (process.env[name] ?? '') !== '');

for (const name of SWITCHES) delete process.env[name];
if (switchedOff.includes('NODE_DEBUG')) dropDebugOutput(process.stderr);

function dropDebugOutput(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  stream.write = ((...args: unknown[]) => isDebugOutput(args[0]) || write(...args)) as typeof stream.write;
}

/** What a thread prints arrives here in bytes. */
function isDebugOutput(chunk: unknown): boolean {
  return DEBUG_OUTPUT.test(chunk instanceof Uint8Array ? Buffer.from(chunk).toString('latin1') : String(chunk));
}

/** One line where something was switched off that somebody had switched on. */
export function warnOfDebugOutput(log: Log): void {
  if (switchedOff.length === 0) return;
  log.warn('debug output is left out', { reason: `${switchedOff.join(' and ')} would print tokens and questions` });
}
