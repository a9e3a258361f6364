import { countOf } from '../language/frequency.ts';
import { type TaggedWord, tag } from '../language/segment.ts';
import type { Entry } from './entries.ts';
import { type Gathering, gather } from './gathering.ts';
import { KNOWN_PLACES } from './known-places.ts';
import { mentionAt, type Paragraph } from './paragraphs.ts';

/** What names of organisations end with. */
const ORGANISATION =
  /(?:委员会|管委会|居委会|村委会|业委会|工委|党委|政法委|发改委|调查队|组织部|宣传部|统战部|督查室|办公厅|国务院|教育部|财政部|公安部|外交部|商务部|交通部|住建部|人民政府|[省市县镇乡区]政府|法院|检察院|[^当结布格大定邮全变时平骗饭棋出布一二两三四五六七八九十先]局|[教育公安财政水利农业交通卫生民政应急信息化商务]厅|事务所|研究所|派出所|司法所|卫生所|集团|公司|[^工建入进出到]厂|银行|大学|[^医住学]学院|师范|中学|小学|初中|高中|学校|幼儿园|医院|卫生院|卫生室|诊所|养老院|敬老院|护养院|疾控中心|综治中心|检测中心|慈善会|图书馆|博物馆|文化馆|剧社|剧团|乐团|合唱团|协会|学会|商会|总工会|联合会|基金会|研究院|设计院|出版社|报社|电视台|支队|合作社|药业|水泥|化工|置业|航运|资本|建工|科技|实业|日报|晚报|晨报|时报)$/;
/** What names of places end with. */
const PLACE =
  /(?:[省县]|[^城都超门夜菜鱼花早集股楼上全本各]市|[^地城郊小社园厂库辖片景灾牧林山战病时专实务误禁失]区|[^乡市城集老古全小新重]镇|[^农城家老同故返下进]乡|[^农乡渔山老同新小全本邻]村|街道|社区|[^公马道铁线思出半网电一走上让修弯耕小大山认带顺问赶]路|[^上沿逛老]街|[^小老]巷|[^长过沿大]江|[^过山内冰运]河|[^平咸盐]湖|水库|大桥|隧道|广场|公园|码头|火车站|高速|岛|屿)$/;
/** Too general to be told from any other by what stands before them alone. */
const GENERAL = /(?:社区|街道|高速|码头|广场|公园|隧道|大桥|水库|集团|公司|科技|资本|学校)$/;
/** Parts of speech that names are made of. */
const PART = /^(?:n|j|x|l$|b$|s$|vn|g|zg|q$)/;
/** Words that no name has in it, whatever they are taken for. */
const BREAKS =
  /^[的了是在从到由按照对向把被让给和与及跟同、就也都又还说于自往去入每各该这那其某另使经过将]|[的了是在从由对把被让给和与及跟着过]$/;
/** Nor any that is not in the dictionary. */
const BREAKS_UNKNOWN =
  /[的了是在从由到把被让给和与及对向回走穿考教认可进导以要管先改]|[一二两三四五六七八九十][所家个]/;
/** It stands for what was named before or for any: 该公司, 有关部门. */
const ANY =
  /^(?:本|有关|相关|其他|其它|全|一些|部分|当地|外地|本地|邻|附近|自己|我们|他们|我|你|他|她|某些|县级|省级|市级|区级|国家级|老|新|旧|大|小|前|后|公办|民办|民营|公立|私立|普通|一般|所在|所属|辖区|国外|海外|国内|外省|外地|民间|家门口)/;
/** 中央政法委, 国家统计局: there is one. */
const OF_THE_COUNTRY = /^(?:中央|国家|全国)/;
const SHORTEST = 3;
const LONGEST = 20;
/** Two or more characters as frequent as this together are a word, and no name: 文明, 道德. */
const COMMON = 40;
/** 榧树坪村: a character that hardly stands alone begins the name. */
const RARE_ALONE = 1_000;
/** 渡轮码头: of the more general endings rarer words, too. */
const COMMON_BEFORE_GENERAL = 3;

/** Organisations and places that are named, each once; nothing that only stands for one (该公司, 两所小学). */
export function bodiesAmong(
  paragraphs: readonly Paragraph[],
  people: ReadonlySet<string>,
): { readonly organisations: Entry[]; readonly places: Entry[] } {
  const found: Readonly<Record<Body['kind'], Gathering>> = { organisations: new Map(), places: new Map() };
  for (const paragraph of paragraphs) {
    for (const { kind, start, end } of namesIn(paragraph.folded, people)) {
      const mention = mentionAt(paragraph, { start, end });
      const text = paragraph.text.slice(start, end);
      gather(found[kind], paragraph.folded.slice(start, end), mention, () => ({ kind, text, note: '' }));
    }
  }
  return { organisations: [...found.organisations.values()], places: [...found.places.values()] };
}

interface Body {
  readonly kind: 'organisations' | 'places';
  readonly start: number;
  readonly end: number;
}

function namesIn(folded: string, people: ReadonlySet<string>): Body[] {
  const words = tag(folded);
  const found = words.flatMap((word, last): Body[] => {
    const { end } = word;
    // 县教育局长, 村民: it goes on.
    if (/^[长员民]/.test(folded.slice(end, end + 1))) return [];
    if (KNOWN_PLACES.has(word.text)) return [{ kind: 'places', start: word.start, end }];
    const start = startOfName(words, last, folded, people);
    if (start === undefined) return [];
    return [{ kind: ORGANISATION.test(folded.slice(start, end)) ? 'organisations' : 'places', start, end }];
  });
  return found.filter((one, at) => !found.some((other, place) => place !== at && contains(other, one)));
}

function contains(outer: Body, inner: Body): boolean {
  return outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start;
}

/** Where the name begins that ends with a word; undefined where none does. */
function startOfName(
  words: readonly TaggedWord[],
  last: number,
  folded: string,
  people: ReadonlySet<string>,
): number | undefined {
  const end = words[last]?.end ?? 0;
  const ending = folded.slice(Math.max(0, end - LONGEST), end);
  const isBody = ORGANISATION.test(ending);
  if (!isBody && !PLACE.test(ending)) return undefined;
  let first = last;
  for (let index = last - 1; index >= 0; index -= 1) {
    const word = words[index];
    if (word === undefined || word.end !== words[index + 1]?.start || end - word.start > LONGEST) break;
    if ((!PART.test(word.tag) && word.text !== '高速') || breaks(word) || people.has(word.text)) break;
    first = index;
  }
  const closing = words[last];
  if (closing === undefined || breaks(closing)) return undefined;
  const run = words.slice(first, last + 1);
  // What cannot begin a name is left out, a word at a time.
  while (run.length > 0 && !mayBegin(run, folded, isBody)) run.shift();
  const start = run[0]?.start;
  if (start === undefined || end - start < SHORTEST || beginsOtherwise(folded, start)) return undefined;
  const name = folded.slice(start, end);
  return !people.has(name) && isNamed(run, name, isBody) ? start : undefined;
}

/** 住北汕区, 占全街道, 20日北屿: the first character is no part of it. */
function beginsOtherwise(folded: string, start: number): boolean {
  return (
    /^[住占离叫称属归隔]/.test(folded.charAt(start)) ||
    /\d[年月日号个]/.test(folded.slice(Math.max(0, start - 1), start + 1))
  );
}

function breaks({ text }: TaggedWord): boolean {
  return BREAKS.test(text) || ((countOf(text) ?? 0) === 0 && BREAKS_UNKNOWN.test(text));
}

/** A proper word, a place's name, or the county's own (县教育局). */
function mayBegin(run: readonly TaggedWord[], folded: string, isBody: boolean): boolean {
  const [first, second] = run;
  if (first === undefined) return false;
  const name = folded.slice(first.start, run.at(-1)?.end);
  if (ANY.test(name) || /^[一二两三四五六七八九十几\d]/.test(name)) return false;
  if (run.length === 1 || (isBody && OF_THE_COUNTRY.test(name))) return true;
  if (isBody && /^[省市县区镇乡]$/.test(first.text)) return true;
  return (
    isProper(first) ||
    (first.text.length === 1 && (second?.text.length === 1 || (countOf(first.text) ?? 0) < RARE_ALONE))
  );
}

/** Not in the dictionary, or there as a place. */
function isProper({ text, tag: part }: TaggedWord): boolean {
  if (KNOWN_PLACES.has(text)) return true;
  if (text.length > 2 && PLACE.test(text)) return true;
  return (
    text.length > 1 && (countOf(text) ?? 0) < COMMON && (/^(?:x|n[srtz]|j)/.test(part) || countOf(text) === undefined)
  );
}

function isNamed(run: readonly TaggedWord[], name: string, isBody: boolean): boolean {
  const [first] = run;
  if (first === undefined) return false;
  if (!isBody && run.length === 1 && first.tag === 'ns' && /[省市县区州]$/.test(name)) return true;
  if (isBody && (/^[省市县区镇乡]$/.test(first.text) || OF_THE_COUNTRY.test(name))) return run.length > 1;
  const ending = (isBody ? ORGANISATION : PLACE).exec(name)?.[0] ?? '';
  const generalEnding = GENERAL.exec(name)?.[0];
  const stem = name.slice(0, name.length - Math.max(generalEnding?.length ?? 1, isBody ? ending.length - 1 : 1));
  // 金昌市社区: any of the city's.
  if (generalEnding !== undefined && /[省市县区镇乡]$/.test(stem)) return false;
  // 文明城市, 实验区, 道德银行: a word of every day with an ending.
  const common = generalEnding === undefined ? COMMON : COMMON_BEFORE_GENERAL;
  if ((countOf(stem) ?? 0) >= common || (countOf(name) ?? 0) >= COMMON * 10) return isPlaceOfDictionary(stem);
  return isProper(first) || first.text.length === 1 || run.length === 1;
}

/** 金昌市: the dictionary has it without what it ends with. */
function isPlaceOfDictionary(stem: string): boolean {
  return KNOWN_PLACES.has(stem) || tag(stem)[0]?.tag === 'ns';
}
