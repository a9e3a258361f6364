import { type Address, formatAddress } from '../../article/address.ts';
import type { Article, Section } from '../../article/article.ts';
import type { Span } from '../../language/sentences.ts';
import type { Context } from '../command.ts';
import type { Action, Block, Choice, Heading, Reply, Target } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import {
  cardHeading,
  citation,
  isConverted,
  linkAction,
  markedIn,
  pictureAction,
  placeInWords,
  quoteParagraph,
  sectionAction,
  shownAddress,
  shownTo,
  summaryBlock,
  targetOf,
} from './parts.ts';

/** What a passage's card needs beside the passage. */
export interface PassageView {
  /** The answering sentence, as UTF-16 offsets into the passage; null where nothing was asked. */
  readonly highlight: Span | null;
  readonly visibility: Reply['visibility'];
  /** Other passages that answer too. */
  readonly choices?: readonly Choice[];
}

/**
 * A passage with its heading, citation and the summary of its section, and the ways on from it.
 * The address must be one of the article's.
 */
export function passageCard(article: Article, address: Address, view: PassageView, context: Context): Reply {
  const section = article.sections.find(({ number }) => number === address.section);
  const text = section?.paragraphs[address.paragraph - 1];
  if (section === undefined || text === undefined) throw new Error(`no ${formatAddress(address)} in ${article.id}`);
  const shown = shownAddress(article, address, context);
  const heading: Heading = { kind: 'heading', text: cardHeading(article, section, context) };
  const blocks: Block[] = [
    heading,
    {
      kind: 'quotation',
      paragraphs: [quoteParagraph(text, shown, view.highlight, shownTo(text, article, context))],
      converted: isConverted(article, context),
      ...(view.highlight !== null && { brief: true as const }),
    },
    citation(article, placeInWords(article, address, context)),
    ...(wasIn(article, section, context) ? [] : summaryBlock(article, section, context)),
  ];
  return {
    visibility: view.visibility,
    blocks,
    actions: passageActions(
      article,
      section,
      { ...targetOf(article, address), ...markedIn(text, view.highlight) },
      view,
      context,
    ),
    choices: view.choices ?? [],
  };
}

/** Whether the same person was answered from this section a moment ago: they have seen its summary. */
function wasIn(article: Article, section: Section, { before }: Context): boolean {
  return before?.place?.hash === article.hash && before.place.address.section === section.number;
}

function passageActions(
  article: Article,
  section: Section,
  target: Target,
  { visibility }: PassageView,
  context: Context,
): Action[] {
  const { address } = target;
  const { labels } = textsIn(context.locale);
  const passages = addresses(article);
  const place = passages.findIndex((other) => formatAddress(other) === formatAddress(address));
  const neighbour = (offset: number, label: string): Action => {
    const other = passages[place + offset];
    return { kind: 'passage', label, target: targetOf(article, other ?? address), disabled: other === undefined };
  };
  return [
    neighbour(-1, `◀ ${labels.previous}`),
    neighbour(1, `${labels.next} ▶`),
    sectionAction(article, section, context),
    visibility === 'private'
      ? { kind: 'post', label: labels.post, target }
      : { kind: 'copy', label: labels.copy, target },
    ...pictureAction(target, context),
    ...linkAction(article, context),
  ];
}

/** The addresses of an article's passages, in document order. */
export function addresses(article: Article): Address[] {
  return article.sections.flatMap(({ number, paragraphs }) =>
    paragraphs.map((_, index) => ({ section: number, paragraph: index + 1 })),
  );
}
