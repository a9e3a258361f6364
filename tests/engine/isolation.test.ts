import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { contentHash } from '../../src/article/hash.ts';
import { typedMessage } from '../../src/chat/checking/message.ts';
import { textsIn } from '../../src/chat/texts/texts.ts';
import type { Call } from '../../src/engine/calls.ts';
import { openEngine, type RunningEngine } from '../../src/engine/host.ts';
import { fold } from '../../src/language/fold.ts';
import { simplifiedConverter, traditionalConverter } from '../../src/language/opencc.ts';
import { createRecordingLog } from '../discord/stand-in/running-bot.ts';
import { standInFolder } from '../network/stand-in.ts';
import { type Random, seededRandom } from '../training/random.ts';
import { type Bundled, bundle } from './bundled.ts';
import { madeShelves } from './made-shelves.ts';

const SEED = 20211123;
const COMMANDS = 200;
/** Longer than a library stays where there is no room for it. Milliseconds. */
const LEFT_MS = 2_200;

/** Three libraries without a single letter in common: one letter in the wrong place betrays itself. */
const OWNERS = ['operator', 'x', 'y'] as const;
type Owner = (typeof OWNERS)[number];
const SERVERS = { x: '100000000000000001', y: '100000000000000002' };
const LETTERS = lettersApart();
const ARTICLES = Object.fromEntries(
  OWNERS.map((owner, at) => [owner, [1, 2].map((number) => madeArticle(owner, number, seededRandom(SEED + at)))]),
) as unknown as Record<Owner, readonly Article[]>;

/** Letters that are written the same in both scripts, and that the bot does not use itself. */
function lettersApart(): Record<Owner, string> {
  const converters = [simplifiedConverter('tw'), traditionalConverter('t'), traditionalConverter('tw'), fold];
  const own = new Set((['zh-CN', 'zh-TW', 'en'] as const).flatMap((locale) => [...JSON.stringify(saidIn(locale))]));
  const free = Array.from({ length: 6_000 }, (_, at) => String.fromCodePoint(0x4e00 + at * 3)).filter(
    (letter) => !own.has(letter) && converters.every((convert) => convert(letter) === letter),
  );
  const third = Math.floor(Math.min(free.length, 900) / 3);
  return {
    operator: free.slice(0, third).join(''),
    x: free.slice(third, 2 * third).join(''),
    y: free.slice(2 * third, 3 * third).join(''),
  };
}

/** All that the bot says, as far as it can be had without saying it. */
function saidIn(locale: 'zh-CN' | 'zh-TW' | 'en'): unknown {
  return Object.values(textsIn(locale)).map((text) => (typeof text === 'function' ? String(text) : text));
}

function madeArticle(owner: Owner, number: number, random: Random): Article {
  const letters = [...LETTERS[owner]];
  const words = (length: number) =>
    Array.from({ length }, () => letters[Math.floor(random() * letters.length)] ?? '').join('');
  const sentence = () => `${words(7)}，${words(9)}。`;
  const paragraph = () => sentence() + sentence();
  const sections = [0, 1, 2].map((section) => ({
    number: section,
    heading: section === 0 ? null : words(4),
    paragraphs: [paragraph(), paragraph()],
  }));
  const title = words(8);
  return {
    id: `${owner}-${number}`,
    hash: contentHash(title, sections),
    title,
    source: words(4),
    editors: [words(3)],
    breadcrumbs: [],
    script: 'hans',
    sections,
    repairs: [],
    removed: [],
  };
}

/** Words of an article, whose ever: what stands in it, or what it is called. */
const anyArticle = fc.constantFrom(...OWNERS).chain((owner) => fc.constantFrom(...ARTICLES[owner]));
const someWords = anyArticle.chain(({ title, sections }) => {
  const texts = [title, ...sections.flatMap(({ heading, paragraphs }) => [heading ?? title, ...paragraphs])];
  return fc
    .constantFrom(...texts)
    .chain((text) =>
      fc
        .tuple(fc.nat(text.length - 1), fc.integer({ min: 2, max: 20 }))
        .map(([from, length]) => text.slice(from, from + length)),
    );
});
const question = fc.oneof(
  someWords,
  someWords.map((words) => `${words}是什么？`),
  anyArticle.map(({ title }) => `《${title}》是谁写的？`),
  fc.tuple(someWords, someWords).map(([one, other]) => `${one}${other}`),
  fc.constantFrom('这篇文章讲了什么？', '有哪些文章？', '谁写的', '最后一段', '还有呢', '第二部分讲了什么'),
);
const address = fc
  .tuple(fc.option(anyArticle, { nil: undefined }), fc.nat(3), fc.nat(3))
  .map(([article, section, paragraph]) => `${article?.id ?? ''}§${section}¶${paragraph}`);
const articleNamed = fc.option(
  anyArticle.chain(({ id, title }) => fc.constantFrom(id, title, `${id} ${title}`)),
  { nil: undefined },
);
const readers = fc.constantFrom(
  { locale: 'zh-CN', script: 'hans', pageSize: 900 } as const,
  { locale: 'zh-TW', script: 'hant', pageSize: 900 } as const,
  { locale: 'en', script: undefined, pageSize: 900 } as const,
);
const before = fc.option(
  fc.record({
    question,
    shown: fc.nat(3),
    place: anyArticle.map(({ id, hash }) => ({ articleId: id, hash, address: { section: 1, paragraph: 1 } })),
  }),
  { nil: undefined },
);

const ways = fc.constantFrom('passage', 'section', 'contents', 'glance', 'copy', 'post') satisfies fc.Arbitrary<
  Extract<Call, { kind: 'navigate' }>['way']
>;
/** A button of somebody's card, wherever it was made. */
const copiedButton = fc
  .record({ way: ways, reader: readers, article: anyArticle, section: fc.nat(3), paragraph: fc.nat(3) })
  .map(({ way, reader, article, section, paragraph }) => ({
    kind: 'navigate' as const,
    way,
    reader,
    place: { hash: article.hash, address: { section, paragraph } },
  }));

const options = fc.oneof(
  fc.record({ name: fc.constant('ask'), options: fc.record({ question, article: articleNamed }) }),
  fc.record({
    name: fc.constant('section'),
    options: fc.record({ section: fc.oneof(someWords, address, fc.constant('')), article: articleNamed }),
  }),
  fc.record({
    name: fc.constant('quote'),
    options: fc.record({ passage: fc.oneof(someWords, address), article: articleNamed }),
  }),
  fc.record({ name: fc.constant('about'), options: fc.record({ article: articleNamed }) }),
  fc.record({
    name: fc.constant('glance'),
    options: fc.record({ kind: fc.constantFrom('people', 'places', undefined), article: articleNamed }),
  }),
  fc.record({ name: fc.constant('find-in-article'), options: fc.record({ text: someWords }) }),
);
const command: fc.Arbitrary<Call> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(options, readers, before).map(([given, reader, earlier]) => ({
      kind: 'run' as const,
      ...given,
      reader,
      ...(earlier !== undefined && { before: earlier }),
    })),
  },
  { weight: 2, arbitrary: copiedButton },
  {
    weight: 2,
    arbitrary: fc
      .record({
        option: fc.constantFrom(
          ['ask', 'question'],
          ['ask', 'article'],
          ['section', 'section'],
          ['quote', 'passage'],
          ['glance', 'about'],
        ),
        typed: fc.oneof(
          someWords,
          address,
          fc.constant(''),
          anyArticle.map(({ id }) => id),
        ),
        article: articleNamed,
        reader: readers,
      })
      .map(({ option: [name = '', option = ''], typed, article, reader }) => ({
        kind: 'complete' as const,
        command: name,
        option,
        typed,
        others: article === undefined ? {} : { article },
        reader,
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        text: fc.oneof(question, address, fc.constant('')),
        cited: fc.oneof(
          fc.constant(''),
          anyArticle.map(({ id, title }) => `《${title}》 · ${id}§1¶1`),
        ),
        repliedTo: someWords,
        earlier: before,
      })
      .map(({ text, cited, repliedTo, earlier }) => ({
        kind: 'hear' as const,
        text,
        cited,
        repliedTo: typedMessage(repliedTo),
        guildLocale: 'zh-CN',
        pageSize: 900,
        ...(earlier !== undefined && { before: earlier }),
      })),
  },
  { weight: 1, arbitrary: question.map((asked) => ({ kind: 'answer' as const, question: asked, limit: 20 })) },
);

/** The letters of an owner that stand in what was said, but for those that were typed. */
function lettersOf(owner: Owner, said: unknown, typed: unknown): string[] {
  const asked = new Set(JSON.stringify(typed));
  const shown = new Set(JSON.stringify(said));
  return [...LETTERS[owner]].filter((letter) => shown.has(letter) && !asked.has(letter));
}

/** What an article is called and known by, where nobody typed it. */
function namesOf(owner: Owner, said: unknown, typed: unknown): string[] {
  const [asked, shown] = [JSON.stringify(typed), JSON.stringify(said)];
  return ARTICLES[owner]
    .flatMap(({ id, hash }) => [id, hash])
    .filter((name) => shown.includes(name) && !asked.includes(name));
}

describe.each([
  ['by words', undefined, undefined],
  ['by meaning, where there is room for one library', 1, standInFolder],
] as const)('%s', (_, serversBytes, model) => {
  let programs: Bundled;
  let engine: RunningEngine;
  const network = model?.();
  const folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  const cacheDir = mkdtempSync(join(tmpdir(), 'wenzhai-cache-'));
  const log = createRecordingLog();
  const shelves = madeShelves();

  beforeAll(async () => {
    programs = await bundle(
      ['hostile-engine', 'hostile-pages'].map((name) => new URL(`${name}.ts`, import.meta.url)),
      { fewWords: true, model: network },
    );
    for (const { id, title, sections, source, editors } of ARTICLES.operator)
      writeFileSync(join(folder, `${id}.json`), JSON.stringify({ id, title, sections, source, editors }));
    shelves.put(SERVERS.x, ARTICLES.x);
    shelves.put(SERVERS.y, ARTICLES.y, false);
    engine = await openEngine({
      entry: programs.pathOf('hostile-engine'),
      opening: { folder, cacheDir, worthKeeping: 1, filledFirst: 64, watch: false, pageMs: 20_000, serversBytes },
      questionMs: 20_000,
      completionMs: 20_000,
      log,
      shelves,
    });
  });
  afterAll(() => {
    engine?.stop();
    programs?.remove();
    for (const path of [folder, cacheDir, network]) if (path !== undefined) rmSync(path, { recursive: true });
  });

  /** Libraries are brought up to date, and give way, while they are asked. */
  async function changeNowAndThen(run: number): Promise<void> {
    if (run % 10 === 0) shelves.put(SERVERS.x, run % 20 === 0 ? ARTICLES.x : ARTICLES.x.slice(1));
    if (run % 15 === 0) shelves.put(SERVERS.y, run % 30 === 0 ? ARTICLES.y : ARTICLES.y.slice(0, 1), false);
    if (run % 70 === 0) await sleep(LEFT_MS);
  }

  it(`${COMMANDS} commands in two servers show no letter of the other’s`, { timeout: 300_000 }, async () => {
    const shown = { operator: 0, x: 0, y: 0 };
    const count = (owner: Owner, said: unknown, typed: unknown) => {
      if (lettersOf(owner, said, typed).length > 0) shown[owner] += 1;
    };
    let run = 0;
    await fc.assert(
      fc.asyncProperty(command, async (typed) => {
        run += 1;
        await changeNowAndThen(run);
        // The same of both, so that whatever is kept of the one is there when the other asks.
        const saidInY = await engine.call({ ...typed, server: SERVERS.y });
        const saidInX = await engine.call({ ...typed, server: SERVERS.x });
        expect(lettersOf('y', saidInX, typed)).toEqual([]);
        expect(namesOf('y', saidInX, typed)).toEqual([]);
        for (const owner of ['x', 'operator'] as const) {
          expect(lettersOf(owner, saidInY, typed)).toEqual([]);
          expect(namesOf(owner, saidInY, typed)).toEqual([]);
        }
        count('x', saidInX, typed);
        count('operator', saidInX, typed);
        count('y', saidInY, typed);
        const directly = await engine.call(typed);
        for (const owner of ['x', 'y'] as const) expect(lettersOf(owner, directly, typed)).toEqual([]);
      }),
      { numRuns: COMMANDS, seed: SEED, endOnFailure: true },
    );
    // Had nothing been shown, nothing would have been tested.
    expect(Math.min(shown.x, shown.y)).toBeGreaterThan(COMMANDS / 4);
    expect(shown.operator).toBeGreaterThan(COMMANDS / 10);
    expect(log.records.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});
