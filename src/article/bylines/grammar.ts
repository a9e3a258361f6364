import type { Span } from '../../language/sentences.ts';
import { type NameContext, nameAt } from './name.ts';
import { isPublisher } from './publishers.ts';
import {
  ANY_WRITER,
  atBoundary,
  BARE_WRITING,
  DID_OTHER,
  INTRODUCTION,
  matchAt,
  OTHERS,
  SURE_WRITER,
  WORD_OF_WRITING,
  WROTE,
} from './words.ts';

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

const SEPARATOR = /[\s、,;|/]/;
/** John Smith and Mary Jones */
const AND = /and\s/y;
const HAN = /\p{Script=Han}/u;
const OUTLET_RUN = /[\p{Script=Han}a-z\d·]{2,14}/uy;
/** 记者王小明 may be a title, 记者 王小明 and 记者王小明／台北报道 are none. */
const RUN_ON_ROLE = /^(?:记者|通讯员|作者)\p{Script=Han}/u;
const REMARK = /\([^()]{1,20}\)/y;
/** [美]约翰·史密斯 */
const NATIONALITY = /[([〔【]\p{Script=Han}{1,4}[)\]〕】]\s*/uy;

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
    if (beginsEditors(text, state)) break;
    // 王小明、李大华台北9日电: a list goes on with a name, whatever is run on from it.
    const isListed = text.charAt(state.at - 1) === '、';
    const isRead =
      readRole(text, state, from) ||
      (isListed && readName(text, state)) ||
      readDeed(text, state) ||
      readName(text, state);
    if (isRead) end = state.at;
    else if (!skipOutlet(text, state)) break;
    state.at = behindSeparators(text, state.at);
  }
  // What is cut short may be half a name.
  if (state.at >= text.length && text.length < folded.length) return undefined;
  const names = [...state.settled, ...state.pending].filter(({ part }) => part === 'writer');
  if (names.length === 0 || names.length >= MAX_NAMES) return undefined;
  return { names: names.map(({ start, end: nameEnd }) => ({ start, end: nameEnd })), end, isSure: state.isSure };
}

/** 撰稿/张三 编辑/李四: on a line of facts those who edited have a field of their own. */
function beginsEditors(text: string, { place, at }: State): boolean {
  const other = place === 'line' ? matchAt(OTHERS, text, at) : undefined;
  return other !== undefined && text.slice(at, other).includes('编');
}

/** 本报记者, 文/, 摄影: what those did who are named next. */
function readRole(text: string, state: State, from: number): boolean {
  const other = matchAt(OTHERS, text, state.at);
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
  if (any !== undefined || (state.at === 0 && RUN_ON_ROLE.test(text))) state.isSure = false;
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
  state.isSure = true;
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
  for (const name of state.pending) state.settled.push(part === undefined ? name : { ...name, part });
  state.pending = [];
}

/** 文/观察者网 张三: for whom they wrote. On a line of facts it is the source. */
function skipOutlet(text: string, state: State): boolean {
  if (state.part === 'unsaid' && state.place !== 'brackets') return false;
  const end = atBoundary(text, matchAt(OUTLET_RUN, text, state.at));
  if (end === undefined || !isPublisher(text.slice(state.at, end))) return false;
  state.at = end;
  return true;
}

function readName(text: string, state: State): boolean {
  state.at = (state.part === 'unsaid' ? undefined : matchAt(NATIONALITY, text, state.at)) ?? state.at;
  const name = nameAt(text, state.at, contextOf(text, state), state.part !== 'unsaid');
  if (name === undefined) return false;
  state.pending.push({ start: state.at, end: name.end, part: state.part });
  state.isFirstOfPart = false;
  if (name.deed !== undefined) settle(state, name.deed === 'other' ? 'other' : state.part);
  state.at = matchAt(REMARK, text, name.behind) ?? name.behind;
  return true;
}

function contextOf(text: string, { at, part, place, isFirstOfPart }: State): NameContext {
  if (part === 'unsaid') return 'open';
  // Run on from 记者 only a surname tells a name from 记者观察, but in brackets.
  const isApart = place === 'brackets' || at === 0 || !HAN.test(text.charAt(at - 1));
  if (!isApart || !(isFirstOfPart || text.charAt(at - 1) === '、')) return 'open';
  return place === 'label' ? 'labelled' : 'due';
}

/** Whether a name may begin here, separators aside. */
function namesNext(text: string, at: number): boolean {
  return /^[\s:/|]*[\p{Script=Han}\p{Script=Latin}]/u.test(text.slice(at, at + 12));
}

function behindSeparators(text: string, from: number): number {
  let at = from;
  while (at < text.length && (SEPARATOR.test(text.charAt(at)) || text.charAt(at) === ':')) at += 1;
  const and = at > from ? matchAt(AND, text, at) : undefined;
  return and === undefined ? at : behindSeparators(text, and);
}
