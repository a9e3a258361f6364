import { readDatasets } from './datasets.ts';
import { trainPassages } from './passages.ts';

/** The weights of the ranking by words. */
const WEIGHTS = new URL('../../src/retrieval/evidence/weights.json', import.meta.url);

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run train -- FOLDER (holds qa-drcd-dev.json and qa-cmrc-trial.json)\n');
  process.exit(2);
}

trainPassages(readDatasets(folder), WEIGHTS);
