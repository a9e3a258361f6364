import { readerIn } from '../chat/reader.ts';
import type { ContentsEntry } from '../chat/reply.ts';
import type { KeptQuestion } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { groupQuestions, type Likes } from './likeness.ts';
import type { Moderator } from './moderator.ts';
import type { Move } from './move.ts';
import { pageOf } from './pages.ts';
import { buttons, type Form, notice, type Panel } from './panel.ts';
import { curationTextsIn } from './texts/texts.ts';

/** Groups on a page; a select has 25 options. */
const PAGE_SIZE = 12;
/** Of a group so many wordings are shown. */
const MOST_WORDINGS = 10;
/** Of the passage that a group is answered with so much is shown. Characters. */
const LONGEST_QUOTE = 900;
/** What Discord shows of an option. Characters. */
const LONGEST_LABEL = 100;

/** Questions that found no answer, grouped, and how to have them kept or not. */
export async function questionsPanel(desk: Desk, page: number, by: Moderator, said?: string): Promise<Panel> {
  const texts = curationTextsIn(by.locale);
  const { keepsUnanswered } = (await desk.standings.of(by.server)).settings;
  const open = await openQuestions(desk, by);
  const groups = await groupQuestions(desk.engine, open);
  const keep = { label: texts.switchUnanswered(keepsUnanswered), move: to('keep', keepsUnanswered ? 'q-off' : 'q-on') };
  const kept = keepsUnanswered ? texts.unansweredOn() : texts.unansweredOff();
  const intro = [...(said === undefined ? [] : [said]), kept, ...(groups.length === 0 ? [texts.noneUnanswered()] : [])];
  const notices = intro.map((text) => ({ kind: 'notice' as const, text }));
  if (groups.length === 0) return { kind: 'panel', blocks: notices, controls: buttons(keep) };
  const { at, shown, turning } = pageOf(groups, { page, size: PAGE_SIZE, name: 'questions' }, by);
  const entries = shown.map(
    ({ head, questions }): ContentsEntry => ({
      address: texts.times(questions.length),
      heading: head.question,
      size: becauseOf(questions, by),
      summary: [],
    }),
  );
  return {
    kind: 'panel',
    blocks: [
      { kind: 'heading', text: texts.unansweredCount(open.length) },
      ...notices,
      { kind: 'contents', of: 'names', entries },
    ],
    controls: [
      {
        kind: 'select',
        placeholder: texts.chooseQuestion(),
        move: { name: 'question', subject: '', page: at },
        options: shown.map(({ head, questions }) => ({
          value: String(head.id),
          label: head.question.slice(0, LONGEST_LABEL),
          description: texts.times(questions.length),
        })),
      },
      ...buttons(...turning, keep, { label: texts.labels.erase, move: to('erase'), weight: 'grave' }),
    ],
  };
}

function to(name: Move['name'], subject = '', page = 0): Move {
  return { name, subject, page };
}

async function openQuestions({ store }: Desk, { server }: Moderator): Promise<KeptQuestion[]> {
  return (await store.unanswered(server)).filter(({ settled }) => settled === undefined);
}

function becauseOf(questions: readonly KeptQuestion[], { locale }: Moderator): string {
  const notMeant = questions.filter(({ because }) => because === 'not meant').length;
  return notMeant === 0 ? '' : curationTextsIn(locale).because(notMeant);
}

/** A group of questions: how each was worded, and what can be done about it. @param id of one of them */
export async function questionPanel(desk: Desk, id: string, by: Moderator): Promise<Panel> {
  const texts = curationTextsIn(by.locale);
  const group = await groupWith(desk, id, by);
  if (group === undefined) return questionsPanel(desk, 0, by);
  const wordings = [...new Set(group.questions.map(({ question }) => question))];
  const items = wordings.slice(0, MOST_WORDINGS);
  const more = wordings.length - items.length;
  const because = becauseOf(group.questions, by);
  return {
    kind: 'panel',
    blocks: [
      { kind: 'heading', text: group.head.question },
      {
        kind: 'suggestions',
        label: [texts.times(group.questions.length), because].filter((part) => part !== '').join(' · '),
        items: more > 0 ? [...items, texts.cut(more)] : items,
      },
    ],
    controls: buttons(
      { label: texts.labels.done, move: to('done', id), weight: 'main' },
      { label: texts.labels.quote, move: to('quote', id) },
      { label: texts.labels.back, move: to('questions') },
    ),
  };
}

/** A question and those like it, as they are grouped now. */
async function groupWith(desk: Desk, id: string, by: Moderator): Promise<Likes | undefined> {
  const groups = await groupQuestions(desk.engine, await openQuestions(desk, by));
  return groups.find(({ questions }) => questions.some((question) => String(question.id) === id));
}

/** The group is done with. */
export async function settle(desk: Desk, id: string, by: Moderator): Promise<Panel> {
  const group = await groupWith(desk, id, by);
  const ids = group?.questions.map((question) => question.id) ?? [];
  if (ids.length > 0) await desk.store.settleUnanswered(by.server, ids, { kind: 'done' });
  return questionsPanel(desk, 0, by, curationTextsIn(by.locale).settled());
}

export function quoteForm(id: string, { locale }: Moderator): Form {
  const { labels } = curationTextsIn(locale);
  return {
    kind: 'form',
    title: labels.formQuote,
    move: to('quoted', id),
    fields: [
      {
        kind: 'text',
        name: 'address',
        label: labels.address,
        description: labels.addressHint,
        isLong: false,
        required: true,
        maxLength: 100,
      },
    ],
  };
}

/** The group is answered with a passage, which is shown. @param typed its address as people write it */
export async function settleWithQuote(desk: Desk, id: string, typed: string, by: Moderator): Promise<Panel> {
  const texts = curationTextsIn(by.locale);
  const reader = readerIn(by.locale, { pageSize: LONGEST_QUOTE, pictures: false });
  const own = await desk.standings.titles(by.server);
  // Without an article's id in front the server's own one is meant.
  const options = { passage: typed, ...(own.length === 1 && { article: own[0]?.id }) };
  const reply = await desk.engine.call({ kind: 'run', name: 'quote', options, reader, server: by.server });
  const quotation = reply.blocks.find((block) => block.kind === 'quotation');
  const quote = quotation?.paragraphs[0]?.address;
  const back = buttons({ label: texts.labels.back, move: to('question', id) });
  if (quotation === undefined || quote === undefined) return notice(texts.noSuchPassage(typed), back);
  const group = await groupWith(desk, id, by);
  const ids = group?.questions.map((question) => question.id) ?? [];
  if (ids.length > 0) await desk.store.settleUnanswered(by.server, ids, { kind: 'quoted', quote });
  return {
    kind: 'panel',
    blocks: [{ kind: 'notice', text: texts.quoted(quote) }, quotation],
    controls: buttons({ label: texts.labels.back, move: to('questions') }),
  };
}

/** Asks before all kept questions are erased. */
export function askErasePanel({ locale }: Moderator): Panel {
  const texts = curationTextsIn(locale);
  return notice(
    texts.askErase(),
    buttons(
      { label: texts.labels.erase, move: to('erased'), weight: 'grave' },
      { label: texts.labels.cancel, move: to('questions') },
    ),
  );
}

export async function eraseQuestions({ store }: Desk, { server, locale }: Moderator): Promise<Panel> {
  await store.eraseUnanswered(server);
  return notice(curationTextsIn(locale).erased());
}
