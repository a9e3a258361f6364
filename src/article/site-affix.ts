import { isChannel, isPublisher } from './bylines/publishers.ts';
import type { GlossContext } from './gloss.ts';
import { type Line, partOfPlain } from './lines.ts';

/** A site's or a channel's name behind a title: …--甘肃频道--人民网, …_青禾新闻网, … | 青禾晚报. Behind 破折号 stands a subtitle. */
const SUFFIX = /\s{0,4}[-–_|]{1,3}\s{0,4}([^-–—_|\s]{2,16})$/;
const PREFIX = /^([^-–—_|\s]{2,16})\s{0,4}[_|]\s{0,4}/;
const SITE = /(?:门户网站|政府网|政府网站|官网|官方网站|专题|栏目|首页|正文)$/;
const MOST = 4;
const MIN_TITLE = 4;

/**
 * A line that is a title with the site's name beside it, as its parts: the title first, then what is the site's.
 * @returns undefined where nothing but the title stands there.
 */
export function withoutSite(
  line: Line,
  glosses: GlossContext,
): { readonly title: Line; readonly affixes: readonly Line[]; readonly site: Line | undefined } | undefined {
  const { folded } = line;
  let end = folded.length;
  let site: Line | undefined;
  for (let removed = 0; removed < MOST; removed += 1) {
    const match = SUFFIX.exec(folded.slice(0, end));
    if (match === null || !isSiteName(match[1] ?? '') || match.index < MIN_TITLE) break;
    const name = match[1] ?? '';
    if (isPublisher(name)) site = partOfPlain(line, end - name.length, end, glosses);
    end = match.index;
  }
  const prefix = PREFIX.exec(folded);
  const start =
    prefix !== null && isPublisher(prefix[1] ?? '') && end - prefix[0].length >= MIN_TITLE ? prefix[0].length : 0;
  if (start === 0 && end === folded.length) return undefined;
  const title = partOfPlain(line, start, end, glosses);
  if (start > 0) site = partOfPlain(line, 0, prefix?.[1]?.length ?? 0, glosses);
  const affixes = [partOfPlain(line, 0, start, glosses), partOfPlain(line, end, folded.length, glosses)].flatMap(
    (part) => part ?? [],
  );
  return title && { title, affixes, site };
}

function isSiteName(name: string): boolean {
  return isPublisher(name) || isChannel(name) || SITE.test(name);
}
