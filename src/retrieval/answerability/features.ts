import { characterShareOf, idfOf } from '../../language/idf.ts';
import { FEATURE_NAMES } from '../evidence/features.ts';
import { type Case, says } from './case.ts';
import { isWording } from './wording.ts';

interface Feature {
  readonly name: string;
  readonly of: (one: Case) => number;
}

/** How clearly the best passage stands out, and how much of the question it covers. */
const STANDING: readonly Feature[] = [
  // With few words asked, each that is missing weighs more.
  { name: 'words asked', of: ({ probe }) => probe.words.length },
  { name: 'characters asked', of: ({ probe }) => probe.length },
  { name: 'score', of: ({ top }) => top.score },
  // A question that is answered here is answered in one place more than in all others.
  { name: 'margin', of: ({ top, ranked }) => (ranked[1] === undefined ? 0 : top.score - ranked[1].score) },
  // By rarity in Chinese at large: what is common in this library may still be what is asked for.
  { name: 'coverage at large', of: (one) => coverageAtLarge(one) },
  // A name that no passage has is about something else.
  { name: 'absent entities', of: (one) => absentEntities(one) },
  // Much text that lacks a word says more than little.
  { name: 'article length', of: ({ lacking }) => Math.log(lacking.length) },
  { name: 'shared run', of: ({ shared }) => shared.end - shared.start },
];

/** 马翠芳的工资: what is said of a name that is there decides, not the name. */
const PREDICATE: readonly Feature[] = [
  { name: 'predicate coverage', of: (one) => predicateCoverage(one, one.top.passage.folded) },
  { name: 'predicate coverage nearby', of: (one) => predicateCoverage(one, one.nearby) },
  {
    name: 'predicate words missing',
    of: ({ predicates, nearby }) => predicates.filter((word) => !says(nearby, word)).length,
  },
  { name: 'predicate characters nearby', of: (one) => predicateCharacters(one) },
  {
    name: 'nothing of the predicate',
    of: (one) => Number(predicateCoverage(one, one.top.passage.folded) === 0 && predicateCharacters(one) === 0),
  },
];

/** Another passage of the article may name what this one calls by a pronoun; what none names is not answered. */
const LACKING: readonly Feature[] = [
  { name: 'words the article has', of: ({ lacking }) => lacking.present },
  { name: 'words the article lacks', of: ({ lacking }) => lacking.words.length },
  { name: 'share the article lacks', of: (one) => shareLacking(one) },
  { name: 'rarest word lacking', of: ({ lacking }) => rarest(lacking.words) },
  {
    name: 'rarest noun lacking',
    of: ({ lacking }) => rarest(lacking.words.filter(({ tag, text }) => /^(n|vn|x)/.test(tag) && text.length > 1)),
  },
  // Places, people and years are seldom put in other words: another one is another question.
  { name: 'places lacking', of: ({ lacking }) => lacking.places.length },
  { name: 'persons lacking', of: ({ lacking }) => lacking.persons.length },
  { name: 'years lacking', of: ({ lacking }) => lacking.years.length },
  { name: 'numbers lacking', of: ({ lacking }) => lacking.numbers.length },
  {
    name: 'names and numbers lacking',
    of: ({ lacking: { places, persons, years, numbers } }) =>
      places.length + persons.length + years.length + numbers.length,
  },
  // 马翠芳的丈夫是谁: an article without husbands does not say.
  {
    name: 'attribute lacking',
    of: ({ lacking: { head, headIsCategory } }) => (head === undefined || headIsCategory ? 0 : idfOf(head.text)),
  },
  // 哪个国家, 哪一机构: the answer is one, and need not be called so.
  {
    name: 'category lacking',
    of: ({ lacking: { head, headIsCategory } }) => (head === undefined || !headIsCategory ? 0 : idfOf(head.text)),
  },
  // 校庆 may be 建校…庆典: some of its characters stand there.
  { name: 'characters of what is lacking', of: (one) => lackingCharacters(one, one.nearby) },
  { name: 'characters of what is lacking, passage', of: (one) => lackingCharacters(one, one.top.passage.folded) },
  { name: 'other words lacking', of: ({ lacking: { words, head } }) => words.filter((word) => word !== head).length },
  { name: 'noun asked for lacking', of: ({ lacking }) => Number(lacking.headIsAsked) },
  { name: 'measure lacking', of: ({ lacking }) => Number(lacking.measure) },
];

const FEATURES: readonly Feature[] = [...STANDING, ...PREDICATE, ...LACKING];

/** What tells whether the best passage answers at all: its own evidence, and these. */
export const ANSWERABILITY_NAMES: readonly string[] = [...FEATURE_NAMES, ...FEATURES.map(({ name }) => name)];

/** One number for each of `ANSWERABILITY_NAMES`. */
export function answerabilityRow(one: Case): number[] {
  return [...one.top.evidence, ...FEATURES.map((feature) => feature.of(one))];
}

function rarest(words: readonly { readonly text: string }[]): number {
  return words.reduce((most, { text }) => Math.max(most, idfOf(text)), 0);
}

/** Share of the lacking words' characters, by rarity at large, that a text has all the same; 1 where nothing is lacking. */
function lackingCharacters({ lacking: { words } }: Case, text: string): number {
  let all = 0;
  let found = 0;
  for (const character of new Set(words.flatMap((word) => [...word.text]))) {
    const weight = -Math.log(characterShareOf(character));
    all += weight;
    if (text.includes(character)) found += weight;
  }
  return all === 0 ? 1 : found / all;
}

function shareLacking({ probe, lacking }: Case): number {
  const all = probe.words.reduce((sum, { idf }) => sum + idf, 0);
  return all === 0 ? 0 : lacking.words.reduce((sum, { text }) => sum + idfOf(text), 0) / all;
}

/** Share of the predicate that stands in the text; half where there is none. */
function predicateCoverage({ predicates }: Case, text: string): number {
  const all = predicates.reduce((sum, { idf }) => sum + idf, 0);
  const found = predicates.reduce((sum, word) => (says(text, word) ? sum + word.idf : sum), 0);
  return all === 0 ? 0.5 : found / all;
}

/** Share of the predicate's characters, by rarity, around the best sentence; those of the subject prove nothing. */
function predicateCharacters({ probe, shared, predicates, nearby }: Case): number {
  const subject = probe.content.slice(shared.start, shared.end);
  const characters = new Set(predicates.flatMap(({ text }) => [...text]));
  let all = 0;
  let found = 0;
  for (const character of characters) {
    if (subject.includes(character)) continue;
    const idf = probe.symbolIdf[probe.alphabet.get(character.charCodeAt(0)) ?? 0] ?? 0;
    all += idf;
    if (nearby.includes(character)) found += idf;
  }
  return all === 0 ? 0 : found / all;
}

function coverageAtLarge({ probe: { words }, top: { passage } }: Case): number {
  let all = 0;
  let found = 0;
  for (const { text, idf } of words) {
    if (isWording(text)) continue;
    all += idf;
    if (passage.folded.includes(text)) found += idf;
  }
  return all === 0 ? 0 : found / all;
}

function absentEntities({ probe: { question }, ranked }: Case): number {
  return question.entities.filter((entity) => !ranked.some(({ passage }) => passage.folded.includes(entity))).length;
}
