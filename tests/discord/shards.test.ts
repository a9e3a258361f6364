import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SnowflakeUtil } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import type { Store } from '../../src/store/store.ts';
import { postgres, whyNoPostgres } from '../store/postgres.ts';
import { additionOf, ample, articleOf } from '../store/samples.ts';
import { openIn } from '../store/stores.ts';
import { BOT_ID } from './stand-in/ids.ts';
import { bundleQuickProgram, type QuickProgram } from './stand-in/quick-program.ts';
import { textOf } from './stand-in/reading.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';
import { type Seeds, type StartedProgram, startProgram } from './stand-in/started-program.ts';

const SHARDS = 3;
/** `SERVERS=3000 npx vitest run tests/discord/shards.test.ts` takes a minute or two. */
const SERVERS = Number(process.env.SERVERS ?? 300);
/** So many have an article of their own. */
const WITH_LIBRARY = 60;
const QUESTION = '赵敏负责多少户？';

/** So many ask at the same moment. */
const TOGETHER = 100;

interface Asker {
  readonly guild: string;
  readonly at: number;
  readonly user: string;
}

/** Discord's ids count milliseconds from the 22nd bit on, and so the servers spread evenly. */
const servers = Array.from({ length: SERVERS }, (_, at) => String((BigInt(at + 1_000_000) << 22n) + 7n));

/** An article that answers the question with a number. */
function articleWith(households: number): Article {
  return articleOf('own', '社区里的网格员', `赵敏是社区的网格员，她负责九号楼，共有${households}户居民。`);
}

/** A folder with the operator's article, in which a process also keeps what it builds. */
function operatorsSeeds(): Seeds {
  const folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  const { hash: _, ...printed } = articleWith(312);
  writeFileSync(join(folder, 'grid.json'), JSON.stringify(printed));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** Of a server's own article: no other has it. */
function numberOf(at: number): number {
  return 5_000 + at;
}

describe.skipIf(whyNoPostgres() !== undefined)('three processes with one database', { timeout: 180_000 }, () => {
  let quick: QuickProgram;
  let discord: StandIn;
  let store: Store;
  let databaseUrl: string;
  const folders: Seeds[] = [];
  const running: StartedProgram[] = [];

  beforeAll(async () => {
    quick = await bundleQuickProgram();
    discord = await startStandIn({ keep: 20_000, checksAtOnce: false });
    discord.gateway.behaviour.guilds = servers.map((id) => ({ id, preferred_locale: 'zh-CN' }));
    databaseUrl = await (await postgres()).database();
    store = await openIn({ databaseUrl });
    for (let at = 0; at < WITH_LIBRARY; at += 1) await add(at);
  }, 120_000);
  afterAll(async () => {
    for (const { process } of running) process.kill('SIGKILL');
    await Promise.all(running.map(({ exit }) => exit));
    await store.close();
    await discord.stop();
    quick.remove();
    for (const folder of folders) folder.remove();
  });

  async function add(at: number): Promise<void> {
    await store.add(servers[at] ?? '', additionOf(articleWith(numberOf(at))), ample);
  }

  function start(shard: number): StartedProgram {
    const seeds = operatorsSeeds();
    folders.push(seeds);
    const environment = { SHARD_COUNT: String(SHARDS), SHARDS: String(shard), DATABASE_URL: databaseUrl };
    const program = startProgram(discord, seeds, ['--discord'], environment, quick.main);
    running.push(program);
    return program;
  }

  function until(isSo: () => boolean, what: string, ms = 60_000): Promise<void> {
    return discord.until(isSo, ms, what);
  }

  const isReady = ({ output }: StartedProgram) => output.stderr.includes('"ready"');

  test('lose nobody when one is killed and replaced, and answer nobody twice', async () => {
    const programs = [0, 1, 2].map(start);
    await until(() => programs.every(isReady), 'three processes');
    const standby = start(1);
    await until(() => standby.output.stderr.includes('waiting for its end'), 'a process that waits');

    const asked = servers.map((guild, at) => ({ guild, at, user: String(10n ** 17n + BigInt(at)) }));
    const interactions = new Map<number, { token: string }>();
    const messages = new Map<number, { id: string }>();
    await askIn(asked.slice(0, SERVERS * 0.6), interactions);

    programs[1]?.process.kill('SIGKILL');
    for (const { guild, at, user } of asked.slice(SERVERS * 0.6, SERVERS * 0.8)) {
      messages.set(at, write(guild, user));
      await wait(5);
    }
    await until(() => isReady(standby), 'the process that waited');
    await until(
      () => [...messages.values()].every(({ id }) => repliesTo(id) > 0),
      'answers to what was written meanwhile',
    );
    await askIn(asked.slice(SERVERS * 0.8), interactions);
    // Whatever would be said twice is said by now.
    await wait(1_000);

    expect([...messages.values()].map(({ id }) => repliesTo(id)).filter((count) => count !== 1)).toEqual([]);
    expect(new Set(discord.gateway.history.identifies.map(({ shard }) => shard[0]))).toEqual(new Set([0, 1, 2]));
    expect(wronglyAnswered(interactions)).toEqual([]);
    discord.checkBodies();
    expect(discord.problems).toEqual([]);

    // A change that is made elsewhere is seen within two seconds.
    const changed = WITH_LIBRARY + 1;
    const before = discord.slash(
      'ask',
      { question: QUESTION },
      { guild: servers[changed] ?? '', user: '200000000000000001' },
    );
    expect(textOf(await discord.answer(before))).toContain('312户');
    await add(changed);
    await wait(2_000);
    const after = discord.slash(
      'ask',
      { question: QUESTION },
      { guild: servers[changed] ?? '', user: '200000000000000001' },
    );
    expect(textOf(await discord.answer(after))).toContain(`${numberOf(changed)}户`);
  });

  /** No faster than they are answered: a crowd is asked for patience. */
  async function askIn(asked: readonly Asker[], interactions: Map<number, { token: string }>): Promise<void> {
    for (let from = 0; from < asked.length; from += TOGETHER) {
      const batch = asked.slice(from, from + TOGETHER);
      for (const { guild, at, user } of batch) {
        interactions.set(at, discord.slash('ask', { question: QUESTION }, { guild, user }));
      }
      await until(() => batch.every(({ at }) => isAnswered(interactions.get(at))), `answers from ${from} on`);
    }
  }

  function write(guild: string, user: string): { id: string } {
    const id = SnowflakeUtil.generate().toString();
    return discord.write(`<@${BOT_ID}> ${QUESTION}`, {
      guild,
      user,
      channel: `${BigInt(user) + 10n ** 17n}`,
      extra: { id },
    });
  }

  function repliesTo(id: string): number {
    return [...discord.state.messages.values()].filter(({ referenced }) => referenced === id).length;
  }

  function textAnswering({ token }: { token: string }): string {
    const message = discord.state.messages.get(discord.state.interactions.get(token)?.original ?? '');
    return message === undefined ? '' : textOf(message);
  }

  function isAnswered(interaction: { token: string } | undefined): boolean {
    return interaction !== undefined && textAnswering(interaction).includes('户');
  }

  /** Servers that were answered from another's article. */
  function wronglyAnswered(interactions: ReadonlyMap<number, { token: string }>): number[] {
    return [...interactions].flatMap(([at, interaction]) => {
      const own = at < WITH_LIBRARY ? `${numberOf(at)}户` : '312户';
      return textAnswering(interaction).includes(own) ? [] : [at];
    });
  }
});
