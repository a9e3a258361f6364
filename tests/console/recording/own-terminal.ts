import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Written } from './screen.ts';

/** A command that runs in a terminal of its own, with nothing of this one's environment but where programs are. */
export interface OwnTerminal {
  /** What it has shown; more is added as it comes, by the clock of `performance.now()`. */
  readonly written: readonly Written[];
  /** As from a keyboard. */
  type(keys: string): void;
  /**
   * Waits until something has been shown so many times; once unless told.
   * @returns all that has been shown
   * @throws where it does not come
   */
  shows(text: string, times?: number): Promise<string>;
  /** Ends the input of whatever runs, and of the shell that ran it. */
  end(): Promise<void>;
}

/** After so long without what is waited for it is taken to be stuck. Milliseconds. */
const STUCK_MS = 120_000;

/**
 * Starts a command in the project's folder, in Chinese and without a token. Needs `script` of util-linux.
 * @param command for the shell
 */
export function startInTerminal(command: string, { rows, columns }: { rows: number; columns: number }): OwnTerminal {
  const sized = `stty rows ${rows} cols ${columns}; exec ${command}`;
  const process_ = spawn('script', ['--quiet', '--return', '--command', sized, '/dev/null'], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      SHELL: '/bin/sh',
      PS1: '$ ',
      TERM: 'xterm-256color',
      LANG: 'zh_CN.UTF-8',
      DISCORD_TOKEN: '',
      // A busy machine answers late, and in the same words.
      QUESTION_DEADLINE_MS: '30000',
      npm_config_update_notifier: 'false',
      npm_config_progress: 'false',
    },
  });
  const ended = once(process_, 'exit');
  const written: Written[] = [];
  const decoder = new TextDecoder();
  process_.stdout.on('data', (bytes: Buffer) => {
    written.push({ at: performance.now(), text: decoder.decode(bytes, { stream: true }) });
  });
  return {
    written,
    type: (keys) => void process_.stdin.write(keys),
    async shows(text, times = 1) {
      const begun = performance.now();
      for (;;) {
        const all = written.map((piece) => piece.text).join('');
        if (all.split(text).length > times) return all;
        if (performance.now() - begun > STUCK_MS) throw new Error(`${JSON.stringify(text)} does not come`);
        await pause(20);
      }
    },
    async end() {
      process_.stdin.write('\x04');
      await pause(1_000);
      process_.stdin.end('\x04');
      await ended;
    },
  };
}

/** @param milliseconds to wait */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
