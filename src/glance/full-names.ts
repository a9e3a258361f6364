import { countOf } from '../language/frequency.ts';
import { cutKnown, tag } from '../language/segment.ts';
import { DOES, HUMAN, INTRODUCED, KIN, POST } from './posts.ts';
import { beginsAsName } from './surnames.ts';

/** A place in the text where a name stands. */
export interface NamePlace {
  /** Which of the texts. */
  readonly text: number;
  /** UTF-16 offset. */
  readonly at: number;
}

/** A run of characters that may be somebody's name, and all places where it stands. */
interface Candidate {
  readonly name: string;
  readonly places: readonly NamePlace[];
}

/** What stands around a candidate at one place. */
interface Around {
  readonly before: string;
  readonly behind: string;
  readonly left: 'start' | 'post' | 'human' | 'joint' | 'word' | 'other' | 'inside';
  /** `inside`: the last character belongs to what follows, as the dictionary has it; `never`: for certain. */
  readonly right: 'end' | 'goes-on' | 'word' | 'other' | 'inside' | 'never';
}

/** How much of the text around a name is looked at. UTF-16 units. */
const REACH = 16;
/** Two characters so frequent together are a word, not the end of a name and what follows. */
const COMMON = 400;
const NUMERAL = /[\d一二三四五六七八九十百千万]/;
const HAN = /\p{Script=Han}/u;

/** No given name has these. */
const NO_NAME =
  /[^万千百]里$|.[的了把在说是也就都和与跟从被让给等还又才已没这那他她我你们个着过吗呢吧么每很最名位曰此为到对向将要会能只先再两几做抽派谁由]|[则却亦便均皆竟曾倒仍]$|[馆站局摊宫厅店卡队屋字岭坳坂厂校院楼街巷镇乡县省社所券票证费款]$|[一二三四五六七八九十]成$|^.(?:师傅|师父|老师|医生|大夫|老太|老汉|老头|老伯|太太|先生|女士|小姐|阿姨|奶奶|爷爷|大爷|大妈|大娘|大姐|大哥|主任|书记|局长|校长|院长|经理|厂长|队长|站长|镇长|教授|律师|法官)$|[人员者们]$|^.[男老]$|^班.$|^.男|^周[一二三四五六日末]|^.家$|^.[一二三四五六七八九十]{2}$/;
/** Some have these all the same: then the run is never without them. */
const RARELY_IN_NAME = /[和为向会能之则亦]/;
/** They stand before whoever does something, and are no surname there: 由市民. */
const NO_SURNAME = /^[那全时来原经同和向常]/;
/** Two characters that are a word of every day: 文化宫, 商务局. */
const EVERYDAY = 1_000;
const RATHER_COMMON = 150;
const NEVER_SURNAME = /^[由从对]/;
/** Surnames that are words as well: where they begin a name the text has to say more clearly that it is one. */
const WORD_SURNAME =
  /^[那全时来由管高明向常和安都多白黄马金于水利农经包解曲计成方平段江关石田车应温毛万国单正空干连同从花山开何任容谈易席路景项党边符别相能后东西南北桂松海文古费索查班师工家农士计封乐于卫秋祖俞]/;
const JOINT = /[的和与跟同及由被把给让叫是对向找请为替说问称见等了因像比个归派]$/;
const STARTS = /^(?:[\p{P}\p{S}\s]|)$/u;
/** What a sentence goes on with behind a name, by its first character. */
const GOES_ON =
  /^(?:[的把在说对将是也就都和与跟同向从被让给帮替等管有到去来用为则还又才却已曾正于时后前怕想要会能可只叫问答做当带没不先再起以则得连当任各最及由称嫌那每这晚早今]|头也|.[了着过到起下上出住为开掉完给来去])/u;
/** What people do with their bodies and voices, one character each. */
const ACTS_ALONE =
  /^[说问答喊叫笑哭想听看望走跑坐站蹲躺睡拿抱扛递抬摇伸写签画读念教学做开骑修卖买吃喝住守留算管带领挨推拉捧穿戴擦咽指接打拍握翻搭收交选捐退]/;
const SAYS =
  /^(?:说(?![明法服])|表示|介绍|告诉|认为|坦言|回忆|指出|透露|称(?![为号呼得])|补充|感慨|解释|强调|承认|提醒|回应|汇报|主张|提出|宣布|答复|答应|追问|笑着|笑道|笑称|坚称|直言|建议|反对|回答|估计|讲述|自述)/;
const AGE = /^[,]?(?:今年|现年|时年|那年|当年)?[\d一二三四五六七八九十]{1,4}岁/;
const ACTS =
  /^[则也便就却又还]?(?:头也|没有?(?!人)|不(?!仅|但)|自己|本人|如今|从前|原先|原来|此前|早先|退休|打算|觉得|听见|听说|看见|记得|签字|走进|走出|回家|回来|坐在|站在|蹲|负责|担任|带着|带领|拿出|拿到|拿着|打开|推开|当场|决定|希望|担心|不肯|愿意|跑了|算过|试过|做了|做过|当过|住在|住过|学的|教的|改任|出生|去世|获评|参加|捐了|捐出|收了|用了|花了|写了|画了|养了|种了|买了|卖了|管着|守着|报名|起先|后来|每天|每周|每月|现在|那天|当晚|今年|去年|前年|早先|唱反调|发现|当天|当时|事后|心里|脸上|手里|手上|一个人|一直|一看|随后|接过|掏出|抓起|叫人|叫来|请来|带人|伸手|抬头|低头|点头|摇头|赶来|赶到|赶去|提着|抱着|骑着|骑车|开车|开着)/;
const AGENT = /(?:有个|派|是[^,。]{1,6}的|由|被|请|叫|托|问|找|跟着|陪着|接替|轮到|头一个是|的是|就是|还是)$/;
const ROLE_BEHIND =
  /^(?:是[^,。;]{0,24}(?:员|师|长|工|者|家|人|民|生|医|士|手|主|户|匠|老板|书记|主任|经理|教授|教练|女儿|儿子|徒弟)(?:[,。;]|$)|是[^,。;]{1,8}的[,。;]|(?:来|去)?(?:当|担任|兼任|接任|任|主持|带队|负责|指挥|率队|领衔|执笔|代管|受理|说了算))/;
const POSSESSES = new RegExp(`^的(?:${KIN})`, 'u');
/** The next clause goes on with somebody. */
const TALKED_OF = /^[^。]{0,30}[,。][他她]/;
const TITLED =
  /^(?:教授|医生|大夫|老师|师傅|先生|女士|局长|校长|主任|书记|院长|经理|律师|法官|警官|同志|夫妇|夫妻|一家)/;
/** Where somebody belongs: 六楼的, 招展部的. */
const BELONGS =
  /(?:[楼组班级校部科局村镇社队厂区院办库站]|证券|资本|银行|大学|协会|公司|单元|网格|隔壁|平台|对面|附近|同屋)的$/;
/** Where one is, not who. */
const PLACED = /(?:在|到|往|去|至|赴|从|抵|回|进|离|驻|位于|来自|经|过|出)$/;
/** What a place or a body is called behind its name. */
const BODY_BEHIND =
  /^(?:[一二两三四五六七八九十几]个[村镇县市区乡])|^(?!.[长员民主工成织在着起])(?:[市县区镇乡村路街巷桥隧站厂港岛屿湾坝库江河湖山岭坳坪塘坡沟口州省郡府寺庙楼馆院校社局厅处部队支号段线组场园城阁庄堡寨店铺坊厅]|敬老院|整栋|公司|集团|银行|大学|中学|小学|药业|水泥|建工|码头|高速|社区|小区|街道|水库|电站|超市|酒店|饭店|医院|资本|科技|化工|置业|实业|平台|机械|电器|食品|照明|航运|物流|地铁|新城|广场|公园|律师|事务所|奖|杯|节|茶|酒|牌|案|版|款|型)/;
const LISTED_BEFORE = /(?<name>\p{Script=Han}{2,4})(?:、|和|与|及)$/u;

/** A verb rather than the end of a name: 蒋云抽到. */
const VERB_DONE = /^[补抽送骂判按嫌拿抱写签画做管修住领带收交跑走][了着过到起下上出住为开掉完给]/;

/** What a candidate needs to be somebody, and more where its surname is a word. */
const ENOUGH = 3;
const MORE_FOR_WORDS = 1;
/** 和雇主, 关起门: what these begin is mostly said of somebody who stands before, and once. */
const VERB_SURNAME = /^[和连关包]/;

/**
 * Who is named in full in texts that belong together: surname and given name, where the text itself
 * shows that it is somebody. Points are given for what stands around a name, at all its places.
 *
 * @param texts folded
 * @returns names with their places, in the order in which they come up
 */
export function fullNamesIn(texts: readonly string[]): Map<string, readonly NamePlace[]> {
  const candidates = collect(texts);
  const points = new Map<string, number>();
  for (const candidate of candidates.values()) {
    const value = pointsOf(candidate, texts);
    if (value !== undefined) points.set(candidate.name, value);
  }
  const chosen = new Map<string, Candidate>();
  const isEnough = (name: string, more = 0) => (points.get(name) ?? Number.NEGATIVE_INFINITY) + more >= neededFor(name);
  for (const candidate of candidates.values()) if (isEnough(candidate.name)) chosen.set(candidate.name, candidate);
  withoutFragments(chosen, candidates, points, texts);
  // 郎静、麦国富和席永清: beside somebody stands somebody.
  for (const candidate of candidates.values()) {
    if (chosen.has(candidate.name) || !isEnough(candidate.name, 2)) continue;
    if (overlapsChosen(candidate, chosen)) continue;
    const listed = candidate.places.some((place) => {
      const { before } = around(candidate.name, place, texts);
      return chosen.has(LISTED_BEFORE.exec(before)?.groups?.name?.slice(-3) ?? '') || besides(before, chosen);
    });
    if (listed) chosen.set(candidate.name, candidate);
  }
  withoutFragments(chosen, candidates, points, texts);
  return inOrder(chosen);
}

function neededFor(name: string): number {
  return WORD_SURNAME.test(name) ? ENOUGH + MORE_FOR_WORDS : ENOUGH;
}

function besides(before: string, chosen: ReadonlyMap<string, Candidate>): boolean {
  return [2, 3, 4].some((length) => /[、和与及]$/.test(before) && chosen.has(before.slice(-1 - length, -1)));
}

function overlapsChosen({ places }: Candidate, chosen: ReadonlyMap<string, Candidate>): boolean {
  return [...chosen.values()].some((other) =>
    other.places.some(({ text, at }) =>
      places.some((place) => place.text === text && place.at < at + other.name.length && place.at > at - 3),
    ),
  );
}

function inOrder(chosen: ReadonlyMap<string, Candidate>): Map<string, readonly NamePlace[]> {
  const sorted = [...chosen.values()].sort((a, b) => {
    const [one, other] = [a.places[0], b.places[0]];
    return (one?.text ?? 0) - (other?.text ?? 0) || (one?.at ?? 0) - (other?.at ?? 0);
  });
  return new Map(sorted.map(({ name, places }) => [name, places]));
}

function collect(texts: readonly string[]): Map<string, Candidate> {
  const found = new Map<string, { name: string; places: NamePlace[] }>();
  for (const [text, folded] of texts.entries()) {
    for (let at = 0; at < folded.length - 1; at += 1) {
      for (const length of [2, 3, 4]) {
        const name = folded.slice(at, at + length);
        if (name.length < length || NEVER_SURNAME.test(name) || !beginsAsName(name)) continue;
        if (NO_NAME.test(name) && !isUnbroken(name, texts)) continue;
        if (NO_SURNAME.test(name) && !POST.test(folded.slice(Math.max(0, at - REACH), at))) continue;
        const known = found.get(name);
        if (known === undefined) found.set(name, { name, places: [{ text, at }] });
        else known.places.push({ text, at });
      }
    }
  }
  return found;
}

/** Fewest places where a name with a character that names rarely have stands. */
const UNBROKEN = 3;

/** Whether the last character, which few names have, belongs to this one: it never stands without. */
function isUnbroken(name: string, texts: readonly string[]): boolean {
  const last = name.slice(-1);
  const stem = name.slice(0, -1);
  if (name.length > 3 || !RARELY_IN_NAME.test(last) || NO_NAME.test(stem)) return false;
  const places = texts.reduce((sum, text) => sum + text.split(stem).length - 1, 0);
  return places >= UNBROKEN && places === texts.reduce((sum, text) => sum + text.split(name).length - 1, 0);
}

function around(name: string, { text, at }: NamePlace, texts: readonly string[]): Around {
  const folded = texts[text] ?? '';
  const before = folded.slice(Math.max(0, at - REACH), at);
  const end = at + name.length;
  const behind = folded.slice(end, end + REACH * 3);
  return { before, behind, left: leftOf(name, before), right: rightOf(name, behind) };
}

function leftOf(name: string, before: string): Around['left'] {
  const last = before.slice(-1);
  if (/[·•・‧∙]/.test(last)) return 'inside';
  if (STARTS.test(last)) return 'start';
  if (POST.test(before) || INTRODUCED.test(before)) return 'post';
  if ((countOf(last + name.charAt(0)) ?? 0) >= COMMON) return 'inside';
  if (JOINT.test(last)) return 'joint';
  if (HUMAN.test(before)) return 'human';
  const words = cutKnown(before.slice(-6));
  return (words.at(-1)?.text.length ?? 0) > 1 ? 'word' : 'other';
}

function rightOf(name: string, behind: string): Around['right'] {
  const first = behind.charAt(0);
  if (/[·•・‧∙]/.test(first)) return 'never';
  if (NUMERAL.test(name.slice(-1)) && (NUMERAL.test(first) || /[岁年个月日点]/.test(first))) return 'never';
  if (STARTS.test(first)) return 'end';
  const opensWord = (cutKnown(behind.slice(0, 6))[0]?.text.length ?? 0) > 1;
  // 柯继明年轻 may be cut in two ways, 贝磊答应 in one.
  if ((countOf(name.slice(-1) + first) ?? 0) >= COMMON && !SAYS.test(behind)) return opensWord ? 'inside' : 'never';
  // 项南帮他: what has somebody right behind it does something to them.
  if (name.length > 2 && /^[他她它我你]/.test(behind) && !/^(?:他|她)?(?:自己|本人)/.test(behind)) return 'never';
  if (GOES_ON.test(behind) || SAYS.test(behind)) return 'goes-on';
  if (opensWord) return 'word';
  return ACTS_ALONE.test(behind) || !HAN.test(first) ? 'goes-on' : 'other';
}

/** What speaks for a candidate being somebody; undefined where it stands nowhere as a name can. */
function pointsOf({ name, places }: Candidate, texts: readonly string[]): number | undefined {
  const all = places.map((place) => around(name, place, texts));
  const clean = all.filter(
    ({ left, right }) =>
      left !== 'inside' &&
      left !== 'other' &&
      // Behind a post the name need not show where it ends: most have three characters (教练柯继明年轻时).
      (['end', 'goes-on', 'word'].includes(right) || (right !== 'never' && left === 'post' && name.length > 2)),
  );
  if (clean.length === 0 || clean.length * 2 < all.length) return undefined;
  const has = (test: (one: Around) => boolean) => clean.some(test);
  const isSaid = has(({ left, behind }) => left !== 'word' && (SAYS.test(behind) || AGE.test(behind)));
  const isIntroduced = has(({ before }) => INTRODUCED.test(before));
  if (VERB_SURNAME.test(name) && clean.length < 2 && !isSaid && !isIntroduced) return undefined;
  let points = 0;
  if (isIntroduced) points += 2;
  const isNew = (countOf(name) ?? 0) === 0 && !NO_SURNAME.test(name);
  if (has(({ left }) => left === 'post')) points += WORD_SURNAME.test(name) && (name.length > 2 || isNew) ? 4 : 3;
  else if (has(({ left }) => left === 'human')) points += name.length > 2 ? 3 : 2;
  if (has(({ before }) => DOES.test(before))) points += 2;
  if (has(({ left, behind }) => left !== 'word' && TALKED_OF.test(behind))) points += 1;
  if (has(({ behind }) => TITLED.test(behind))) points += 3;
  if (has(({ left, behind }) => left !== 'word' && SAYS.test(behind))) points += 3;
  if (has(({ behind }) => AGE.test(behind))) points += 3;
  // Two characters are easily something else.
  if (name.length === 2 && points === 0) points -= 1;
  if (has(({ behind }) => ROLE_BEHIND.test(behind))) points += 2;
  if (has(({ behind }) => POSSESSES.test(behind))) points += 2;
  const isSubject = ({ left, before }: Around) =>
    left === 'start' || left === 'post' || left === 'human' || before.endsWith('的');
  if (has((one) => isSubject(one) && ACTS.test(one.behind))) points += 2;
  else if (has((one) => isSubject(one) && ACTS_ALONE.test(one.behind))) points += 1;
  if (has(({ before }) => BELONGS.test(before))) points += name.length > 2 ? 2 : 1;
  if (/[市县省镇乡村区]$/.test(name)) points -= 3;
  // 简宁代管: the last character may be the beginning of what is done.
  if (all.length === 1 && has(({ behind }) => (countOf(name.slice(-1) + behind.charAt(0)) ?? 0) > 0)) points -= 1;
  if (all.length === 1 && has(({ left, behind }) => left !== 'post' && isOneVerb(name.slice(-1) + behind))) points -= 1;
  if (has(({ before }) => /有个$/.test(before))) points += 1;
  if (name.length > 2 && has(({ before, right }) => /^$|[。!?”」]$/.test(before) && right !== 'end')) points += 1;
  if (has(({ before }) => AGENT.test(before))) points += 1;
  if (clean.length > 1) points += 1;
  if (clean.length > 3) points += 1;
  if (new Set(clean.map(({ behind }) => behind.charAt(0))).size > 2) points += 1;
  if (name.length > 2 && cutKnown(name).length === name.length) points += 1;
  const count = countOf(name);
  if (count !== undefined && count > 20) points -= 3;
  if (name.length === 2 && (count ?? 0) > (has(({ left }) => left === 'post') ? 9 : 0)) points -= 2;
  const [opening, closing] = [countOf(name.slice(0, 2)) ?? 0, countOf(name.slice(-2)) ?? 0];
  if (name.length > 2) {
    if (has(({ left }) => left === 'post')) points -= opening >= EVERYDAY ? 2 : 0;
    else if (opening >= EVERYDAY) points -= 4;
    else if (opening >= RATHER_COMMON) points -= 2;
    if (closing >= EVERYDAY) points -= closing >= 4 * EVERYDAY ? 2 : 1;
  }
  const placed = all.filter(({ before, left }) => left !== 'post' && PLACED.test(before)).length;
  if (placed > 0) points -= placed * 4 >= all.length ? 4 : 1;
  if (all.some(({ behind, left }) => left !== 'post' && BODY_BEHIND.test(behind))) points -= 4;
  return points;
}

function isOneVerb(text: string): boolean {
  if ((countOf(text.slice(0, 2)) ?? 0) === 0) return false;
  const [first] = tag(text.slice(0, 6));
  return first?.text.length === 2 && first.tag.startsWith('v');
}

/**
 * Of two candidates that begin at the same place one is the name: the longer, unless the shorter stands
 * elsewhere without its end as well. Of two that overlap the one that has more points.
 */
function withoutFragments(
  chosen: Map<string, Candidate>,
  candidates: ReadonlyMap<string, Candidate>,
  points: ReadonlyMap<string, number>,
  texts: readonly string[],
): void {
  for (const { name } of [...chosen.values()]) {
    if (name.length < 3 || !chosen.has(name)) continue;
    const short = name.slice(0, -1);
    const shorter = candidates.get(short);
    if (shorter === undefined) continue;
    const longer = candidates.get(name)?.places.length ?? 0;
    const others = [...chosen.keys()].filter(
      (other) => other !== name && other.startsWith(short) && other.length === name.length,
    );
    const covered = others.reduce((sum, other) => sum + (candidates.get(other)?.places.length ?? 0), longer);
    const alone = shorter.places.length - covered;
    const { text, at } = candidates.get(name)?.places[0] ?? { text: 0, at: 0 };
    const end = texts[text]?.slice(at + name.length - 1, at + name.length + 1) ?? '';
    if (longer === 1 && chosen.has(short) && VERB_DONE.test(end)) chosen.delete(name);
    else if (alone > 0 && chosen.has(short) && (points.get(short) ?? 0) >= (points.get(name) ?? 0)) chosen.delete(name);
    else chosen.delete(short);
  }
  // 左丘 of 左丘明亮 is the surname.
  for (const name of [...chosen.keys()]) if (name.length === 4) chosen.delete(name.slice(0, 2));
  for (const one of [...chosen.values()]) {
    for (const other of [...chosen.values()]) {
      if (one === other || !chosen.has(one.name) || !chosen.has(other.name)) continue;
      const clash = one.places.some(({ text, at }) =>
        other.places.some((place) => place.text === text && place.at > at && place.at < at + one.name.length),
      );
      if (!clash) continue;
      const loser = (points.get(one.name) ?? 0) >= (points.get(other.name) ?? 0) ? other : one;
      chosen.delete(loser.name);
    }
  }
}
