import type { Article } from '../../article/article.ts';
import type { Difference } from '../../verbatim/differences.ts';
import { type LetteredText, lineOf } from '../../verbatim/letters.ts';
import type { Occurrence } from '../../verbatim/verbatim.ts';
import type { Checked, Claim, Verdict } from '../checking/check.ts';
import type { Context } from '../command.ts';
import { noticeReply } from '../failure.ts';
import type { Action, Block, CitationLine, Differences, Notice, Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import { excerpt } from './excerpt.ts';
import { citation, linkAction, quoteParagraph, shownAddress, shownSection, targetOf } from './parts.ts';
import { addressesBetween, paragraphAt, quoteCard, quoteRange, shownRange } from './quote.ts';

/** How many claims a card shows one by one, and how much text in all: some screens of a phone, and within what Discord takes. */
const MOST_SHOWN = 10;
const MOST_TEXT = 1_500;
/** So much of each of the article's own words is shown, its beginning and its end. */
const LONGEST_WORDS = 200;
/** How much of what stayed unchecked is repeated word for word: each, and all. */
const LONGEST_UNCHECKED = 200;
const MOST_UNCHECKED = 400;
/** And of words beyond what a card shows. */
const LONGEST_ALSO = 16;
const MOST_ALSO = 10;
/** How many passages are a click away: a row of buttons. */
const MOST_WAYS = 5;

/** What was found of a message: which of its words are the article's, which are not and what comes closest, and what was not looked up. */
export function findCard(checked: Checked, context: Context): Reply {
  const [only] = checked.claims;
  if (only === undefined || checked.claims.length > 1 || only.verdict.kind === 'unchecked') {
    return severalCard(checked, context);
  }
  const card = singleCard(only.verdict, context);
  return { ...card, blocks: [...card.blocks, ...notesOn([], checked, context)] };
}

function singleCard(verdict: Exclude<Verdict, { kind: 'unchecked' }>, context: Context): Reply {
  if (verdict.kind === 'words') return verbatimCard(verdict.occurrence, context);
  if (verdict.kind === 'closest') return closestCard(verdict, context);
  return noticeReply(textsIn(context.locale).nothingNear());
}

/** All of it is the article's own words: the paragraphs that hold them, the sentences marked. */
function verbatimCard(occurrence: Occurrence, context: Context): Reply {
  const { article, from, to, start, end, head } = occurrence;
  const notice: Notice = {
    kind: 'notice',
    text: textsIn(context.locale).foundVerbatim(placeOf(occurrence, context)),
  };
  if (head !== undefined) {
    const paragraphs = [quoteParagraph(headText(occurrence), '', null)];
    return {
      visibility: 'private',
      blocks: [notice, { kind: 'quotation', paragraphs, converted: false }, citation(article)],
      actions: [...waysTo([{ article, address: from, head }], context), ...linkAction(article, context)],
      choices: [],
    };
  }
  const card = quoteCard(article, from, to, 'private', context);
  const single = from.section === to.section && from.paragraph === to.paragraph;
  const paragraphs = single
    ? [quoteParagraph(paragraphAt(article, from), shownAddress(article, from, context), { start, end })]
    : quoteRange(article, from, to, context);
  const blocks = card.blocks.map((block) => (block.kind === 'quotation' ? { ...block, paragraphs } : block));
  return { ...card, blocks: [notice, ...blocks] };
}

function closestCard({ near, pieces }: Extract<Verdict, { kind: 'closest' }>, context: Context): Reply {
  const { article, lettered } = near;
  const place = { article, ...lettered };
  const shown = placeOf(place, context);
  return {
    visibility: 'private',
    blocks: [
      { kind: 'notice', text: textsIn(context.locale).foundClosest(shown) },
      { kind: 'differences', pieces, ...legendFor([pieces], context) },
      citation(article, lettered.head === undefined ? shown : undefined),
    ],
    actions: [...waysTo([place], context), ...linkAction(article, context)],
    choices: [],
  };
}

/** A message of several claims: how many of what kind, then each by itself with its verdict above it. */
function severalCard(checked: Checked, context: Context): Reply {
  const texts = textsIn(context.locale);
  const { shown, rest } = dividedForShow(checked.claims);
  const count = (kind: Verdict['kind'], claims: readonly Claim[]) =>
    claims.filter(({ verdict }) => verdict.kind === kind).length;
  const blocks = withLegend(
    shown.map((claim) => claimBlock(claim, context)),
    context,
  );
  // What is near to something and has no room counts as not looked up: nobody sees what came of it.
  const counts = [count('words', checked.claims), count('closest', shown), count('nothing', shown)] as const;
  return {
    visibility: 'private',
    blocks: [
      ...(counts.every((number) => number === 0)
        ? []
        : [{ kind: 'notice' as const, text: texts.checkedInParts(...counts) }]),
      ...blocks,
      ...alsoWords(rest, context),
      ...notesOn([...rest, ...checked.claims.filter(({ verdict }) => verdict.kind === 'unchecked')], checked, context),
      ...citationsOf(checked.claims),
    ],
    actions: waysTo(
      shown.flatMap(({ verdict }) => placesIn(verdict)),
      context,
    ),
    choices: [],
  };
}

/** The claims that there is room for, in their order, and those that there is not. */
function dividedForShow(claims: readonly Claim[]): { shown: Claim[]; rest: Claim[] } {
  const shown: Claim[] = [];
  const rest: Claim[] = [];
  let room = MOST_TEXT;
  for (const claim of claims) {
    if (claim.verdict.kind === 'unchecked') continue;
    const length = shownLength(claim);
    if (shown.length < MOST_SHOWN && length <= room) {
      shown.push(claim);
      room -= length;
    } else rest.push(claim);
  }
  return { shown, rest };
}

function shownLength({ verdict, text }: Claim): number {
  if (verdict.kind === 'words') return Math.min(LONGEST_WORDS, text.length);
  if (verdict.kind === 'closest') return verdict.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  return text.length;
}

/** A claim with its verdict in one line above it. */
function claimBlock({ text, verdict }: Claim, context: Context): Differences {
  const texts = textsIn(context.locale);
  if (verdict.kind === 'words') {
    const words = excerpt(wordsOf(verdict.occurrence), LONGEST_WORDS);
    const label = texts.verdictWords(placeOf(verdict.occurrence, context));
    return { kind: 'differences', label, pieces: [{ text: words, side: 'both' }] };
  }
  if (verdict.kind === 'closest') {
    const place = { article: verdict.near.article, ...verdict.near.lettered };
    return { kind: 'differences', label: texts.verdictClosest(placeOf(place, context)), pieces: verdict.pieces };
  }
  return { kind: 'differences', label: texts.verdictNothing(), pieces: [{ text, side: 'theirs' }] };
}

/** One legend for all marks, below the last of them. */
function withLegend(blocks: readonly Differences[], context: Context): Differences[] {
  const legend = legendFor(
    blocks.map(({ pieces }) => pieces),
    context,
  );
  const last = blocks.findLastIndex(({ pieces }) => pieces.some(({ side }) => side !== 'both'));
  return blocks.map((block, at) => (at === last ? { ...block, ...legend } : block));
}

/** What the marks mean that there are; nothing where there are none. */
function legendFor(pieces: readonly (readonly Difference[])[], context: Context): Pick<Differences, 'legend'> {
  const { labels } = textsIn(context.locale);
  const has = (side: Difference['side']) => pieces.some((some) => some.some((piece) => piece.side === side));
  if (!has('theirs') && !has('article')) return {};
  return {
    legend: {
      ...(has('theirs') ? { theirs: labels.theirs } : {}),
      ...(has('article') ? { article: labels.original } : {}),
    },
  };
}

/** Claims that a card has no room for: those that are the article's words, in brief. */
function alsoWords(claims: readonly Claim[], context: Context): Block[] {
  const found = claims.flatMap(({ text, verdict }) =>
    verdict.kind === 'words' ? [{ text: excerpt(text, LONGEST_ALSO), at: placeOf(verdict.occurrence, context) }] : [],
  );
  return found.length === 0
    ? []
    : [{ kind: 'notice', text: textsIn(context.locale).alsoWords(found.slice(0, MOST_ALSO), found.length) }];
}

/** What was not looked up: words first, then what is none, then what was not even read. */
function notesOn(claims: readonly Claim[], { aside, unread }: Checked, context: Context): Block[] {
  const texts = textsIn(context.locale);
  const unchecked = claims.filter(({ verdict }) => verdict.kind !== 'words').map(({ text }) => text);
  const notes = [
    ...(unchecked.length === 0 ? [] : [uncheckedWords(unchecked, context)]),
    ...(Object.keys(aside).length === 0 ? [] : [texts.setAside(aside)]),
    ...(unread === 0 ? [] : [texts.unread(unread)]),
  ];
  return notes.map((text) => ({ kind: 'notice', text }));
}

/** Word for word as far as there is room, and how many characters more. */
function uncheckedWords(words: readonly string[], context: Context): string {
  const listed: string[] = [];
  let room = MOST_UNCHECKED;
  let more = 0;
  for (const text of words) {
    const short = excerpt(text, LONGEST_UNCHECKED);
    if (short.length <= room) {
      listed.push(short);
      more += text.length - short.length;
      room -= short.length;
    } else more += text.length;
  }
  return textsIn(context.locale).unchecked(listed, more);
}

/** Closing marks that belong to the words before them. */
const CLOSING = /^[。！？!?…]{1,3}/;

/** The article's own words that somebody quoted, with the stop behind them; a line a paragraph. */
function wordsOf(occurrence: Occurrence): string {
  const { article, from, to, start, end, head } = occurrence;
  if (head !== undefined) return headText(occurrence).slice(start, end);
  return addressesBetween(article, from, to)
    .map((address, at, all) => {
      const text = paragraphAt(article, address);
      const stop = end + (CLOSING.exec(text.slice(end, end + 3))?.[0].length ?? 0);
      return text.slice(at === 0 ? start : 0, at === all.length - 1 ? stop : text.length);
    })
    .join('\n');
}

/** A title, a heading, or another line of the page above the paragraphs. */
function headText({ article, from, head = 'heading' }: Pick<Occurrence, 'article' | 'from' | 'head'>): string {
  if (head !== 'heading') return lineOf(article, head);
  return article.sections.find(({ number }) => number === from.section)?.heading ?? '';
}

type Place = { readonly article: Article } & Pick<LetteredText, 'address' | 'head'>;

/** Where something stands, as people see it. */
function placeOf(place: Place | Occurrence, context: Context): string {
  const { labels, headingOf } = textsIn(context.locale);
  const { article, head } = place;
  const { section } = 'address' in place ? place.address : place.from;
  if (head === 'heading') return headingOf(shownSection(article, section, context));
  if (head !== undefined) return context.library.articles.length > 1 ? `${article.id} ${labels[head]}` : labels[head];
  if ('address' in place) return shownAddress(article, place.address, context);
  return shownRange(article, place.from, place.to, context);
}

function placesIn(verdict: Verdict): Place[] {
  if (verdict.kind === 'words') {
    const { article, from, head } = verdict.occurrence;
    return [{ article, address: from, ...(head === undefined ? {} : { head }) }];
  }
  return verdict.kind === 'closest' ? [{ article: verdict.near.article, ...verdict.near.lettered }] : [];
}

/** A button for each passage that the words are from, or come close to. */
function waysTo(places: readonly Place[], context: Context): Action[] {
  const byLabel = new Map<string, Action>();
  for (const { article, address, head } of places) {
    if (head !== undefined && head !== 'heading') continue;
    const shown =
      head === undefined ? shownAddress(article, address, context) : shownSection(article, address.section, context);
    const label = textsIn(context.locale).openAt(shown);
    byLabel.set(label, { kind: head === undefined ? 'passage' : 'section', label, target: targetOf(article, address) });
  }
  return [...byLabel.values()].slice(0, MOST_WAYS);
}

/** One for each article that something is from; each claim has its own address. */
function citationsOf(claims: readonly Claim[]): CitationLine[] {
  const articles = new Set(claims.flatMap(({ verdict }) => placesIn(verdict).map(({ article }) => article)));
  return [...articles].slice(0, 3).map((article) => citation(article));
}
