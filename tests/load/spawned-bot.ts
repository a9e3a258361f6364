import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type StandIn, startStandIn, TOKEN } from '../discord/stand-in/stand-in.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const REPORT = new URL('report.ts', import.meta.url).href;

/** The program in a process of its own, connected to a stand-in in this one. */
export interface SpawnedBot {
  readonly discord: StandIn;
  readonly process: ChildProcess;
  /** What the process that talks to Discord uses after a full collection, in bytes. */
  memory(): Promise<NodeJS.MemoryUsage>;
  /** How long the event loop of that process was held since it was last asked. Milliseconds. */
  pauses(): Promise<Pauses>;
  /** What the engine's process has resident, in bytes; undefined where there is no /proc. */
  engineMemory(): number | undefined;
  stop(): Promise<void>;
}

export interface Pauses {
  readonly longestMs: number;
  readonly p99Ms: number;
}

/** How a bot is spawned. */
interface Spawning {
  /** Whether the stand-in checks bodies as they come. */
  readonly checksAtOnce?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

export async function spawnBot({ checksAtOnce = true, environment = {} }: Spawning = {}): Promise<SpawnedBot> {
  const discord = await startStandIn({ keep: 20_000, checksAtOnce });
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', '--import', REPORT, 'src/launch.js', '--discord'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        DISCORD_TOKEN: TOKEN,
        DISCORD_API_URL: discord.apiUrl,
        LOG_LEVEL: 'warn',
        TSX_DISABLE_CACHE: '1',
        ...environment,
      },
    },
  );
  // A run that fails must not leave a bot behind.
  process.once('exit', () => child.kill('SIGKILL'));
  const exited = new Promise((resolve) => child.on('close', resolve));
  await discord.until(() => discord.gateway.hasSessions(), 60_000, 'a connection');
  await discord.answer(discord.slash('about', {}, { user: '1' }), 10_000);
  const asked = <Report>(question: string): Promise<Report> =>
    new Promise((resolve) => {
      const listen = (message: unknown) => {
        // Signs of life come by here, too.
        if (typeof message !== 'object' || message === null || !(question in message)) return;
        child.off('message', listen);
        resolve((message as Record<string, Report>)[question] as Report);
      };
      child.on('message', listen);
      child.send(question);
    });
  return {
    discord,
    process: child,
    memory: () => asked('memory'),
    pauses: () => asked('pauses'),
    engineMemory: () => residentOfChild(child.pid),
    async stop() {
      child.kill('SIGTERM');
      await exited;
      await discord.stop();
    },
  };
}

function residentOfChild(pid: number | undefined): number | undefined {
  try {
    const [engine] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${engine}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

/** Whether what was asked for has come itself, not only the word that it will. */
export function isAnswered({ state }: StandIn, token: string): boolean {
  const { acknowledgedWith, original } = state.interactions.get(token) ?? {};
  return acknowledgedWith !== undefined && state.messages.get(original ?? '')?.isAnnouncement !== true;
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
