import type { Article } from '../article/article.ts';
import { entitled } from '../article/hash.ts';
import { type KeptArticle, LimitReached, StoreUnavailable } from '../store/store.ts';
import type { Desk } from './desk.ts';
import type { Candidate, Draft } from './drafts.ts';
import { editBlocks, editPages, PAGES } from './edits.ts';
import { type Offered, PASTED, takeIn } from './intake.ts';
import { keyOf } from './key.ts';
import type { Moderator } from './moderator.ts';
import { isOfAdding, type Move } from './move.ts';
import { type Button, buttons, type Form, notice, type Outcome, type Panel } from './panel.ts';
import { previewPanel, refusedBlock } from './preview.ts';
import { curationTextsIn } from './texts/texts.ts';
import { calledBy, cleanTitle, LONGEST_TITLE } from './title.ts';
import { createTurns } from './turns.ts';

/** Uploads that are fetched and read at the same time: each may hold some tens of megabytes. */
const MOST_AT_ONCE = 4;
/** What Discord's text input takes. Characters. */
const LONGEST_TEXT = 4_000;
/** Of what has been added so many titles are said. */
const MOST_TITLES = 10;

/** What moderators upload, from the form to the shelf. */
export interface Uploads {
  /** Asks for files or a text. */
  form(by: Moderator): Form;
  /**
   * Reads what is offered and shows what was made of it; nothing is stored.
   * @param otherwise a text that is read where there is no article in what is offered
   */
  receive(offered: readonly Offered[], by: Moderator, otherwise?: string): Promise<Panel>;
  /** Goes on with what was uploaded. @throws StoreUnavailable, LimitReached */
  go(move: Move, fields: Readonly<Record<string, string>>, by: Moderator): Promise<Outcome>;
}

/** A text as if it had come in a file; none where it is blank. */
export function offeredText(text: string): Offered[] {
  return text.trim() === '' ? [] : [{ name: PASTED, open: async () => new TextEncoder().encode(text) }];
}

/** Leads to the preview of the upload that a move goes on with; undefined where it goes on with none. */
export function backToPreview(move: Move): Move | undefined {
  const isOfDraft = move.subject !== '' && (isOfAdding(move) || move.name === 'replace');
  return isOfDraft ? { name: 'draft', subject: move.subject, page: placeIn(move) } : undefined;
}

/** Which of an upload's articles a move is about. */
function placeIn({ name, page }: Move): number {
  return name === 'edits' ? Math.floor(page / PAGES) : page;
}

export function createUploads(desk: Desk): Uploads {
  const { store, standings, drafts, pages, limits } = desk;
  /** Between looking at the shelf and putting something there nobody else puts anything there: a server is one process'. */
  const inTurn = createTurns();
  let underWay = 0;

  async function receive(offered: readonly Offered[], by: Moderator, otherwise = ''): Promise<Panel> {
    const texts = curationTextsIn(by.locale);
    const text = offeredText(otherwise);
    if (offered.length + text.length === 0) return notice(texts.nothingGiven());
    if (underWay >= MOST_AT_ONCE) return notice(texts.uploadsBusy());
    underWay += 1;
    try {
      const { candidates, refused } = await takeInOneOf(offered, text);
      if (candidates.length === 0) {
        const { blocks } = notice(texts.noneRead());
        return { kind: 'panel', blocks: [...blocks, ...refusedBlock(refused, by.locale)], controls: [] };
      }
      const draft = drafts.keep({ server: by.server, user: by.user, candidates, refused });
      return draft === undefined ? notice(texts.draftTooLarge()) : await preview(draft, 0, by);
    } finally {
      underWay -= 1;
    }
  }

  async function takeInOneOf(offered: readonly Offered[], otherwise: readonly Offered[]) {
    const first = await takeIn(offered, pages);
    if (first.candidates.length > 0) return first;
    const { candidates, refused } = await takeIn(otherwise, pages);
    return { candidates, refused: [...first.refused, ...refused] };
  }

  async function go(move: Move, fields: Readonly<Record<string, string>>, by: Moderator): Promise<Outcome> {
    const texts = curationTextsIn(by.locale);
    const draft = drafts.of(move.subject, by);
    if (draft === undefined) return drafts.toldOf(move.subject, by) ?? notice(texts.draftGone());
    const at = placeIn(move);
    const candidate = draft.candidates[at];
    if (candidate === undefined) return notice(texts.draftGone());
    // Whoever presses twice is told what came of the first.
    const decided = (decide: () => Promise<Panel>) =>
      inTurn(by.server, async () => drafts.toldOf(draft.id, by) ?? decide());
    switch (move.name) {
      case 'edits':
        return editsPanel(draft, at, candidate.article, move.page % PAGES, by);
      case 'title':
        return titleForm(move, candidate.article, by);
      case 'titled':
        return decided(() => {
          if (!draft.added.has(at)) draft.candidates[at] = retitled(candidate, fields.title ?? '');
          return addOne(draft, at, false, by);
        });
      case 'add':
        return decided(() => addOne(draft, at, false, by));
      case 'replace':
        return decided(() => addOne(draft, at, true, by));
      case 'add-all':
        return decided(() => addAll(draft, by));
      case 'drop':
        return decided(async () =>
          ended(draft, draft.added.size > 0 ? endPanel(draft, by) : notice(texts.cancelled())),
        );
      default:
        return preview(draft, at, by);
    }
  }

  /** @param said what has been done just before */
  async function preview(draft: Draft, at: number, by: Moderator, said?: string): Promise<Panel> {
    const candidate = draft.candidates[at] as Candidate;
    const likeness = await store.likeness(by.server, candidate.article);
    const panel = previewPanel(draft, at, candidate, likeness, by);
    return said === undefined ? panel : { ...panel, blocks: [{ kind: 'notice', text: said }, ...panel.blocks] };
  }

  /** What the shelf has by now is looked at once more: somebody else may have been faster. */
  async function addOne(draft: Draft, at: number, replaces: boolean, by: Moderator): Promise<Panel> {
    const candidate = draft.candidates[at] as Candidate;
    let said: string | undefined;
    if (!draft.added.has(at)) {
      const likeness = await store.likeness(by.server, candidate.article);
      const { same, older } = likeness;
      if (same !== undefined || (older !== undefined && !replaces)) {
        return previewPanel(draft, at, candidate, likeness, by);
      }
      const kept = await put(draft, at, candidate, older, by);
      said = addedText(kept.article, older !== undefined, by);
      if (draft.candidates.length === 1) {
        return ended(draft, notice(said, afterwards(kept.article.id, by)));
      }
    }
    const next = firstLeft(draft);
    if (next < 0) return ended(draft, endPanel(draft, by));
    return preview(draft, next, by, said);
  }

  /** All that the shelf has neither the text nor the title of; what is left is shown, to be decided about one by one. */
  async function addAll(draft: Draft, by: Moderator): Promise<Panel> {
    const before = draft.added.size;
    try {
      await putAll(draft, by);
    } catch (error) {
      const why = draft.added.size === before ? undefined : whyNoMore(error, by);
      if (why === undefined) throw error;
      const { blocks } = endPanel(draft, by);
      const back: Move = { name: 'draft', subject: draft.id, page: firstLeft(draft) };
      const controls = buttons({ label: curationTextsIn(by.locale).labels.back, move: back });
      return { kind: 'panel', blocks: [...blocks, { kind: 'notice', text: why }], controls };
    }
    const left = firstLeft(draft);
    if (left >= 0) return preview(draft, left, by);
    return ended(draft, endPanel(draft, by));
  }

  /** @param told to whoever decided */
  function ended(draft: Draft, told: Panel): Panel {
    drafts.end(draft, told);
    return told;
  }

  async function putAll(draft: Draft, by: Moderator): Promise<void> {
    for (const [at, candidate] of draft.candidates.entries()) {
      if (draft.added.has(at)) continue;
      const { same, older } = await store.likeness(by.server, candidate.article);
      if (same === undefined && older === undefined) await put(draft, at, candidate, undefined, by);
    }
  }

  async function put(
    draft: Draft,
    at: number,
    { article, file }: Candidate,
    older: KeptArticle | undefined,
    by: Moderator,
  ): Promise<KeptArticle> {
    const addition = {
      // Pressed twice it is the same: it is added once.
      token: `${draft.id}-${at}`,
      file,
      article,
      addedBy: by.user,
      ...(older !== undefined && { replaces: older.article.id }),
    };
    const kept = await store.add(by.server, addition, limits);
    standings.drop(by.server);
    draft.added.set(at, kept.article.id);
    return kept;
  }

  return {
    form: addForm,
    receive,
    go,
  };
}

/** Of an upload's articles the first that has not been added; -1 where all have. */
function firstLeft({ candidates, added }: Draft): number {
  return candidates.findIndex((_, place) => !added.has(place));
}

/** What of an upload has been added. */
function endPanel({ candidates, added }: Draft, by: Moderator): Panel {
  const titles = candidates.flatMap(({ article }, place) => {
    const id = added.get(place);
    return id === undefined ? [] : [calledBy({ ...article, id })];
  });
  const texts = curationTextsIn(by.locale);
  return notice(texts.addedSeveral(titles.slice(0, MOST_TITLES), titles.length), afterwards(undefined, by));
}

function addedText(article: Article, isReplaced: boolean, { locale }: Moderator): string {
  const texts = curationTextsIn(locale);
  const title = calledBy(article);
  return isReplaced ? texts.replaced(title) : texts.added(title, article.id);
}

/** Why the rest of an upload was not added; undefined for a bug. */
function whyNoMore(error: unknown, { locale }: Moderator): string | undefined {
  const texts = curationTextsIn(locale);
  if (error instanceof LimitReached) return texts.limit(error.limit, error.most);
  return error instanceof StoreUnavailable ? texts.restNotAdded() : undefined;
}

/** What one does with an article that has just been added. */
function afterwards(id: string | undefined, { manages, locale }: Moderator): Panel['controls'] {
  const { labels } = curationTextsIn(locale);
  if (!manages) return [];
  const own: Button[] =
    id === undefined
      ? []
      : [
          { label: labels.post, move: { name: 'post', subject: keyOf(id), page: 0 } },
          { label: labels.rename, move: { name: 'rename', subject: keyOf(id), page: 0 } },
        ];
  return buttons(...own, { label: labels.list, move: { name: 'list', subject: '', page: 0 } });
}

function addForm({ locale }: Moderator): Form {
  const { labels } = curationTextsIn(locale);
  return {
    kind: 'form',
    title: labels.formAdd,
    move: { name: 'uploaded', subject: '', page: 0 },
    fields: [
      { kind: 'files', name: 'files', label: labels.files, description: labels.filesHint },
      {
        kind: 'text',
        name: 'text',
        label: labels.text,
        description: labels.textHint,
        isLong: true,
        required: false,
        maxLength: LONGEST_TEXT,
      },
    ],
  };
}

function titleForm({ subject, page }: Move, { title }: Article, { locale }: Moderator): Form {
  const { labels } = curationTextsIn(locale);
  const move: Move = { name: 'titled', subject, page };
  return { kind: 'form', title: labels.formTitle, move, fields: [titleField(title, labels.newTitle)] };
}

/** A field for a title, filled in with the one that there is. */
export function titleField(title: string, label: string): Form['fields'][number] {
  return {
    kind: 'text',
    name: 'title',
    label,
    value: title.slice(0, LONGEST_TITLE).toWellFormed(),
    isLong: false,
    required: true,
    maxLength: LONGEST_TITLE,
  };
}

function retitled({ article, file }: Candidate, typed: string): Candidate {
  return { article: entitled(article, cleanTitle(typed) ?? article.title), file };
}

function editsPanel(draft: Draft, at: number, article: Article, page: number, by: Moderator): Panel {
  const { labels } = curationTextsIn(by.locale);
  const pages = editPages(article);
  const shown = Math.min(page, pages - 1);
  const to = (other: number): Move => ({ name: 'edits', subject: draft.id, page: at * PAGES + other });
  return {
    kind: 'panel',
    blocks: editBlocks(article, shown, by.locale),
    controls: buttons(
      { label: labels.back, move: { name: 'draft', subject: draft.id, page: at }, weight: 'main' },
      pages > 1 ? { label: labels.previous, move: to(Math.max(0, shown - 1)), disabled: shown === 0 } : undefined,
      pages > 1 ? { label: labels.next, move: to(shown + 1), disabled: shown + 1 >= pages } : undefined,
    ),
  };
}
