import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from './stand-in/faults.ts';
import { BOT_ID } from './stand-in/ids.ts';
import { type StandIn, startStandIn, TOKEN } from './stand-in/stand-in.ts';
import { seedsOfOne, startProgram } from './stand-in/started-program.ts';

const QUESTION = '赵敏负责多少户？';
const seeds = seedsOfOne();

let discord: StandIn;
let running: ReturnType<typeof start> | undefined;
beforeEach(async () => {
  discord = await startStandIn();
});
afterEach(async () => {
  running?.process.kill('SIGKILL');
  await running?.exit;
  running = undefined;
  await discord.stop();
});
afterAll(() => seeds.remove());

/** The program at its most talkative. */
function start(args: readonly string[]) {
  const { output, ...program } = startProgram(discord, seeds, args, {
    LOG_LEVEL: 'trace',
    DEBUG: '*',
    NODE_DEBUG: '*',
  });
  return { ...program, output: () => output.stdout + output.stderr };
}

/** Everything that must not be printed, in whatever spelling. */
function secretsIn(output: string): string[] {
  const spelled = (text: string) => [
    text,
    encodeURIComponent(text),
    Buffer.from(text).toString('hex'),
    Buffer.from(text).toString('hex').replace(/../g, '$& ').trim().slice(0, 60),
    Buffer.from(text).toString('base64').slice(0, -4),
  ];
  return [TOKEN, 'canary', 'interaction-token', QUESTION, '312户']
    .flatMap(spelled)
    .filter((secret) => output.includes(secret));
}

/** A refusal that repeats what it was sent, in every place it can. */
function repeating(status: number, said: string): Fault {
  const errors = {
    data: {
      content: { _errors: [{ code: said, message: said }] },
      [said]: { _errors: [{ code: 'X', message: said }] },
    },
  };
  return {
    kind: 'status',
    status,
    body: JSON.stringify({ code: 50035, message: `Invalid Form Body: ${said}`, errors }),
    headers: { 'content-type': 'application/json' },
  };
}

describe('the program at its most talkative', () => {
  test('prints no token and no question, whatever Discord or a proxy repeats', async () => {
    running = start(['--discord']);
    await discord.until(() => discord.gateway.hasSessions(), 25_000, 'a connection');
    await discord.answer(discord.slash('about'), 5_000);
    for (const said of [QUESTION, `Bot ${TOKEN}`, Buffer.from(`Bot ${TOKEN}`).toString('base64')]) {
      for (const fault of [repeating(400, said), repeating(403, said), { ...repeating(200, said), body: said }]) {
        const before = discord.requests.length;
        discord.plan('POST', /callback/, fault);
        discord.plan('POST', /messages$/, fault);
        discord.plan('POST', /webhooks/, fault);
        discord.slash('ask', { question: QUESTION });
        discord.write(`<@${BOT_ID}> ${QUESTION}`);
        await discord.until(() => discord.requests.length > before + 1, 10_000, 'requests');
      }
    }
    discord.gateway.dispatch('error', { token: TOKEN, content: QUESTION });
    discord.gateway.sendFrame(`{"token":"${TOKEN}", "${QUESTION}`);
    await discord.until(() => running?.output().includes('DiscordAPIError') ?? false, 10_000, 'a line in the log');
    running.process.kill('SIGTERM');
    expect(await running.exit).toBe(0);
    expect(secretsIn(running.output())).toEqual([]);
    const lines = running
      .output()
      .split('\n')
      .filter((line) => line.includes('debug output is left out'));
    expect(lines).toHaveLength(1);
    expect(running.output()).toContain('"refused":["data.content refused"]');
  });

  test.each([['register'], ['invite']])('%s prints no token that a proxy repeats', async (mode) => {
    discord.plan('GET', /@me$/, repeating(403, `authorization: Bot ${TOKEN}`), 10);
    running = start([mode]);
    expect(await running.exit).toBe(1);
    expect(running.output()).toContain('Discord said no (403, Invalid Form Body');
    expect(secretsIn(running.output())).toEqual([]);
  });
});
