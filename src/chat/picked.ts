import type { Article } from '../article/article.ts';
import { fold, foldedLetters } from '../language/fold.ts';
import { numbersIn } from '../language/numbers.ts';

/** What stands around a choice: 那就第二篇吧, 玉城的, the second one. */
const BEFORE = /^(?:那就|那|就是|就|选|我问的是|我说的是|是|the )/u;
const BEHIND = /(?:那一篇|那篇|这篇|那个|的|吧|呢|啊| one){1,3}$/u;
const NUMBER = /^(?:第)?(?<digits>\d{1,2}|[一二三四五六七八九十])(?:篇|个|号)?$/u;
const SPOKEN = '一二三四五六七八九十';
/** A shorter part of a title may be in it by chance. */
const SHORTEST_PART = 2;

/**
 * Which article a message chooses, where somebody was asked to choose from some: by its number in the order in which they
 * were shown, from 1, by its title, or by a part of its title that none of them has, or else no other of the library.
 * @param ids of the articles in that order
 * @returns undefined for a message that chooses none
 */
export function pickedOf(message: string, ids: readonly string[], articles: readonly Article[]): Article | undefined {
  const shown = ids.map((id) => articles.find((article) => article.id === id));
  const typed = fold(message)
    .replace(/[\p{P}\s]{1,10}$/u, '')
    .trim();
  const said = typed.replace(BEFORE, '').replace(BEHIND, '');
  const { digits } = NUMBER.exec(said)?.groups ?? {};
  if (digits !== undefined) return shown[SPOKEN.includes(digits) ? SPOKEN.indexOf(digits) : Number(digits) - 1];
  const numbered = numberedSo(said, shown);
  if (numbered !== undefined || foldedLetters(said).length < SHORTEST_PART) return numbered;
  return calledSo(said, shown) ?? calledSo(said, articles);
}

/** The one whose title has the number that was typed, however it is written: 14届 for 第十四届. */
function numberedSo(said: string, shown: readonly (Article | undefined)[]): Article | undefined {
  const [number, another] = numbersIn(said);
  if (number === undefined || another !== undefined || number.end - number.start < said.length) return undefined;
  const found = shown.filter(
    (article) =>
      article !== undefined &&
      numbersIn(fold(article.title)).some(({ kind, text }) => kind === number.kind && text === number.text),
  );
  return found.length === 1 ? found[0] : undefined;
}

function calledSo(said: string, articles: readonly (Article | undefined)[]): Article | undefined {
  const words = foldedLetters(said);
  const known = articles.filter((article) => article !== undefined);
  const exact = known.filter(({ id, title }) => foldedLetters(title) === words || fold(id) === said);
  const found = exact.length > 0 ? exact : known.filter(({ title }) => foldedLetters(title).includes(words));
  return found.length === 1 ? found[0] : undefined;
}
