import type { SessionInfo } from '@discordjs/ws';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepSessions } from '../../src/discord/kept-sessions.ts';
import type { Notes } from '../../src/store/notes.ts';
import { createRecordingLog } from './stand-in/running-bot.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const at = (sequence: number): SessionInfo => ({
  sessionId: 'a',
  resumeURL: 'wss://gateway.example',
  sequence,
  shardId: 0,
  shardCount: 1,
});

/** Notes whose n-th keeping takes so long. */
function slowNotes(ms: readonly number[]) {
  let value: unknown;
  let begun = 0;
  let underWay = 0;
  let most = 0;
  const notes: Notes = {
    note: async () => value,
    async keepNote(_, kept) {
      const takes = ms[begun] ?? 0;
      begun += 1;
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, takes));
      underWay -= 1;
      value = kept;
    },
  };
  return { notes, kept: () => value, most: () => most };
}

it('keeps how far a session has come last, however slow the database is', async () => {
  const { notes, kept, most } = slowNotes([5_000, 10, 10, 10]);
  const sessions = keepSessions(notes, createRecordingLog());
  for (let sequence = 1; sequence <= 8; sequence += 1) {
    sessions.update(0, at(sequence));
    await vi.advanceTimersByTimeAsync(600);
  }
  await vi.advanceTimersByTimeAsync(10_000);
  expect(kept()).toEqual(at(8));
  expect(most()).toBe(1);
});

it('is settled when what was told last is kept, though something before it is still on its way', async () => {
  const { notes, kept } = slowNotes([5_000, 10]);
  const sessions = keepSessions(notes, createRecordingLog());
  sessions.update(0, at(1));
  await vi.advanceTimersByTimeAsync(600);
  sessions.update(0, null);
  const settled = sessions.settled();
  await vi.advanceTimersByTimeAsync(6_000);
  await settled;
  expect(kept()).toBeNull();
});

it('leaves a session where it was, whatever comes or is ended afterwards', async () => {
  const { notes, kept } = slowNotes([5_000, 10]);
  const sessions = keepSessions(notes, createRecordingLog());
  const session = at(1);
  sessions.update(0, session);
  await vi.advanceTimersByTimeAsync(600);
  session.sequence = 2;
  sessions.update(0, session);
  sessions.leave();
  session.sequence = 3;
  sessions.update(0, session);
  sessions.update(0, null);
  const settled = sessions.settled();
  await vi.advanceTimersByTimeAsync(6_000);
  await settled;
  expect(sessions.areLeft).toBe(true);
  expect(kept()).toEqual(at(2));
});
