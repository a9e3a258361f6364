import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { bundleQuickProgram, type QuickProgram } from './stand-in/quick-program.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';
import { type StartedProgram, seedsOfOne, startProgram } from './stand-in/started-program.ts';

const seeds = seedsOfOne();

let quick: QuickProgram;
beforeAll(async () => {
  quick = await bundleQuickProgram();
});

let discord: StandIn;
let guarded: StartedProgram;
beforeEach(async () => {
  discord = await startStandIn();
});
afterEach(async () => {
  guarded.process.kill('SIGKILL');
  await discord.stop();
});

/** As units and images start it. */
const launch = () => connected(['guard']);
const start = () => connected([], quick.guard);

async function connected(args: readonly string[], path?: string): Promise<void> {
  guarded = startProgram(discord, seeds, args, { SILENCE_LIMIT_MS: '4000' }, path);
  await discord.until(() => discord.gateway.hasSessions(), 60_000, 'a connection');
}

/** The processes that one has started. */
function childrenOf(pid: number): number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return listed.split(' ').filter(Boolean).map(Number);
}

function botOf(guard: number | undefined): number {
  const [bot] = childrenOf(guard ?? 0);
  if (bot === undefined) throw new Error('the guard has started no bot');
  return bot;
}

afterAll(() => {
  seeds.remove();
  quick.remove();
});

const onLinux = it.runIf(process.platform === 'linux');

onLinux('a bot that hangs is ended, so that it can be started anew', async () => {
  await start();
  process.kill(botOf(guarded.process.pid), 'SIGSTOP');
  expect(await guarded.exit).toBe(1);
  expect(guarded.output.stderr).toContain('the bot hangs, ending it');
});

onLinux('a bot that is ended by another is a failure', async () => {
  await start();
  process.kill(botOf(guarded.process.pid), 'SIGKILL');
  expect(await guarded.exit).toBe(1);
});

onLinux('SIGTERM ends both, and the engine with them', async () => {
  await launch();
  const bot = botOf(guarded.process.pid);
  const engines = childrenOf(bot);
  expect(engines).toHaveLength(1);
  guarded.process.kill('SIGTERM');
  expect(await guarded.exit).toBe(0);
  for (const pid of [bot, ...engines]) expect(() => process.kill(pid, 0)).toThrow();
});

onLinux('a group of processes that is told as one finishes what it has begun', async () => {
  await start();
  const asked = discord.slash('ask', { question: '赵敏负责多少户？' });
  process.kill(botOf(guarded.process.pid), 'SIGTERM');
  guarded.process.kill('SIGTERM');
  expect(await guarded.exit).toBe(0);
  expect(discord.state.interactions.get(asked.token)?.acknowledgedWith).toBeDefined();
});

onLinux('SIGTERM ends a bot whose engine does not move', async () => {
  await start();
  const [engine = 0] = childrenOf(botOf(guarded.process.pid));
  process.kill(engine, 'SIGSTOP');
  discord.slash('ask', { question: '赵敏负责多少户？' });
  const before = performance.now();
  guarded.process.kill('SIGTERM');
  expect(await guarded.exit).toBe(0);
  expect(performance.now() - before).toBeLessThan(15_000);
  expect(() => process.kill(engine, 0)).toThrow();
});
