import { SnowflakeUtil } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { startBot } from '../../src/discord/bot.ts';
import { createLibrary } from '../../src/library/open.ts';
import type { Leases } from '../../src/store/lease.ts';
import type { Notes } from '../../src/store/notes.ts';
import { GRID } from './stand-in/articles.ts';
import { BOT_ID } from './stand-in/ids.ts';
import { textOf } from './stand-in/reading.ts';
import { botOptions, createRecordingLog } from './stand-in/running-bot.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';

/** What processes have in common, as it is when the one before was killed: it told nobody that its session is over. */
function othersOfKilled(): Leases & Notes & { readonly notes: ReadonlyMap<string, unknown> } {
  const notes = new Map<string, unknown>();
  return {
    notes,
    note: async (name) => notes.get(name),
    async keepNote(name, value) {
      if (value !== null) notes.set(name, value);
    },
    tryLease: async () => ({ lost: new Promise(() => {}), release: async () => {} }),
  };
}

let discord: StandIn;
afterEach(() => discord.stop());

async function start(others: Leases & Notes, log = createRecordingLog()) {
  const library = createLibrary([GRID]);
  return startBot({ ...botOptions(discord, library, log), others });
}

/** A message of this age. */
function written(ageMs: number) {
  const id = SnowflakeUtil.generate({ timestamp: Date.now() - ageMs }).toString();
  return discord.write(`<@${BOT_ID}> 赵敏管多少户？`, { extra: { id } });
}

function repliesTo({ id }: { id: string }) {
  return [...discord.state.messages.values()].filter(({ referenced }) => referenced === id);
}

test('what was asked while nobody ran the shard is answered by the next process, once', async () => {
  discord = await startStandIn();
  const others = othersOfKilled();
  const first = await start(others);
  const answered = written(0);
  // The first question of a process loads the dictionary.
  await discord.replyTo(answered, 30_000);
  await expect.poll(() => others.notes.size).toBe(1);
  await first.stop();
  const missed = written(1_000);
  const old = written(10 * 60_000);
  const log = createRecordingLog();
  const second = await start(others, log);
  try {
    const reply = await discord.replyTo(missed);
    expect(textOf(reply)).toContain('312户');
    await discord.until(() => log.records.some(({ event }) => event === 'heard what was missed'));
    expect(log.records).toContainEqual(expect.objectContaining({ event: 'heard what was missed', reason: 'all' }));
    expect([answered, missed, old].map((message) => repliesTo(message).length)).toEqual([1, 1, 0]);
    expect(discord.gateway.history.resumes).toBe(1);
    // The bot has its own session, and goes on in it.
    const next = written(0);
    await discord.replyTo(next);
    expect(discord.problems).toEqual([]);
  } finally {
    await second.stop();
  }
});

test('what was asked between the end of a process that was told to stop and the next one is answered, once', async () => {
  discord = await startStandIn();
  const notes = new Map<string, unknown>();
  const others: Leases & Notes = {
    ...othersOfKilled(),
    note: async (name) => notes.get(name),
    keepNote: async (name, value) => void notes.set(name, value),
  };
  const first = await start(others);
  const answered = written(0);
  await discord.replyTo(answered, 30_000);
  const stopping = first.stop();
  const between = written(0);
  await stopping;
  const missed = written(0);
  const second = await start(others);
  try {
    await discord.replyTo(missed);
    await discord.replyTo(between);
    expect([answered, between, missed].map((message) => repliesTo(message).length)).toEqual([1, 1, 1]);
    expect(discord.problems).toEqual([]);
  } finally {
    await second.stop();
  }
});

test.each(['invalid session', 'no answer at all'])(
  'a session that cannot be resumed (%s) costs nothing',
  async (how) => {
    discord = await startStandIn();
    const others = othersOfKilled();
    const first = await start(others);
    await expect.poll(() => others.notes.size).toBe(1);
    await first.stop();
    if (how === 'invalid session') discord.gateway.behaviour.invalidResumes = 1;
    else discord.gateway.behaviour.swallowResumes = 1;
    const identifies = discord.gateway.history.identifies.length;
    const second = await start(others);
    try {
      await discord.until(() => discord.gateway.history.resumes === 1);
      await discord.replyTo(written(0));
      expect(discord.gateway.history.identifies.length).toBe(identifies + 1);
    } finally {
      await second.stop();
    }
  },
);
