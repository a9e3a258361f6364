import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { curationTextsIn } from '../../src/curation/texts/texts.ts';
import { unescapeMarkdown } from '../../src/discord/escape.ts';
import { foundedFolder } from '../store/stores.ts';
import type { StoredMessage } from './stand-in/discord-state.ts';
import { BOT_ID } from './stand-in/ids.ts';
import { idOf, settled } from './stand-in/library-bench.ts';
import { HARBOUR } from './stand-in/pages.ts';
import { bundleQuickProgram, type QuickProgram } from './stand-in/quick-program.ts';
import { textOf } from './stand-in/reading.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';
import { type StartedProgram, seedsOfOne, startProgram } from './stand-in/started-program.ts';

/** The program as it is run, with all its processes: what a moderator adds outlives its violent end. */

const { labels, ...texts } = curationTextsIn('zh-CN');
const MODERATOR = { permissions: '32' };
const PATIENTLY_MS = 60_000;

let quick: QuickProgram;
let discord: StandIn;
let library: string;
let running: StartedProgram;
const seeds = seedsOfOne();

beforeAll(async () => {
  [quick, discord, library] = await Promise.all([bundleQuickProgram(), startStandIn(), foundedFolder()]);
}, 120_000);
afterEach(() => end());
afterAll(async () => {
  await discord.stop();
  quick.remove();
  seeds.remove();
  rmSync(library, { recursive: true, force: true });
});

async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  const patient = { QUESTION_DEADLINE_MS: String(PATIENTLY_MS), LIBRARY_DIR: library };
  running = startProgram(discord, seeds, ['--discord'], { ...patient, ...environment }, quick.main);
  await discord.until(() => running.output.stderr.includes('"ready"'), PATIENTLY_MS, 'being ready');
}

async function end(): Promise<void> {
  running.process.kill('SIGKILL');
  await running.exit;
}

/** Processes are started for the first answers. */
function answerTo(interaction: { token: string }): Promise<StoredMessage> {
  return settled({ discord }, interaction, PATIENTLY_MS);
}

function said(message: StoredMessage): string {
  return unescapeMarkdown(textOf(message));
}

const about = async () =>
  said(await answerTo(discord.slash('about', { article: '老港口的新生意' }, { locale: 'zh-CN' })));

test('what was acknowledged is there after the program was ended by force, and gone when it is removed', async () => {
  await start();
  const form = await discord.form(discord.subcommand('library', 'add', [], {}, MODERATOR));
  const preview = await answerTo(discord.submit(form, { text: HARBOUR }, MODERATOR));
  expect(said(preview)).toContain('老港口的新生意');
  const added = await answerTo(discord.click(preview, idOf(preview, labels.add), MODERATOR));
  expect(said(added)).toBe(texts.added('老港口的新生意', '老港口的新生意'));
  expect(await about()).toContain('江南日报');
  await end();
  await start();
  // While its database recovers it says that it is not ready, and nothing else.
  await expect.poll(about, { timeout: PATIENTLY_MS, interval: 1_000 }).toContain('江南日报');
  const named = [{ name: 'article', type: 3, value: '老港口的新生意' }];
  const confirm = await answerTo(discord.subcommand('library', 'remove', named, {}, MODERATOR));
  await answerTo(discord.click(confirm, idOf(confirm, labels.remove), MODERATOR));
  expect(await about()).not.toContain('江南日报');
  expect(running.output.stderr).not.toContain('老港口');
  expect(discord.problems).toEqual([]);
}, 180_000);

test('without a store it answers from the operator’s articles, and one line says why', async () => {
  await start({ LIBRARY_DIR: '/dev/null/library' });
  const list = await answerTo(discord.subcommand('library', 'list', [], {}, MODERATOR));
  expect(said(list)).toBe(texts.storeUnavailable());
  const answer = await discord.replyTo(discord.write(`<@${BOT_ID}> 目录`), PATIENTLY_MS);
  expect(said(answer)).toContain('党建引领筑基石');
  expect(running.output.stderr.match(/library cannot be opened/g)).toHaveLength(1);
}, 120_000);
