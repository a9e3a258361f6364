import type { Address } from '../../article/address.ts';
import type { Article } from '../../article/article.ts';
import { differences, mostAlike } from '../../retrieval/differences.ts';
import { findVerbatim, type Occurrence } from '../../retrieval/verbatim.ts';
import type { Context } from '../command.ts';
import { noticeReply } from '../failure.ts';
import { parsePlace } from '../input/passages.ts';
import type { Action, Block, Differences, QuotedParagraph, Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import { citation, linkAction, quoteParagraph, shownAddress, targetOf } from './parts.ts';
import { addressesBetween, paragraphAt, quoteCard, quoteRange, shownRange } from './quote.ts';

/** Below this likeness (Dice over bigrams) two texts have little more in common than their topic. */
const ALIKE = 0.45;
/** How many passages are held against the words. */
const CLOSEST = 5;
/** How many sentences of a message are held against what is closest to them: a search each, others wait meanwhile. */
const MOST_COMPARED = 3;
/** How many passages are a click away: a row of buttons. */
const MOST_WAYS = 5;

/** The article does say these words: the paragraphs that hold them, the sentences marked. */
export function verbatimCard({ article, from, to, start, end }: Occurrence, context: Context): Reply {
  const notice = textsIn(context.locale).foundVerbatim(shownRange(article, from, to, context));
  const card = quoteCard(article, from, to, 'private', context);
  const single = from.section === to.section && from.paragraph === to.paragraph;
  const paragraphs = single
    ? [quoteParagraph(paragraphAt(article, from), shownAddress(article, from, context), { start, end })]
    : quoteRange(article, from, to, context);
  const blocks = card.blocks.map((block) => (block.kind === 'quotation' ? { ...block, paragraphs } : block));
  return { ...card, blocks: [{ kind: 'notice', text: notice }, ...blocks] };
}

/**
 * Some of the sentences are the article's own words: each as the article has it, with where it
 * stands; the others with what the article has instead, or struck out where it has nothing like them.
 */
export function partlyCard(claims: readonly string[], articles: readonly Article[], context: Context): Reply {
  const texts = textsIn(context.locale);
  const only = articles.length === 1 ? articles[0] : undefined;
  let searches = 0;
  const checked = claims.map((claim): Checked => {
    const [occurrence] = findVerbatim(claim, articles);
    if (occurrence !== undefined) return { found: true, occurrence };
    searches += 1;
    return { found: false, claim, closest: searches > MOST_COMPARED ? undefined : closestTo(claim, only?.id, context) };
  });
  const verbatim = checked.filter(({ found }) => found).length;
  const compared = checked.some((one) => !one.found && one.closest !== undefined);
  const legend = { theirs: texts.labels.absent, ...(compared ? { article: texts.labels.original } : {}) };
  // One legend for all marks, below the first of them.
  const first = checked.findIndex(({ found }) => !found);
  return {
    visibility: 'private',
    blocks: [
      { kind: 'notice', text: texts.foundInParts(verbatim, claims.length) },
      ...checked.flatMap((one, at) => checkedBlocks(one, at === first ? { legend } : {}, context)),
    ],
    actions: waysTo(checked.flatMap(placeOf), context),
    choices: [],
  };
}

/** A sentence of a message, held against the articles. */
type Checked =
  | { readonly found: true; readonly occurrence: Occurrence }
  | { readonly found: false; readonly claim: string; readonly closest: Closest | undefined };

function checkedBlocks(checked: Checked, legend: Pick<Differences, 'legend'>, context: Context): Block[] {
  if (checked.found) {
    const { article, from, to } = checked.occurrence;
    const cited = citation(article, shownRange(article, from, to, context));
    return [{ kind: 'quotation', paragraphs: wordsOf(checked.occurrence, context), converted: false }, cited];
  }
  const { claim, closest } = checked;
  if (closest === undefined) return [{ kind: 'differences', pieces: [{ text: claim, side: 'theirs' }], ...legend }];
  const { article, place, pieces } = closest;
  return [{ kind: 'differences', pieces, ...legend }, citation(article, shownAddress(article, place, context))];
}

function placeOf(checked: Checked): Place[] {
  if (checked.found) return [{ article: checked.occurrence.article, place: checked.occurrence.from }];
  return checked.closest === undefined ? [] : [checked.closest];
}

/** Closing marks that belong to the words before them. */
const CLOSING = /^[。！？!?…]+/;

/** The article's own words that somebody quoted, with the stop behind them; paragraph by paragraph. */
function wordsOf({ article, from, to, start, end }: Occurrence, context: Context): QuotedParagraph[] {
  return addressesBetween(article, from, to).map((address, at, all) => {
    const text = paragraphAt(article, address);
    const stop = end + (CLOSING.exec(text.slice(end))?.[0].length ?? 0);
    const words = text.slice(at === 0 ? start : 0, at === all.length - 1 ? stop : text.length);
    return quoteParagraph(words, shownAddress(article, address, context), null);
  });
}

interface Place {
  readonly article: Article;
  readonly place: Address;
}

/** A button for each passage that the words are from, or are most like. */
function waysTo(places: readonly Place[], context: Context): Action[] {
  const byLabel = new Map<string, Action>();
  for (const { article, place } of places) {
    const label = textsIn(context.locale).openAt(shownAddress(article, place, context));
    byLabel.set(label, { kind: 'passage', label, target: targetOf(article, place) });
  }
  return [...byLabel.values()].slice(0, MOST_WAYS);
}

/** The closest passage with the differences marked, or a plain no. */
export function closestCard(claim: string, articleId: string | undefined, context: Context): Reply {
  const texts = textsIn(context.locale);
  const closest = closestTo(claim, articleId, context);
  if (closest === undefined) return noticeReply(texts.notInArticle());
  const { article, place, pieces } = closest;
  const shown = shownAddress(article, place, context);
  return {
    visibility: 'private',
    blocks: [
      { kind: 'notice', text: texts.foundClosest(shown) },
      { kind: 'differences', pieces, legend: { theirs: texts.labels.theirs, article: texts.labels.original } },
      citation(article, shown),
    ],
    actions: [...waysTo([closest], context), ...linkAction(article, context)],
    choices: [],
  };
}

/** A passage that says nearly what somebody wrote, and how it differs. */
interface Closest extends Place {
  readonly pieces: Differences['pieces'];
}

/** @returns undefined where no passage is alike enough to show side by side */
function closestTo(claim: string, articleId: string | undefined, context: Context): Closest | undefined {
  const scope = articleId === undefined ? { limit: CLOSEST } : { articleId, limit: CLOSEST };
  const [closest] = context.library
    .ask(claim, scope)
    .passages.flatMap(({ articleId: id, address, text }) => {
      const article = context.library.articles.find((candidate) => candidate.id === id);
      const place = parsePlace(address)?.from;
      const alike = mostAlike(claim, text);
      if (article === undefined || place === undefined || alike === undefined) return [];
      return [{ article, place, alike, words: text.slice(alike.span.start, alike.span.end) }];
    })
    .sort((a, b) => b.alike.likeness - a.alike.likeness);
  if (closest === undefined || closest.alike.likeness < ALIKE) return undefined;
  const pieces = differences(claim, closest.words);
  return pieces === undefined ? undefined : { article: closest.article, place: closest.place, pieces };
}
