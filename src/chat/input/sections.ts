import { formatSection, parsePlaces, type TypedPlace, type TypedPoint } from '../../article/address.ts';
import type { Article, Section } from '../../article/article.ts';
import { locate, type Missing } from '../../article/located.ts';
import { foldedLetters } from '../../language/fold.ts';
import { headingOf, shownAddress, shownSection, targetOf } from '../cards/parts.ts';
import type { Context } from '../command.ts';
import { textsIn } from '../texts/texts.ts';
import { mistakeWithChoice, UserError } from '../user-error.ts';

/** A section, and the article it is in. */
export interface FoundSection {
  readonly article: Article;
  readonly section: Section;
}

/** What one can look over. */
const MOST_OFFERED = 10;

/** What people call the part before the first heading. */
const LEAD = /^(导语|导言|前言|引言|开头|lead|intro)$/;

/**
 * The section that somebody named: by number in any spelling, by its heading or a part of
 * it, or by the label of a suggestion.
 * @param articles where to look
 * @throws UserError that says how many sections there are, or lists those that fit
 */
export function resolveSection(typed: string, articles: readonly Article[], context: Context): FoundSection {
  const found = findSection(typed, articles, context);
  if (found === undefined) throw noSuchSection(typed, articles, context);
  return found;
}

/** That no section is called so, and which there are. */
export function noSuchSection(typed: string, articles: readonly Article[], context: Context): UserError {
  const message = textsIn(context.locale).sectionNotFound(typed.trim().slice(0, 60));
  return withSections(message, sectionsOf(articles), context);
}

/**
 * As `resolveSection`, where somebody may mean something else.
 * @returns undefined where no section is called so
 */
export function findSection(typed: string, articles: readonly Article[], context: Context): FoundSection | undefined {
  const [place = labelled(typed)] = parsePlaces(typed);
  const byNumber = place === undefined ? undefined : sectionByNumber(typed, place, articles, context);
  return byNumber ?? sectionByHeading(typed, articles, context);
}

/** The address that the label of a suggestion begins with. */
function labelled(typed: string): TypedPlace | undefined {
  return parsePlaces(typed.trim().split(/\s/, 1)[0] ?? '')[0];
}

function sectionByNumber(
  typed: string,
  place: TypedPlace,
  articles: readonly Article[],
  context: Context,
): FoundSection | undefined {
  const named = articles.filter(({ id }) => place.articleId === undefined || id === place.articleId);
  const [article, ...others] = named;
  if (article === undefined) return undefined;
  const texts = textsIn(context.locale);
  if (others.length > 0) {
    throw new UserError(
      texts.whichArticle(),
      named.slice(0, MOST_OFFERED).map(({ id }) => id + formatSection(place.from.section ?? 1)),
    );
  }
  const found = locate(article, {
    ...place.from,
    paragraph: place.from.section === undefined ? place.from.paragraph : undefined,
  });
  if ('missing' in found) throw noSuchPlace(found, article, place.from, typed, context);
  return { article, section: found.section };
}

/** That an article has no such place, and how many sections or paragraphs it has. */
export function noSuchPlace(
  { missing, section, paragraphs }: Missing,
  article: Article,
  asked: TypedPoint,
  typed: string,
  context: Context,
): UserError {
  const texts = textsIn(context.locale);
  const words = typed.trim().slice(0, 60);
  if (section !== undefined) {
    const shown = (paragraph: number) => shownAddress(article, { section: section.number, paragraph }, context);
    const counted = asked.paragraph ?? 0;
    const message = texts.noSuchParagraph(counted > 0 ? shown(counted) : words, section.paragraphs.length);
    return section.paragraphs.length === 0
      ? new UserError(message)
      : new UserError(message, [shown(section.paragraphs.length)]);
  }
  if (missing === 'paragraph') return new UserError(texts.noSuchParagraphInAll(words, paragraphs));
  const last = article.sections.at(-1)?.number ?? 0;
  if (last === 0) return new UserError(texts.noSections(words, paragraphs));
  return withSections(
    asked.section === 0 ? texts.noLead() : texts.noSuchSection(words, last),
    sectionsOf([article]),
    context,
  );
}

function sectionsOf(articles: readonly Article[]): FoundSection[] {
  return articles.flatMap((article) => article.sections.map((section) => ({ article, section })));
}

function sectionByHeading(typed: string, articles: readonly Article[], context: Context): FoundSection | undefined {
  const asked = foldedLetters(typed);
  const candidates = sectionsOf(articles);
  const headed = candidates.filter(({ section }) => section.heading !== null);
  const lead = LEAD.test(asked) ? candidates.filter(({ section }) => section.number === 0) : [];
  const exact = headed.filter(({ section }) => foldedLetters(section.heading ?? '') === asked);
  const partial = headed.filter(({ section }) => asked !== '' && foldedLetters(section.heading ?? '').includes(asked));
  const matching = [lead, exact, partial].find(({ length }) => length > 0) ?? [];
  const [only, ...others] = matching;
  if (others.length === 0) return only;
  throw withSections(textsIn(context.locale).sectionAmbiguous(typed.trim().slice(0, 60)), matching, context);
}

/** A mistake, with the sections that one could have meant. */
function withSections(message: string, meant: readonly FoundSection[], context: Context): UserError {
  const options = meant.slice(0, MOST_OFFERED).map(({ article, section }) => ({
    label: `${shownSection(article, section.number, context)} ${headingOf(article, section, context)}`,
    target: targetOf(article, { section: section.number, paragraph: 0 }),
  }));
  const placeholder = textsIn(context.locale).labels.jump;
  return mistakeWithChoice(message, { kind: 'section', placeholder, options });
}
