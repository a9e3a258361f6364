import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
// What the bot has resident of code, and of what speaks to Discord and to the database.
import '../../../src/discord/bot.ts';
import { servedShelves } from '../../../src/curation/shelves.ts';
import { openEngine, type RunningEngine } from '../../../src/engine/host.ts';
import type { Shelves } from '../../../src/engine/shelves.ts';
import { beWatched } from '../../../src/liveness.ts';
import type { Log } from '../../../src/log.ts';
import { openDatabaseAt } from '../../../src/store/open-database.ts';
import type { Store } from '../../../src/store/store.ts';
import { storeIn } from '../../../src/store/store-in.ts';
import { progress } from '../progress.ts';
import { type MadeServers, madeServers } from './made-servers.ts';
import { childrenOf, computedMs, residentMb } from './resident.ts';

/** What a question took. Milliseconds. */
export interface Took {
  /** Until it was answered. */
  readonly waited: number;
  /** Of the engine's thread: on a machine that does nothing else it is nearly all that somebody waits. */
  readonly computed: number;
}

/** What is measured, in the process that stands where the bot does. */
export interface Measured {
  /** Of the same questions, asked of one library and of the libraries of servers in turn. */
  readonly single: readonly Took[];
  readonly withOperators: readonly Took[];
  readonly withoutOperators: readonly Took[];
  /** First questions to servers nobody has asked before. */
  readonly cold: readonly Took[];
  /** What all processes have resident together: with the operator's library alone, at most, and in the end. Megabytes. */
  readonly residentAtFirst: number;
  readonly residentAtMost: number;
  readonly residentAtLast: number;
}

/** So many servers are asked in turn when they are warm. */
const WARM = 6;
/** Of the questions to the five articles each so many-th is asked. */
const EVERY = 3;
const SAMPLED_MS = 1_000;
/** On a machine that is busy the loop may be held for long. Milliseconds. */
const SILENCE_MS = 600_000;
/** Vectors of all warm servers are made by then. Milliseconds. */
const FILLED_MS = 900_000;

/** The guard says before them that it wants the bot. */
const [entry = '', storeEntry = '', quality = '', seeds = '', folder = '', servers = '0', result = '', measurer = ''] =
  process.argv.slice(3);
/** The guard is the bot's, too. */
const resident = () => residentMb(process.ppid);
const SILENT: Log = {
  info: () => {},
  warn: (event, fields) => progress(`${event} ${JSON.stringify(fields)}`),
  error: (event, fields) => progress(`${event} ${JSON.stringify(fields)}`),
};
beWatched(SILENCE_MS, () => process.exit());
// The guard outlives whoever started it.
setInterval(() => isThere(Number(measurer)) || process.exit(1), SAMPLED_MS).unref();
writeFileSync(result, JSON.stringify(await measured()));
process.exit();

async function measured(): Promise<Measured> {
  const made = madeServers(quality);
  const warmServers = Array.from({ length: WARM }, (_, at) => String(at + 1));
  const coldServers = Array.from({ length: Number(servers) }, (_, at) => String(1_000 + at));
  const filling = await openStore();
  for (const [at, server] of [...warmServers, ...coldServers].entries()) {
    if (at % 100 === 0) progress(`${at} servers are kept`);
    await made.keep(filling, server);
  }
  // What serves has not filled it.
  await filling.close();
  const store = await openStore();
  const engine = await opened('servers', seeds, servedShelves(store));
  const residentAtFirst = resident();
  const warm = await measureWarm(engine, { made, store, warmServers });
  const cold = await measureCold(engine, made, coldServers);
  engine.engine.stop();
  await store.close();
  return { ...warm, ...cold, residentAtFirst };
}

/** In the embedded database, unless `DATABASE_URL` names a server. */
async function openStore(): Promise<Store> {
  const databaseUrl = process.env.DATABASE_URL;
  const opening = { databaseUrl, folder: join(folder, 'library'), entry: storeEntry, log: SILENT };
  return storeIn(await openDatabaseAt(opening), databaseUrl, SILENT);
}

/** An engine, and its process. */
interface Opened {
  readonly engine: RunningEngine;
  readonly pid: number;
}

async function opened(name: string, seedsFolder: string, shelves?: Shelves): Promise<Opened> {
  const before = new Set(childrenOf(process.pid));
  const engine = await openEngine({
    entry,
    opening: {
      folder: seedsFolder,
      cacheDir: join(folder, name),
      worthKeeping: 1,
      filledFirst: 640,
      watch: false,
      pageMs: 60_000,
    },
    questionMs: 30_000,
    completionMs: 30_000,
    log: SILENT,
    shelves,
  });
  const pid = childrenOf(process.pid).find((child) => !before.has(child));
  if (pid === undefined) throw new Error('the engine has no process');
  return { engine, pid };
}

interface Warm {
  readonly made: MadeServers;
  readonly store: Store;
  readonly warmServers: readonly string[];
}

/** One library and those of servers side by side: whatever else the machine does, it does to both. */
async function measureWarm(
  engine: Opened,
  { made, store, warmServers }: Warm,
): Promise<Pick<Measured, 'single' | 'withOperators' | 'withoutOperators'>> {
  const one = join(folder, 'one');
  mkdirSync(one);
  for (const article of made.articlesOf('1')) writeFileSync(join(one, `${article.id}.json`), JSON.stringify(article));
  progress('one library');
  const alone = await opened('single', one);
  progress(`the vectors of ${WARM} servers`);
  for (const server of warmServers) await tookIn(engine, '谁是书记？', server);
  await filled(WARM);
  const single: Took[] = [];
  const withOperators: Took[] = [];
  const withoutOperators: Took[] = [];
  for (const [round, into] of [[], withOperators, withoutOperators].entries()) {
    progress(['warming up', 'with the operator’s articles', 'without'][round] ?? '');
    if (round === 2) for (const server of warmServers) await store.changeSettings(server, { operatorsArticles: false });
    for (const server of warmServers) await tookIn(engine, '有哪些文章？', server);
    const questions = made.questions.filter((_, at) => at % EVERY === 0);
    for (const [at, question] of questions.entries()) {
      const asked = `${question}${' '.repeat(round)}${round === 0 ? '？' : ''}`;
      const ofOne = await tookIn(alone, asked);
      if (round > 0) single.push(ofOne);
      into.push(await tookIn(engine, asked, warmServers[at % WARM]));
    }
  }
  alone.engine.stop();
  return { single, withOperators, withoutOperators };
}

async function measureCold(
  engine: Opened,
  { questions }: MadeServers,
  coldServers: readonly string[],
): Promise<Pick<Measured, 'cold' | 'residentAtMost' | 'residentAtLast'>> {
  let residentAtMost = 0;
  const sampling = setInterval(() => {
    residentAtMost = Math.max(residentAtMost, resident());
  }, SAMPLED_MS);
  const cold: Took[] = [];
  for (const [at, server] of coldServers.entries()) {
    if (at % 100 === 0) progress(`${at} of ${servers} servers, ${resident().toFixed(0)} MB`);
    cold.push(await tookIn(engine, questions[at % questions.length] ?? '', server));
  }
  clearInterval(sampling);
  const residentAtLast = resident();
  return { cold, residentAtMost: Math.max(residentAtMost, residentAtLast), residentAtLast };
}

async function tookIn({ engine, pid }: Opened, question: string, server?: string): Promise<Took> {
  const [since, before] = [performance.now(), computedMs(pid)];
  await engine.call({ kind: 'answer', question, limit: 5, server });
  return { waited: performance.now() - since, computed: computedMs(pid) - before };
}

async function filled(wanted: number): Promise<void> {
  const made = () => readdirSync(join(folder, 'servers')).filter((name) => /^server-.*-vectors/.test(name)).length;
  for (let waited = 0; made() < wanted; waited += SAMPLED_MS) {
    if (waited > FILLED_MS) throw new Error(`the vectors of ${made()} servers were made`);
    await sleep(SAMPLED_MS);
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
