import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { nextId } from './ids.ts';
import { type Running, runBot } from './running-bot.ts';

/** One bot for all tests of a file, whose every body is held against Discord's rules. @param use is given it before the first test */
export function botForAll(use: (running: Running) => void): void {
  let running: Running;
  beforeAll(async () => {
    running = await runBot();
    use(running);
  });
  // Somebody new each time, so that no limit applies.
  beforeEach(() => {
    running.discord.self.user = nextId();
  });
  afterEach(() => expect(running.discord.problems).toEqual([]));
  afterAll(() => running.stop());
}
