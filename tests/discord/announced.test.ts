import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createInteractionHandler } from '../../src/discord/interactions.ts';
import type { Room } from '../../src/discord/room.ts';
import { TIMING } from '../../src/discord/timing.ts';
import { createLibrary } from '../../src/library/open.ts';
import { GRID } from './stand-in/articles.ts';
import { type Fault, refusal } from './stand-in/faults.ts';
import { textOf } from './stand-in/reading.ts';
import { finished, openRoomFor, withFault } from './stand-in/room-with-faults.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';

/** Answers whose turn comes so late that they are announced first. */

const library = createLibrary([GRID]);
let discord: StandIn;

// The dictionary is read at the first question, which takes longer than Discord waits.
beforeAll(async () => {
  await library.ask('赵敏负责多少户？');
});
beforeEach(async () => {
  discord = await startStandIn();
});
afterEach(() => discord.stop());

/** The same room, in which work waits so long that its answer is announced. */
function crowded(room: Room): Room {
  const add: Room['lanes']['add'] = (lane, owner, work) => {
    setTimeout(() => room.lanes.add(lane, owner, work), 1_200);
    return true;
  };
  return { ...room, lanes: { add, idle: room.lanes.idle, load: room.lanes.load } };
}

/** Until the work that waited is done. */
async function caughtUp(room: Room): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_250));
  await finished(room);
}

test('the answer is announced in time and put there later, privately where it was to be private', async () => {
  const { room } = openRoomFor(discord, library);
  const handle = createInteractionHandler(crowded(room));
  const publicly = discord.slash('ask', { question: '赵敏负责多少户？' });
  const privately = discord.slash('ask', { question: '赵敏负责多少户？', private: true });
  handle(publicly.payload);
  handle(privately.payload);
  const answers = await Promise.all([discord.answer(publicly), discord.answer(privately)]);
  expect(answers.map(textOf)).toEqual(['', '']);
  await caughtUp(room);
  expect(answers.map((answer) => textOf(answer).includes('312户'))).toEqual([true, true]);
  expect(answers.map(({ flags }) => flags & 64)).toEqual([0, 64]);
  expect(discord.state.interactions.get(publicly.token)?.acknowledgedWith).toBe(5);
  expect(discord.problems).toEqual([]);
});

test('an announcement that Discord does not take any more is counted and nothing more', async () => {
  const { room, log, metrics } = openRoomFor(discord, library);
  discord.plan('POST', /callback/, refusal(404, 10062, 'Unknown interaction'));
  createInteractionHandler(crowded(room))(discord.slash('ask', { question: '赵敏负责多少户？' }).payload);
  await caughtUp(room);
  expect(discord.state.messages.size).toBe(0);
  expect(await metrics.text()).toMatch(/^wenzhai_dropped_total\{.*\} 1$/m);
  expect(log.records).toEqual([]);
});

test('an announcement that arrived, though nobody said so, is followed by its answer', async () => {
  const { room } = openRoomFor(discord, library, TIMING.firstAnswerMs);
  discord.plan('POST', /callback/, { kind: 'hangs', handled: true });
  discord.plan('POST', /callback/, { kind: 'hangs', handled: false });
  const asked = discord.slash('ask', { question: '赵敏负责多少户？' });
  createInteractionHandler(crowded(room))(asked.payload);
  await discord.until(() => [...discord.state.messages.values()].some((message) => textOf(message).includes('312户')));
  await finished(room);
});

/** The private message that came in the place of an announcement that all could see. */
function privateOnes() {
  return [...discord.state.messages.values()].filter(({ flags }) => (flags & 64) !== 0);
}

test.each([
  ['a refusal', 'ask', { question: '明天股市会涨吗？' }, '文章里没有和这个有关的内容'],
  ['a mistake', 'section', { section: '99' }, '没有“99”这一节'],
])('%s is for the one who asked, though all were told that an answer is coming', async (_, name, options, said) => {
  const { room } = openRoomFor(discord, library);
  const asked = discord.slash(name, options);
  createInteractionHandler(crowded(room))(asked.payload);
  const announcement = await discord.answer(asked);
  expect(announcement.flags & 64).toBe(0);
  await caughtUp(room);
  expect(announcement.isDeleted).toBe(true);
  expect(privateOnes()).toHaveLength(1);
  expect(privateOnes().map(textOf).join()).toContain(said);
  expect(discord.problems).toEqual([]);
});

test('an announcement that cannot be taken back is filled with the answer', async () => {
  const { room } = openRoomFor(discord, library);
  discord.plan('DELETE', /webhooks/, refusal(403, 50013, 'Missing Permissions'));
  const asked = discord.slash('ask', { question: '明天股市会涨吗？' });
  createInteractionHandler(crowded(room))(asked.payload);
  await caughtUp(room);
  expect(textOf(await discord.answer(asked))).toContain('文章里没有和这个有关的内容');
  expect(privateOnes()).toEqual([]);
});

test.each([
  ['a question', '赵敏负责多少户？'],
  ['a question that is refused', '明天股市会涨吗？'],
])('a throw at every call for %s: one private line with an id, one record with that id', async (_, question) => {
  const attempts = Array.from({ length: 40 }, (_, at) => {
    const { room, log } = openRoomFor(discord, library);
    const { room: faulty, happened } = withFault(room, at + 1);
    const lanes: Room['lanes'] = { ...crowded(room).lanes, idle: room.lanes.idle };
    createInteractionHandler({ ...faulty, lanes })(discord.slash('ask', { question }).payload);
    return { room, log, happened };
  });
  await Promise.all(attempts.map(({ room }) => caughtUp(room)));
  const failed = attempts.filter(({ happened }) => happened());
  expect(failed.length).toBeGreaterThan(6);
  expect(failed.length).toBeLessThan(attempts.length);
  for (const { log } of failed) {
    // That an announcement cannot be taken back is no failure: it is filled, see above.
    if (log.records.some(({ level }) => level === 'warn')) continue;
    const errors = log.records.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    const lines = [...discord.state.messages.values()].filter(
      (message) => !message.isDeleted && textOf(message).includes(String(errors[0]?.errorId)),
    );
    expect(lines).toHaveLength(1);
    expect(lines.every(({ flags }) => (flags & 64) !== 0)).toBe(true);
  }
  expect(discord.problems).toEqual([]);
});

test.each<[string, Fault, boolean]>([
  ['arrived', { kind: 'closed after' }, true],
  ['never arrived', { kind: 'closed before' }, false],
])('an announcement whose connection broke twice and that %s is followed by its answer', async (_, fault, arrived) => {
  const { room, log } = openRoomFor(discord, library);
  discord.plan('POST', /callback/, fault, 2);
  const asked = discord.slash('ask', { question: '赵敏负责多少户？' });
  createInteractionHandler(crowded(room))(asked.payload);
  await caughtUp(room);
  expect([...discord.state.messages.values()].map((message) => textOf(message).includes('312户'))).toEqual([true]);
  expect(discord.state.interactions.get(asked.token)?.acknowledgedWith).toBe(arrived ? 5 : 4);
  expect(log.records).toEqual([]);
});

test('an announcement that somebody has deleted is not filled, and is no failure', async () => {
  const { room, log } = openRoomFor(discord, library);
  const asked = discord.slash('ask', { question: '赵敏负责多少户？' });
  createInteractionHandler(crowded(room))(asked.payload);
  const announcement = await discord.answer(asked);
  announcement.isDeleted = true;
  await caughtUp(room);
  expect(log.records).toEqual([]);
  expect(discord.state.messages.size).toBe(1);
});

test('an answer in a message of its own is repeated when the connection breaks', async () => {
  const { room, log } = openRoomFor(discord, library);
  discord.plan('POST', /webhooks/, { kind: 'closed before' });
  createInteractionHandler(crowded(room))(discord.slash('ask', { question: '明天股市会涨吗？' }).payload);
  await caughtUp(room);
  expect(privateOnes().map(textOf).join()).toContain('文章里没有和这个有关的内容');
  expect(log.records).toEqual([]);
});

test('an answer that cannot be put where it was announced is replaced by a private line with an error id', async () => {
  const { room, log } = openRoomFor(discord, library);
  discord.plan('PATCH', /webhooks/, refusal(400, 50035, 'Invalid Form Body'));
  const asked = discord.slash('ask', { question: '赵敏负责多少户？' });
  createInteractionHandler(crowded(room))(asked.payload);
  await caughtUp(room);
  const errorId = String(log.records.find(({ level }) => level === 'error')?.errorId);
  expect((await discord.answer(asked)).isDeleted).toBe(true);
  expect(privateOnes().map(textOf).join()).toContain(errorId);
});
