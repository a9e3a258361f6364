import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type StandIn, startStandIn, TOKEN } from '../discord/stand-in/stand-in.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const MEMORY_REPORT = new URL('report-memory.ts', import.meta.url).href;

/** The program in a process of its own, connected to a stand-in in this one. */
export interface SpawnedBot {
  readonly discord: StandIn;
  readonly process: ChildProcess;
  /** What the bot's process uses after a full collection, in bytes. */
  memory(): Promise<NodeJS.MemoryUsage>;
  stop(): Promise<void>;
}

/** @param checksAtOnce whether the stand-in checks bodies as they come */
export async function spawnBot({ checksAtOnce = true } = {}): Promise<SpawnedBot> {
  const discord = await startStandIn({ keep: 20_000, checksAtOnce });
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', '--import', MEMORY_REPORT, 'src/launch.js', '--discord'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        DISCORD_TOKEN: TOKEN,
        DISCORD_API_URL: discord.apiUrl,
        LOG_LEVEL: 'warn',
      },
    },
  );
  // A run that fails must not leave a bot behind.
  process.once('exit', () => child.kill('SIGKILL'));
  const exited = new Promise((resolve) => child.on('close', resolve));
  await discord.until(() => discord.gateway.hasSessions(), 60_000, 'a connection');
  await discord.answer(discord.slash('about', {}, { user: '1' }), 10_000);
  return {
    discord,
    process: child,
    memory: () =>
      new Promise((resolve) => {
        child.once('message', (usage) => resolve(usage as NodeJS.MemoryUsage));
        child.send('memory');
      }),
    async stop() {
      child.kill('SIGTERM');
      await exited;
      await discord.stop();
    },
  };
}

/** Questions of several kinds, answerable and not. */
export const QUESTIONS = [
  '马翠芳管着多少户人家？',
  '谁是网格员？',
  '什么时候开始实施文明行为促进条例？',
  '“一核多元”是什么？',
  '孝善基金有什么用？',
  '明天的天气怎么样？',
  '金昌市被确定为什么试点城市？',
  '綜治中心的職能定位是什麼？',
];
