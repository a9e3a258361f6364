import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StoredMessage } from './stand-in/discord-state.ts';
import { CLOUDFLARE, rateLimited, refusal } from './stand-in/faults.ts';
import { BOT_ID } from './stand-in/ids.ts';
import { bundleQuickProgram, type QuickProgram } from './stand-in/quick-program.ts';
import { controlsOf, textOf } from './stand-in/reading.ts';
import { type StandIn, startStandIn, TOKEN } from './stand-in/stand-in.ts';
import { type StartedProgram, seedsOfOne, startProgram } from './stand-in/started-program.ts';

/** Each program keeps its own index of them. */
const [seeds, seedsOfLaunched] = [seedsOfOne(), seedsOfOne()];

let quick: QuickProgram;
beforeAll(async () => {
  quick = await bundleQuickProgram();
});

let discord: StandIn;
let running: StartedProgram | undefined;

beforeEach(async () => {
  discord = await startStandIn();
});
afterEach(async () => {
  running?.process.kill('SIGKILL');
  await running?.exit;
  running = undefined;
  await discord.stop();
});

afterAll(() => {
  for (const one of [seeds, seedsOfLaunched]) one.remove();
  quick.remove();
});

/** The program as an operator starts it. */
function launch(environment: Readonly<Record<string, string>> = {}, args: readonly string[] = ['--discord']) {
  return startProgram(discord, seedsOfLaunched, args, environment);
}

/** For how it ends: it need not know many words. */
function start(environment: Readonly<Record<string, string>> = {}) {
  return startProgram(discord, seeds, ['--discord'], environment, quick.main);
}

/** Everything that must not be printed, whatever happens. */
function secretsIn({ stdout, stderr }: { stdout: string; stderr: string }): string[] {
  return [TOKEN, 'canary', 'interaction-token', '赵敏', '312户'].filter((secret) =>
    `${stdout}${stderr}`.includes(secret),
  );
}

async function textAt(url: string): Promise<string> {
  return (await fetch(url)).text();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function arrived(path: RegExp): boolean {
  return discord.arrived.some((one) => path.test(one));
}

function neverAnswersMessages(): void {
  discord.plan('POST', /messages$/, { kind: 'hangs', handled: false }, 100);
}

function neverAnswersCommands(): void {
  discord.plan('GET', /commands$/, { kind: 'hangs', handled: false }, 100);
}

describe('the program', () => {
  test('draws a picture for who clicks, in a process that goes with it', async () => {
    running = start();
    await discord.until(() => discord.gateway.hasSessions(), 25_000, 'a connection');
    const card = await discord.answer(discord.slash('quote', { passage: '2.1' }), 10_000);
    const button = controlsOf(card).find(({ label }) => label === '图片');
    discord.click(card, button?.custom_id ?? '');
    const withPicture = () => [...discord.state.messages.values()].find(({ files }) => files.length > 0);
    await discord.until(() => withPicture() !== undefined, 15_000, 'a picture');
    const { files, flags } = withPicture() as StoredMessage;
    expect([flags & 64, Buffer.from(files[0]?.bytes ?? []).readUInt32BE(16)]).toEqual([64, 1200]);
    expect(files[0]?.description).toContain('312户');
    expect(secretsIn(running.output)).toEqual([]);
    running.process.kill('SIGTERM');
    expect(await running.exit).toBe(0);
    expect(discord.problems).toEqual([]);
  });

  test('answers, keeps secrets under every fault, finishes what it has begun and exits 0', async () => {
    const port = await freePort();
    running = launch({ HEALTH_PORT: String(port) });
    await discord.until(() => discord.gateway.hasSessions(), 25_000, 'a connection');
    const card = await discord.answer(discord.slash('about'), 5_000);
    for (const fault of [
      { kind: 'accepted, then status', status: 500 } as const,
      { kind: 'closed before' } as const,
      { kind: 'closed after' } as const,
      { kind: 'truncated' } as const,
      rateLimited(30),
      CLOUDFLARE,
      refusal(400, 50035, 'Invalid Form Body'),
      refusal(403, 50013, 'Missing Permissions'),
      refusal(404, 10062, 'Unknown interaction'),
    ]) {
      const before = discord.requests.length;
      discord.plan('POST', /callback/, fault);
      discord.slash('ask', { question: '赵敏负责多少户？' });
      await discord.until(() => discord.requests.length > before);
      discord.plan('DELETE', /webhooks/, fault);
      discord.click(card, '1:delete:a1b2c3d4e5f6:2:1:0:1000000000000000005:9');
      discord.plan('POST', /messages$/, fault);
      discord.write(`<@${BOT_ID}> 赵敏负责多少户？`);
    }
    discord.gateway.dispatch('READY', null);
    discord.gateway.dispatch('error', { token: TOKEN });
    discord.gateway.sendFrame(`{"token":"${TOKEN}"`);
    discord.gateway.close(4000);
    await discord.until(() => !discord.gateway.isConnected());
    await discord.until(() => discord.gateway.isConnected(), 10_000, 'a connection');

    const told = await Promise.all(['metrics', 'healthz'].map((page) => textAt(`http://127.0.0.1:${port}/${page}`)));
    // Discord takes its time with twenty answers: they are under way when the signal comes.
    discord.plan('POST', /callback/, { kind: 'delayed', ms: 600 }, 20);
    discord.arrived.length = 0;
    const asked = Array.from({ length: 20 }, (_, at) =>
      discord.slash('ask', { question: '赵敏负责多少户？' }, { user: `9${at}` }),
    );
    await discord.until(() => asked.every(({ id }) => discord.arrived.some((path) => path.includes(id))), 10_000);
    running.process.kill('SIGTERM');
    const answers = await Promise.all(asked.map((interaction) => discord.answer(interaction)));
    // One that was announced is put in its place a little later.
    await discord.until(() => answers.every((answer) => textOf(answer).includes('312户')), 10_000, 'all answers');
    expect(await running.exit).toBe(0);
    expect(discord.problems).toEqual([]);
    // Said of the connection that was closed above, not of the one that is closed at the end.
    expect(running.output.stderr.trim().split('\n').at(-1)).not.toContain('"reconnecting"');
    expect(secretsIn(running.output)).toEqual([]);
    expect(secretsIn({ stdout: told.join('\n'), stderr: '' })).toEqual([]);
    expect(told[0]).toContain('wenzhai_errors_total');
    expect(running.output.stdout).toBe('');
  });

  test('ends with the code of a refused token when the token is taken away while it runs', async () => {
    running = start({ LOG_LEVEL: 'silent' });
    await discord.until(() => discord.gateway.hasSessions(), 25_000, 'a connection');
    await discord.answer(discord.slash('about'), 5_000);
    discord.plan('POST', /messages$/, refusal(401, 0, '401: Unauthorized'), 2);
    discord.write(`<@${BOT_ID}> 赵敏负责多少户？`);
    expect(await running.exit).toBe(3);
    expect(running.output.stderr.trim()).toBe('Discord refused the token: check DISCORD_TOKEN.');
  });

  test.each([
    [4004, 3],
    [4014, 4],
  ])('closed with %d while people ask: one plain line, exit code %d', async (close, code) => {
    running = start({ LOG_LEVEL: 'warn' });
    await discord.until(() => discord.gateway.hasSessions(), 25_000, 'a connection');
    await discord.answer(discord.slash('about'), 5_000);
    for (let at = 0; at < 10; at += 1) {
      const who = { user: `7${at}`, channel: `10000000000000001${at}` };
      discord.write(`<@${BOT_ID}> 赵敏负责多少户？`, who);
      discord.useOnMessage('Find in article', '一天最多要跑四十趟', who);
    }
    discord.gateway.close(close);
    if (close === 4004) discord.plan('POST', /messages$/, refusal(401, 0, '401: Unauthorized'), 100);
    expect(await running.exit).toBe(code);
    expect(running.output.stderr).toMatch(/^Discord refused the (token|intents): [^\n]+\n$/);
    expect(running.output.stdout).toBe('');
  });

  test.each<[string, () => void, Record<string, string>, number]>([
    ['a refused token', () => {}, { DISCORD_TOKEN: `${TOKEN}x` }, 3],
    ['close code 4004', () => (discord.gateway.behaviour.closeOnIdentify = 4004), {}, 3],
    ['close code 4014', () => (discord.gateway.behaviour.closeOnIdentify = 4014), {}, 4],
    ['no starts left', () => (discord.session.remaining = 0), {}, 5],
    ['no token', () => {}, { DISCORD_TOKEN: ' ' }, 2],
  ])('%s: one plain line, its exit code', async (_, prepare, environment, code) => {
    prepare();
    running = start({ LOG_LEVEL: 'warn', ...environment });
    expect(await running.exit).toBe(code);
    expect(running.output.stderr.trim().split('\n')).toHaveLength(1);
    expect(running.output.stdout).toBe('');
    expect(secretsIn(running.output)).toEqual([]);
  });

  test('stops while it is still trying to connect', async () => {
    discord.plan('GET', /gateway/, { kind: 'status', status: 503 }, 1_000);
    running = start();
    await discord.until(() => discord.requests.length > 0, 25_000, 'an attempt');
    running.process.kill('SIGTERM');
    expect(await running.exit).toBe(0);
  });

  test.each<[string, () => void, () => boolean]>([
    ['Discord answers nothing that it is told', neverAnswersMessages, () => arrived(/messages$/)],
    ['the commands take their time', neverAnswersCommands, () => arrived(/commands$/)],
  ])('ends all the same when it is told to and %s', async (_, prepare, isUnderWay) => {
    prepare();
    const port = await freePort();
    running = start({ HEALTH_PORT: String(port) });
    await discord.until(() => discord.gateway.hasSessions(), 25_000, 'a connection');
    discord.write(`<@${BOT_ID}> 赵敏负责多少户？`);
    await discord.until(isUnderWay);
    // Somebody who wants to see the health, and never asks for it.
    const visitor = connect(port, '127.0.0.1').on('error', () => {});
    visitor.write('GET /heal');
    // Answers under way have 10 s; attempts to give them would go on for half a minute.
    const from = performance.now();
    running.process.kill('SIGTERM');
    expect(await running.exit).toBe(0);
    expect(performance.now() - from).toBeLessThan(20_000);
    visitor.destroy();
  });

  test('says what registering would change', async () => {
    running = launch({}, ['register', '--dry-run']);
    expect(await running.exit).toBe(0);
    expect(running.output.stdout).toContain('added: ChatInput ask');
    expect(discord.requests.some(({ method }) => method === 'PUT')).toBe(false);
    expect(discord.problems).toEqual([]);
  });

  test('registers what the bot does, without an article of the operator’s', async () => {
    const seedsDir = mkdtempSync(join(tmpdir(), 'wenzhai-no-seeds-'));
    try {
      running = startProgram(discord, seeds, ['register'], { SEEDS_DIR: seedsDir }, quick.main);
      expect(await running.exit).toBe(0);
      const registered = discord.requests.find(({ method }) => method === 'PUT');
      for (const name of ['ask', 'article', 'library'])
        expect(JSON.stringify(registered)).toContain(`"name":"${name}"`);
      running = start({ SEEDS_DIR: seedsDir });
      await discord.until(() => running?.output.stderr.includes('commands are registered') === true, 25_000, 'a start');
    } finally {
      rmSync(seedsDir, { recursive: true });
    }
  });

  test('prints an invitation with the least permissions', async () => {
    running = launch({ DISCORD_API_URL: `${discord.apiUrl}/` }, ['invite']);
    expect(await running.exit).toBe(0);
    const url = new URL(running.output.stdout.trim());
    expect(url.searchParams.get('scope')).toBe('bot applications.commands');
    // View channels, send messages, in threads too, attach files, read history.
    expect(url.searchParams.get('permissions')).toBe(
      String((1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 15n) | (1n << 16n)),
    );
  });
});
