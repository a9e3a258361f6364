import { readDatasets } from './datasets.ts';
import { writeEnsemble } from './model-file.ts';
import { examplesOf, trainSentences } from './sentences.ts';

const MODELS = new URL('../../src/retrieval/models/', import.meta.url);

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run train -- FOLDER (holds qa-drcd-dev.json and qa-cmrc-trial.json)\n');
  process.exit(2);
}

const documents = readDatasets(folder);
const train = examplesOf(documents, 'train');
writeEnsemble(new URL('sentence.json', MODELS), trainSentences(train));
