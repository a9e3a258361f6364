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
/** 李　四 */
const SPACED_NAME = /^(\p{Script=Han})\s{1,4}\p{Script=Han}$/u;
/** What people are, at the end of what stands before their name: 江城市统计局副局长 李大华. */
const POST =
  /(?:[局厅处科院校馆站所社会市县区乡镇村省部州行队团台厂班]长|书记|主任|主席|教授|讲师|院士|博士|硕士|研究员|研究生|学者|专家|记者|编辑|通讯员|作家|评论员|撰稿人|作者|律师|医生|医师|工程师|经济师|分析师|总裁|董事长|经理|总监|会长|理事|秘书长|代表|委员|参赞|大使|主笔|创始人|教师|老师|馆员|专员|顾问)$/;

/** ◎季长风, ——季长风 */
const MARK = /^[◎□■○●◇◆※|—–-]{1,3}\s?/;
/** 新华社江城5月2日电 记者 谢小雨, 本报讯 记者 谢小雨: before who wrote. */
const DISPATCH = /^(?:本[报网台刊]讯|[^\s。,]{2,20}\d日(?:专|综合)?[电讯])\s?\(?(?=(?:本报|本网)?(?:记者|通讯员))/;
/** By Anna Lee */
const BY = /^by\s{1,3}(?=\p{Script=Latin}{2})/u;
const LATIN_NAME = /^\p{Script=Latin}{2,}(?: \p{Script=Latin}[\p{Script=Latin}.'-]*){1,3}$/u;
/** 阿卜杜拉·买买提, written with what foreign names are written with. */
const DOTTED = /^\p{Script=Han}{1,8}(?:[·•・‧∙]\p{Script=Han}{1,8}){1,3}$/u;
const DOT = /[·•・‧∙]/g;
const MIN_TRANSLITERATED = 0.5;
const CLOSED = /\)$/;
/** 谢小雨 报道 */
const REPORTED = /^.{0,4}报[道导]$/;
/** 阮南星/季长风(综合报导) */
const REMARK = /\s?\([^()]{1,10}\)$/;

/** As `bylineOfLine`. */
export function readLoneLine(line: string): LoneByline | undefined {
  if (line.length > MAX_LINE) return undefined;
  const from = (MARK.exec(line) ?? DISPATCH.exec(line) ?? BY.exec(line))?.[0].length ?? 0;
  const isDispatch = from > 0 && DISPATCH.test(line);
  const rest = line.slice(from).replace(isDispatch ? CLOSED : REMARK, '');
  const isSigned = BY.test(line) && LATIN_NAME.test(rest);
  const byline = isSigned ? { names: [{ start: 0, end: rest.length }] } : readNames(rest);
  if (byline === undefined || from === 0) return byline;
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
  const words = [...folded.matchAll(WORD)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    word,
  }));
  const names = words.filter(({ word }) => isName(word));
  const others = words.filter(({ word }) => !isName(word));
  if (names.length === 0 || names.length > MAX_NAMES || others.length > 1) return undefined;
  const [other] = others;
  const spans = names.map(({ start, end }) => ({ start, end }));
  if (other === undefined) return { names: spans };
  if (isPublisher(other.word)) return { names: spans, publisher: { start: other.start, end: other.end } };
  const isPost = other === words[0] && POST.test(other.word);
  return isPost || (other === words.at(-1) && REPORTED.test(other.word)) ? { names: spans } : undefined;
}

function isForeignName(folded: string): boolean {
  return DOTTED.test(folded) && transliteratedShare(folded.replace(DOT, '')) >= MIN_TRANSLITERATED;
}

function isName(word: string): boolean {
  if (!hasSurname(word) || isChannel(word) || isPublisher(word)) return false;
  // 时尚 and 高血压 begin as names do, but the dictionary has them as other words.
  return (countOf(word) ?? 0) === 0 || isNameInDictionary(word);
}
