import { writeFileSync } from 'node:fs';
import type { Article } from '../../src/article/article.ts';
import { readQuestion } from '../../src/question/question.ts';
import { findMatches } from '../../src/retrieval/evidence/matches.ts';
import { createProbe } from '../../src/retrieval/evidence/probe.ts';
import { type Evidence, evidenceOf } from '../../src/retrieval/evidence/rank.ts';
import { CANDIDATES } from '../../src/retrieval/find.ts';
import { createPassageStore, type PassageStore } from '../../src/retrieval/store/store.ts';
import type { GoldDocument, Part } from './datasets.ts';
import { type Choice, fitSoftmax } from './softmax-regression.ts';

const NOTE =
  'Trained by `npm run train` on the public sets DRCD (CC BY-SA 3.0, DRCKnowledgeTeam) and CMRC 2018 (CC BY-SA 4.0, ymcui). ' +
  'The score of a passage is the sum of weight × evidence; the evidence is named in src/retrieval/evidence.';

const EVIDENCE: readonly (keyof Evidence)[] = ['pairs', 'answering', 'characters', 'characterBm25', 'words'];

/** A question of the sets and the id of the article that holds its paragraph. */
export interface PooledQuestion {
  readonly question: string;
  readonly articleId: string;
  readonly part: Part;
  readonly document: GoldDocument;
}

/** All paragraphs as articles of one paragraph without a title, and the questions about them. */
export interface Pool {
  readonly articles: readonly Article[];
  readonly questions: readonly PooledQuestion[];
}

/** The hardest pool there is: no title helps, and no paragraph knows its neighbours. */
export function poolOf(documents: readonly GoldDocument[]): Pool {
  const articles: Article[] = [];
  const questions: PooledQuestion[] = [];
  for (const document of documents) {
    for (const paragraph of document.paragraphs) {
      const article = articleOf(`p${articles.length}`, [paragraph.text]);
      articles.push(article);
      for (const { question } of paragraph.questions) {
        if (question.trim() === '') continue;
        questions.push({ question, articleId: article.id, part: document.part, document });
      }
    }
  }
  return { articles, questions };
}

/** An article of nothing but paragraphs. */
export function articleOf(id: string, paragraphs: readonly string[]): Article {
  return {
    id,
    hash: id,
    script: 'hans',
    title: '',
    editors: [],
    breadcrumbs: [],
    sections: [{ number: 0, heading: null, paragraphs }],
    repairs: [],
    removed: [],
  };
}

/** Fits the weights of the passage ranking and writes them, a feature a line. */
export function trainPassages(documents: readonly GoldDocument[], path: URL): void {
  const { articles, questions } = poolOf(documents.filter(({ part }) => part === 'train'));
  const store = createPassageStore(articles);
  const choices = questions.flatMap(({ question, articleId }) => choiceOf(store, question, articleId) ?? []);
  const fitted = fitSoftmax(choices);
  const weights = Object.fromEntries(EVIDENCE.map((name, at) => [name, Number((fitted[at] ?? 0).toPrecision(4))]));
  writeFileSync(path, `${JSON.stringify({ note: NOTE, weights }, null, 2)}\n`);
}

/** The candidates for a question and which is right; undefined where the search did not find it. */
function choiceOf(store: PassageStore, asked: string, articleId: string): Choice | undefined {
  const question = readQuestion(asked);
  const probe = createProbe(question, store.rarity);
  const candidates = store.candidates(question, CANDIDATES, () => true);
  const right = candidates.findIndex((passage) => passage.article.id === articleId);
  if (right < 0) return undefined;
  return { right, rows: candidates.map((passage) => rowOf(evidenceOf(findMatches(probe, passage)))) };
}

function rowOf(evidence: Evidence): Float64Array {
  return Float64Array.from(EVIDENCE, (name) => evidence[name]);
}
