import { writeFileSync } from 'node:fs';
import { fold } from '../../src/language/fold.ts';
import { readCandidates } from '../../src/summary/candidates.ts';
import { countGrams, gramsOf } from '../../src/summary/grams.ts';
import { FEATURE_NAMES, featureRows } from '../../src/summary/salience.ts';
import { spokenness } from '../../src/summary/spoken.ts';
import { fitLogistic, type Observation } from './logistic-regression.ts';
import { type GoldSummary, readSummaries, SUMMARY_FILE, type SummarySet } from './summary-dataset.ts';

const NOTE =
  'Fitted by `npm run train:summaries` on public sections with summaries written by people: meetings of VCSum (MIT, hahahawu) ' +
  'and broadcast news with their headlines (MIT, DuckBurnIncense/xin-wen-lian-bo).';

/** A written summary teaches more than a headline does; within a set every section counts the same. */
const SET_WEIGHTS: Readonly<Record<SummarySet, number>> = { vcsum: 2, head: 1, body: 1 };

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write(`usage: npm run train:summaries -- FOLDER (holds ${SUMMARY_FILE})\n`);
  process.exit(2);
}

const sections = readSummaries(folder).filter(({ part }) => part !== 'test');
const observations = sections.flatMap((gold) => {
  const inSet = sections.filter(({ set }) => set === gold.set).length;
  return observe(gold, SET_WEIGHTS[gold.set] / inSet);
});
const fitted = fitLogistic(observations);
const weights = Object.fromEntries(FEATURE_NAMES.map((name, at) => [name, Number((fitted[at] ?? 0).toFixed(4))]));
const path = new URL('../../src/summary/salience.json', import.meta.url);
writeFileSync(path, `${JSON.stringify({ note: NOTE, weights }, null, 2)}\n`);

/** Every gram of a section: does the person's summary have it? */
function observe({ set, section, reference }: GoldSummary, weight: number): Observation[] {
  const candidates = readCandidates(section.paragraphs);
  const grams = countGrams(candidates);
  const written = new Set(gramsOf(fold(reference)));
  const rows = featureRows(grams, {
    // The headings of `head` are the half of the headline that the reference leaves out, so they would teach to avoid the heading.
    heading: set === 'head' ? '' : (section.heading ?? ''),
    paragraphs: section.paragraphs.length,
    spoken: spokenness(candidates.map(({ folded }) => folded).join('')),
  });
  return Array.from(grams.grams.keys(), (name, at) => ({
    features: rows[at] ?? [],
    happened: written.has(name),
    weight: weight / rows.length,
  }));
}
