import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createInteractionHandler } from '../../src/discord/interactions.ts';
import { createMessageHandlers } from '../../src/discord/mentions.ts';
import { createLibrary } from '../../src/library/open.ts';
import { GRID } from './stand-in/articles.ts';
import type { StoredMessage } from './stand-in/discord-state.ts';
import { BOT_ID } from './stand-in/ids.ts';
import { textOf } from './stand-in/reading.ts';
import { finished, openRoomFor, withFault } from './stand-in/room-with-faults.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';

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

const CARD: StoredMessage = {
  id: '77',
  channelId: '1000000000000000004',
  content: undefined,
  flags: 1 << 15,
  components: [],
  files: [],
  referenced: undefined,
  isDeleted: false,
  isAnnouncement: false,
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
      const { room, log } = openRoomFor(discord, library);
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
      const { room, log } = openRoomFor(discord, library);
      const { room: faulty, happened } = withFault(room, at);
      discord.state.forget();
      const handle = createMessageHandlers(faulty, () => ({
        botId: BOT_ID,
        botRole: () => undefined,
        parentOf: () => undefined,
        guildLocale: () => 'zh-CN',
      })).written;
      handle(discord.write(`<@${BOT_ID}> 赵敏负责多少户？`));
      await finished(room);
      if (!happened()) break;
      faults += 1;
      const errors = log.records.filter(({ level }) => level === 'error');
      expect(errors).toHaveLength(1);
      const lines = [...discord.state.messages.values()].filter((message) =>
        textOf(message).includes(String(errors[0]?.errorId)),
      );
      expect(lines).toHaveLength(1);
    }
    expect(faults).toBeGreaterThan(4);
    expect(discord.problems).toEqual([]);
  });
});
