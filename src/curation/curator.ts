import type { Completion } from '../chat/complete.ts';
import { LimitReached, StoreUnavailable } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import type { Offered } from './intake.ts';
import { keyOf } from './key.ts';
import { type Moderator, mayAdd } from './moderator.ts';
import { isOfAdding, type Move } from './move.ts';
import { articlesNamed, articlesTyped } from './naming.ts';
import { buttons, notice, type Outcome, type Panel } from './panel.ts';
import {
  askErasePanel,
  eraseQuestions,
  questionPanel,
  questionsPanel,
  quoteForm,
  settle,
  settleWithQuote,
} from './questions.ts';
import { changeSettings, settingsPanel } from './settings.ts';
import {
  articlePanel,
  askRemovePanel,
  bind,
  listPanel,
  postPanel,
  removalsPanel,
  remove,
  rename,
  renameForm,
  restore,
  severalPanel,
  toList,
  unbind,
  unbindAll,
} from './shelf.ts';
import { createStandings, type Standings, type Titled } from './standing.ts';
import { curationTextsIn } from './texts/texts.ts';
import { backToPreview, createUploads, offeredText } from './uploads.ts';

/** What a control or a form brings with it. */
export interface Input {
  /** What was chosen. */
  readonly values: readonly string[];
  /** What was filled in, by the name of the field. */
  readonly fields: Readonly<Record<string, string>>;
  readonly offered: readonly Offered[];
}

/** Does what moderators wish for their server's library. Nobody's right is taken for granted: each wish is looked at. */
export interface Curator {
  readonly standings: Standings;
  /**
   * A subcommand of `/library`.
   * @param options as they came, by name; `channel` is an id
   */
  command(
    name: string,
    options: Readonly<Record<string, unknown>>,
    offered: readonly Offered[],
    by: Moderator,
  ): Promise<Outcome>;
  /** What a message has, for the library: its files, and its text where no file is an article. */
  offer(offered: readonly Offered[], text: string, by: Moderator): Promise<Outcome>;
  /** A control of a panel, or a form that was filled in. */
  move(move: Move, input: Input, by: Moderator): Promise<Outcome>;
  /** Articles that go with what somebody types. */
  suggest(typed: string, by: Moderator): Promise<readonly Completion[]>;
  /**
   * Keeps a question that found no answer, where the server wants that and the store can. What is thrown is a bug.
   * @returns whether it is kept
   */
  note(server: string, question: string, because: 'not answered' | 'not meant'): Promise<boolean>;
  /** An article has been posted: questions in a thread under the post go to it, where the store can keep that. What is thrown is a bug. */
  posted(server: string, messageId: string, articleId: string): Promise<void>;
}

/** What a curator is made from. */
export type CuratorOptions = Pick<Desk, 'store' | 'pages' | 'engine' | 'limits'> & { readonly drafts?: Drafts };

/** Suggestions that a person looks at. */
const MOST_SUGGESTED = 25;
/** Of a name that no article has so much is repeated. Characters. */
const LONGEST_NAME = 60;
/** Of a question so much is kept. Characters. */
const LONGEST_QUESTION = 500;

/** Methods answer in the moderator's language, also where the store cannot be reached or the server's limits are reached; what is thrown is a bug. */
export function createCurator({ store, pages, engine, limits, drafts = createDrafts() }: CuratorOptions): Curator {
  const standings = createStandings(store);
  const desk: Desk = { store, standings, drafts, pages, engine, limits };
  const uploads = createUploads(desk);

  async function allowed(by: Moderator, adding: boolean): Promise<Panel | undefined> {
    const texts = curationTextsIn(by.locale);
    if (by.manages) return undefined;
    if (!adding) return notice(texts.mayNotManage());
    const { settings } = await standings.of(by.server);
    return mayAdd(by, settings) ? undefined : notice(texts.mayNotAdd());
  }

  /** @param name of an article, as somebody typed it */
  async function withArticle(
    name: string,
    by: Moderator,
    act: (article: Titled) => Outcome | Promise<Outcome>,
  ): Promise<Outcome> {
    const [article, ...others] = await articlesNamed(desk, await standings.titles(by.server), name);
    const asked = name.slice(0, LONGEST_NAME);
    if (article === undefined) return notice(curationTextsIn(by.locale).noSuchArticle(asked), toList(by));
    return others.length > 0 ? severalPanel([article, ...others], asked, by) : act(article);
  }

  /** @param key of an article, as a control has it */
  async function withKey(
    key: string,
    by: Moderator,
    act: (article: Titled) => Outcome | Promise<Outcome>,
  ): Promise<Outcome> {
    const article = (await standings.titles(by.server)).find(({ id }) => keyOf(id) === key);
    return article === undefined ? notice(curationTextsIn(by.locale).articleGone(), toList(by)) : act(article);
  }

  async function commanded(
    name: string,
    options: Readonly<Record<string, unknown>>,
    offered: readonly Offered[],
    by: Moderator,
  ): Promise<Outcome> {
    const article = textOf(options.article);
    const channel = textOf(options.channel) || by.channel;
    switch (name) {
      case 'add':
        return offered.length === 0 ? uploads.form(by) : uploads.receive(offered, by);
      case 'remove':
        return withArticle(article, by, (found) => askRemovePanel(found, by));
      case 'restore':
        return removalsPanel(desk, 0, by);
      case 'rename': {
        const title = textOf(options.title);
        return withArticle(article, by, (found) =>
          title === '' ? renameForm(found, by) : rename(desk, found, title, by),
        );
      }
      case 'bind':
        return withArticle(article, by, (found) => bind(desk, found, [channel], by));
      case 'unbind':
        return unbind(desk, channel, by);
      case 'settings':
        return settingsPanel(desk, by);
      case 'unanswered':
        return questionsPanel(desk, 0, by);
      case 'forget':
        return askForgetPanel(by);
      default:
        return listPanel(desk, 0, by);
    }
  }

  async function moved(move: Move, { values, fields, offered }: Input, by: Moderator): Promise<Outcome> {
    const { name, subject, page } = move;
    const ofArticle = (act: (article: Titled) => Outcome | Promise<Outcome>) =>
      withKey(values[0] !== undefined && subject === '' ? values[0] : subject, by, act);
    switch (name) {
      case 'uploaded':
        return uploads.receive([...offered, ...offeredText(fields.text ?? '')], by);
      case 'list':
        return listPanel(desk, page, by);
      case 'article':
        return ofArticle((article) => articlePanel(desk, article, by));
      case 'post':
        return ofArticle((article) => postPanel(article, by));
      case 'rename':
        return ofArticle((article) => renameForm(article, by));
      case 'renamed':
        return ofArticle((article) => rename(desk, article, fields.title ?? '', by));
      case 'remove':
        return ofArticle((article) => askRemovePanel(article, by));
      case 'removed':
        return ofArticle((article) => remove(desk, article, by));
      case 'removals':
        return removalsPanel(desk, page, by);
      case 'restored':
        return restore(desk, values[0] ?? subject, by);
      case 'bound':
        return withKey(subject, by, (article) => bind(desk, article, values, by));
      case 'unbound':
        return ofArticle((article) => unbindAll(desk, article, by));
      case 'settings':
        return settingsPanel(desk, by);
      case 'keep':
        return keep(move, by);
      case 'roles':
      case 'mentions':
      case 'channels':
      case 'locale':
        return changeSettings(desk, move, values, by);
      case 'operators':
        return changeSettings(desk, move, [subject], by);
      case 'questions':
        return questionsPanel(desk, page, by);
      case 'question':
        return questionPanel(desk, values[0] ?? subject, by);
      case 'done':
        return settle(desk, subject, by);
      case 'quote':
        return quoteForm(subject, by);
      case 'quoted':
        return settleWithQuote(desk, subject, fields.address ?? '', by);
      case 'erase':
        return askErasePanel(by);
      case 'erased':
        return eraseQuestions(desk, by);
      case 'forgotten':
        return forget(by);
      default:
        return uploads.go(move, fields, by);
    }
  }

  /** From the settings it is switched; from the questions it is turned on or off, and they are shown. */
  async function keep(move: Move, by: Moderator): Promise<Panel> {
    const { subject } = move;
    const isOfQuestions = subject.startsWith('q-');
    const panel = await changeSettings(desk, move, [isOfQuestions ? subject.slice(2) : subject], by);
    return isOfQuestions ? questionsPanel(desk, 0, by) : panel;
  }

  async function forget(by: Moderator): Promise<Panel> {
    drafts.forgetAll(by.server);
    await store.forget(by.server);
    standings.drop(by.server);
    return notice(curationTextsIn(by.locale).forgotten());
  }

  return {
    standings,
    command: (name, options, offered, by) =>
      calmly(by, async () => (await allowed(by, name === 'add')) ?? commanded(name, options, offered, by)),
    offer: (offered, text, by) =>
      calmly(by, async () => (await allowed(by, true)) ?? uploads.receive(offered, by, text)),
    move: (move, input, by) =>
      calmly(by, async () => (await allowed(by, isOfAdding(move))) ?? moved(move, input, by), wayOn(move, by)),
    async suggest(typed, by) {
      if (!by.manages) return [];
      const articles = (await standings.titlesSoon(by.server)) ?? [];
      // Who types on is asked again: nothing is said of what is late.
      const found = await articlesTyped(desk, articles, typed).catch(() => []);
      return found.slice(0, MOST_SUGGESTED).map((article) => ({
        label: labelAmong(articles, article),
        value: keyOf(article.id),
      }));
    },
    async note(server, question, because) {
      const standing = await standings.soon(server);
      const text = question.trim().slice(0, LONGEST_QUESTION).toWellFormed();
      if (standing?.settings.keepsUnanswered !== true || text === '') return false;
      // Whoever asked has their answer: what the store lacks of it is no failure.
      const noting = store.noteUnanswered(server, { question: text, because }).then(() => true);
      return noting.catch((error: unknown) => {
        heedUnavailable(error);
        return false;
      });
    },
    async posted(server, messageId, articleId) {
      await store.bind(server, messageId, articleId).catch(heedUnavailable);
      standings.drop(server);
    },
  };
}

/** The title, and the id before it where another article has the same. */
function labelAmong(articles: readonly Titled[], { id, title }: Titled): string {
  const isAlone = articles.filter((other) => other.title === title).length === 1;
  return isAlone ? title : `${id} ${title}`;
}

function askForgetPanel({ locale }: Moderator): Panel {
  const texts = curationTextsIn(locale);
  return notice(
    texts.askForget(),
    buttons(
      { label: texts.labels.forget, move: { name: 'forgotten', subject: '', page: 0 }, weight: 'grave' },
      { label: texts.labels.cancel, move: { name: 'list', subject: '', page: 0 } },
    ),
  );
}

/** Where one goes on from a control that did nothing: the line that says so stands in the place of its panel. */
function wayOn(move: Move, by: Moderator): Panel['controls'] {
  const back = backToPreview(move);
  return back === undefined ? toList(by) : buttons({ label: curationTextsIn(by.locale).labels.back, move: back });
}

/**
 * What the store cannot do now, and what the server's limits do not allow, in words.
 * @param controls to go on with
 */
async function calmly(by: Moderator, work: () => Promise<Outcome>, controls: Panel['controls'] = []): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    const texts = curationTextsIn(by.locale);
    if (error instanceof StoreUnavailable) return notice(texts.storeUnavailable(), controls);
    if (error instanceof LimitReached) return notice(texts.limit(error.limit, error.most), controls);
    throw error;
  }
}

function heedUnavailable(error: unknown): void {
  if (!(error instanceof StoreUnavailable)) throw error;
}

function textOf(option: unknown): string {
  return typeof option === 'string' ? option : '';
}
