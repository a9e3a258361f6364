import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import type { Article } from '../../../src/article/article.ts';
import { fold } from '../../../src/language/fold.ts';
import { tag } from '../../../src/language/segment.ts';
import { type Passage, passagesOf } from '../../../src/passages/passages.ts';
import { type Window, windowsOf } from '../../../src/passages/windows.ts';
import { readQuestion } from '../../../src/question/question.ts';
import { createProbe } from '../../../src/retrieval/evidence/probe.ts';
import { rank } from '../../../src/retrieval/evidence/rank.ts';
import { CANDIDATES } from '../../../src/retrieval/find.ts';
import { createPassageStore, type PassageStore } from '../../../src/retrieval/store/store.ts';

/** A window as the encoder sees it: folded text with what stands before it, and its sentences as offsets. */
interface PreparedWindow {
  /** Number of the passage within the article. */
  readonly passage: number;
  readonly before: string;
  readonly text: string;
  readonly sentences: readonly (readonly [number, number])[];
}

interface PreparedQuestion {
  readonly q: string;
  readonly kind: string;
  /** Numbers of the passages that answer; none where nothing does. */
  readonly gold: readonly number[];
  /** The answering run: number of the window, start and end in its text. */
  readonly runs: readonly (readonly [number, number, number])[];
  /** Names and numbers that the question shares with the article. */
  readonly names: readonly string[];
  /** The question with one character wrong by sound. */
  readonly slips: readonly string[];
  /** The score of each passage by its words alone; null for one that was no candidate. */
  readonly words: readonly (number | null)[];
}

interface PreparedArticle {
  readonly set: string;
  readonly id: string;
  readonly title: string;
  readonly headings: readonly (string | null)[];
  readonly windows: readonly PreparedWindow[];
  /** All names and numbers of the article, to be put in the place of others. */
  readonly names: readonly string[];
  readonly questions: readonly PreparedQuestion[];
}

interface RawQuestion {
  readonly q: string;
  readonly kind: string;
  readonly gold: readonly string[];
  readonly a?: string;
  /** Offset of the answer in its only gold paragraph, where the set gives one. */
  readonly at?: number;
}

const BEFORE = 60;
const NAME = /^(nr|ns|nt|nz)/;
const NUMBER = /\d+(?:\.\d+)?|第[一二三四五六七八九十百]+|[上下][半][年]|[一二三四]季度/g;

function namesIn(folded: string): string[] {
  const named = tag(folded.slice(0, 4_000)).filter(({ tag: part, text }) => NAME.test(part) && text.length > 1);
  return [...new Set([...named.map(({ text }) => text), ...(folded.match(NUMBER) ?? [])])];
}

function prepare(set: string, article: Article, raw: readonly RawQuestion[]): PreparedArticle {
  const passages = passagesOf(article);
  const windows = passages.flatMap((passage, number) =>
    windowsOf(passage).map((window) => ({ passage, number, window })),
  );
  const prepared = windows.map(({ number, window }, at): PreparedWindow => {
    const previous = windows[at - 1]?.window;
    return {
      passage: number,
      before: previous?.passage.section === window.passage.section ? previous.text.slice(-BEFORE) : '',
      text: window.text,
      sentences: window.sentences.map(({ start, end }) => [start, end] as const),
    };
  });
  const names = [...new Set(passages.flatMap(({ folded }) => namesIn(folded)))];
  const whole = passages.map(({ folded }) => folded).join('\n');
  const sounds = soundsOf(whole);
  const store = createPassageStore([article]);
  return {
    set,
    id: article.id,
    title: fold(article.title),
    headings: windows.map(({ passage }) => (passage.heading === null ? null : fold(passage.heading))),
    windows: prepared,
    names,
    questions: raw.flatMap((question) => {
      const read = readQuestion(question.q).folded;
      if (read === '') return [];
      const gold = question.gold.map((address) => numberOf(passages, address));
      return [
        {
          q: read,
          kind: question.kind,
          gold,
          runs: gold.flatMap((number) => runsIn(passages, windows, number, question)),
          names: names.filter((name) => read.includes(name) && whole.includes(name)),
          slips: slipsOf(read, sounds),
          words: scoresByWords(store, passages, question.q),
        },
      ];
    }),
  };
}

function scoresByWords(store: PassageStore, passages: readonly Passage[], asked: string): (number | null)[] {
  const question = readQuestion(asked);
  const ranked = rank(createProbe(question, store.rarity), store.candidates(question, CANDIDATES));
  const scores = new Map(ranked.map(({ passage, score }) => [passage, score]));
  return passages.map((passage) => {
    const score = scores.get(passage);
    return score === undefined ? null : Number(score.toFixed(3));
  });
}

function numberOf(passages: readonly Passage[], address: string): number {
  const [section, paragraph] = address.split('.').map(Number);
  const number = passages.findIndex((passage) => passage.section === section && passage.paragraph === paragraph);
  if (number < 0) throw new Error(`no passage ${address}`);
  return number;
}

function runsIn(
  passages: readonly Passage[],
  windows: readonly { number: number; window: Window }[],
  number: number,
  { a, at }: RawQuestion,
): [number, number, number][] {
  const text = passages[number]?.folded ?? '';
  const run = a === undefined ? '' : fold(a);
  const start = at ?? text.indexOf(run);
  if (run === '' || start < 0) return [];
  const index = windows.findIndex(
    ({ number: of, window }) =>
      of === number && start >= window.offset && start + run.length <= window.offset + window.text.length,
  );
  const from = windows[index]?.window.offset ?? 0;
  return index < 0 ? [] : [[index, start - from, start - from + run.length]];
}

const soundOf = (character: string): string => pinyin(character, { toneType: 'none' });

/** The characters of a text by their sound without tone. */
function soundsOf(text: string): Map<string, string[]> {
  const bySound = new Map<string, string[]>();
  for (const character of new Set(text.match(/\p{Script=Han}/gu) ?? [])) {
    const sound = soundOf(character);
    bySound.set(sound, [...(bySound.get(sound) ?? []), character]);
  }
  return bySound;
}

function slipsOf(question: string, sounds: ReadonlyMap<string, readonly string[]>): string[] {
  const slips: string[] = [];
  for (const { 0: character, index } of question.matchAll(/\p{Script=Han}/gu)) {
    const alike = (sounds.get(soundOf(character)) ?? []).filter((other) => other !== character);
    const other = alike[index % Math.max(1, alike.length)];
    if (other !== undefined) slips.push(question.slice(0, index) + other + question.slice(index + character.length));
  }
  return slips.slice(0, 6);
}

function articleFrom(id: string, title: string, sections: Article['sections']): Article {
  return { id, hash: id, title, script: 'hans', editors: [], breadcrumbs: [], sections, repairs: [], removed: [] };
}

/** Invented articles with everyday questions: a folder with `articles/ID.json` and `questions/ID.jsonl`. */
function readReaders(folder: string, set: string): PreparedArticle[] {
  return readdirSync(join(folder, 'articles'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const { id, title, sections } = JSON.parse(readFileSync(join(folder, 'articles', file), 'utf8'));
      const lines = readFileSync(join(folder, 'questions', `${id}.jsonl`), 'utf8').split('\n');
      const questions = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
      return prepare(
        set,
        articleFrom(id, title, sections),
        questions.map(({ q, kind, gold = [], a }) => ({ q, kind, gold, a })),
      );
    });
}

interface Squad {
  readonly data: readonly {
    readonly id: string;
    readonly title: string;
    readonly paragraphs: readonly {
      readonly context: string;
      readonly qas: readonly { question: string; answers: readonly { text: string; answer_start: number }[] }[];
    }[];
  }[];
}

/** Articles of `perArticle` paragraphs in a row, so that each question has other passages beside its own. */
function readSquad(file: string, set: string, perArticle: number): PreparedArticle[] {
  const paragraphs = (JSON.parse(readFileSync(file, 'utf8')) as Squad).data.flatMap((document) => document.paragraphs);
  const articles: PreparedArticle[] = [];
  for (let from = 0; from < paragraphs.length; from += perArticle) {
    const some = paragraphs.slice(from, from + perArticle);
    const questions = some.flatMap(({ qas }, index) =>
      qas.flatMap(({ question, answers }): RawQuestion[] => {
        const answer = answers.find(({ text, answer_start }) => some[index]?.context.startsWith(text, answer_start));
        if (answer === undefined) return [];
        return [{ q: question, kind: 'text', gold: [`0.${index + 1}`], a: answer.text, at: answer.answer_start }];
      }),
    );
    const sections = [{ number: 0, heading: null, paragraphs: some.map(({ context }) => context) }];
    articles.push(prepare(set, articleFrom(`${set}-${from}`, '', sections), questions));
  }
  return articles;
}

/** The Han characters that no folded text has, whatever stands beside them (著 does): the vocabulary has no use for them. */
function unfoldedCharacters(): string {
  const seen = new Set(
    articles
      .flatMap(({ windows, questions }) => [...windows.map(({ text }) => text), ...questions.map(({ q }) => q)])
      .join(''),
  );
  const all = Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, at) => String.fromCharCode(0x3400 + at));
  return all.filter((character) => fold(character) !== character && !seen.has(character)).join('');
}

const [out = '', datasets = '', ...more] = process.argv.slice(2);
if (datasets === '') throw new Error('usage: prepare.ts OUT.json DATASETS [FOLDER…]');
const articles: PreparedArticle[] = [];
for (const folder of readdirSync(join(datasets, 'readers'), { withFileTypes: true })) {
  if (folder.isDirectory()) articles.push(...readReaders(join(datasets, 'readers', folder.name), folder.name));
}
for (const folder of more) articles.push(...readReaders(folder, folder.split('/').at(-1) ?? folder));
articles.push(...readSquad(join(datasets, 'qa-drcd-dev.json'), 'drcd', 10));
articles.push(...readSquad(join(datasets, 'qa-cmrc-dev.json'), 'cmrc', 10));
articles.push(...readSquad(join(datasets, 'qa-cmrc-trial.json'), 'cmrc-trial', 10));
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, JSON.stringify({ articles, unfolded: unfoldedCharacters() }));
const questions = articles.flatMap((article) => article.questions);
console.log(
  `${articles.length} articles, ${articles.reduce((sum, { windows }) => sum + windows.length, 0)} windows, ${questions.length} questions, ${questions.filter(({ gold }) => gold.length === 0).length} without an answer, ${questions.filter(({ gold, runs }) => gold.length > 0 && runs.length === 0).length} answerable without a run`,
);
