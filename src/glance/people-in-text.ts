import { hasSurname } from '../article/bylines/person-name.ts';
import { fold } from '../language/fold.ts';
import { countOf } from '../language/frequency.ts';
import { transliteratedShare } from '../language/personal-names.ts';
import { cutKnown } from '../language/segment.ts';

/** So much of a text is read for names, in a tenth of a second: more than any news has. UTF-16 units. */
const MOST_READ = 50_000;
/**
 * Who is named in a text, by what that text alone shows, as it is printed there: behind a post or an age, before a verb
 * of saying, or the same unknown word with a surname again and again. A name that stands there bare, once, is left out.
 */
export function peopleInText(text: string): string[] {
  const folded = fold(text.slice(0, MOST_READ));
  return [...namesIn(folded)].map((name) => printedAs(name, text, folded));
}

function printedAs(name: string, text: string, folded: string): string {
  const at = folded.indexOf(name);
  return text.slice(at, at + name.length);
}

/** What people are called by what they do or whose they are, right before their name. */
const POST =
  /(?:书记|主任|[院校镇县市省区部局处科厂社所团队组班村乡会行店馆站州司船]长|经理|总监|教授|[老教律医导厨药技讲牧]师|(?:护理|工程|设计|摄影|理发|美发|美容|化妆|造型|会计|建筑|规划|咨询|魔术|面点|按摩|钟表|营养|评估|调酒|培训|心理)师|医生|护士|记者|作家|诗人|画家|演员|导演|学者|专家|[网格保管接线队学店职会教船警理驾驶送货货研究飞行运动志愿快递检验技术售票服务办事调解宣传指导评论]员|民警|警官|司机|[农渔村居市]民|[员船矿锅炉]工|工人|师傅|老人|学生|选手|教练|创始人|负责人|发言人|代言人|主持人|传承人|侄女|侄子|儿子|女儿|妻子|丈夫|母亲|父亲|大户|总统|总理|首相|主席|将军|战士|烈士|院士|博士|同志|大姐|阿姨)$/;
/** Longest of them. UTF-16 units. */
const LONGEST_POST = 4;
const INTRODUCED = /(?:[名个位]叫|岁的)$/;
const SAYS =
  /^(?:说(?![明法服])|表示|介绍|告诉|认为|坦言|回忆|指出|透露|补充|感慨|解释|强调|笑着|:|今年[\d一二三四五六七八九十]+岁|,[\d一二三四五六七八九十]+岁)/;
const LONGEST_VERB = 8;
const STARTS = /^[\p{P}\s]?$/u;
const BARE_START = /^[\p{P}\s的]?$/u;
/** What people do, and things do not. */
const ACTS =
  /^(?:说(?![明法服])|表示|介绍|告诉|认为|怕|想要|问|答|自己|如今|笑|签字|头也|不愿|听|记得|觉得|回家|走|拿|坐|站|哭|:)/;
/** What a sentence goes on with behind a name, by its first character. */
const GOES_ON =
  /^(?:$|[\p{P}\s]|[的把在说对将是也就都和与跟向从被让给帮等管有到去来用为则还又才已曾正于时后怕想要会能可只叫问答做坐站拿带]|头也)/u;
/** No given name has these. */
const NO_NAME = /[的了把在说是也就都和与跟从被让给等还又才已不没这那他她我你们个着过吗呢吧么之其每很最名位曰此]/;
/** Surnames that are words as well: where they begin a name the text has to say so. */
const WORD_SURNAME =
  /^[那全时来由管高明向常和安都多白黄马金于水利农经包解曲计成方平段江关石田车应温毛万国单正空干连同从花山开何任容谈易席路景项党边符别相能后东西南北]/;
/** They stand before whoever does something: 由市民. */
const NO_SURNAME = /[由那全时来原经从对]/;
/** Two characters so frequent together are a word, not the end of a name and what follows. */
const COMMON = 400;
/** Where a post stands before it, 向东 in 副局长向东阳 may be one all the same. */
const COMMONEST = 4_000;

function namesIn(text: string): Set<string> {
  const names = new Set<string>(dottedNames(text));
  for (let at = 0; at < text.length - 1; at += 1) {
    const before = text.slice(Math.max(0, at - LONGEST_POST), at);
    const isIntroduced = INTRODUCED.test(before) || POST.test(before);
    const name = nameAt(text, at, isIntroduced ? COMMONEST : COMMON);
    if (name === undefined || names.has(name)) continue;
    const behind = text.slice(at + name.length, at + name.length + LONGEST_VERB);
    if (isIntroduced || (STARTS.test(before.slice(-1)) && SAYS.test(behind)) || isWhole(name, before, behind, text))
      names.add(name);
  }
  // 屈长水 is not 屈长 as well.
  for (const name of names) {
    if (name.length === 2 && [...names].some((other) => other.length > 2 && other.startsWith(name))) names.delete(name);
  }
  return names;
}

/** Whether it is named again and does here what people do. */
function isWhole(name: string, before: string, behind: string, text: string): boolean {
  if (name.length < 3 || WORD_SURNAME.test(name) || !BARE_START.test(before.slice(-1)) || !ACTS.test(behind))
    return false;
  return cutKnown(name)[0]?.text.length === 1 && text.indexOf(name) !== text.lastIndexOf(name);
}

/** The name that may begin at a place, by where it can end. */
function nameAt(text: string, at: number, common: number): string | undefined {
  if (NO_SURNAME.test(text.charAt(at))) return undefined;
  for (const length of [4, 3, 2]) {
    const run = text.slice(at, at + length);
    if (run.length < length || !hasSurname(run) || NO_NAME.test(run.slice(1))) continue;
    if ((countOf(run) ?? 0) >= COMMON || (length > 2 && (countOf(run.slice(0, 2)) ?? 0) >= common)) continue;
    if ((countOf(text.slice(at + length - 1, at + length + 1)) ?? 0) >= COMMON) continue;
    if (endsAt(text, at + length)) return run;
  }
  return undefined;
}

function endsAt(text: string, end: number): boolean {
  const behind = text.slice(end, end + 6);
  if (DOT.test(behind.charAt(0))) return false;
  return GOES_ON.test(behind) || (cutKnown(behind)[0]?.text.length ?? 0) > 1;
}

const DOT = /[·•・‧∙]/;
const DOTS = /[·•・‧∙]/g;
const HAN = /\p{Script=Han}/u;
/** 约翰·史密斯: what is around the dots, where it is written with nothing but characters that foreign names are. */
function dottedNames(text: string): string[] {
  const names: string[] = [];
  let end = 0;
  for (const { index } of text.matchAll(DOTS)) {
    if (index < end) continue;
    let start = index;
    end = index + 1;
    while (start > 0 && isForeign(text.charAt(start - 1))) start -= 1;
    while (end < text.length && (isForeign(text.charAt(end)) || DOT.test(text.charAt(end)))) end += 1;
    if (index - start < 2 || end - index < 3 || !isWholeBetween(text, start, end)) continue;
    names.push(text.slice(start, end));
  }
  return names;
}

/** Half a name is nobody's. */
function isWholeBetween(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_POST), start);
  const begins = !HAN.test(before.slice(-1)) || POST.test(before) || /[的是和与跟由被在对]$/.test(before);
  return begins && GOES_ON.test(text.slice(end, end + 1));
}

function isForeign(character: string): boolean {
  return transliteratedShare(character) === 1;
}
