import { type Address, parsePlaces, type TypedPlace, type TypedPoint } from '../article/address.ts';
import type { Article, Section } from '../article/article.ts';
import { locate } from '../article/located.ts';
import { KINDS } from '../glance/entries.ts';
import { fold } from '../language/fold.ts';
import { findVerbatim } from '../verbatim/verbatim.ts';
import { headingOf, listed, shownAddress, shownSection } from './cards/parts.ts';
import { addresses } from './cards/passage.ts';
import type { Context, OptionDefinition } from './command.ts';
import { entriesNamed } from './input/kinds.ts';
import { starterQuestions } from './starters.ts';
import { textsIn } from './texts/texts.ts';

/** Something to pick while typing: what is shown, and what is sent. Sending the label works as well. */
export interface Completion {
  readonly label: string;
  readonly value: string;
}

/** Discord shows no more, and no longer ones. */
const MOST = 25;
const LONGEST_LABEL = 100;
/** Typing is answered at every key: a search costs milliseconds, so nothing longer is looked for. */
const LONGEST_TYPED = 60;
/** What an article names takes some hundredths of a second the first time. */
const MOST_GLANCED = 3;

/**
 * Suggestions for an option while somebody types, best first: exact, then beginning so,
 * then containing it, then by content. All labels differ.
 * @param others the options filled in already, by name
 */
export function complete(
  option: OptionDefinition,
  typed: string,
  others: Readonly<Record<string, unknown>>,
  context: Context,
): Completion[] {
  const text = typed.trim().slice(0, LONGEST_TYPED);
  const articles = articlesIn(others, context);
  switch (option.completes) {
    case 'article':
      return distinct(articleCompletions(text, context));
    case 'section':
      return distinct(sectionCompletions(text, articles, context));
    case 'passage':
      return distinct(passageCompletions(typed.trim().slice(0, LONGEST_LABEL + 1), articles, context));
    case 'question':
      return distinct(questionCompletions(text, context));
    case 'kind':
      return distinct(kindCompletions(text, context));
    case 'named':
      return distinct(nameCompletions(text, articles, context));
    default:
      return [];
  }
}

function articlesIn(others: Readonly<Record<string, unknown>>, context: Context): readonly Article[] {
  const named = context.library.articles.filter(({ id }) => id === others.article);
  return named.length > 0 ? named : context.library.articles;
}

/** Labels are made when they are taken: in a large library most are not. */
function* articleCompletions(text: string, context: Context): Iterable<Completion> {
  const candidates = context.library.articles.map((article) => ({ article, text: `${article.id} ${article.title}` }));
  for (const { article } of byMatch(candidates, text)) {
    yield { label: `${article.id} ${listed(article.title, article, context)}`, value: article.id };
  }
}

function* sectionCompletions(text: string, articles: readonly Article[], context: Context): Iterable<Completion> {
  for (const { article, section } of sectionsFor(text, articles, context)) {
    const value = shownSection(article, section.number, context);
    yield { label: `${value} ${headingOf(article, section, context)}`, value };
  }
}

function* sectionsFor(text: string, articles: readonly Article[], context: Context): Iterable<SectionPlace> {
  const all = articles.flatMap((article) => article.sections.map((section) => ({ article, section })));
  if (text === '') return yield* all;
  const [place] = parsePlaces(text);
  if (place !== undefined) yield* named(place, articles).flatMap((article) => sectionAt(article, place.from));
  yield* byMatch(
    all.map((candidate) => ({ ...candidate, text: candidate.section.heading ?? '' })),
    text,
  );
  for (const { article, address } of passagesAbout(text, articles, context)) {
    yield* sectionAt(article, { section: address.section, paragraph: undefined });
  }
}

/** Those that an address may be of. */
function named({ articleId }: TypedPlace, articles: readonly Article[]): readonly Article[] {
  return articles.filter(({ id }) => articleId === undefined || articleId === id);
}

interface SectionPlace {
  readonly article: Article;
  readonly section: Section;
}

/** The section that somebody names, or that has the paragraph that they name. */
function sectionAt(article: Article, { section: number, paragraph }: TypedPoint): SectionPlace[] {
  const point = { section: number, paragraph: number === undefined ? paragraph : undefined };
  const found = locate(article, point);
  return 'missing' in found ? [] : [{ article, section: found.section }];
}

/** One after the other, because in a large library most of what fits is never looked at. */
function* passageCompletions(typed: string, articles: readonly Article[], context: Context): Iterable<Completion> {
  // Several addresses are one choice as they are: any other choice would lose the rest of them.
  if (parsePlaces(typed).length > 1) yield { label: typed, value: typed };
  for (const passage of passagesFor(typed.slice(0, LONGEST_TYPED), articles, context))
    yield passageCompletion(passage, context);
}

function* passagesFor(text: string, articles: readonly Article[], context: Context): Iterable<Place> {
  if (text === '') return yield* allPassages(articles);
  yield* passagesNamed(text, articles);
  const said = findVerbatim(text, articles);
  const begins = said.filter(({ start }) => start === 0);
  yield* [...begins, ...said.filter(({ start }) => start > 0)].map(({ article, from }) => ({ article, address: from }));
  yield* passagesAbout(text, articles, context);
}

function* allPassages(articles: readonly Article[]): Iterable<Place> {
  for (const article of articles) for (const address of addresses(article)) yield { article, address };
}

/** What is typed so far is an address, several, or begins one: `2` and `2.` name all of section 2. The very addresses come first. */
function* passagesNamed(text: string, articles: readonly Article[]): Iterable<Place> {
  for (const place of parsePlaces(text.replace(/(?<!¶)¶$/, ''))) {
    const meant = named(place, articles);
    for (const article of meant) {
      const found = locate(article, place.from);
      if ('missing' in found || found.paragraph === undefined) continue;
      yield { article, address: { section: found.section.number, paragraph: found.paragraph } };
    }
    const { section, paragraph } = place.from;
    if (section === undefined || (paragraph ?? 1) < 1) continue;
    const written = paragraph === undefined ? '' : String(paragraph);
    for (const passage of allPassages(meant)) {
      const { address } = passage;
      if (address.section === section && String(address.paragraph).startsWith(written)) yield passage;
    }
  }
}

interface Place {
  readonly article: Article;
  readonly address: Address;
}

function passageCompletion({ article, address }: Place, context: Context): Completion {
  const section = article.sections.find(({ number }) => number === address.section);
  const text = section?.paragraphs[address.paragraph - 1] ?? '';
  const shown = shownAddress(article, address, context);
  // No more of it fits into a label, however its last word is written.
  return { label: `${shown} ${listed(text.slice(0, LONGEST_LABEL + 10), article, context)}`, value: shown };
}

function passagesAbout(text: string, articles: readonly Article[], context: Context): Place[] {
  const [only, ...more] = articles;
  const scope = only !== undefined && more.length === 0 ? { articleId: only.id, limit: 10 } : { limit: 10 };
  return context.library
    .search(text, scope)
    .flatMap(({ passage }) =>
      articles.includes(passage.article) ? [{ article: passage.article, address: passage }] : [],
    );
}

function kindCompletions(text: string, { locale }: Context): Completion[] {
  const kinds = KINDS.map((kind) => ({
    label: textsIn(locale).labels[kind],
    value: kind,
    text: textsIn(locale).labels[kind],
  }));
  return byMatch(kinds, text);
}

/** Who and what the articles name, the first ones first; of a large library the first articles' alone, which is a key's time. */
function nameCompletions(text: string, articles: readonly Article[], context: Context): Completion[] {
  return articles.slice(0, MOST_GLANCED).flatMap((article) =>
    entriesNamed(text, article).map((entry) => {
      const label = listed(entry.text, article, context);
      const note = listed(entry.note, article, context);
      return { label: note === '' ? label : `${label} ${note}`, value: entry.text };
    }),
  );
}

function questionCompletions(text: string, context: Context): Completion[] {
  const questions = starterQuestions(context).map((question) => ({ label: question, value: question, text: question }));
  return byMatch(questions, text);
}

/** Exact, then beginning so, then containing it; nothing typed matches everything. */
function byMatch<Candidate extends { readonly text: string }>(
  candidates: readonly Candidate[],
  typed: string,
): Candidate[] {
  const wanted = fold(typed);
  const ranked = candidates.map((candidate) => {
    const text = fold(candidate.text);
    const rank = text === wanted ? 0 : text.startsWith(wanted) ? 1 : text.includes(wanted) ? 2 : 3;
    return { candidate, rank };
  });
  return ranked
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ candidate }) => candidate);
}

function distinct(completions: Iterable<Completion>): Completion[] {
  const byLabel = new Map<string, Completion>();
  for (const { label, value } of completions) {
    const short = shorten(label);
    if (value.length <= LONGEST_LABEL && !byLabel.has(short)) byLabel.set(short, { label: short, value });
    if (byLabel.size === MOST) break;
  }
  return [...byLabel.values()];
}

/** Cut between code points, with a mark that something follows. */
function shorten(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  const kept = label.slice(0, LONGEST_LABEL - 1);
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}…`;
}
