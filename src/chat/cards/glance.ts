import type { Article } from '../../article/article.ts';
import { allAbout, type SentenceAbout } from '../../glance/all-about.ts';
import { type Entry, KINDS, type Kind } from '../../glance/entries.ts';
import { glanceAt } from '../../glance/glance.ts';
import { splitSentences } from '../../language/sentences.ts';
import type { Context } from '../command.ts';
import type { Action, Block, Choice, ContentsEntry, QuotedParagraph, Reply, Target } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import { citation, forReader, isConverted, shownAddress, targetOf, wholeOf } from './parts.ts';
import { paragraphAt } from './quote.ts';

/** Where a transport has pages, so many entries stand on one: each has a button that opens it. */
const ON_A_PAGE = 8;
/** Fewer sentences are read where the name itself leads. */
const FEWEST_ABOUT = 2;

/**
 * What an article names of one kind, each entry with the way to its sentence.
 * @param page counted from 0; one beyond the last shows the last
 */
export function glanceCard(
  article: Article,
  kind: Kind,
  page: number,
  visibility: Reply['visibility'],
  context: Context,
): Reply {
  const texts = textsIn(context.locale);
  const all = glanceAt(article)[kind];
  const size = context.pageSize === undefined ? Math.max(1, all.length) : ON_A_PAGE;
  const pages = Math.max(1, Math.ceil(all.length / size));
  const shown = Math.max(0, Math.min(page, pages - 1));
  const entries = all.slice(shown * size, (shown + 1) * size);
  const label = `${texts.labels[kind]} ${all.length}`;
  const heading: Block = {
    kind: 'heading',
    text: `${label} · ${forReader(article.title, article, context)}`,
    ...(pages > 1 && { address: texts.page(shown + 1, pages) }),
  };
  const none: Block = { kind: 'notice', text: texts.namesNone(texts.labels[kind]) };
  const listed: Block = {
    kind: 'contents',
    of: 'names',
    entries: entries.map((entry) => shownEntry(entry, article, context)),
  };
  return {
    visibility,
    blocks: [heading, entries.length === 0 ? none : listed, citation(article)],
    actions: turning(pages, shown, (to) => ({ ...wholeOf(article), glance: KINDS.indexOf(kind), page: to }), context),
    choices: [lookAtChoice(article, entries, context)],
  };
}

function shownEntry({ text, note, mentions }: Entry, article: Article, context: Context): ContentsEntry {
  const [first, ...others] = mentions;
  const address = first === undefined ? '' : shownAddress(article, first.address, context);
  return {
    address: others.length === 0 ? address : `${address} +${others.length}`,
    heading: forReader(text, article, context),
    size: forReader(note, article, context),
    summary: [],
    ...(first !== undefined && { target: { ...targetOf(article, first.address), marked: first.sentence } }),
  };
}

/** The kinds of which there is something, and all about those entries of which several sentences tell. */
function lookAtChoice(article: Article, entries: readonly Entry[], context: Context): Choice {
  const texts = textsIn(context.locale);
  const glance = glanceAt(article);
  const kinds = KINDS.flatMap((kind, at) => {
    const { length } = glance[kind];
    return length === 0
      ? []
      : [{ label: `${texts.labels[kind]} ${length}`, target: { ...wholeOf(article), glance: at, page: 0 } }];
  });
  const about = entries.flatMap((entry) => {
    if (!isToldOf(entry)) return [];
    const { length } = allAbout(article, entry, glance.people);
    if (length < FEWEST_ABOUT) return [];
    return [
      {
        label: texts.allAboutOption(forReader(entry.text, article, context), length),
        target: targetOfEntry(article, entry),
      },
    ];
  });
  return { kind: 'glance', placeholder: texts.labels.lookAt, options: [...kinds, ...about] };
}

/** A date and a figure have a sentence; people, bodies, places and documents are told of. */
function isToldOf({ kind }: Entry): boolean {
  return kind !== 'dates' && kind !== 'figures';
}

/** An entry is known by where it stands first: what the article names may be told apart in another way one day. */
function targetOfEntry(article: Article, { mentions: [first] }: Entry, page = 0): Target {
  const { address = { section: 0, paragraph: 0 }, span } = first ?? {};
  return { ...targetOf(article, address), named: span?.start ?? 0, page };
}

/**
 * All sentences about somebody or something, in order, each word for word with its place.
 * @param page counted from 0
 */
export function allAboutCard(
  article: Article,
  entry: Entry,
  page: number,
  visibility: Reply['visibility'],
  context: Context,
): Reply {
  const texts = textsIn(context.locale);
  const places = allAbout(article, entry, glanceAt(article).people);
  const pages = paginate(places, article, context.pageSize ?? Number.POSITIVE_INFINITY);
  const shown = Math.max(0, Math.min(page, pages.length - 1));
  const sentences = pages[shown] ?? [];
  const paragraphs = quoted(sentences, article, context);
  const [only, ...others] = paragraphs;
  const whereabouts = [
    ...(only !== undefined && others.length === 0 ? [only.address] : []),
    ...(pages.length > 1 ? [texts.page(shown + 1, pages.length)] : []),
  ];
  const name = forReader(entry.text, article, context);
  const kind = { ...wholeOf(article), glance: KINDS.indexOf(entry.kind), page: 0 };
  return {
    visibility,
    blocks: [
      {
        kind: 'heading',
        text: texts.allAbout(name),
        ...(whereabouts.length > 0 && { address: whereabouts.join(' · ') }),
      },
      ...(entry.note === '' ? [] : [{ kind: 'notice' as const, text: forReader(entry.note, article, context) }]),
      { kind: 'quotation', paragraphs, converted: isConverted(article, context) },
      citation(article),
    ],
    actions: [
      ...turning(pages.length, shown, (to) => targetOfEntry(article, entry, to), context),
      { kind: 'glance', label: texts.labels[entry.kind], target: kind },
    ],
    choices: placesChoice(sentences, article, context),
  };
}

function quoted(places: readonly SentenceAbout[], article: Article, context: Context): QuotedParagraph[] {
  const byAddress = new Map<string, QuotedParagraph>();
  for (const place of places) {
    const address = shownAddress(article, place.address, context);
    const sentence = { text: forReader(sentenceAt(place, article), article, context), marked: false };
    byAddress.set(address, { address, sentences: [...(byAddress.get(address)?.sentences ?? []), sentence] });
  }
  return [...byAddress.values()];
}

function placesChoice(places: readonly SentenceAbout[], article: Article, context: Context): Choice[] {
  const options = places.map(({ address, sentence }) => ({
    label: `${shownAddress(article, address, context)} ${forReader(sentenceAt({ address, sentence }, article), article, context)}`,
    target: { ...targetOf(article, address), marked: sentence },
  }));
  return options.length === 0 ? [] : [{ kind: 'passage', placeholder: textsIn(context.locale).labels.jump, options }];
}

function sentenceAt({ address, sentence }: SentenceAbout, article: Article): string {
  const text = paragraphAt(article, address);
  const { start, end } = splitSentences(text)[sentence] ?? { start: 0, end: 0 };
  return text.slice(start, end);
}

/** As many sentences a page as fit into `size` characters, at least one. */
function paginate(places: readonly SentenceAbout[], article: Article, size: number): SentenceAbout[][] {
  const pages: SentenceAbout[][] = [];
  let room = 0;
  for (const place of places) {
    const { length } = sentenceAt(place, article);
    const page = pages.at(-1);
    if (page !== undefined && length <= room) page.push(place);
    else {
      pages.push([place]);
      room = size;
    }
    room -= length;
  }
  return pages;
}

function turning(pages: number, page: number, targetOfPage: (to: number) => Target, context: Context): Action[] {
  if (pages < 2) return [];
  const { labels } = textsIn(context.locale);
  const turn = (to: number, label: string): Action => ({
    kind: 'glance',
    label,
    target: targetOfPage(Math.max(0, Math.min(to, pages - 1))),
    disabled: to < 0 || to >= pages,
  });
  return [turn(page - 1, `◀ ${labels.previousPage}`), turn(page + 1, `${labels.nextPage} ▶`)];
}

/** What a button of these cards leads to; undefined where the article names nothing there. */
export function glancePlace(article: Article, target: Target, context: Context): Reply | undefined {
  const page = target.page ?? 0;
  if (target.named === undefined) {
    const kind = KINDS[target.glance ?? 0];
    return kind === undefined ? undefined : glanceCard(article, kind, page, 'public', context);
  }
  const entry = entryAt(article, target);
  return entry === undefined ? undefined : allAboutCard(article, entry, page, 'public', context);
}

function entryAt(article: Article, { address, named = 0 }: Target): Entry | undefined {
  return KINDS.flatMap((kind) => glanceAt(article)[kind]).find(
    (entry) =>
      isToldOf(entry) &&
      entry.mentions.some(
        (mention) =>
          mention.address.section === address.section &&
          mention.address.paragraph === address.paragraph &&
          mention.span.start <= named &&
          named < mention.span.end,
      ),
  );
}
