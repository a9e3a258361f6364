import type { Span } from '../language/sentences.ts';
import { hasSurname, isSurname, mayBeName, mayBePenName, nameBeforePlace } from './person-name.ts';
import { isPublisher } from './publishers.ts';

/** Who is named as the writer of an article, and where that ends. */
export interface Byline {
  /** Of the names alone, in the order of the page. Those who took the pictures, edited or translated are left out. */
  readonly names: readonly Span[];
  readonly end: number;
  /** Whether a paper's own word says that it is a byline: 本报记者, 文/. “战地记者王小明” may be a title. */
  readonly isSure: boolean;
}

export type BylinePlace = 'line' | 'label' | 'brackets';

/** Longer ones are lists of something else. */
const MAX_BYLINE = 200;
const MAX_NAMES = 30;

const MODIFIERS =
  '(?:本报|本网|本刊|本台|本社|见习|实习|特约|首席|特派|特邀|全媒体|融媒体|全媒|融媒|资深|高级|主任|文字|调查|中心|前方|驻\\p{Script=Han}{2,6}?)';
/** What the name of a paper ends with. */
const OUTLET =
  '(?:《?[^《》\\s]{1,12}》\\s?)?[\\p{Script=Han}a-z\\d·+-]{0,14}?(?:网|报|社|台|新闻|周刊|周末|杂志|客户端|传媒|融媒体?|财经|在线|视频)';
const WRITERS =
  '(?:撰文|文字|文)[/、]摄影|记者|通讯员|特约撰稿人?|撰稿人?|撰文|采写|采访|(?:文章|本文)?作者|实习生|评论员|特派员|文[/、]?图|图[/、]?文';
/** With what follows: a name in the same word counts only behind the first. */
const SURE_WRITER = new RegExp(`(?:${OUTLET}|《?[^《》\\s]{1,12}》\\s?)?(?:${MODIFIERS})*(?:${WRITERS})`, 'uy');
/** 每经记者, 战地记者: whose, is anybody's guess. */
const ANY_WRITER = /[\p{Script=Han}a-z\d·+-]{1,12}?(?:记者|通讯员|撰稿人?|评论员)/uy;
const WORD_OF_WRITING = /文字?(?=\s?[/|:])(?!\/(?:图|摄影)[\s:/|])/uy;
const BARE_WRITING = /文字?(?=\s)/uy;
const OTHERS =
  /(?:摄影记者|摄影|摄像|图片|图|翻译|编译|责任编辑|责编|编辑|校对|审校|审核|审读|终审|监制|制图|漫画|插画|视频|剪辑|配音|供图|供稿|整理|口述|策划|设计|编审|统筹|主编|总编辑|作者单位|作者简介)(?=[\s:/|])/y;

/** 环球网报道 记者 张三: where it was reported first. */
const INTRODUCTION = new RegExp(`(?:${OUTLET})(?:综合|军事|财经|体育)?报[道导][\\s/]+(?=.{0,12}(?:记者|通讯员))`, 'uy');
/** [美]约翰·史密斯 */
const NATIONALITY = /[([〔【]\p{Script=Han}{1,4}[)\]〕】]\s*/uy;

/** What stands behind a name ends here. */
const BOUNDARY = String.raw`(?=[\s、,;|/()〔〕【】\[\]]|$)`;
const REPORT = '(?:即时|综合|连线|专题|摄影|现场|独家)?报[道导]';
const DISPATCH = '(?:\\d{1,2}月)?\\d{1,2}日(?:专|综合)?[电讯]';
/** Behind the names of who wrote: 文/图, 台北报道, 发自北京. */
const WROTE = new RegExp(
  `(?:文并摄|文[/、]?图|图[/、]?文|文[/、]?摄影?|摄影?[/、]文|撰文|采写|文|发自\\p{Script=Han}{2,8}|\\p{Script=Han}{0,8}?${REPORT}|\\p{Script=Han}{0,6}?${DISPATCH}|\\p{Script=Han}{2,5}[讯电]|综合(?:整理)?)${BOUNDARY}`,
  'uy',
);
/** Behind the names of who did something else. */
const DID_OTHER = new RegExp(`(?:摄影?|拍摄|图|供图|制图|译|编译|编辑|整理)${BOUNDARY}`, 'uy');
/** The same, run on behind a name: 王小明摄, 张三文/图, 李四报道. */
const RUN_ON_WROTE = new RegExp(`(?:文并摄|文[/、]?[图摄]影?|图[/、]?文|${REPORT}|${DISPATCH})${BOUNDARY}`, 'uy');
const RUN_ON_OTHER = new RegExp(`(?:拍?摄|摄影|供图|制图)${BOUNDARY}`, 'uy');

const SEPARATOR = /[\s、,;|/]/;
const AT_BOUNDARY = new RegExp(BOUNDARY, 'uy');
const OUTLET_RUN = /[\p{Script=Han}a-z\d·]{2,14}/uy;
const HAN_RUN = /\p{Script=Han}+/uy;
const DOTTED_RUN = /[\p{Script=Han}\p{Script=Latin}]{1,12}(?:[·•・‧∙][\p{Script=Han}\p{Script=Latin}]{1,12}){1,4}/uy;
const LATIN_NAME = /\p{Script=Latin}[\p{Script=Latin}'’.-]*(?: \p{Script=Latin}[\p{Script=Latin}'’.-]*){0,3}/uy;
/** Accounts of a site, not people. */
const ACCOUNT =
  /^(?:admin|administrator|editor|unknown|anonymous|null|none|undefined|root|user|guest|test|by|source|url|tags?)\b/;
const SPACED_NAME = /\p{Script=Han}\s{1,4}\p{Script=Han}/uy;
const REMARK = /\([^()]{1,20}\)/y;
const WRITER_INSIDE = /(?:本报)?(?:见习|实习)?(?:记者|通讯员|实习生|摄影)/;
/** （作者王芳系江城大学教授） */
const DESCRIPTION = /^(\p{Script=Han}{2,3})[系为是]\p{Script=Han}{2,}/u;

/** What the names that follow did: nothing said yet, wrote it, something else. */
type Part = 'unsaid' | 'writer' | 'other';

interface Named extends Span {
  readonly part: Part;
}

/** Where a reading of a byline stands. */
interface State {
  readonly place: BylinePlace;
  at: number;
  part: Part;
  /** Whether what they did is said before the names, as in 文/张三 图/李四, and not behind them. */
  saidBefore: boolean;
  isFirstOfPart: boolean;
  isSure: boolean;
  pending: Named[];
  settled: Named[];
}

/**
 * Reads who wrote an article where a page says so: 本报记者 张三 通讯员 李四, 文/张三 图/李四,
 * 张三/文 李四/图, 记者王小明／台北报道, 王小明 记者 台北讯.
 *
 * @param folded a line, Simplified and half-width.
 * @param from where the byline begins.
 * @param place on a line of facts, where editors are read for themselves; behind a label, as 作者：,
 * that has said already that writers follow; in brackets, which hold nothing but a byline.
 * @returns undefined where nobody is named.
 */
export function readByline(folded: string, from: number, place: BylinePlace = 'line'): Byline | undefined {
  const text = folded.slice(0, from + MAX_BYLINE);
  const state: State = {
    at: from,
    place,
    part: place === 'label' ? 'writer' : 'unsaid',
    saidBefore: false,
    isFirstOfPart: true,
    isSure: true,
    pending: [],
    settled: [],
  };
  let end = from;
  state.at = matchAt(INTRODUCTION, text, from) ?? from;
  while (state.at < text.length && state.pending.length + state.settled.length < MAX_NAMES) {
    if (!readRole(text, state, from) && !readDeed(text, state) && !readName(text, state)) {
      if (!skipOutlet(text, state)) break;
    } else {
      end = state.at;
    }
    state.at = behindSeparators(text, state.at);
  }
  const names = [...state.settled, ...state.pending].filter(({ part }) => part === 'writer');
  if (names.length === 0) return undefined;
  return { names: names.map(({ start, end: nameEnd }) => ({ start, end: nameEnd })), end, isSure: state.isSure };
}

/** 本报记者, 文/, 摄影: what those did who are named next. */
function readRole(text: string, state: State, from: number): boolean {
  const other = matchAt(OTHERS, text, state.at);
  // A line of facts has a field for them.
  if (state.place === 'line' && other !== undefined && /编/.test(text.slice(state.at, other))) return false;
  const isOther = other !== undefined && matchAt(WROTE, text, state.at) === undefined && namesNext(text, other);
  const sure = isOther ? undefined : writerAt(text, state);
  const any = isOther || sure !== undefined || state.at !== from ? undefined : matchAt(ANY_WRITER, text, from);
  const end = isOther ? other : (sure ?? any);
  if (end === undefined) return false;
  const isFollowed = !/^\s*(?:$|[)〕】\]])/.test(text.slice(end));
  // 王小明 记者 台北讯: what they are is said behind the name.
  if (state.part === 'unsaid' && state.pending.length > 0) {
    const isBehind = !isFollowed || matchAt(WROTE, text, behindSeparators(text, end)) !== undefined;
    settle(state, isBehind && !isOther ? 'writer' : 'other');
    state.at = end;
    return isBehind;
  }
  if (any !== undefined) state.isSure = false;
  settle(state);
  state.part = isOther ? 'other' : 'writer';
  state.saidBefore = isOther || /[/|:]/.test(text.charAt(end));
  state.isFirstOfPart = true;
  state.at = end;
  return true;
}

function writerAt(text: string, { at, pending, saidBefore }: State): number | undefined {
  const isBehindName = pending.length > 0 && !saidBefore;
  if (matchAt(WROTE, text, at) !== undefined && isBehindName) return undefined;
  const end = matchAt(WORD_OF_WRITING, text, at) ?? (isBehindName ? undefined : matchAt(BARE_WRITING, text, at));
  return end ?? matchAt(SURE_WRITER, text, at);
}

/** 文/图, 摄, 台北报道: what those did who were named last. */
function readDeed(text: string, state: State): boolean {
  if (state.pending.length === 0 && state.settled.length === 0) return false;
  const other = matchAt(DID_OTHER, text, state.at);
  const wrote = other === undefined ? matchAt(WROTE, text, state.at) : undefined;
  const end = other ?? wrote;
  if (end === undefined) return false;
  const behind = text.slice(state.at, end);
  if (!state.saidBefore || /报[道导]|[电讯]$/.test(behind)) {
    // A word of its own between names, 高山 文 化, says nothing of who wrote.
    const saysWho = state.part !== 'unsaid' || /.文|文./.test(behind) || text.charAt(state.at - 1) === '/';
    if (other !== undefined) settle(state, 'other');
    else if (state.part === 'unsaid') settle(state, saysWho && behind.includes('文') ? 'writer' : 'unsaid');
    else settle(state);
  }
  state.at = end;
  return true;
}

function settle(state: State, part?: Part): void {
  state.settled.push(...state.pending.map((name) => (part === undefined ? name : { ...name, part })));
  state.pending = [];
}

/** 文/观察者网 张三: for whom they wrote. On a line of facts it is the source. */
function skipOutlet(text: string, state: State): boolean {
  if (state.part === 'unsaid' && state.place !== 'brackets') return false;
  const end = endAtBoundary(text, matchAt(OUTLET_RUN, text, state.at));
  if (end === undefined || !isPublisher(text.slice(state.at, end))) return false;
  state.at = end;
  return true;
}

function readName(text: string, state: State): boolean {
  state.at = (state.part === 'unsaid' ? undefined : matchAt(NATIONALITY, text, state.at)) ?? state.at;
  const name = nameAt(text, state);
  if (name === undefined) return false;
  state.pending.push({ start: state.at, end: name.end, part: state.part });
  state.isFirstOfPart = false;
  if (name.deed !== undefined)
    settle(state, name.deed === 'other' ? 'other' : state.part === 'unsaid' ? 'unsaid' : state.part);
  state.at = matchAt(REMARK, text, name.behind) ?? name.behind;
  return true;
}

interface NameFound {
  readonly end: number;
  /** Behind what runs on from the name. */
  readonly behind: number;
  readonly deed?: 'wrote' | 'other';
}

function nameAt(text: string, state: State): NameFound | undefined {
  const { at, part, isFirstOfPart } = state;
  const dotted = endAtBoundary(text, matchAt(DOTTED_RUN, text, at));
  if (dotted !== undefined) return part === 'unsaid' ? undefined : { end: dotted, behind: dotted };
  if (part !== 'unsaid') {
    const latin = endAtBoundary(text, matchAt(LATIN_NAME, text, at));
    if (latin !== undefined && latin - at > 2 && !ACCOUNT.test(text.slice(at, latin)))
      return { end: latin, behind: latin };
  }
  const spaced = endAtBoundary(text, matchAt(SPACED_NAME, text, at));
  if (spaced !== undefined && isSurname(text.charAt(at))) return { end: spaced, behind: spaced };
  const isDue = isAnyNameAllowed(text, state) && (isFirstOfPart || text.charAt(at - 1) === '、');
  const isCalled = !isDue ? hasSurname : state.place === 'label' ? mayBePenName : mayBeName;
  return hanNameAt(text, at, isCalled);
}

/** Run on from 记者 only a surname tells a name from 记者观察, but in brackets or behind a label. */
function isAnyNameAllowed(text: string, { at, part, place }: State): boolean {
  return part !== 'unsaid' && (place === 'brackets' || at === 0 || !/\p{Script=Han}/u.test(text.charAt(at - 1)));
}

function hanNameAt(text: string, at: number, isCalled: (run: string) => boolean): NameFound | undefined {
  const runEnd = matchAt(HAN_RUN, text, at);
  if (runEnd === undefined) return undefined;
  const run = text.slice(at, Math.min(runEnd, at + 16));
  const isName = (name: string) => isCalled(name) && !isOutlet(text, at, name);
  const found = (length: number, behind = at + length, deed?: 'wrote' | 'other'): NameFound => ({
    end: at + length,
    behind,
    ...(deed && { deed }),
  });
  for (let length = 2; length <= Math.min(run.length, 8); length += 1) {
    const wrote = matchAt(RUN_ON_WROTE, text, at + length);
    const other = wrote === undefined ? matchAt(RUN_ON_OTHER, text, at + length) : undefined;
    const behind = wrote ?? other;
    if (behind === undefined) continue;
    const place = nameBeforePlace(run.slice(0, length));
    if (place !== undefined) return found(place, behind, wrote === undefined ? 'other' : 'wrote');
    return isName(run.slice(0, length)) ? found(length, behind, wrote === undefined ? 'other' : 'wrote') : undefined;
  }
  const next = run.slice(2).search(WRITER_INSIDE);
  if (next >= 0) return isName(run.slice(0, next + 2)) ? found(next + 2) : undefined;
  const described = DESCRIPTION.exec(run)?.[1];
  if (described !== undefined && run.length > 4) return hasSurname(described) ? found(described.length) : undefined;
  if (endAtBoundary(text, runEnd) === undefined) return undefined;
  const name = run.length > 2 && run.endsWith('等') ? run.slice(0, -1) : run;
  return isName(name) ? found(name.length, runEnd) : undefined;
}

/** 文汇报 张三, but a 王靖台 behind whom nobody stands may be called so. */
function isOutlet(text: string, at: number, name: string): boolean {
  if (!isPublisher(name)) return false;
  return (
    !hasSurname(name) ||
    /^\s+\p{Script=Han}{2,4}(?=[\s、,)|]|$)/u.test(text.slice(at + name.length, at + name.length + 8))
  );
}

/** Whether a name may begin here, separators aside. */
function namesNext(text: string, at: number): boolean {
  return /^[\s:/|]*[\p{Script=Han}\p{Script=Latin}]/u.test(text.slice(at, at + 12));
}

function behindSeparators(text: string, from: number): number {
  let at = from;
  while (at < text.length && (SEPARATOR.test(text.charAt(at)) || text.charAt(at) === ':')) at += 1;
  return at;
}

function endAtBoundary(text: string, end: number | undefined): number | undefined {
  return end !== undefined && matchAt(AT_BOUNDARY, text, end) !== undefined ? end : undefined;
}

/** Where a match that begins at this place ends. */
function matchAt(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}
