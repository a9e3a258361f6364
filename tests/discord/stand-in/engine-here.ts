import type { Command } from '../../../src/chat/command.ts';
import { COMMANDS } from '../../../src/commands.ts';
import { carryOut } from '../../../src/engine/answering.ts';
import { type Engine, holdingsOf } from '../../../src/engine/engine.ts';
import type { Library } from '../../../src/library/library.ts';

/** The engine's work in this process, over a library that can be exchanged. */
export function engineHere(library: () => Library, commands: readonly Command[] = COMMANDS): Engine {
  return {
    commands,
    get holdings() {
      return holdingsOf(library());
    },
    call: async (call) => carryOut(call, commands, library()),
  };
}
