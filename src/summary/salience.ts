import { fold } from '../language/fold.ts';
import { type Pair, pairsOf, type SectionPairs } from './pairs.ts';
import model from './salience.json' with { type: 'json' };

/** What the features of a pair are measured against. */
interface Background {
  readonly sentences: number;
  readonly paragraphs: number;
  /** See `spokenness`. */
  readonly spoken: number;
  /** Whether the pair stands in the heading. */
  readonly inHeading: boolean;
}

type Feature = (pair: Pair, background: Background) => number;

/** What speaks for a pair of characters being in a summary that a person would write of the section. */
const FEATURES = {
  /** Every pair alike. */
  bias: () => 1,
  /** What is said again and again is what the section is about … */
  count: (pair) => Math.log(pair.count),
  /** … though the most frequent of all are turns of phrase. */
  countSquared: (pair) => Math.log(pair.count) ** 2,
  /** Spread over sentences: a subject, not a list that names it over and over. */
  sentenceShare: (pair, { sentences }) => pair.sentences / sentences,
  /** Spread over paragraphs: the section's subject, not one paragraph's. */
  paragraphShare: (pair, { paragraphs }) => pair.paragraphs / paragraphs,
  /** Print opens with its point. */
  opensPrint: (pair, { spoken }) => (1 - spoken) / (1 + pair.first),
  /** Talk opens with greetings and a joke. */
  opensTalk: (pair, { spoken }) => spoken / (1 + pair.first),
  /** Print comes to the details late. */
  latePrint: (pair, { spoken, sentences }) => ((1 - spoken) * pair.first) / sentences,
  lateTalk: (pair, { spoken, sentences }) => (spoken * pair.first) / sentences,
  /** The heading names the subject … */
  inHeading: (_, { inHeading }) => Number(inHeading),
  /** … the more surely where the text keeps coming back to it. */
  inHeadingCount: (pair, { inHeading }) => (inHeading ? Math.log(pair.count) : 0),
  /** Content words rather than joints between words, terms rather than everyday words … */
  rarity: (pair) => pair.rarity / 10,
  /** … but not the rarest, which are passing names. */
  raritySquared: (pair) => (pair.rarity / 10) ** 2,
  /** Repetition says more about content words. */
  contentCount: (pair) => (pair.rarity > 0 ? Math.log(pair.count) : 0),
  /** Summaries of talk are longer. */
  talk: (_, { spoken }) => spoken,
} satisfies Record<string, Feature>;

export type FeatureName = keyof typeof FEATURES;

/** The names of the features, in the order of `featureRows`. */
export const FEATURE_NAMES = Object.keys(FEATURES) as readonly FeatureName[];

/** What the section is, apart from its sentences. */
export interface Setting {
  /** Its heading, or the title where it has none; may be empty. */
  readonly heading: string;
  /** How many paragraphs it has, at least 1. */
  readonly paragraphs: number;
  /** See `spokenness`. */
  readonly spoken: number;
}

/**
 * How likely each pair of a section is to stand in a summary that a person would write of it:
 * a logistic regression over named features, which `tests/training/summary.ts` fits.
 *
 * @returns the chances by the pairs' ids.
 */
export function salience(section: SectionPairs, setting: Setting): Float64Array {
  const weights = FEATURE_NAMES.map((name) => model.weights[name]);
  return Float64Array.from(featureRows(section, setting), (row) => {
    const sum = row.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
    return 1 / (1 + Math.exp(-sum));
  });
}

/** The features of every pair, by the pairs' ids. */
export function featureRows({ pairs, bySentence }: SectionPairs, setting: Setting): number[][] {
  const inHeading = new Set(pairsOf(fold(setting.heading)));
  const { paragraphs, spoken } = setting;
  return Array.from(pairs, ([name, pair]) => {
    const background = { sentences: bySentence.length, paragraphs, spoken, inHeading: inHeading.has(name) };
    return FEATURE_NAMES.map((feature) => FEATURES[feature](pair, background));
  });
}
