import { fold } from '../language/fold.ts';
import { type Gram, gramsOf, type SectionGrams } from './grams.ts';
import model from './salience.json' with { type: 'json' };

/** What a gram is seen against. */
interface Background {
  readonly sentences: number;
  readonly paragraphs: number;
  /** See `spokenness`. */
  readonly spoken: number;
  /** Whether the gram stands in the heading. */
  readonly inHeading: boolean;
}

type Feature = (gram: Gram, background: Background) => number;

/** What speaks for a gram being in the summary that a person would write of the section. */
const FEATURES = {
  /** Every gram alike. */
  bias: () => 1,
  /** What is said again and again is what the section is about … */
  count: ({ count }) => Math.log(count),
  /** … though the most frequent of all are turns of phrase. */
  countSquared: ({ count }) => Math.log(count) ** 2,
  /** Spread over sentences: a subject, not a list that names it over and over. */
  sentenceShare: (gram, { sentences }) => gram.sentences / sentences,
  /** Spread over paragraphs: the section's subject, not one paragraph's. */
  paragraphShare: (gram, { paragraphs }) => gram.paragraphs / paragraphs,
  /** Print opens with its point. */
  opensPrint: ({ first }, { spoken }) => (1 - spoken) / (1 + first),
  /** Talk opens with greetings and a joke. */
  opensTalk: ({ first }, { spoken }) => spoken / (1 + first),
  /** Print comes to the details late. */
  latePrint: ({ first }, { spoken, sentences }) => ((1 - spoken) * first) / sentences,
  /** Talk turns to other things late. */
  lateTalk: ({ first }, { spoken, sentences }) => (spoken * first) / sentences,
  /** The heading names the subject … */
  inHeading: (_, { inHeading }) => Number(inHeading),
  /** … the more surely where the text keeps coming back to it. */
  inHeadingCount: ({ count }, { inHeading }) => (inHeading ? Math.log(count) : 0),
  /** Content words rather than joints between words, terms rather than everyday words … */
  rarity: ({ rarity }) => rarity / 10,
  /** … but not the rarest, which are passing names. */
  raritySquared: ({ rarity }) => (rarity / 10) ** 2,
  /** Repetition says more about content words. */
  contentCount: ({ count, rarity }) => (rarity > 0 ? Math.log(count) : 0),
  /** People's summaries of talk are longer, and have more of it. */
  talk: (_, { spoken }) => spoken,
} satisfies Record<string, Feature>;

type FeatureName = keyof typeof FEATURES;

/** The names of the features, in the order of the rows of `featureRows`. */
export const FEATURE_NAMES = Object.keys(FEATURES) as readonly FeatureName[];

/** What a section is apart from its sentences. */
export interface Setting {
  /** Its heading, or the article's title where it has none; may be empty. */
  readonly heading: string;
  /** How many paragraphs it has, at least 1. */
  readonly paragraphs: number;
  /** See `spokenness`. */
  readonly spoken: number;
}

/**
 * How likely each gram of a section is to stand in the summary that a person would write of
 * it: a logistic regression over named features, fitted by `tests/training/salience.ts`.
 * (Weights for content units learned from people's summaries: Li, Qian and Liu 2013.)
 *
 * @returns the chances by the grams' ids.
 */
export function salience(section: SectionGrams, setting: Setting): number[] {
  const weighted = FEATURE_NAMES.map((name) => ({ feature: FEATURES[name] as Feature, weight: model.weights[name] }));
  return mapGrams(section, setting, (gram, background) => {
    let sum = 0;
    for (const { feature, weight } of weighted) sum += weight * feature(gram, background);
    return 1 / (1 + Math.exp(-sum));
  });
}

/** The features of every gram, by the grams' ids. */
export function featureRows(section: SectionGrams, setting: Setting): number[][] {
  const features = Object.values<Feature>(FEATURES);
  return mapGrams(section, setting, (gram, background) => features.map((feature) => feature(gram, background)));
}

function mapGrams<T>(
  { grams, bySentence }: SectionGrams,
  { heading, paragraphs, spoken }: Setting,
  seen: (gram: Gram, background: Background) => T,
): T[] {
  const headed = new Set(gramsOf(fold(heading)));
  const unheaded = { sentences: bySentence.length, paragraphs, spoken, inHeading: false };
  const inHeading = { ...unheaded, inHeading: true };
  return Array.from(grams, ([name, gram]) => seen(gram, headed.has(name) ? inHeading : unheaded));
}
