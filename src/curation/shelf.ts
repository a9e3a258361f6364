import type { Locale } from '../chat/locale.ts';
import type { ContentsEntry } from '../chat/reply.ts';
import type { Desk } from './desk.ts';
import { keyOf } from './key.ts';
import type { Moderator } from './moderator.ts';
import type { Move } from './move.ts';
import { pageOf } from './pages.ts';
import { type Button, buttons, type Form, notice, type Option, type Panel, type Row } from './panel.ts';
import { dayOf } from './preview.ts';
import type { Titled } from './standing.ts';
import { curationTextsIn } from './texts/texts.ts';
import { calledBy, cleanTitle } from './title.ts';
import { titleField } from './uploads.ts';

/** Articles on a page of the list; a select has 25 options. */
const PAGE_SIZE = 15;
/** Discord's limit on an option's texts, and far more than one reads. Characters. */
const LONGEST_LABEL = 100;

/** A way on to the list, for those who may see it. */
export function toList({ manages, locale }: Moderator): Panel['controls'] {
  if (!manages) return [];
  return buttons({ label: curationTextsIn(locale).labels.list, move: { name: 'list', subject: '', page: 0 } });
}

/** The articles on the shelf, a page of them. */
export async function listPanel({ standings }: Desk, page: number, by: Moderator): Promise<Panel> {
  const { server } = by;
  const texts = curationTextsIn(by.locale);
  const articles = await standings.titles(server);
  const { bindings } = await standings.of(server);
  const removals: Button = { label: texts.labels.removals, move: { name: 'removals', subject: '', page: 0 } };
  if (articles.length === 0) return notice(texts.nothingHere(), buttons(removals));
  const { at, shown, turning } = pageOf(articles, { page, size: PAGE_SIZE, name: 'list' }, by);
  const counts = new Map<string, number>();
  for (const id of bindings.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const entries = shown.map(({ id, title, addedAt }): ContentsEntry => {
    const bound = counts.get(id) ?? 0;
    const size = bound === 0 ? dayOf(addedAt) : `${dayOf(addedAt)} · ${texts.labels.boundTo} ${texts.places(bound)}`;
    return { address: id, heading: title, size, summary: [] };
  });
  return {
    kind: 'panel',
    blocks: [
      { kind: 'heading', text: texts.listed(articles.length) },
      { kind: 'contents', of: 'articles', entries },
    ],
    controls: [
      articleSelect(shown, { name: 'article', subject: '', page: at }, texts.choose()),
      ...buttons(...turning, removals),
    ],
  };
}

function articleSelect(articles: readonly Titled[], move: Move, placeholder: string): Row {
  const options = articles.map(
    ({ id, title }): Option => ({
      value: keyOf(id),
      label: title.slice(0, LONGEST_LABEL),
      description: id.slice(0, LONGEST_LABEL),
    }),
  );
  return { kind: 'select', placeholder, move, options };
}

/** An article on the shelf, and what can be done with it. */
export async function articlePanel(desk: Desk, article: Titled, by: Moderator, said?: string): Promise<Panel> {
  const texts = curationTextsIn(by.locale);
  const { labels } = texts;
  const { bindings } = await desk.standings.of(by.server);
  const bound = [...bindings.values()].filter((id) => id === article.id).length;
  const move = (name: Move['name']): Move => ({ name, subject: keyOf(article.id), page: 0 });
  const facts = [
    { label: labels.identifier, value: article.id },
    { label: labels.addedOn, value: dayOf(article.addedAt) },
    ...(bound === 0 ? [] : [{ label: labels.boundTo, value: texts.places(bound) }]),
  ];
  return {
    kind: 'panel',
    blocks: [
      ...(said === undefined ? [] : [{ kind: 'notice' as const, text: said }]),
      { kind: 'heading', text: article.title },
      { kind: 'facts', facts },
    ],
    controls: [
      { kind: 'channels', placeholder: texts.bindHint(), move: move('bound'), chosen: [], least: 1, most: 10 },
      ...buttons(
        { label: labels.post, move: move('post') },
        { label: labels.rename, move: move('rename') },
        bound === 0 ? undefined : { label: labels.unbind, move: move('unbound') },
        { label: labels.remove, move: move('remove'), weight: 'grave' },
        { label: labels.list, move: { name: 'list', subject: '', page: 0 } },
      ),
    ],
  };
}

/** Asks before an article is taken away. */
export function askRemovePanel({ id, title }: Titled, { locale }: Moderator): Panel {
  const texts = curationTextsIn(locale);
  return notice(
    texts.askRemove(title),
    buttons(
      { label: texts.labels.remove, move: { name: 'removed', subject: keyOf(id), page: 0 }, weight: 'grave' },
      { label: texts.labels.cancel, move: { name: 'article', subject: keyOf(id), page: 0 } },
    ),
  );
}

export async function remove({ store, standings }: Desk, { id, title }: Titled, by: Moderator): Promise<Panel> {
  const texts = curationTextsIn(by.locale);
  await store.remove(by.server, id);
  standings.drop(by.server);
  return notice(
    texts.removed(title),
    buttons(
      { label: texts.labels.restore, move: { name: 'restored', subject: keyOf(id), page: 0 } },
      { label: texts.labels.list, move: { name: 'list', subject: '', page: 0 } },
    ),
  );
}

/** What was removed and can be brought back, a page of it. */
export async function removalsPanel({ store }: Desk, page: number, by: Moderator): Promise<Panel> {
  const texts = curationTextsIn(by.locale);
  const back: Button = { label: texts.labels.list, move: { name: 'list', subject: '', page: 0 } };
  const removed = await store.removed(by.server);
  if (removed.length === 0) return notice(texts.noneRemoved(), buttons(back));
  const { at, shown, turning } = pageOf(removed, { page, size: PAGE_SIZE, name: 'removals' }, by);
  const titled = shown.map(({ article, addedAt }) => ({ id: article.id, title: calledBy(article), addedAt }));
  return {
    kind: 'panel',
    blocks: [
      { kind: 'notice', text: texts.restorable() },
      {
        kind: 'contents',
        of: 'articles',
        entries: shown.map(({ article, removedAt }) => ({
          address: article.id,
          heading: calledBy(article),
          size: removedAt === undefined ? '' : dayOf(removedAt),
          summary: [],
        })),
      },
    ],
    controls: [
      articleSelect(titled, { name: 'restored', subject: '', page: at }, texts.choose()),
      ...buttons(...turning, back),
    ],
  };
}

/** @param key of an article that was removed. @throws LimitReached where there is no room for it any more */
export async function restore(desk: Desk, key: string, by: Moderator): Promise<Panel> {
  const texts = curationTextsIn(by.locale);
  const removed = await desk.store.removed(by.server);
  const found = removed.find(({ article }) => keyOf(article.id) === key);
  const { same } = found === undefined ? {} : await desk.store.likeness(by.server, found.article);
  if (same !== undefined) return notice(texts.sameText(calledBy(same.article), dayOf(same.addedAt)), toList(by));
  const restored = found === undefined ? undefined : await desk.store.restore(by.server, found.article.id, desk.limits);
  desk.standings.drop(by.server);
  if (restored === undefined) return listPanel(desk, 0, by);
  const { article, addedAt } = restored;
  const title = calledBy(article);
  return articlePanel(desk, { id: article.id, title, addedAt }, by, texts.restored(title));
}

export function renameForm({ id, title }: Titled, { locale }: Pick<Moderator, 'locale'>): Form {
  const { labels } = curationTextsIn(locale);
  const move: Move = { name: 'renamed', subject: keyOf(id), page: 0 };
  return { kind: 'form', title: labels.rename, move, fields: [titleField(title, labels.newTitle)] };
}

export async function rename(desk: Desk, article: Titled, typed: string, by: Moderator): Promise<Panel> {
  const title = cleanTitle(typed);
  if (title === undefined) return articlePanel(desk, article, by);
  const renamed = await desk.store.rename(by.server, article.id, title);
  desk.standings.drop(by.server);
  if (renamed === undefined) return listPanel(desk, 0, by);
  const { title: now } = renamed.article;
  return articlePanel(desk, { ...article, title: now }, by, curationTextsIn(by.locale).renamed(now));
}

/** From now on questions in these channels go to the article. */
export async function bind(desk: Desk, article: Titled, channels: readonly string[], by: Moderator): Promise<Panel> {
  for (const channel of channels) await desk.store.bind(by.server, channel, article.id);
  desk.standings.drop(by.server);
  return articlePanel(desk, article, by, curationTextsIn(by.locale).bound(article.title));
}

/** The article is bound nowhere any more. */
export async function unbindAll(desk: Desk, article: Titled, by: Moderator): Promise<Panel> {
  const { bindings } = await desk.standings.of(by.server);
  for (const [channel, id] of bindings) {
    if (id === article.id) await desk.store.bind(by.server, channel, undefined);
  }
  desk.standings.drop(by.server);
  return articlePanel(desk, article, by, curationTextsIn(by.locale).unbound());
}

/** Nothing is bound to the channel any more. */
export async function unbind({ store, standings }: Desk, channel: string, by: Moderator): Promise<Panel> {
  const texts = curationTextsIn(by.locale);
  const { bindings } = await standings.of(by.server);
  if (!bindings.has(channel)) return notice(texts.notBound());
  await store.bind(by.server, channel, undefined);
  standings.drop(by.server);
  return notice(texts.channelUnbound());
}

/** The article is shown to everybody, and a thread under it is about it. */
export function postPanel({ id, title }: Titled, { locale }: { readonly locale: Locale }): Panel {
  return { ...notice(curationTextsIn(locale).posted(title)), posts: { articleId: id } };
}

/** Several are called so: which one is meant. */
export function severalPanel(articles: readonly Titled[], asked: string, { locale }: Moderator): Panel {
  const texts = curationTextsIn(locale);
  return notice(texts.severalSo(asked), [
    articleSelect(articles, { name: 'article', subject: '', page: 0 }, texts.choose()),
  ]);
}
