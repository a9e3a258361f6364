import type { Span } from '../../language/sentences.ts';
import { findDates } from '../dateline.ts';
import { readByline } from './grammar.ts';
import { readLoneLine } from './lone-line.ts';
import { isChannel, isPublisher } from './publishers.ts';

/** How a dispatch opens, 中新社北京7月3日电（记者 张三）: whose it is, when it was sent, who wrote it. */
export interface Dispatch {
  /** Behind its last character. */
  readonly end: number;
  /** The name of an agency or a paper; none where it says 本报. */
  readonly outlet?: Span;
  /** ISO 8601; none where the year is left out. */
  readonly iso?: string;
  readonly names: readonly Span[];
}

const WORD = '[\\p{Script=Han}a-z\\d·]';
/** What a publisher's name ends with; no 台 of 台湾. */
const PUBLISHES = '(?:新闻网|新闻社|通讯社|电视台|电台|新闻|在线|客户端|网|社|报|刊|台(?![湾北中南东州]))';
/** Up to the first such word, and another one behind a dash: 江城日报-江城网. */
const OUTLET = `(?<outlet>${WORD}{1,10}?${PUBLISHES}(?:-${WORD}{1,10}?${PUBLISHES})?)`;
const DATE = '(?:(?:(?:(?<!\\d)\\d{4}年)?\\d{1,2}月)?\\d{1,2}日|(?<!\\d)\\d{4}-\\d{1,2}-\\d{1,2})';
const PLACE = '(?:(?!记者)\\p{Script=Han}){2,10}?';
const FORMS: readonly RegExp[] = [
  // 新华社北京3月5日电, 本报讯, 中国网7月3日讯
  new RegExp(`^${OUTLET}(?:${PLACE})?(?:${DATE})?(?:专|综合|快)?[电讯](?=[\\s([〔【:,)\\]〕】]|$)`, 'du'),
  // 央视网消息：, 央广网北京7月3日消息（记者
  new RegExp(`^${OUTLET}(?:(?:${PLACE})?${DATE})?消息(?=[\\s(:,]|$)`, 'du'),
  // 环球网报道（记者
  new RegExp(`^${OUTLET}(?:${DATE})?(?:综合)?报[道导](?=[\\s(]|$)`, 'du'),
  // 江城科技讯 …
  new RegExp(`^(?<outlet>${WORD}{2,8}?)讯(?=[\\s(])`, 'du'),
];
const FORMS_IN_BRACKETS: readonly RegExp[] = [
  // 中央社记者张三台北5日电
  new RegExp(
    `^${OUTLET}(?:${DATE})?(?:[电讯]|报[道导])?\\s?(?=(?:驻\\p{Script=Han}{2,6}?)?(?:特派|特约|见习|实习)?记者)`,
    'du',
  ),
  ...FORMS,
  // 大江记事2023年05月06日讯
  new RegExp(`^(?<outlet>${WORD}{2,8}?)(?:北京时间)?${DATE}(?:综合)?(?:[电讯]|报[道导])$`, 'du'),
];
/** 本报, 快讯：no publisher's name. */
const OWN = /^本|综合|最新|快$|简$/;
const NOT_ITS_OWN = /^[据对在从由]/;
/** （编辑 张三） */
const EDITORS = /^(?:责任)?编辑|^责编/;
const FULL_DATE = /\d{4}年\d{1,2}月\d{1,2}日/;
const BRACKETED = /^[([〔【]([^()[\]〔〕【】]{2,40})[)\]〕】]/;
const BYLINE_BEHIND = /^\s{0,4}[([〔【]([^()[\]〔〕【】]{2,60})[)\]〕】]/;
/** No opening is longer. */
const LONGEST = 120;

/**
 * The opening of a dispatch at the start of a folded line or paragraph.
 * @returns undefined where it opens with anything else
 */
export function readDispatch(folded: string): Dispatch | undefined {
  const text = folded.slice(0, LONGEST);
  const bracketed = BRACKETED.exec(text);
  const opening = bracketed === null ? openingIn(text, FORMS, 0) : bracketedOpening(bracketed);
  if (opening === undefined || opening.names.length > 0) return opening;
  const behind = BYLINE_BEHIND.exec(text.slice(opening.end));
  const inside = behind?.[1] ?? '';
  const start = opening.end + (behind?.[0].indexOf(inside) ?? 0);
  const names = readByline(inside, 0, 'brackets')?.names ?? readLoneLine(inside)?.names ?? [];
  if (behind === null || names.length === 0 || EDITORS.test(inside)) return opening;
  return { ...opening, end: opening.end + behind[0].length, names: names.map((name) => moved(name, start)) };
}

function bracketedOpening([whole, inside = '']: RegExpExecArray): Dispatch | undefined {
  if (isPublisher(inside) && !isChannel(inside) && !/\d/.test(inside)) {
    return { end: whole.length, outlet: { start: 1, end: 1 + inside.length }, names: [] };
  }
  const opening = openingIn(inside, FORMS_IN_BRACKETS, 1);
  if (opening === undefined) return undefined;
  const iso = opening.iso ?? findDates(inside)[0]?.iso;
  const rest = inside.slice(opening.end - 1).replace(FULL_DATE, (date) => ' '.repeat(date.length));
  const byline = rest.trim() === '' ? undefined : readByline(rest, rest.search(/\S/), 'brackets');
  if (rest.trim() !== '' && byline === undefined) return undefined;
  const names = byline?.names.map((name) => moved(name, opening.end)) ?? [];
  return { ...opening, ...(iso !== undefined && { iso }), end: whole.length, names };
}

function openingIn(text: string, forms: readonly RegExp[], offset: number): Dispatch | undefined {
  if (NOT_ITS_OWN.test(text)) return undefined;
  for (const form of forms) {
    const match = form.exec(text);
    const outlet = match?.indices?.groups?.outlet;
    if (match === null || outlet === undefined) continue;
    const name = text.slice(...outlet);
    const iso = findDates(match[0])[0]?.iso;
    const isNamed = !OWN.test(name) && !isChannel(name);
    return {
      end: offset + match[0].length,
      ...(isNamed && { outlet: { start: offset + outlet[0], end: offset + outlet[1] } }),
      ...(iso !== undefined && { iso }),
      names: [],
    };
  }
  return undefined;
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
