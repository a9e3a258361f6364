import type { Line } from './lines.ts';

const PLACE = /^(?:您|你)?(?:现在|当前|目前)?(?:的|所在)?(?:当前|所在|现在)?(?:的)?位置(?:是|为)?\s*[::]?\s*/;
/** A title in 〈 〉 is matched as well, so that its closing mark is no arrow. */
const ARROWS = /〈[^〈〉]*〉|>+|»+|›+|→|＞+|≫|〉/g;
/** Other separators count only where the page says that these are breadcrumbs. */
const ANY_SEPARATOR = />+|»+|›+|→|≫|\/|\\|_|-{1,2}|—+|\|/g;

/** Slashes with spaces around, below the name of a site or of the first page. */
const SLASHES = /(?<=\s)\/(?=\s)/g;
const SITE_FIRST = /^(?:首页|新闻|[^\s/]{2,10}(?:网|报|社|台|新闻))\s+\/\s/;

/** No path is longer; a longer line is text. */
const MAX_PATH = 200;
const MAX_CRUMB = 40;
const SENTENCE = /[。!;]/;

/**
 * The path of channels to an article, `人民网>>甘肃频道>>2020专题`, as stretches of the line.
 * @returns undefined when the line is none.
 */
export function readBreadcrumbs({ folded }: Line): { start: number; end: number }[] | undefined {
  if (folded.length > MAX_PATH) return undefined;
  const lead = PLACE.exec(folded)?.[0] ?? '';
  const declared = lead !== '' || /^[^\s>]{0,6}首页\s*[>»›→/\\_-]/.test(folded);
  const crumbs = split(folded, lead.length, declared ? ANY_SEPARATOR : SITE_FIRST.test(folded) ? SLASHES : ARROWS);
  if (crumbs.length < 2 && lead === '') return undefined;
  if (crumbs.length === 0) return undefined;
  const isPath = crumbs.every(({ start, end }) => end - start <= MAX_CRUMB && !SENTENCE.test(folded.slice(start, end)));
  return isPath ? crumbs : undefined;
}

function split(folded: string, from: number, separator: RegExp): { start: number; end: number }[] {
  const crumbs: { start: number; end: number }[] = [];
  let start = from;
  const push = (end: number) => {
    const text = folded.slice(start, end);
    const trimmed = text.trim();
    if (trimmed === '') return;
    const at = start + text.indexOf(trimmed);
    crumbs.push({ start: at, end: at + trimmed.length });
  };
  for (const { index, 0: match } of folded.matchAll(separator)) {
    if (index < from || match.startsWith('〈')) continue;
    push(index);
    start = index + match.length;
  }
  push(folded.length);
  return crumbs;
}
