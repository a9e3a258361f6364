import { chooseSentence } from '../../src/retrieval/sentence/choose.ts';
import { frameOf } from '../../src/retrieval/sentence/frame.ts';
import { readDatasets } from './datasets.ts';
import { comparable, type Example, examplesOf, rightSentences, sayingSentences } from './examples.ts';

/** What became of one question. */
interface Outcome {
  readonly set: string;
  readonly asked: string;
  /** The chosen sentence holds the answer where the annotator marked it. */
  readonly marked: boolean;
  /** The chosen sentence says the answer. */
  readonly said: boolean;
  readonly given: boolean;
  readonly exact: boolean;
}

function outcomeOf(example: Example): Outcome {
  const { question, passage, gold, set } = example;
  const choice = chooseSentence(question, passage);
  const chosen = passage.sentences.findIndex(({ start }) => start === choice?.highlight.start);
  const given = choice?.answer ?? null;
  const answers = gold.answers.map(({ text }) => comparable(text));
  return {
    set,
    asked: frameOf(question).asked,
    marked: rightSentences(example)[chosen] === 1,
    said: sayingSentences(example)[chosen] === 1,
    given: given !== null,
    exact: given !== null && answers.includes(comparable(passage.text.slice(given.start, given.end))),
  };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run measure:answers -- FOLDER (holds qa-drcd-dev.json and qa-cmrc-trial.json)\n');
  process.exit(2);
}
const documents = readDatasets(folder);
for (const part of ['dev', 'test'] as const) {
  const examples = examplesOf(documents, part);
  const began = performance.now();
  const outcomes = examples.map(outcomeOf);
  const each = (performance.now() - began) / examples.length;
  console.log(`\n${part}: ${examples.length} questions, ${each.toFixed(2)} ms each, passages read before`);
  console.log('group\tquestions\tsays the answer\tat the marked place\tgiven\tright of the given');
  row('all', outcomes);
  for (const set of ['drcd', 'cmrc'])
    row(
      set,
      outcomes.filter((outcome) => outcome.set === set),
    );
  for (const asked of [...new Set(outcomes.map((outcome) => outcome.asked))].sort()) {
    row(
      asked,
      outcomes.filter((outcome) => outcome.asked === asked),
    );
  }
}

function row(name: string, outcomes: readonly Outcome[]): void {
  const share = (of: (outcome: Outcome) => boolean, all: readonly Outcome[]): string =>
    all.length === 0 ? '–' : ((100 * all.filter(of).length) / all.length).toFixed(1);
  const given = outcomes.filter((outcome) => outcome.given);
  const cells = [
    share(({ said }) => said, outcomes),
    share(({ marked }) => marked, outcomes),
    share((outcome) => outcome.given, outcomes),
    share(({ exact }) => exact, given),
  ];
  console.log([name, outcomes.length, ...cells].join('\t'));
}
