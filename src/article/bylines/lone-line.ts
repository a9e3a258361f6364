import { countOf, isNameInDictionary } from '../../language/frequency.ts';
import { transliteratedShare } from '../../language/personal-names.ts';
import type { Span } from '../../language/sentences.ts';
import { readByline } from './grammar.ts';
import { hasSurname, isSurname } from './person-name.ts';
import { isChannel, isPublisher } from './publishers.ts';

/** Who is named on a line that says no more, and for whom they write where that is said: 谢小雨/江城日报. */
export interface LoneByline {
  readonly names: readonly Span[];
  readonly publisher?: Span;
}

/** Longer lines say more than who wrote. */
const MAX_LINE = 60;
const MAX_NAMES = 4;
const WORD = /[^\s、,|/]+/g;
/** 李　四, 王　小　明 */
const SPACED_NAME = /^(\p{Script=Han})\s{1,4}\p{Script=Han}(?:\s{1,4}\p{Script=Han})?$/u;
/** What people are, at the end of what stands before their name: 江城市统计局副局长 李大华. */
const POST =
  /(?:[局厅处科院校馆站所社会市县区乡镇村省部州行队团台厂班]长|书记|主任|主席|教授|讲师|院士|博士|硕士|研究员|研究生|学者|专家|记者|编辑|通讯员|作家|评论员|撰稿人|作者|律师|医生|医师|工程师|经济师|分析师|总裁|董事长|经理|总监|会长|理事|秘书长|代表|委员|参赞|大使|主笔|创始人|教师|老师|馆员|专员|顾问)$/;

/** ◎季长风, ——季长风 */
const MARK = /^[◎□■○●◇◆※|—–-]{1,3}\s?/;
/** 新华社江城5月2日电 记者 谢小雨, 本报讯 记者 谢小雨: before who wrote. */
const DISPATCH = /^(?:[^\s。,]{2,6}讯|[^\s。,]{2,20}\d日(?:专|综合)?[电讯])\s?\(?(?=(?:本报|本网)?(?:记者|通讯员))/;
/** By Anna Lee, By 张三 */
const BY = /^by\s{1,3}(?=\p{Script=Latin}{2}|\p{Script=Han}{2,4}$)/u;
const LATIN_NAME = /^\p{Script=Latin}{2,}(?: \p{Script=Latin}[\p{Script=Latin}.'-]*){1,3}$/u;
/** 阿卜杜拉·买买提, written with what foreign names are written with. */
const DOTTED = /^\p{Script=Han}{1,8}(?:[·•・‧∙]\p{Script=Han}{1,8}){1,3}$/u;
const DOT = /[·•・‧∙]/g;
const MIN_TRANSLITERATED = 0.5;
const CLOSED = /\)$/;
/** 谢小雨1，季长风2: where a paper says to which institute they belong. */
const NOTE_NUMBER = /(?<=\p{Script=Han})\d(?:,\d){0,3}(?=[\s,、;]|$)/gu;
/** 谢小雨 报道, 谢小雨 发自江城 */
const REPORTED = /^.{0,4}报[道导]$|^发自\p{Script=Han}{2,8}$/u;
/** 谢小雨报道 */
const REPORTED_BEHIND = /(?:综合|摄影|现场)?报[道导]$/;
/** 财经中心/谢小雨报导 */
const DESK = /^\p{Script=Han}{2,6}(?:中心|新闻部|组)$/u;
const PLACE = /^\p{Script=Han}{2,4}$/u;
/** （谢小雨/江城报导） */
const BRACKETED = /^[([〔【]([^()[\]〔〕【】]{2,40})[)\]〕】]$/;
/** 阮南星/季长风(综合报导) */
const REMARK = /\s?\([^()]{1,10}\)$/;

/** As `bylineOfLine`. */
export function readLoneLine(line: string): LoneByline | undefined {
  if (line.length > MAX_LINE) return undefined;
  const inside = BRACKETED.exec(line)?.[1];
  if (inside !== undefined) return inside.includes('/') ? movedBy(1, readLoneLine(inside)) : undefined;
  const from = (MARK.exec(line) ?? DISPATCH.exec(line) ?? BY.exec(line))?.[0].length ?? 0;
  const isDispatch = from > 0 && DISPATCH.test(line);
  const rest = line
    .slice(from)
    .replace(isDispatch ? CLOSED : REMARK, '')
    .replace(NOTE_NUMBER, (number) => ' '.repeat(number.length));
  const isSigned = BY.test(line) && LATIN_NAME.test(rest);
  const byline = isSigned ? { names: [{ start: 0, end: rest.length }] } : readNames(rest);
  return movedBy(from, byline);
}

function movedBy(from: number, byline: LoneByline | undefined): LoneByline | undefined {
  if (byline === undefined) return undefined;
  const moved = ({ start, end }: Span) => ({ start: start + from, end: end + from });
  return {
    names: byline.names.map(moved),
    ...(byline.publisher && { publisher: moved(byline.publisher) }),
  };
}

function readNames(folded: string): LoneByline | undefined {
  const byline = readByline(folded, 0);
  if (byline !== undefined && byline.end === folded.length) return { names: byline.names };
  if (isForeignName(folded)) return { names: [{ start: 0, end: folded.length }] };
  const spaced = SPACED_NAME.exec(folded);
  if (spaced !== null && isSurname(spaced[1] ?? '')) return { names: [{ start: 0, end: folded.length }] };
  const words = [...folded.matchAll(WORD)].map(({ index, 0: word }): Word => {
    const bare = word.replace(REPORTED_BEHIND, '');
    const isReported = bare !== word && isName(bare);
    return { start: index, end: index + (isReported ? bare : word).length, word: isReported ? bare : word, isReported };
  });
  // 谢小雨 综合报导 / 柳湾市: what stands behind is a place.
  const reportedAt = words.findIndex(({ word }) => REPORTED.test(word));
  const mayName = ({ word }: Word, at: number) => isName(word) && (reportedAt <= 0 || at < reportedAt);
  const names = words.filter(mayName);
  const others = words.filter((word, at) => !mayName(word, at));
  if (names.length === 0 || names.length > MAX_NAMES || !saysWho(words, others)) return undefined;
  const publisher = others.find(({ word }) => isPublisher(word) && !DESK.test(word));
  return {
    names: names.map(({ start, end }) => ({ start, end })),
    ...(publisher && { publisher: { start: publisher.start, end: publisher.end } }),
  };
}

interface Word extends Span {
  readonly word: string;
  /** Whether 报道 runs on from it. */
  readonly isReported: boolean;
}

/** Whether what stands beside the names says whose they are, what they are, or that they reported from where. */
function saysWho(words: readonly Word[], others: readonly Word[]): boolean {
  const [other] = others;
  const last = words.at(-1);
  if (other === undefined) return true;
  const isReported = words.some(({ word, isReported: isRunOn }) => isRunOn || REPORTED.test(word));
  if (isReported) {
    return (
      others.length <= 3 &&
      others.every(
        (one) =>
          one === words[0] || REPORTED.test(one.word) || DESK.test(one.word) || (one === last && PLACE.test(one.word)),
      )
    );
  }
  if (others.length === 1 && (isPublisher(other.word) || (other === last && POST.test(other.word)))) return true;
  // 江城镇党委书记、镇长 谢小雨
  return others.every((one, at) => one === words[at] && POST.test(one.word));
}

function isForeignName(folded: string): boolean {
  return DOTTED.test(folded) && transliteratedShare(folded.replace(DOT, '')) >= MIN_TRANSLITERATED;
}

function isName(word: string): boolean {
  if (!hasSurname(word) || isChannel(word) || isPublisher(word)) return false;
  // 时尚 and 高血压 begin as names do, but the dictionary has them as other words.
  return (countOf(word) ?? 0) === 0 || isNameInDictionary(word);
}
