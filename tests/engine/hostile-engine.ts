import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { defineCommand } from '../../src/chat/command.ts';
import { COMMANDS } from '../../src/commands.ts';
import { serveEngine } from '../../src/engine/serve-engine.ts';
import type { Fields, Log } from '../../src/log.ts';

const nothing = { 'zh-CN': '', 'zh-TW': '', en: '' };

/** A command that does what a program must survive. */
function misbehaving(name: string, misbehave: () => never) {
  return defineCommand({
    name,
    kind: 'slash',
    names: nothing,
    description: nothing,
    options: [
      { name: 'text', names: nothing, description: nothing, type: 'text', required: false, completes: 'passage' },
    ],
    visibility: 'private',
    schema: z.object({ text: z.string().optional() }),
    run: misbehave,
  });
}

/** Keeps its lines where the test reads them. */
function lines(): Log {
  const write = (event: string, fields: Fields = {}) =>
    appendFileSync(process.env.ENGINE_LOG ?? '/dev/null', `${JSON.stringify({ event, ...fields })}\n`);
  return { info: write, warn: write, error: write };
}

/** As native code does that meets what it does not expect. */
function die(): never {
  process.kill(process.pid, 'SIGABRT');
  for (;;);
}

/** The engine, with commands that hang, take their time, abort and throw. */
serveEngine({
  commands: [
    ...COMMANDS,
    misbehaving('hang', () => {
      for (;;);
    }),
    misbehaving('abort', die),
    misbehaving('throw', () => {
      throw new RangeError('a bug');
    }),
  ],
  log: lines(),
  pageEntry: fileURLToPath(new URL('hostile-pages.js', import.meta.url)),
});
