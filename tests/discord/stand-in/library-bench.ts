import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { COMMANDS } from '../../../src/commands.ts';
import { type Bot, type BotOptions, startBot } from '../../../src/discord/bot.ts';
import { carryOut } from '../../../src/engine/answering.ts';
import type { Call } from '../../../src/engine/calls.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { readPage } from '../../../src/engine/page-tasks.ts';
import { createLibrary } from '../../../src/library/open.ts';
import type { Limits, Store } from '../../../src/store/store.ts';
import { foundedFolder, openIn } from '../../store/stores.ts';
import { RIVER } from './articles.ts';
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

/** What a moderator meets: the bot, a database, Discord and its files. Questions are answered, and files read, in this process. */
export interface Bench {
  readonly discord: StandIn;
  readonly cdn: Cdn;
  readonly store: Store;
  readonly log: ReturnType<typeof createRecordingLog>;
  /** What the engine was asked, in order. */
  readonly calls: Call[];
  /** Another bot in the place of the one that there is. */
  restart(options?: Partial<BotOptions>): Promise<void>;
  readonly library: NonNullable<BotOptions['library']>;
  stop(): Promise<void>;
}

export async function openBench(): Promise<Bench> {
  const [discord, cdn, folder] = await Promise.all([startStandIn(), startCdn(), foundedFolder()]);
  // The dictionary is loaded before anybody waits.
  await createLibrary([RIVER]).ask('清水河全长多少公里？', { limit: 1 });
  const log = createRecordingLog();
  const store = await openIn({ folder, log });
  const calls: Call[] = [];
  const library = { store, pages: { read: readPage, close() {} }, limits: LIMITS };
  const options: BotOptions = {
    token: TOKEN,
    apiUrl: discord.apiUrl,
    engine: engineOver(store, calls),
    log,
    // Files are read and questions answered in this process: who waits, waits for that.
    timing: { ...QUICK, firstAnswerMs: 20_000 },
    library,
    attachmentOrigins: [cdn.origin],
  };
  let bot: Bot = await startBot(options);
  return {
    discord,
    cdn,
    store,
    log,
    calls,
    library,
    async restart(changed = {}) {
      await bot.stop();
      bot = await startBot({ ...options, ...changed });
    },
    async stop() {
      await bot.stop();
      await store.close();
      await Promise.all([discord.stop(), cdn.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Answers from what the store has at the moment, and from the operator's article. */
function engineOver(store: Store, calls: Call[]): Engine {
  return {
    commands: COMMANDS,
    holdings: { articles: [RIVER], passages: 2 },
    hasShelves: true,
    async call(call) {
      calls.push(call);
      const own = call.server === undefined ? [] : (await store.shelf(call.server)).articles;
      const isWith = call.server === undefined || (await store.settings(call.server)).operatorsArticles;
      const articles = [...own.map(({ article }) => article), ...(isWith ? [RIVER] : [])];
      return carryOut(call, COMMANDS, createLibrary(articles));
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

/** What an interaction has come to, announced or not. @param ms how long it may take */
export async function settled(
  { discord }: Pick<Bench, 'discord'>,
  interaction: { token: string },
  ms = 25_000,
): Promise<StoredMessage> {
  await Promise.race([discord.answered(interaction), sleep(ms, undefined, { ref: false }).then(noAnswer)]);
  const { original, acknowledgedWith } = discord.state.interactions.get(interaction.token) ?? {};
  const said = discord.state.lastSaid(interaction.token);
  const message = discord.state.messages.get(said ?? original ?? '');
  if (message === undefined) throw new Error(`answered with ${acknowledgedWith} and no message`);
  return message;
}

function noAnswer(): never {
  throw new Error('there was no answer');
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
