import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../../src/build.js';
import { servedShelves } from '../../../src/curation/shelves.ts';
import { type Bot, type BotOptions, startBot } from '../../../src/discord/bot.ts';
import { openEngine, type RunningEngine } from '../../../src/engine/host.ts';
import { createPageReader, type PageReader } from '../../../src/engine/page-reader.ts';
import type { Limits, Store } from '../../../src/store/store.ts';
import { foundedFolder, openIn } from '../../store/stores.ts';
import { type Cdn, startCdn } from './cdn.ts';
import type { StoredMessage } from './discord-state.ts';
import { nextId } from './ids.ts';
import type { Who } from './payloads.ts';
import { controlsOf, textOf } from './reading.ts';
import { createRecordingLog, QUICK } from './running-bot.ts';
import { type OpenForm, type StandIn, startStandIn, TOKEN } from './stand-in.ts';

/** Manage Server. */
const MANAGES = '32';
export const LIMITS: Limits = { articles: 20, bytes: 20 * 1024 * 1024, uploadsPerDay: 100 };

/** The operator's only article. */
const OPERATORS = `灯塔的新光\n来源：海岸日报　2020-03-02 08:00\n\n海岬上的灯塔建于1912年，塔高37米，由林守义看守了四十年。今年三月，灯塔换上了新的灯具，光可以照到二十海里以外。渔民们说，夜里出海心里踏实多了。\n\n守塔人林守义今年七十八岁，他每天清晨仍要登上塔顶，把玻璃擦得干干净净。\n`;

/** Everything that a moderator meets: the bot, the engine's and the page reader's processes, a database, Discord and its files. */
export interface Bench {
  readonly discord: StandIn;
  readonly cdn: Cdn;
  readonly store: Store;
  readonly engine: RunningEngine;
  readonly pages: PageReader;
  readonly log: ReturnType<typeof createRecordingLog>;
  readonly bot: () => Bot;
  /** Another bot in the place of the one that there is. */
  restart(options?: Partial<BotOptions>): Promise<void>;
  stop(): Promise<void>;
}

export async function openBench({ pageMs = 10_000 } = {}): Promise<Bench> {
  const [discord, cdn, folder, programs] = await Promise.all([startStandIn(), startCdn(), foundedFolder(), build()]);
  const seeds = mkdtempSync(join(tmpdir(), 'wenzhai-operators-'));
  writeFileSync(join(seeds, 'lighthouse.txt'), OPERATORS);
  const log = createRecordingLog();
  const store = await openIn({ folder, log });
  const pages = createPageReader({ entry: join(programs, 'page-process.js'), deadlineMs: pageMs });
  const engine = await openEngine({
    entry: join(programs, 'engine-process.js'),
    opening: { folder: seeds, cacheDir: undefined, worthKeeping: 1e6, filledFirst: 64, watch: false, pageMs },
    shelves: servedShelves(store),
    questionMs: 10_000,
    completionMs: 5_000,
    log,
  });
  const options: BotOptions = {
    token: TOKEN,
    apiUrl: discord.apiUrl,
    engine,
    log,
    timing: QUICK,
    library: { store, pages, limits: LIMITS },
    attachmentOrigins: [cdn.origin],
  };
  let bot = await startBot(options);
  return {
    discord,
    cdn,
    store,
    engine,
    pages,
    log,
    bot: () => bot,
    async restart(changed = {}) {
      await bot.stop();
      bot = await startBot({ ...options, ...changed });
    },
    async stop() {
      await bot.stop();
      engine.stop();
      pages.close();
      await store.close();
      await Promise.all([discord.stop(), cdn.stop()]);
      for (const path of [seeds, folder]) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** A moderator of a server of their own, and their hands. */
export function moderatorOn(bench: Bench, who: Who = {}) {
  const { discord, cdn } = bench;
  const self: Who = { guild: nextId(), user: nextId(), channel: nextId(), permissions: MANAGES, ...who };
  const server = self.guild as string;

  return {
    self,
    server,
    /** Uses a subcommand of `/library`. */
    run: (name: string, options: readonly object[] = [], resolved: object = {}) =>
      discord.subcommand('library', name, options, resolved, self),
    async panel(name: string, options: readonly object[] = []): Promise<StoredMessage> {
      return settled(bench, discord.subcommand('library', name, options, {}, self));
    },
    /** Opens the form of `/library add`. */
    form: (): Promise<OpenForm> => discord.form(discord.subcommand('library', 'add', [], {}, self)),
    /** Fills it in and sends it; the preview. */
    async upload(filled: Parameters<StandIn['submit']>[1]): Promise<StoredMessage> {
      const form = await discord.form(discord.subcommand('library', 'add', [], {}, self));
      return settled(bench, discord.submit(form, filled, self));
    },
    /** Presses the button of this label. */
    async press(message: StoredMessage, label: string | RegExp, as: Who = self): Promise<StoredMessage> {
      return settled(bench, discord.click(message, idOf(message, label), as));
    },
    /** Presses a button that opens a form, and sends it. */
    async fill(
      message: StoredMessage,
      label: string,
      filled: Parameters<StandIn['submit']>[1],
    ): Promise<StoredMessage> {
      const form = await discord.form(discord.click(message, idOf(message, label), self));
      return settled(bench, discord.submit(form, filled, self, message));
    },
    async choose(message: StoredMessage, at: number, values: string | readonly string[]): Promise<StoredMessage> {
      const selects = selectsOf(message);
      return settled(bench, discord.choose(message, selects[at]?.custom_id ?? '', values, self));
    },
    ask: (question: string, as: Who = {}) =>
      settled(bench, discord.slash('ask', { question }, { ...self, permissions: '0', user: nextId(), ...as })),
    file: cdn.file,
  };
}

/** What an interaction has come to, announced or not. */
export async function settled({ discord }: Bench, interaction: { token: string }): Promise<StoredMessage> {
  await discord.answered(interaction);
  const { original, acknowledgedWith } = discord.state.interactions.get(interaction.token) ?? {};
  const said = discord.state.lastSaid(interaction.token);
  const message = discord.state.messages.get(said ?? original ?? '');
  if (message === undefined) throw new Error(`answered with ${acknowledgedWith} and no message`);
  return message;
}

/** The id of the button of a label. */
export function idOf(message: StoredMessage, label: string | RegExp): string {
  const fits = (text = '') => (typeof label === 'string' ? text === label : label.test(text));
  const found = controlsOf(message).find((control) => fits(control.label));
  if (found?.custom_id === undefined) {
    throw new Error(
      `no button ${label} in: ${controlsOf(message).map((control) => control.label)}\n${textOf(message)}`,
    );
  }
  return found.custom_id;
}

interface Drawn {
  readonly type: number;
  readonly custom_id?: string;
  readonly components?: readonly Drawn[];
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** Its selects, of every kind. */
export function selectsOf({ components }: Pick<StoredMessage, 'components'>): Drawn[] {
  const all = (list: readonly Drawn[]): Drawn[] => list.flatMap((one) => [one, ...all(one.components ?? [])]);
  return all(components as Drawn[]).filter(({ type }) => [3, 6, 8].includes(type));
}
