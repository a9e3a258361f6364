import { formatSection, type TypedPoint } from '../article/address.ts';
import type { Article, Section } from '../article/article.ts';
import type { Entry } from '../glance/entries.ts';
import { glanceAt, peopleInterviewed, peopleNamed } from '../glance/glance.ts';
import { rarityIn } from '../language/rarity.ts';
import { onceFor } from '../once-for.ts';
import { passagesOfPart } from '../passages/parts.ts';
import { type Passage, passageAt, passagesOf, sentencesOf } from '../passages/passages.ts';
import { piecesOf, placeOf } from '../passages/pieces.ts';
import { readQuestion } from '../question/question.ts';
import { findMatches } from '../retrieval/evidence/matches.ts';
import { createProbe } from '../retrieval/evidence/probe.ts';
import { createGramCounts } from '../retrieval/store/gram-counts.ts';
import type { FoundPassage } from './answer.ts';
import { type LineFact, madeFact } from './facts.ts';
import { eachOnce } from './places.ts';

/** What no page prints about its article, counted or gathered from its text. */

const LABELS = {
  sections: { hans: '小标题：', hant: '小標題：' },
  heading: { hans: '标题：', hant: '標題：' },
  size: { hans: '篇幅：', hant: '篇幅：' },
  people: { hans: '提到的人：', hant: '提到的人：' },
  interviewed: { hans: '受访：', hant: '受訪：' },
  figures: { hans: '数字：', hant: '數字：' },
} as const;
const UNITS = {
  hans: { section: '节', paragraph: '段', character: '字' },
  hant: { section: '節', paragraph: '段', character: '字' },
} as const;
/** Longer lists tell nobody anything. */
const MOST_LISTED = 40;

/** How much there is of an article: `篇幅：3节、11段、1523字`; sections are those with a heading. */
export function sizeOf({ sections, script }: Article): LineFact {
  const { section, paragraph, character } = UNITS[script];
  const headed = sections.filter(({ heading }) => heading !== null).length;
  const paragraphs = sections.flatMap((one) => one.paragraphs);
  const characters = paragraphs.reduce((sum, text) => sum + [...text].length, 0);
  const counts = [
    ...(headed === 0 ? [] : [`${headed}${section}`]),
    `${paragraphs.length}${paragraph}`,
    `${characters}${character}`,
  ];
  return { label: LABELS.size[script], value: counts.join('、') };
}

/** The headings of an article; undefined where it has none. */
export function headingsOf({ sections, script }: Article): LineFact | undefined {
  const headings = sections.flatMap(({ heading }) => (heading === null ? [] : [heading]));
  return headings.length === 0 ? undefined : { label: LABELS.sections[script], value: headings.join('；') };
}

/** The heading of a section; undefined where it has none. */
export function headingOf({ script }: Article, { number, heading }: Section): LineFact | undefined {
  return heading === null ? undefined : { label: `${formatSection(number)} ${LABELS.heading[script]}`, value: heading };
}

/** Who is named in an article or a part of it: the names, then where each stands first. None where nobody is. */
export function peopleTold(article: Article, part?: TypedPoint): FoundPassage[] {
  return listed(article, LABELS.people[article.script], peopleNamed(article), part);
}

/** With whom an article is an interview. */
export function interviewedTold(article: Article): FoundPassage[] {
  return listed(article, LABELS.interviewed[article.script], peopleInterviewed(article));
}

/** Which figures an article or a part of it tells: the figures, then the passages that do. None where it tells none. */
export function figuresTold(article: Article, part?: TypedPoint): FoundPassage[] {
  return listed(article, LABELS.figures[article.script], glanceAt(article).figures, part);
}

/** In a line what there is, and the passages in which each stands first. @param part of the article: nothing of the rest */
function listed(article: Article, label: string, entries: readonly Entry[], part?: TypedPoint): FoundPassage[] {
  const passages = new Set(part === undefined ? passagesOf(article) : passagesOfPart(article, part));
  const told = entries.flatMap(({ text, mentions }) => {
    for (const { address, span } of mentions) {
      const passage = passageAt(article, address);
      if (passage !== undefined && passages.has(passage)) return [{ text, place: around(passage, span.start) }];
    }
    return [];
  });
  if (told.length === 0) return [];
  const names = told.slice(0, MOST_LISTED).map(({ text }) => text);
  const value = names.join('、') + (told.length > MOST_LISTED ? '……' : '');
  return [madeFact(article, { label, value }), ...eachOnce(told.map(({ place }) => place))];
}

/** An opening of so many passages is where an article says what it is about. */
const OPENING = 6;
/** What each passage further down loses. */
const LATER = 0.05;

/**
 * The passage that says what an article is about: the one of its opening that has most of
 * the headline's words. Without a headline, the first.
 *
 * @returns undefined for an article without a passage.
 */
export const gistOf = onceFor((article: Article): FoundPassage | undefined => {
  const passages = piecesOf(article);
  const grams = createGramCounts();
  for (const { folded } of passages) grams.count(folded, 1);
  const rarity = rarityIn({ passages: passages.length, gram: grams.of, term: () => 0 });
  const probe = createProbe(readQuestion(`${article.title} ${article.subtitle ?? ''}`), rarity);
  const matched = passages.slice(0, OPENING).map((passage, index) => {
    const matches = findMatches(probe, passage);
    return { passage, matches, score: matches.coverage - LATER * index };
  });
  const [best] = matched.sort((a, b) => b.score - a.score);
  if (best === undefined) return undefined;
  const { passage, offset } = placeOf(best.passage);
  const sentence = sentencesOf(best.passage)[best.matches.best];
  return {
    passage,
    score: 1,
    sentence: sentence === undefined ? null : { start: sentence.start + offset, end: sentence.end + offset },
    answer: null,
  };
});

/** A passage with the sentence marked that an offset stands in. */
function around(passage: Passage, at: number): FoundPassage {
  const sentence = sentencesOf(passage).find(({ start, end }) => start <= at && at < end) ?? null;
  return { passage, score: 0, sentence, answer: null };
}
