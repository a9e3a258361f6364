import { fold } from '../../src/language/fold.ts';
import { ANSWERABILITY_NAMES, answerabilityRow, type Threshold } from '../../src/retrieval/answerability.ts';
import { createProbe } from '../../src/retrieval/evidence/probe.ts';
import { isOutOfReach } from '../../src/retrieval/lacking.ts';
import type { Passage } from '../../src/retrieval/passages.ts';
import { readQuestion } from '../../src/retrieval/question.ts';
import { rank } from '../../src/retrieval/rank.ts';
import { paraphrasesOf } from '../../src/retrieval/sentence/paraphrases.ts';
import type { PassageStore } from '../../src/retrieval/store.ts';
import { treeScorer } from '../../src/retrieval/trees.ts';
import { unansweredAttributes } from './attribute-questions.ts';
import type { GoldDocument, Part } from './datasets.ts';
import { boostTrees, type TrainingSet, USUAL } from './gbdt.ts';
import { writeEnsemble } from './model-file.ts';
import { articleOf, storeOf } from './passages.ts';
import { sample, seededRandom } from './random.ts';

/**
 * `own`: an article alone, asked about itself. `other`: asked about other articles. `near`: asked
 * about itself without the paragraph that answers. `transplanted`: asked what is asked about
 * another subject, with its own subject put in. `attribute`: asked for what it has no word for. `pool`: asked about one of many articles.
 * `left-out`: about the one of many that is missing.
 */
export type Setting = 'own' | 'other' | 'near' | 'transplanted' | 'attribute' | 'pool' | 'left-out';

export interface Trial {
  readonly setting: Setting;
  readonly answerable: boolean;
  /** How many the library has. */
  readonly passages: number;
  /** Undefined where nothing is found or what is found is out of reach, which is refused anyhow. */
  readonly row: readonly number[] | undefined;
}

/** How many times a trial of each setting counts: what is rare among the trials is not rare among questions. */
const WEIGHTS: Readonly<Record<Setting, number>> = {
  own: 2,
  other: 1,
  near: 2,
  transplanted: 2,
  attribute: 5,
  pool: 1,
  'left-out': 1,
};
/** Questions about other articles for each. */
const STRANGERS = 12;
const TRANSPLANTED = 8;
const ATTRIBUTES = 6;
/** Share of the questions about what is there that the trees may refuse on the development part, beside those out of reach. */
const REFUSED = 0.01;
const SEED = 7;
const CANDIDATES = 24;

/** Few and shallow trees: more of them were no better on the development part. */
const TREES = { objective: 'logistic', trees: 100, leaves: 6, rate: 0.1, minLeafRows: 40 } as const;

/** Grows the trees on the training part, chooses the threshold on the development part, and writes both. */
export function trainAnswerability(documents: readonly GoldDocument[], path: URL): void {
  const ensemble = boostTrees(trainingSetOf(trialsOf(documents, 'train')), { ...USUAL, ...TREES });
  const score = treeScorer(ensemble, ANSWERABILITY_NAMES);
  const dev = trialsOf(documents, 'dev');
  const threshold = (setting: Setting): Threshold => {
    const trials = dev.filter((trial) => trial.setting === setting);
    const odds = trials.flatMap(({ row }) => (row === undefined ? [] : [score(row)])).sort((a, b) => a - b);
    const sizes = trials.map(({ passages }) => Math.log(passages));
    return {
      passages: Math.round(Math.exp(sizes.reduce((sum, size) => sum + size, 0) / sizes.length)),
      odds: Number((odds[Math.floor(REFUSED * odds.length)] ?? 0).toFixed(3)),
    };
  };
  writeEnsemble(path, ensemble, { thresholds: [threshold('own'), threshold('pool')] });
}

function trainingSetOf(trials: readonly Trial[]): TrainingSet {
  const repeated = trials.flatMap((trial) =>
    trial.row === undefined ? [] : Array<Trial>(WEIGHTS[trial.setting]).fill(trial),
  );
  const width = ANSWERABILITY_NAMES.length;
  const matrix = new Float64Array(repeated.length * width);
  for (const [at, { row = [] }] of repeated.entries()) matrix.set(row, at * width);
  return {
    features: ANSWERABILITY_NAMES,
    matrix,
    labels: Float64Array.from(repeated, ({ answerable }) => Number(answerable)),
    groups: Int32Array.from(repeated, (_, at) => at),
  };
}

/** Asks the articles of a part in every setting. */
export function trialsOf(documents: readonly GoldDocument[], part: Part): Trial[] {
  const random = seededRandom(SEED);
  const mine = documents.filter((document) => document.part === part);
  const pool = storeOf(mine.map((document, at) => articleFrom(document, at)));
  const everyQuestion = mine.flatMap((document) => questionsOf(document).map((question) => ({ document, question })));
  const aboutTheirTitle = everyQuestion.filter(({ document, question }) => question.includes(document.title));
  return mine.flatMap((document, at) => {
    const id = articleFrom(document, at).id;
    const alone = storeOf([articleFrom(document, at)]);
    const strangers = [...sample(everyQuestion.length, STRANGERS, random)]
      .flatMap((index) => everyQuestion[index] ?? [])
      .filter((stranger) => stranger.document !== document)
      .map(({ question }) => tryOut('other', alone, question));
    const transplantable = aboutTheirTitle.filter((other) => other.document !== document);
    const transplants = mentionsItself(document) ? Math.min(TRANSPLANTED, transplantable.length) : 0;
    const transplanted = [...sample(transplantable.length, transplants, random)]
      .flatMap((index) => transplantable[index] ?? [])
      .map(({ document: { title }, question }) =>
        tryOut('transplanted', alone, question.replaceAll(title, document.title)),
      );
    const attributes = mentionsItself(document)
      ? unansweredAttributes(document.title, foldedText(document), paraphrasesOf)
      : [];
    const attribute = [...sample(attributes.length, Math.min(ATTRIBUTES, attributes.length), random)]
      .flatMap((index) => attributes[index] ?? [])
      .map((question) => tryOut('attribute', alone, question));
    const own = document.paragraphs.flatMap((paragraph, index) =>
      paragraph.questions
        .filter(({ question }) => question.trim() !== '')
        .flatMap(({ question }) => [
          tryOut('own', alone, question),
          ...(document.paragraphs.length > 1
            ? [tryOut('near', alone, question, (passage) => passage.paragraph !== index + 1)]
            : []),
          tryOut('pool', pool, question),
          tryOut('left-out', pool, question, (passage) => passage.article.id !== id),
        ]),
    );
    return [...strangers, ...transplanted, ...attribute, ...own];
  });
}

function articleFrom(document: GoldDocument, at: number): ReturnType<typeof articleOf> {
  return articleOf(
    `d${at}`,
    document.paragraphs.map(({ text }) => text),
  );
}

function mentionsItself({ title, paragraphs }: GoldDocument): boolean {
  return title.length > 1 && paragraphs.some(({ text }) => text.includes(title));
}

function foldedText({ paragraphs }: GoldDocument): string {
  return fold(paragraphs.map(({ text }) => text).join('\n'));
}

function questionsOf(document: GoldDocument): string[] {
  return document.paragraphs.flatMap((paragraph) =>
    paragraph.questions.map(({ question }) => question).filter((question) => question.trim() !== ''),
  );
}

function tryOut(
  setting: Setting,
  store: PassageStore,
  asked: string,
  accept: (passage: Passage) => boolean = () => true,
): Trial {
  const question = readQuestion(asked);
  const probe = createProbe(question, store.rarity);
  const ranked = rank(probe, store.candidates(question, CANDIDATES, accept));
  const [found] = ranked;
  const top = found && !isOutOfReach(question, found.passage) ? found : undefined;
  const answerable = setting === 'own' || setting === 'pool';
  return { setting, answerable, passages: store.size, row: top && answerabilityRow(probe, top, ranked) };
}
