import type { Answer, FoundPassage, Refusal } from '../answer/answer.ts';
import type { Article } from '../article/article.ts';
import { factsLine, isFactsLine, type Passage, passageAt } from '../passages/passages.ts';
import { limitOf, type Scope } from '../passages/scope.ts';
import type { Library } from './library.ts';

/**
 * So many windows of the server's own articles are read, and of what they do not answer so many of the operator's:
 * somebody waits for both, and a library that is alone has eight. The eighth changes none of 450 verdicts for the better.
 */
const FIRST_READING = 7;
const SECOND_READING = 2;

/**
 * A server's own library with the operator's behind it: its own is asked first, the operator's where that gives no
 * answer. Neither is copied: the operator's index, and what was answered from it, is every server's.
 */
export function joinLibraries(own: Library, operators: Library): Library {
  let shown = showBehind(own.articles, operators.articles);

  function current(): Shown {
    const isSame = shown.own === own.articles && shown.operators === operators.articles;
    if (!isSame) shown = showBehind(own.articles, operators.articles);
    return shown;
  }

  async function askOperators(question: string, scope: Scope, at: Shown): Promise<Answer> {
    const answer = await operators.ask(question, scope);
    const passages = answer.passages.flatMap((found) => foundIn(found, at));
    if (answer.rivals === undefined) return { ...answer, passages };
    return { ...answer, passages, rivals: answer.rivals.flatMap((article) => at.shownAs.get(article) ?? []) };
  }

  return {
    get articles() {
      return current().articles;
    },
    get passages() {
      return own.passages + operators.passages;
    },
    async ask(question, scope = {}) {
      const at = current();
      const place = placeOf(scope, at);
      if (place.whose === 'own') return own.ask(question, scope);
      if (place.whose === 'operators') return askOperators(question, place.scope, at);
      const address = addressAmongOperators(question, at);
      if (address !== undefined) return askOperators(address, scope, at);
      // What was asked of the operator's in full needs no second reading.
      let behind: Answer | undefined;
      const bound = scope.bound === undefined ? undefined : at.originals.get(scope.bound)?.id;
      if (bound !== undefined) {
        behind = await askOperators(question, { ...scope, bound }, at);
        if (behind.answered) return behind;
      }
      if (namesOneOf(question, at.behind)) {
        behind = await askOperators(question, scope, at);
        if (behind.answered) return behind;
      }
      const first = await own.ask(question, behind === undefined ? { ...scope, windows: FIRST_READING } : scope);
      if (isSettled(first)) return first;
      const second = behind ?? (await askOperators(question, { ...scope, windows: SECOND_READING }, at));
      return isSettled(second) ? second : neither(first, second);
    },
    search(words, scope = {}) {
      const at = current();
      const place = placeOf(scope, at);
      if (place.whose === 'own') return own.search(words, scope);
      const behind = operators
        .search(words, place.whose === 'operators' ? place.scope : scope)
        .flatMap((hit) => passagesIn(hit.passage, at).map((passage) => ({ ...hit, passage })));
      if (place.whose === 'operators') return behind;
      // Of those that have about as much of the words, its own come first: what is rare in one is not so in the other.
      return [...own.search(words, scope), ...behind]
        .sort((a, b) => tenths(b.coverage) - tenths(a.coverage))
        .slice(0, limitOf(scope));
    },
    summary(article, section) {
      return (own.articles.includes(article) ? own : operators).summary(article, section);
    },
  };
}

function tenths(share: number): number {
  return Math.round(share * 10);
}

/** What people see of the two libraries together. */
interface Shown {
  readonly own: readonly Article[];
  readonly operators: readonly Article[];
  /** The server's own, and behind them those of the operator's that are not among them. */
  readonly articles: readonly Article[];
  /** The operator's, as they are shown. */
  readonly behind: readonly Article[];
  /** The operator's as they are, by the id under which they are shown. */
  readonly originals: ReadonlyMap<string, Article>;
  /** What an article of the operator's is shown as; the server's own where that has the same text. */
  readonly shownAs: ReadonlyMap<Article, Article>;
}

function showBehind(own: readonly Article[], operators: readonly Article[]): Shown {
  const byHash = new Map(own.map((article) => [article.hash, article]));
  const taken = new Set([...own, ...operators].map(({ id }) => id));
  const ownIds = new Set(own.map(({ id }) => id));
  const behind: Article[] = [];
  const originals = new Map<string, Article>();
  const shownAs = new Map<Article, Article>();
  for (const article of operators) {
    const same = byHash.get(article.hash);
    const shown = same ?? (ownIds.has(article.id) ? called(freeId(article.id, taken), article) : article);
    shownAs.set(article, shown);
    if (same !== undefined) continue;
    behind.push(shown);
    originals.set(shown.id, article);
  }
  return { own, operators, articles: [...own, ...behind], behind, originals, shownAs };
}

/** An id for an article of the operator's where the server has one of its own that is called so; then it is taken. */
function freeId(id: string, taken: Set<string>): string {
  let free = `${id}-common`;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-common-${number}`;
  taken.add(free);
  return free;
}

const renamed = new WeakMap<Article, Map<string, Article>>();

/** The same article by another id: one for all servers, because its passages are made of it. */
function called(id: string, article: Article): Article {
  const byId = renamed.get(article) ?? new Map<string, Article>();
  renamed.set(article, byId);
  const known = byId.get(id) ?? { ...article, id };
  byId.set(id, known);
  return known;
}

/** Whose article a scope names: with no article in it, both are looked into. */
type WhoseScope =
  | { readonly whose: 'own' | 'both' }
  /** In the operator's own words. */
  | { readonly whose: 'operators'; readonly scope: Scope };

function placeOf(scope: Scope, { originals }: Shown): WhoseScope {
  const { articleId, chosen, section } = scope;
  if (articleId === undefined && chosen !== undefined) {
    const original = originals.get(chosen);
    return original === undefined ? { whose: 'own' } : { whose: 'operators', scope: { ...scope, chosen: original.id } };
  }
  // A section of no article is one of a library's only article.
  if (articleId === undefined) return { whose: section === undefined ? 'both' : 'own' };
  const original = originals.get(articleId);
  return original === undefined
    ? { whose: 'own' }
    : { whose: 'operators', scope: { ...scope, articleId: original.id } };
}

/** An address that was typed with the id of one of the operator's articles, `id§2¶4`, as they have it. */
function addressAmongOperators(question: string, { originals }: Shown): string | undefined {
  const sign = question.indexOf('§');
  if (sign <= 0) return undefined;
  const typed = question.slice(0, sign).trim().toLowerCase();
  for (const [id, original] of originals) if (id.toLowerCase() === typed) return original.id + question.slice(sign);
  return undefined;
}

/** Whether somebody asks of an article by its title in 《》. */
function namesOneOf(question: string, articles: readonly Article[]): boolean {
  return question.includes('《') && articles.some(({ title }) => question.includes(`《${title}》`));
}

function foundIn(found: FoundPassage, shown: Shown): FoundPassage[] {
  return passagesIn(found.passage, shown).map((passage) => ({ ...found, passage }));
}

/** A passage of the operator's as one of the article that is shown; none where that is gone. */
function passagesIn(passage: Passage, { shownAs }: Shown): Passage[] {
  const article = shownAs.get(passage.article);
  if (article === passage.article) return [passage];
  if (article === undefined) return [];
  const same = isFactsLine(passage) ? factsLine(article, passage.text) : passageAt(article, passage);
  return same === undefined ? [] : [same];
}

/** Whether there is nothing to be looked for elsewhere. */
function isSettled({ answered, toTheBot, refusal, whichArticle }: Answer): boolean {
  return answered || toTheBot !== undefined || refusal?.reason === 'blank' || whichArticle === true;
}

/** What is told where neither answers: what comes closest, its own where the other is not nearer. */
function neither(own: Answer, other: Answer): Answer {
  const isOther = nearness(other) > nearness(own);
  return { ...(isOther ? other : own), refusal: joinedRefusal(own.refusal, other.refusal) };
}

function nearness({ verdict, confidence, passages }: Answer): number {
  return verdict === 'closest' && passages.length > 0 ? confidence : -1;
}

/** A word that either has is there. */
function joinedRefusal(own: Refusal | undefined, other: Refusal | undefined): Refusal {
  const present = new Set([...(own?.present ?? []), ...(other?.present ?? [])]);
  const missing = (own?.missing ?? []).filter((word) => !present.has(word));
  return { reason: 'unanswered', present: [...present], missing };
}
