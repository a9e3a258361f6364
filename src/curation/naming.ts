import type { Desk } from './desk.ts';
import { keyOf } from './key.ts';
import type { Titled } from './standing.ts';

/** The articles that somebody may mean, by a key, an id, a title or a part of one: the one that is meant where there is one. */
export async function articlesNamed(
  desk: Pick<Desk, 'engine'>,
  articles: readonly Titled[],
  typed: string,
): Promise<readonly Titled[]> {
  const asked = typed.trim().replace(/^[《「“"]|[》」”"]$/g, '');
  const byKey = articles.filter(({ id }) => keyOf(id) === asked);
  return asked === '' || byKey.length > 0 ? byKey : articlesTyped(desk, articles, asked, false);
}

/**
 * Those that somebody may mean by what was typed: which names are the same in the other script the engine knows, since no
 * dictionary of it is held here.
 * @param whileTyping whether they are still typing: all that have it in their names, then
 */
export async function articlesTyped(
  { engine }: Pick<Desk, 'engine'>,
  articles: readonly Titled[],
  typed: string,
  whileTyping = true,
): Promise<readonly Titled[]> {
  if (articles.length === 0) return [];
  const names = articles.map(({ id, title }) => ({ id, title }));
  const places = await engine.call({ kind: 'name', typed, articles: names, whileTyping });
  return places.flatMap((place) => articles[place] ?? []);
}
