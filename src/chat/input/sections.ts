import { formatSection, parsePlace, type TypedPlace } from '../../article/address.ts';
import type { Article, Section } from '../../article/article.ts';
import { fold } from '../../language/fold.ts';
import { headingOf, shownSection, targetOf } from '../cards/parts.ts';
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
  const place = parsePlace(typed) ?? parsePlace(typed.trim().split(/\s/, 1)[0] ?? '');
  const byNumber = place === undefined ? undefined : sectionByNumber(typed, place, articles, context);
  return byNumber ?? sectionByHeading(typed, articles, context);
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
      named.slice(0, MOST_OFFERED).map(({ id }) => id + formatSection(place.from.section)),
    );
  }
  return { article, section: requireSection(article, place.from.section, typed, context) };
}

/**
 * A section by its number.
 * @throws UserError that says how many there are
 */
export function requireSection(article: Article, number: number, typed: string, context: Context): Section {
  const section = article.sections.find((candidate) => candidate.number === number);
  if (section !== undefined) return section;
  const texts = textsIn(context.locale);
  const last = article.sections.at(-1)?.number ?? 0;
  if (last === 0) throw new UserError(texts.noSections(typed.trim()));
  const offered = article.sections.map((candidate) => ({ article, section: candidate }));
  throw withSections(number === 0 ? texts.noLead() : texts.noSuchSection(typed.trim(), last), offered, context);
}

function sectionByHeading(typed: string, articles: readonly Article[], context: Context): FoundSection {
  const asked = comparable(typed);
  const candidates = articles.flatMap((article) => article.sections.map((section) => ({ article, section })));
  const headed = candidates.filter(({ section }) => section.heading !== null);
  const lead = LEAD.test(asked) ? candidates.filter(({ section }) => section.number === 0) : [];
  const exact = headed.filter(({ section }) => comparable(section.heading ?? '') === asked);
  const partial = headed.filter(({ section }) => asked !== '' && comparable(section.heading ?? '').includes(asked));
  const matching = [lead, exact, partial].find(({ length }) => length > 0) ?? [];
  const [only, ...others] = matching;
  if (only !== undefined && others.length === 0) return only;
  const texts = textsIn(context.locale);
  throw withSections(
    matching.length > 0 ? texts.sectionAmbiguous(typed.trim()) : texts.sectionNotFound(typed.trim().slice(0, 60)),
    matching.length > 0 ? matching : candidates,
    context,
  );
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

/** Script, width, spaces and punctuation do not count when headings are compared. */
function comparable(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}
