import { fileURLToPath } from 'node:url';
import { COMMANDS } from './commands.ts';
import { readConfig } from './config.ts';
import { serveEngine } from './engine/serve-engine.ts';
import { createLog, errorFields } from './log.ts';

/** The program of the process that answers: the only one that knows what a command does. */
const log = createLog(readConfig(process.env).logLevel);
process.on('uncaughtException', (error) => {
  log.error('error escaped in the engine', errorFields(error));
  process.exit(1);
});
const beside = (program: string) => fileURLToPath(new URL(program, import.meta.url));
serveEngine({
  commands: COMMANDS,
  log,
  pageEntry: beside('page-process.js'),
  encodeEntry: beside('encode-process.js'),
});
