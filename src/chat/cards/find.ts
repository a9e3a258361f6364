import type { Article } from '../../article/article.ts';
import { differences, mostAlike } from '../../retrieval/differences.ts';
import { findVerbatim, type Occurrence } from '../../retrieval/verbatim.ts';
import type { Context } from '../command.ts';
import { noticeReply } from '../failure.ts';
import { parsePlace } from '../input/passages.ts';
import type { Action, Block, Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import { citation, linkAction, quoteParagraph, shownAddress, targetOf } from './parts.ts';
import { quoteCard, quoteRange, shownRange } from './quote.ts';

/** Below this likeness (Dice over bigrams) two texts have little more in common than their topic. */
const ALIKE = 0.45;
/** How many passages are held against the words. */
const CLOSEST = 5;
/** How many passages are a click away: a row of buttons. */
const MOST_WAYS = 5;

/** The article does say these words: the paragraphs that hold them, the sentences marked. */
export function verbatimCard({ article, from, to, start, end }: Occurrence, context: Context): Reply {
  const notice = textsIn(context.locale).foundVerbatim(shownRange(article, from, to, context));
  const card = quoteCard(article, from, to, 'private', context);
  const single = from.section === to.section && from.paragraph === to.paragraph;
  const paragraphs = single
    ? [quoteParagraph(paragraphOf(article, from), shownAddress(article, from, context), { start, end })]
    : quoteRange(article, from, to, context);
  const blocks = card.blocks.map((block) => (block.kind === 'quotation' ? { ...block, paragraphs } : block));
  return { ...card, blocks: [{ kind: 'notice', text: notice }, ...blocks] };
}

/** Some of the sentences are the article's own words: each with where it stands, the others struck out. */
export function partlyCard(claims: readonly string[], articles: readonly Article[], context: Context): Reply {
  const found = claims.map((claim) => ({ claim, occurrence: findVerbatim(claim, articles)[0] }));
  const verbatim = found.filter(({ occurrence }) => occurrence !== undefined).length;
  const blocks: Block[] = [{ kind: 'notice', text: textsIn(context.locale).foundInParts(verbatim, claims.length) }];
  for (const { claim, occurrence } of found) {
    if (occurrence === undefined) {
      blocks.push({ kind: 'differences', pieces: [{ text: claim, side: 'theirs' }] });
      continue;
    }
    const { article, from, to } = occurrence;
    blocks.push({ kind: 'differences', pieces: [{ text: claim, side: 'both' }] });
    blocks.push(citation(article, shownRange(article, from, to, context)));
  }
  return {
    visibility: 'private',
    blocks,
    actions: waysTo(
      found.flatMap(({ occurrence }) => occurrence ?? []),
      context,
    ),
    choices: [],
  };
}

/** A button for each passage that the words are from. */
function waysTo(occurrences: readonly Occurrence[], context: Context): Action[] {
  const byLabel = new Map<string, Action>();
  for (const { article, from } of occurrences) {
    const label = shownAddress(article, from, context);
    byLabel.set(label, { kind: 'passage', label, target: targetOf(article, from) });
  }
  return [...byLabel.values()].slice(0, MOST_WAYS);
}

/** The closest passage with the differences marked, or a plain no. */
export function closestCard(claim: string, articleId: string | undefined, context: Context): Reply {
  const texts = textsIn(context.locale);
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
  const pieces = closest && closest.alike.likeness >= ALIKE ? differences(claim, closest.words) : undefined;
  if (closest === undefined || pieces === undefined) return noticeReply(texts.notInArticle());
  const { article, place } = closest;
  const shown = shownAddress(article, place, context);
  const target = targetOf(article, place);
  return {
    visibility: 'private',
    blocks: [
      { kind: 'notice', text: texts.foundClosest(shown) },
      { kind: 'differences', pieces, legend: { theirs: texts.labels.theirs, article: texts.labels.original } },
      citation(article, shown),
    ],
    actions: [{ kind: 'passage', label: shown, target }, ...linkAction(article, context)],
    choices: [],
  };
}

function paragraphOf(article: Article, address: Occurrence['from']): string {
  return article.sections.find(({ number }) => number === address.section)?.paragraphs[address.paragraph - 1] ?? '';
}
