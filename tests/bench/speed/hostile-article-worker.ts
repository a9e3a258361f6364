import { loadDictionary } from '../../../src/language/dictionary.ts';
import { createLibrary } from '../../../src/library/open.ts';
import { articleOf } from '../article-of.ts';
import { HOSTILE_INPUTS } from './hostile.ts';
import { ASKED_OF_HOSTILE, HOSTILE_ARTICLES } from './hostile-articles.ts';
import { time, timeUntil } from './time.ts';
import { handOver } from './worker.ts';

/** What one of `HOSTILE_ARTICLES` costs, in milliseconds. */
export interface HostileArticleSpeed {
  readonly index: number;
  /** The first question, for which some tables are made. */
  readonly first: number;
  /** The worst of all others: plain ones, and those that are hostile themselves. */
  readonly worst: number;
  readonly summary: number;
}

const ROUNDS = 2;

const [name] = process.argv.slice(2);
const paragraphs = HOSTILE_ARTICLES.find((article) => article.name === name)?.make() ?? [];
const article = articleOf('hostile', paragraphs);
loadDictionary();
// A library of its own warms up what every process does once.
await createLibrary([articleOf('plain', ['金昌市的网格员马翠芳管理8栋楼。'])]).ask('马翠芳是谁？');

let library = createLibrary([]);
const index = time(() => {
  library = createLibrary([article]);
});
const [opening = '', ...questions] = [...ASKED_OF_HOSTILE, ...HOSTILE_INPUTS.map(({ text }) => text)];
const first = await timeUntil(() => library.ask(opening));
let worst = 0;
for (const question of Array.from({ length: ROUNDS }, () => questions).flat()) {
  worst = Math.max(worst, await timeUntil(() => library.ask(question)));
}
const summary = time(() => library.summary(article, 0));
handOver({ index, first, worst, summary } satisfies HostileArticleSpeed);
