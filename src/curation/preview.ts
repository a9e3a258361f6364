import type { Article } from '../article/article.ts';
import { formatPublishedAt } from '../article/dateline.ts';
import type { Locale } from '../chat/locale.ts';
import type { Block, ContentsEntry, Facts } from '../chat/reply.ts';
import { textsIn } from '../chat/texts/texts.ts';
import type { Likeness } from '../store/store.ts';
import { doubtsAbout } from './doubts.ts';
import type { Candidate, Draft, Refused } from './drafts.ts';
import { PAGES } from './edits.ts';
import { PASTED } from './intake.ts';
import type { Moderator } from './moderator.ts';
import type { Move, MoveName } from './move.ts';
import { type Button, buttons, type Panel } from './panel.ts';
import { refusalFor } from './refusals.ts';
import { curationTextsIn } from './texts/texts.ts';
import { calledBy, cleanTitle } from './title.ts';

/** Of the first and the last paragraph so much is shown. Characters. */
const EDGE = 60;
/** So many files that are no articles are named. */
const MOST_REFUSED = 8;

/**
 * One of the articles of an upload, before anything is stored: what was made of it, and what can be done with it.
 * @param likeness what the shelf has that is like it
 */
export function previewPanel(
  draft: Draft,
  at: number,
  candidate: Candidate,
  likeness: Likeness,
  { locale, manages }: Moderator,
): Panel {
  const texts = curationTextsIn(locale);
  const { article } = candidate;
  return {
    kind: 'panel',
    blocks: [
      { kind: 'notice', text: texts.preview(at + 1, draft.candidates.length) },
      ...likenessNotice(likeness, locale),
      { kind: 'heading', text: article.title },
      factsOf(article, locale),
      ...contentsOf(article, locale),
      ...refusedBlock(draft.refused, locale),
    ],
    controls: controlsOf(draft, at, candidate, { ...likeness, manages }, locale),
  };
}

/** What of an upload is no article, and why. These are facts, which have room before a long table of contents. */
export function refusedBlock(refused: readonly Refused[], locale: Locale): Block[] {
  const texts = curationTextsIn(locale);
  if (refused.length === 0) return [];
  const items = refused.slice(0, MOST_REFUSED).map(({ name, reason }) => {
    const shown = name === PASTED ? texts.labels.pasted : begin(cleanTitle(name) ?? name);
    return texts.refusedFile(shown, texts.refusal(refusalFor(reason)));
  });
  const more = refused.length - items.length;
  const all = more > 0 ? [...items, texts.cut(more)] : items;
  return [{ kind: 'facts', facts: [{ label: texts.labels.refused, value: listed(all) }] }];
}

/** The day of a moment, as people in China have it. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + CHINA_MS).toISOString().slice(0, 10);
}
const CHINA_MS = 8 * 3_600_000;

function likenessNotice({ same, older }: Likeness, locale: Locale): Block[] {
  const texts = curationTextsIn(locale);
  if (same !== undefined)
    return [{ kind: 'notice', text: texts.sameText(calledBy(same.article), dayOf(same.addedAt)) }];
  if (older === undefined) return [];
  return [{ kind: 'notice', text: texts.olderVersion(calledBy(older.article), dayOf(older.addedAt)) }];
}

function factsOf(article: Article, locale: Locale): Facts {
  const { labels, listSeparator } = textsIn(locale);
  const texts = curationTextsIn(locale);
  const paragraphs = article.sections.flatMap((section) => section.paragraphs);
  const doubts = doubtsAbout(article).map((doubt) => texts.doubt(doubt));
  const facts: [string, string | undefined][] = [
    [texts.labels.doubtful, doubts.length === 0 ? undefined : listed(doubts)],
    [labels.subtitle, article.subtitle],
    [labels.source, article.source ?? texts.unknown],
    [labels.published, article.publishedAt === undefined ? texts.unknown : formatPublishedAt(article.publishedAt)],
    [labels.authors, (article.authors ?? []).join(listSeparator) || texts.unknown],
    [labels.editors, article.editors.join(listSeparator) || texts.unknown],
    [texts.labels.opening, begin(paragraphs[0] ?? '')],
    [texts.labels.closing, end(paragraphs.at(-1) ?? '')],
  ];
  return {
    kind: 'facts',
    facts: facts.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }])),
  };
}

function listed(lines: readonly string[]): string {
  return lines.map((text) => `· ${text}`).join('\n');
}

/** The sections with how many paragraphs each has. */
function contentsOf(article: Article, locale: Locale): Block[] {
  const { labels, sectionSize } = textsIn(locale);
  const entries = article.sections.map(({ number, heading, paragraphs }): ContentsEntry => {
    const name = heading ?? (article.sections.length === 1 ? labels.wholeArticle : labels.lead);
    const characters = paragraphs.reduce((sum, paragraph) => sum + [...paragraph].length, 0);
    return { address: `§${number}`, heading: name, size: sectionSize(paragraphs.length, characters), summary: [] };
  });
  return [{ kind: 'contents', of: 'sections', entries }];
}

function controlsOf(
  draft: Draft,
  at: number,
  { article }: Candidate,
  { same, older, manages }: Likeness & Pick<Moderator, 'manages'>,
  locale: Locale,
): Panel['controls'] {
  const texts = curationTextsIn(locale);
  const { labels } = texts;
  const move = (name: MoveName, page = at): Move => ({ name, subject: draft.id, page });
  const isNew = same === undefined && older === undefined;
  const edits = article.repairs.length + article.removed.length;
  const waiting = draft.candidates.length - draft.added.size;
  const decide: (Button | undefined)[] = [
    isNew ? { label: labels.add, move: move('add'), weight: 'main' } : undefined,
    // It takes away what there is, which those who may only add may not.
    same === undefined && older !== undefined && manages
      ? { label: labels.replace, move: move('replace'), weight: 'main' }
      : undefined,
    same === undefined ? { label: labels.addOther, move: move('title') } : undefined,
    waiting > 1 ? { label: texts.addAll(waiting), move: move('add-all') } : undefined,
    { label: labels.cancel, move: move('drop') },
  ];
  const look: (Button | undefined)[] = [
    edits > 0
      ? { label: texts.edits(article.repairs.length, article.removed.length), move: move('edits', at * PAGES) }
      : undefined,
    ...(draft.candidates.length === 1
      ? []
      : [
          { label: labels.previous, move: move('draft', Math.max(0, at - 1)), disabled: at === 0 },
          {
            label: labels.next,
            // Two controls of a message may not do the same: at the ends of the list this one leads nowhere.
            move: move('draft', at + 1),
            disabled: at + 1 === draft.candidates.length,
          },
        ]),
  ];
  return [...buttons(...decide), ...buttons(...look)];
}

function begin(text: string): string {
  const characters = [...text];
  return characters.length <= EDGE ? text : `${characters.slice(0, EDGE).join('')}……`;
}

function end(text: string): string {
  const characters = [...text];
  return characters.length <= EDGE ? text : `……${characters.slice(-EDGE).join('')}`;
}
