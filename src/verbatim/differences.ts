import { diffArrays } from 'diff';
import { fold } from '../language/fold.ts';
import { type Sign, signsIn } from './signs.ts';
import { denialAtEnd } from './whole-words.ts';

/** A run of words that only somebody wrote, that only the article has, or that both share (as the article spells them). */
export interface Difference {
  readonly text: string;
  readonly side: 'theirs' | 'article' | 'both';
}

/** Texts apart further than this have nothing to show side by side; it also bounds the work. */
const MOST_EDITS = 400;

/** A number with its sign, its percent and its 万, one in words, a word in Latin letters, or any other letter by itself. */
const TOKEN =
  /(?:(?<![\p{Script=Latin}\p{N}])[-−])?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)*)(?:[%‰]|[十百千万亿]{1,2})?|[〇零一二两三四五六七八九十百千万亿]{2,}|\p{Script=Latin}+|[\p{L}\p{N}]/gu;

/** A letter, or a number or Latin word that is one thing to a reader, and where it stands. */
interface Token {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** Set for a sign by itself, which stands for no letter. */
  readonly isSign?: true;
}

/** Letters that both have, or that one or both have instead of each other's. */
interface Stretch {
  readonly same: boolean;
  readonly theirs: readonly Token[];
  readonly article: readonly Token[];
}

/**
 * Somebody's words against the article's, letter by letter, a number or a Latin word as one;
 * script, width, spaces and punctuation do not count. The pieces that are not theirs, joined,
 * are the article's words exactly. Where the article only goes on before or behind their words,
 * that is no difference, unless it is what denies them. Single letters that both have by chance,
 * far within what differs, are not told apart from it: nobody could read the patches.
 *
 * @returns pieces of the two sides alone where they are too far apart to hold letter against letter
 */
export function differences(theirs: string, article: string): Difference[] {
  const [left, right] = [tokensOf(theirs), tokensOf(article)];
  const stretches = withoutChance(slid(stretchesOf(left, right)));
  return merged(drawn(stretches, theirs, article));
}

function tokensOf(text: string): Token[] {
  const folded = fold(text);
  const letters = [...folded.matchAll(TOKEN)].map(({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
    folded: match.replaceAll(',', ''),
  }));
  return withSigns(letters, signsIn(folded), folded);
}

/** Signs that say something are tokens, too; one that only a number or a Latin word has is a part of it: ≥408, 408+. */
function withSigns(letters: readonly Token[], signs: readonly Sign[], folded: string): Token[] {
  // The minus of a number is in its token already.
  const within = new Set(letters.map(({ start }) => start));
  const marks = signs
    .filter(({ start }) => !within.has(start))
    .map(({ sign, start, end }): Token => ({ start, end, folded: sign, isSign: true }));
  const tokens = [...letters, ...marks].sort((one, other) => one.start - other.start);
  const joined: Token[] = [];
  tokens.forEach((token, at) => {
    const [last, before, behind] = [joined.at(-1), joined.at(-2), tokens[at + 1]];
    const isOwned =
      last?.end === token.start &&
      ((isOwnable(last) && isFigure(token, folded) && !isFigure(before, folded)) ||
        (isOwnable(token) && isFigure(last, folded) && !isFigure(behind, folded)));
    if (!isOwned) joined.push(token);
    else joined[joined.length - 1] = { start: last.start, end: token.end, folded: last.folded + token.folded };
  });
  return joined;
}

function isMark({ isSign }: Token): boolean {
  return isSign === true;
}

/** A sign that changes what a number says; ℃ is what it counts. */
function isOwnable(token: Token): boolean {
  return isMark(token) && !/[℃℉]/.test(token.folded);
}

/** Whether it is a number or a Latin word, maybe with its sign. */
function isFigure(token: Token | undefined, folded: string): boolean {
  return token !== undefined && /[\d\p{Script=Latin}]/u.test(folded.slice(token.start, token.end));
}

function stretchesOf(left: Token[], right: Token[]): Stretch[] {
  const changes = diffArrays(left, right, {
    comparator: (one, other) => one.folded === other.folded,
    maxEditLength: MOST_EDITS,
  });
  if (changes === undefined) return strangers(left, right);
  const stretches: Stretch[] = [];
  let [at, in_] = [0, 0];
  for (const { added, removed, count = 0 } of changes) {
    const theirs = added ? [] : left.slice(at, at + count);
    const article = removed ? [] : right.slice(in_, in_ + count);
    at += theirs.length;
    in_ += article.length;
    add(stretches, { same: !added && !removed, theirs, article });
  }
  return stretches.some(({ same }) => same) ? stretches : strangers(left, right);
}

/** Where no letter is the same: a number against one that it is a part of, or else only theirs is marked. */
function strangers(left: readonly Token[], right: readonly Token[]): Stretch[] {
  const [first] = left;
  const alike =
    left.length === 1 && first !== undefined ? right.findIndex(({ folded }) => folded.includes(first.folded)) : -1;
  const [from, to] = alike < 0 ? [0, 0] : [alike, alike + 1];
  return [
    { same: true, theirs: [], article: right.slice(0, from) },
    { same: false, theirs: left, article: right.slice(from, to) },
    { same: true, theirs: [], article: right.slice(to) },
  ];
}

/** Puts a stretch behind the others, or into the last where that is of its kind. */
function add(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  if (last === undefined || last.same !== next.same) stretches.push(next);
  else {
    stretches[stretches.length - 1] = {
      same: last.same,
      theirs: [...last.theirs, ...next.theirs],
      article: [...last.article, ...next.article],
    };
  }
}

/**
 * Moves what both have behind what only the article has, where that ends with the same letters:
 * 昌[县]河[西堡镇昌河]路 is [昌县河西堡镇]昌河路, one piece instead of two.
 */
function slid(stretches: readonly Stretch[]): Stretch[] {
  const moved: Stretch[] = [];
  for (const stretch of stretches.toReversed()) {
    // `moved` holds what is behind, last first.
    const [more, behind] = [moved.at(-1), moved.at(-2)];
    const count = stretch.article.length;
    if (!stretch.same || more === undefined || behind === undefined || !endsAlike(more, stretch)) {
      put(moved, stretch);
      continue;
    }
    moved.length -= 2;
    const own = [...stretch.article, ...more.article];
    put(moved, {
      same: true,
      theirs: [...stretch.theirs, ...behind.theirs],
      article: [...own.slice(-count), ...behind.article],
    });
    put(moved, { same: false, theirs: [], article: own.slice(0, -count) });
  }
  return moved.reverse();
}

/** Whether only the article has more here, and it ends with what both have before. */
function endsAlike(more: Stretch, { article }: Stretch): boolean {
  if (more.same || more.theirs.length > 0 || more.article.length < article.length) return false;
  const end = more.article.slice(-article.length);
  return end.every(({ folded }, at) => folded === article[at]?.folded);
}

/** Puts a stretch before the others, which stand last first, or into the first of them where that is of its kind. */
function put(moved: Stretch[], stretch: Stretch): void {
  const behind = moved.pop();
  if (behind === undefined) moved.push(stretch);
  else if (behind.same !== stretch.same) moved.push(behind, stretch);
  else {
    moved.push({
      same: stretch.same,
      theirs: [...stretch.theirs, ...behind.theirs],
      article: [...stretch.article, ...behind.article],
    });
  }
}

/** What both have at this length or longer is no chance. */
const NO_CHANCE = 3;

/**
 * Takes letters that both have for a part of the difference around them, where that is at least
 * twice as long on either side: the rule of diff-match-patch's semantic clean-up, a little milder.
 */
function withoutChance(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  stretches.forEach((stretch, at) => {
    const [before, behind] = [kept.at(-1), stretches[at + 1]];
    const isChance =
      stretch.same &&
      stretch.theirs.length < NO_CHANCE &&
      stretch.theirs.every(({ end, start }) => end - start === 1) &&
      isAmidDifference(before, stretch, behind, { isFirst: kept.length === 1, isLast: at + 2 === stretches.length });
    add(kept, isChance ? { ...stretch, same: false } : stretch);
  });
  return kept;
}

/** Where only the article has more, on either side or at an end, their words are still in a row there. */
function isAmidDifference(
  before: Stretch | undefined,
  { theirs }: Stretch,
  behind: Stretch | undefined,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): boolean {
  if (before === undefined || behind === undefined) return false;
  if (before.theirs.length === 0 && isFirst) return false;
  if (behind.theirs.length === 0 && isLast) return false;
  const least = 2 * theirs.length;
  return before.theirs.length + behind.theirs.length >= least && lengthOf(before) >= least && lengthOf(behind) >= least;
}

function lengthOf({ theirs, article }: Stretch): number {
  return Math.max(theirs.length, article.length);
}

/** Stretches as text: the article's with all that stands between its letters, theirs with what stands within. */
function drawn(stretches: readonly Stretch[], theirs: string, article: string): Difference[] {
  const pieces: Difference[] = [];
  let at = 0;
  /** The article's words up to an offset, with what stands before them. */
  const take = (tokens: readonly Token[], side: Difference['side']) => {
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (first === undefined || last === undefined) return;
    pieces.push({ text: article.slice(at, first.start), side: 'both' });
    pieces.push({ text: article.slice(first.start, last.end), side });
    at = last.end;
  };
  stretches.forEach((stretch, index) => {
    if (stretch.same) {
      take(stretch.article, 'both');
      return;
    }
    const { outside, inside, further } = divided(stretch, index, stretches, article);
    take(outside, 'both');
    // Theirs stand right before what stands there instead; at the beginning, before what both have.
    const next = inside[0] ?? (index === 0 ? stretches[1]?.article[0] : undefined);
    if (next !== undefined) {
      pieces.push({ text: article.slice(at, next.start), side: 'both' });
      at = next.start;
    }
    pieces.push({ text: textOf(stretch.theirs, theirs), side: 'theirs' });
    take(inside, 'article');
    take(further, 'both');
  });
  return [...pieces, { text: article.slice(at), side: 'both' }];
}

/** At an end of their words so few letters stand for as many of the article's; more stand for none in particular. */
const MOST_REPLACED = 3;

/**
 * What the article has in a stretch where the two differ: what it merely has before their words,
 * what it has instead of them, and what it merely goes on with.
 */
function divided({ theirs, article }: Stretch, index: number, all: readonly Stretch[], text: string) {
  const none: readonly Token[] = [];
  const [isFirst, isLast] = [index === 0, index === all.length - 1];
  if (isFirst === isLast) return { outside: none, inside: article, further: none };
  const told = theirs.filter((token) => !isMark(token)).length;
  const replaced = told > MOST_REPLACED ? 0 : told;
  if (isLast) {
    const count = inARow(article, replaced, all[index - 1]?.article.at(-1)?.end, text);
    return { outside: none, inside: article.slice(0, count), further: article.slice(count) };
  }
  const count = Math.max(
    inARowBefore(article, replaced, all[1]?.article[0]?.start, text),
    theirs.length === 0 ? denialBefore(article, all[1]?.article[0]?.start, text) : 0,
  );
  return {
    outside: article.slice(0, article.length - count),
    inside: article.slice(article.length - count),
    further: none,
  };
}

/** How many of the first tokens, at most so many, follow one another and what is before them without a mark between. */
function inARow(tokens: readonly Token[], most: number, from: number | undefined, text: string): number {
  let end = from;
  let count = 0;
  for (const token of tokens.slice(0, most)) {
    if (end !== undefined && text.slice(end, token.start).trim() !== '') break;
    end = token.end;
    count += 1;
  }
  return count;
}

/** The same from the end: how many of the last tokens are in a row with what is behind them. */
function inARowBefore(tokens: readonly Token[], most: number, to: number | undefined, text: string): number {
  let start = to;
  let count = 0;
  for (const token of tokens.slice(Math.max(0, tokens.length - most)).reverse()) {
    if (start !== undefined && text.slice(token.end, start).trim() !== '') break;
    start = token.start;
    count += 1;
  }
  return count;
}

/** What the article has before their words is its own business, but for what denies them: so many tokens. */
function denialBefore(tokens: readonly Token[], start: number | undefined, text: string): number {
  const last = tokens.at(-1);
  if (last === undefined || start === undefined) return 0;
  const length = denialAtEnd(fold(text.slice(Math.max(0, start - 8), start)));
  return length === 0 ? 0 : tokens.filter((token) => token.end > start - length).length;
}

function textOf(tokens: readonly Token[], text: string): string {
  return tokens.length === 0 ? '' : text.slice(tokens[0]?.start, tokens.at(-1)?.end);
}

function merged(pieces: readonly Difference[]): Difference[] {
  const all: { text: string; side: Difference['side'] }[] = [];
  for (const { text, side } of pieces) {
    const last = all.at(-1);
    if (last?.side === side) last.text += text;
    else if (text !== '') all.push({ text, side });
  }
  return all;
}
