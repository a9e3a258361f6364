import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createInteractionHandler } from '../../src/discord/interactions.ts';
import { createMessageHandler } from '../../src/discord/mentions.ts';
import { createMetrics } from '../../src/discord/metrics.ts';
import { openRoom, type Room } from '../../src/discord/room.ts';
import { createLibrary } from '../../src/library/open.ts';
import { GRID } from './stand-in/articles.ts';
import type { StoredMessage } from './stand-in/discord-state.ts';
import { BOT_ID } from './stand-in/ids.ts';
import { textOf } from './stand-in/reading.ts';
import { COMMANDS, createRecordingLog } from './stand-in/running-bot.ts';
import { type StandIn, startStandIn, TOKEN } from './stand-in/stand-in.ts';

const library = createLibrary([GRID]);
let discord: StandIn;

// The dictionary is read at the first question, which takes longer than Discord waits.
beforeAll(() => {
  library.ask('赵敏负责多少户？');
});
beforeEach(async () => {
  discord = await startStandIn();
});
afterEach(() => discord.stop());

/** The real room with a real Discord behind it. */
function roomWithDiscord() {
  const log = createRecordingLog();
  const metrics = createMetrics(() => library.passages);
  const apiUrl = discord.apiUrl;
  const room = openRoom({
    token: TOKEN,
    apiUrl,
    commands: COMMANDS,
    library: () => library,
    log,
    metrics,
    onRefused() {},
  });
  return { room, log };
}

/** The same room, in which one call of whatever a handler calls throws: the `at`-th, counted from 1. */
function withFault(room: Room, at: number): { room: Room; happened: () => boolean } {
  let calls = 0;
  const step = (): void => {
    calls += 1;
    if (calls === at) throw new Error('injected');
  };
  const faulty = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(_, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          step();
          return value.apply(target, given);
        };
      },
      apply(_, __, given) {
        step();
        return (target as unknown as (...given: unknown[]) => unknown)(...given);
      },
    });
  const { commands, library: current, metrics, rest, callbacks, lanes, limits, typingLimits, isNew, log } = room;
  return {
    room: {
      commands: commands.map(faulty),
      library: faulty(current),
      log,
      metrics: faulty(metrics),
      rest: faulty(rest),
      callbacks: faulty(callbacks),
      lanes: faulty(lanes),
      limits: faulty(limits),
      typingLimits: faulty(typingLimits),
      isNew: faulty(isNew),
    },
    happened: () => calls >= at,
  };
}

/** Until everything that was begun is done. */
async function finished(room: Room): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await new Promise((resolve) => setTimeout(resolve, 8));
    if (room.lanes.load.waiting + room.lanes.load.running > 0) quiet = -1;
  }
}

const CARD: StoredMessage = {
  id: '77',
  channelId: '1000000000000000004',
  content: undefined,
  flags: 1 << 15,
  components: [],
  files: [],
  referenced: undefined,
  isDeleted: false,
};
const OWN = '1000000000000000005';

describe('a throw at every call of every handler', () => {
  test.each<[string, () => unknown, boolean]>([
    ['a question', () => discord.slash('ask', { question: '赵敏负责多少户？' }).payload, true],
    ['a message command', () => discord.useOnMessage('Find in article', '一天最多要跑四十趟').payload, true],
    ['a button', () => discord.click(CARD, `1:passage:a1b2c3d4e5f6:2:1:0:${OWN}:0`).payload, true],
    ['a copy', () => discord.click(CARD, `1:copy:a1b2c3d4e5f6:2:1:0:${OWN}:0`).payload, true],
    [
      'a select',
      () => discord.choose(CARD, `1:choose:a1b2c3d4e5f6:2:1:0:${OWN}:0`, 'a1b2c3d4e5f6:1:0:0').payload,
      true,
    ],
    ['a deletion', () => discord.click(CARD, `1:delete:a1b2c3d4e5f6:2:1:0:${OWN}:0`).payload, true],
    ['typing', () => discord.type('section', 'section', '党').payload, false],
  ])('%s: the process lives, one line with an id, one record with that id', async (_, happen, tellsPerson) => {
    let faults = 0;
    for (let at = 1; ; at += 1) {
      const { room, log } = roomWithDiscord();
      const { room: faulty, happened } = withFault(room, at);
      discord.state.forget();
      discord.state.messages.set(CARD.id, { ...CARD, isDeleted: false });
      createInteractionHandler(faulty)(happen());
      await finished(room);
      if (!happened()) break;
      faults += 1;
      const errors = log.records.filter(({ level }) => level === 'error');
      expect(errors).toHaveLength(1);
      const errorId = String(errors[0]?.errorId);
      expect(errors[0]?.errorMessage).toBe('injected');
      const lines = [...discord.state.messages.values()].filter((message) => textOf(message).includes(errorId));
      expect(lines).toHaveLength(tellsPerson ? 1 : 0);
      expect(lines.every(({ flags }) => (flags & 64) !== 0)).toBe(true);
    }
    expect(faults).toBeGreaterThan(4);
    expect(discord.problems).toEqual([]);
  });

  test('a mention: the process lives, one line with an id, one record with that id', async () => {
    let faults = 0;
    for (let at = 1; ; at += 1) {
      const { room, log } = roomWithDiscord();
      const { room: faulty, happened } = withFault(room, at);
      discord.state.forget();
      const handle = createMessageHandler(faulty, () => ({ botId: BOT_ID, guildLocale: () => 'zh-CN' }));
      handle(discord.write(`<@${BOT_ID}> 赵敏负责多少户？`));
      await finished(room);
      if (!happened()) break;
      faults += 1;
      const errors = log.records.filter(({ level }) => level === 'error');
      expect(errors).toHaveLength(1);
      const lines = [...discord.state.messages.values()].filter(({ content }) =>
        content?.includes(String(errors[0]?.errorId)),
      );
      expect(lines).toHaveLength(1);
    }
    expect(faults).toBeGreaterThan(4);
    expect(discord.problems).toEqual([]);
  });
});

describe('when the queue is long', () => {
  /** The same room, in which work waits so long that its answer is announced. */
  function crowded(room: Room): Room {
    const add: Room['lanes']['add'] = (lane, work) => {
      setTimeout(() => room.lanes.add(lane, work), 1_200);
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
    const { room } = roomWithDiscord();
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
    const { room, log } = roomWithDiscord();
    discord.plan('POST', /callback/, {
      kind: 'status',
      status: 404,
      body: '{"code":10062,"message":"Unknown interaction"}',
      headers: { 'content-type': 'application/json' },
    });
    createInteractionHandler(crowded(room))(discord.slash('ask', { question: '赵敏负责多少户？' }).payload);
    await caughtUp(room);
    expect(discord.state.messages.size).toBe(0);
    expect(log.records).toEqual([]);
  });

  test('an announcement that arrived, though nobody said so, is followed by its answer', async () => {
    const { room } = roomWithDiscord();
    discord.plan('POST', /callback/, { kind: 'hangs', handled: true });
    discord.plan('POST', /callback/, { kind: 'hangs', handled: false });
    const asked = discord.slash('ask', { question: '赵敏负责多少户？' });
    createInteractionHandler(crowded(room))(asked.payload);
    await discord.until(() =>
      [...discord.state.messages.values()].some((message) => textOf(message).includes('312户')),
    );
    await finished(room);
  });

  test('an answer that cannot be put where it was announced is replaced by a line with an error id', async () => {
    const { room, log } = roomWithDiscord();
    discord.plan('PATCH', /webhooks/, {
      kind: 'status',
      status: 400,
      body: '{"code":50035,"message":"Invalid Form Body"}',
      headers: { 'content-type': 'application/json' },
    });
    const asked = discord.slash('ask', { question: '赵敏负责多少户？' });
    createInteractionHandler(crowded(room))(asked.payload);
    await caughtUp(room);
    const errorId = String(log.records.find(({ level }) => level === 'error')?.errorId);
    expect(textOf(await discord.answer(asked))).toContain(errorId);
  });
});
