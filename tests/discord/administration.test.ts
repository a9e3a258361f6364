import { afterEach, beforeEach, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands.ts';
import { invitation, registerCommands } from '../../src/discord/administration.ts';
import { errorFields } from '../../src/log.ts';
import { type Fault, rateLimited, refusal } from './stand-in/faults.ts';
import { GUILD_ID } from './stand-in/ids.ts';
import { type StandIn, startStandIn, TOKEN } from './stand-in/stand-in.ts';

let discord: StandIn;
beforeEach(async () => {
  discord = await startStandIn();
});
afterEach(() => discord.stop());

const options = { severalArticles: false, guildId: GUILD_ID, dryRun: false };

/** Everybody's, and those of moderators: `/library`, and the one on a message. */
const ALL = COMMANDS.length + 2;

test('registers where something differs, and says what', async () => {
  const account = { token: TOKEN, apiUrl: discord.apiUrl };
  const dry = await registerCommands(account, COMMANDS, { ...options, dryRun: true });
  expect(await registerCommands(account, COMMANDS, options)).toEqual(dry);
  expect(dry.added).toHaveLength(ALL);
  expect(await registerCommands(account, COMMANDS, options)).toEqual({ added: [], changed: [], removed: [] });
  expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

test('waits for a limit to pass', async () => {
  discord.plan('GET', /commands$/, rateLimited(0.1));
  const account = { token: TOKEN, apiUrl: `${discord.apiUrl}//` };
  expect((await registerCommands(account, COMMANDS, options)).added).toHaveLength(ALL);
});

test.each<[string, () => string, string]>([
  ['nobody listens', () => 'http://127.0.0.1:9', 'Discord cannot be reached: check the network and DISCORD_API_URL.'],
  ['the path is wrong', () => `${discord.apiUrl}/elsewhere`, 'Discord said no (404, 404: Not Found): check'],
  ['the server is not ours', notOurs, 'Discord said no (403, Missing Access): check DISCORD_GUILD_ID'],
  ['Discord is down', down, 'Discord is out of order (503): try again later.'],
  ['something else answers', somethingElse, 'What answered is not Discord: check DISCORD_API_URL.'],
])('says in one line why it could not register when %s', async (_, prepare, words) => {
  const failure = await registerCommands({ token: TOKEN, apiUrl: prepare() }, COMMANDS, options).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ name: 'DiscordFailure', kind: 'request' });
  expect(String(failure)).toContain(words);
  expect(String(failure)).not.toMatch(/\n|canary/);
});

test('a refused token is one, whoever asks', async () => {
  const account = { token: `${TOKEN}x`, apiUrl: discord.apiUrl };
  await expect(invitation(account)).rejects.toMatchObject({ kind: 'token' });
  await expect(registerCommands(account, COMMANDS, options)).rejects.toMatchObject({ kind: 'token' });
});

function notOurs(): string {
  discord.plan('GET', /commands$/, refusal(403, 50001, 'Missing Access'), 10);
  return discord.apiUrl;
}

function down(): string {
  discord.plan('GET', /@me$/, { kind: 'status', status: 503, body: '<html>', headers: {} }, 10);
  return discord.apiUrl;
}

function somethingElse(): string {
  discord.plan('GET', /@me$/, {
    kind: 'status',
    status: 200,
    body: '<html>',
    headers: { 'content-type': 'text/html' },
  });
  return discord.apiUrl;
}

test.each<[string, () => void]>([
  ['a refusal repeats it', () => discord.plan('GET', /commands$/, refusal(403, 50001, `Missing ${ECHO}`), 10)],
  ['a refusal has it for a code', () => discord.plan('GET', /commands$/, refusal(400, TOKEN as never, TOKEN), 10)],
  [
    'a proxy shows the headers it was sent',
    () => discord.plan('GET', /@me$/, echoed(407, { headers: ECHO, code: 0 }), 10),
  ],
  ['a proxy breaks and shows them', () => discord.plan('GET', /@me$/, echoed(502, { headers: ECHO }), 10)],
  ['a proxy answers with them', () => discord.plan('GET', /@me$/, echoed(200, ECHO), 10)],
  ['a proxy says who we are with them', () => discord.plan('GET', /@me$/, echoed(200, { id: TOKEN }), 10)],
])('never repeats the token where %s', async (_, prepare) => {
  prepare();
  const account = { token: TOKEN, apiUrl: discord.apiUrl };
  for (const ask of [() => registerCommands(account, COMMANDS, options), () => invitation(account)]) {
    const said = await ask().then(String, (failure: unknown) => `${failure} ${JSON.stringify(errorFields(failure))}`);
    expect(said).not.toMatch(/canary|R3N0QW5k/);
  }
});

const ECHO = `authorization: Bot ${TOKEN}; ${Buffer.from(`Bot ${TOKEN}`).toString('base64')}`;

function echoed(status: number, body: unknown): Fault {
  return { kind: 'status', status, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
