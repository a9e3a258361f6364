/**
 * Fits how likely the best reading's sentence answers, on articles that the reader has not learned from.
 *
 *     npm run train:verdict -- --model DIR FOLDER…
 *
 * With --scale the weights of what was read, as they stand in src/answer/weights.json, are brought to the scale of another model instead:
 * the one that ships, which has learned from more, on articles that it has not learned from.
 *
 * DIR holds a reader that was trained without the folders' articles (`train.py --hold-out`, `export.py`): the one that
 * ships knows them. Writes src/answer/weights.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Evidence, evidenceOf, evidenceOffTopic, evidenceUnread } from '../../src/answer/likelihood.ts';
import type { Span } from '../../src/language/sentences.ts';
import { createMeaning } from '../../src/library/meanings.ts';
import type { Network } from '../../src/network/network.ts';
import { openNetwork } from '../../src/network/open-network.ts';
import { addressOf, type Passage } from '../../src/passages/passages.ts';
import { placeOf } from '../../src/passages/pieces.ts';
import { readQuestion } from '../../src/question/question.ts';
import { read } from '../../src/reader/reader.ts';
import { findByMeaning } from '../../src/retrieval/find-by-meaning.ts';
import { createPassageStore } from '../../src/retrieval/store/store.ts';
import { type EverydayQuestion, type QuestionSet, readSets } from '../quality/sets.ts';
import { fitLogistic, type Observation } from './logistic-regression.ts';

const WEIGHTS = fileURLToPath(new URL('../../src/answer/weights.json', import.meta.url));
const ENDLESS_MS = 60_000;

/** What was seen of one question. */
interface Seen {
  readonly read: Observation;
  readonly unread: Observation | undefined;
  readonly offTopic: Observation;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { model: { type: 'string' }, scale: { type: 'boolean', default: false } },
});
const network = await openNetwork((reason) => process.stderr.write(`no network: ${reason}\n`), values.model);
if (network === undefined || positionals.length === 0) {
  process.stderr.write('usage: npm run train:verdict -- --model DIR FOLDER…\n');
  process.exit(2);
}

const before = JSON.parse(readFileSync(WEIGHTS, 'utf8')) as Record<
  'read' | 'unread' | 'offTopic',
  Record<string, number>
>;
let names: string[] = [];
let namesUnread: string[] = [];
let namesOffTopic: string[] = [];
const seen: Seen[] = [];
for (const set of positionals.flatMap(readSets)) {
  seen.push(...(await seenIn(set, network)));
  process.stderr.write(`${set.article.id}: ${seen.length} questions\n`);
}
const observations = seen.map(({ read: observation }) => observation);
const weights = {
  read: values.scale ? scaled(before.read, observations) : named(names, observations),
  unread: named(
    namesUnread,
    seen.flatMap(({ unread }) => unread ?? []),
  ),
  offTopic: values.scale
    ? before.offTopic
    : named(
        namesOffTopic,
        seen.map(({ offTopic }) => offTopic),
      ),
};
writeFileSync(WEIGHTS, `${JSON.stringify(weights, null, 2)}\n`);

async function seenIn({ article, questions }: QuestionSet, by: Network): Promise<Seen[]> {
  const store = createPassageStore([article]);
  const meaning = createMeaning(by);
  await meaning.fill([article], () => false);
  const all: Seen[] = [];
  for (const asked of questions) {
    const found = await findByMeaning(store, meaning, readQuestion(asked.q), {});
    const [best, ...others] = await read(meaning, found, ENDLESS_MS);
    if (best === undefined) continue;
    const evidence: Evidence = evidenceOf(store, found.question, [best, ...others]);
    names = Object.keys(evidence);
    const [first] = found.fused;
    const unread = first && evidenceUnread(found.fused);
    namesUnread = Object.keys(unread ?? {});
    const offTopic = evidenceOffTopic([best, ...others]);
    namesOffTopic = Object.keys(offTopic);
    all.push({
      read: observation(Object.values(evidence), isRight(asked, best.passage, best.sentence)),
      offTopic: observation(Object.values(offTopic), asked.kind === 'off-topic'),
      unread: unread && observation(Object.values(unread), isGold(asked, placeOf(first.passage).passage)),
    });
  }
  return all;
}

function observation(features: readonly number[], happened: boolean): Observation {
  return { features: [1, ...features], happened, weight: 1 };
}

function isGold({ gold }: EverydayQuestion, passage: Passage): boolean {
  return gold.some((address) => addressOf(passage) === `§${address.replace('.', '¶')}`);
}

/** Whether a marked sentence answers, as `tests/quality` counts it. */
function isRight(question: EverydayQuestion, passage: Passage, sentence: Span | null): boolean {
  if (sentence === null || !isGold(question, passage)) return false;
  const marked = passage.text.slice(sentence.start, sentence.end);
  return marked.includes(question.a) || !passage.text.includes(question.a);
}

/** The weights times one number, and another added: the likelihoods that they give are then as often right as they say. */
function scaled(old: Readonly<Record<string, number>>, some: readonly Observation[]): Record<string, number> {
  const weights = ['bias', ...names].map((name) => old[name] ?? 0);
  const odds = (features: readonly number[]): number =>
    features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
  const [shift = 0, factor = 1] = fitLogistic(some.map((one) => ({ ...one, features: [1, odds(one.features)] })));
  const entries = Object.entries(old).map(
    ([name, weight]) => [name, factor * weight + (name === 'bias' ? shift : 0)] as const,
  );
  return Object.fromEntries(entries.map(([name, weight]) => [name, Number(weight.toFixed(4))]));
}

function named(features: readonly string[], observations: readonly Observation[]): Record<string, number> {
  const [bias = 0, ...others] = fitLogistic(observations);
  const rounded = (weight: number): number => Number(weight.toFixed(4));
  return { bias: rounded(bias), ...Object.fromEntries(features.map((name, at) => [name, rounded(others[at] ?? 0)])) };
}
