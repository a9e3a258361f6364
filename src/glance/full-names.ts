import { countOf } from '../language/frequency.ts';
import { cutKnown, tag } from '../language/segment.ts';
import { type Candidate, collectCandidates, type NamePlace } from './name-candidates.ts';
import { overlaps, startsOf, withoutFragments } from './name-fragments.ts';
import { ACTS_ALONE, type Around, around, SAYS } from './name-surroundings.ts';
import { DOES, INTRODUCED, KIN } from './posts.ts';

/** Two characters that are a word of every day: 文化宫, 商务局. */
const EVERYDAY = 1_000;
const RATHER_COMMON = 150;
/** They stand before whoever does something: 那, 全. */
const NO_SURNAME = /^[那全时来原经同和向常]/;
/** Surnames that are words as well: where they begin a name the text has to say more clearly that it is one. */
const WORD_SURNAME =
  /^[那全时来由管高明向常和安都多白黄马金于水利农经包解曲计成方平段江关石田车应温毛万国单正空干连同从花山开何任容谈易席路景项党边符别相能后东西南北桂松海文古费索查班师工家农士计封乐于卫秋祖俞]/;
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
/** What a candidate needs to be somebody, and more where its surname is a word. */
const ENOUGH = 3;
const MORE_FOR_WORDS = 1;
/** 和雇主, 关起门: what these begin is mostly said of somebody who stands before, and once. */
const VERB_SURNAME = /^[和连关包]/;
/** So many places of a name tell what it is; the rest need not be looked at. */
const MOST_LOOKED_AT = 40;

/**
 * Who is named in full in texts that belong together: surname and given name, where the text itself
 * shows that it is somebody. Points are given for what stands around a name, at all its places.
 *
 * @param texts folded
 * @returns names with their places, in the order in which they come up
 */
export function fullNamesIn(texts: readonly string[]): Map<string, readonly NamePlace[]> {
  const candidates = collectCandidates(texts);
  const points = new Map<string, number>();
  for (const candidate of candidates.values()) {
    const value = pointsOf(candidate, texts);
    if (value !== undefined) points.set(candidate.name, value);
  }
  const lacks = (name: string) => neededFor(name) - (points.get(name) ?? Number.NEGATIVE_INFINITY);
  const chosen = new Map([...candidates].filter(([name]) => lacks(name) <= 0));
  withoutFragments(chosen, { candidates, points, texts });
  for (const [name, candidate] of besideSomebody(candidates, chosen, lacks, texts)) chosen.set(name, candidate);
  withoutFragments(chosen, { candidates, points, texts });
  return inOrder(chosen);
}

/** What a candidate lacks at the most that stands beside somebody: 郎静、麦国富和席永清. */
const LACKS_BESIDE = 2;

function besideSomebody(
  candidates: ReadonlyMap<string, Candidate>,
  chosen: ReadonlyMap<string, Candidate>,
  lacks: (name: string) => number,
  texts: readonly string[],
): [string, Candidate][] {
  const nearly = [...candidates].filter(([name]) => !chosen.has(name) && lacks(name) <= LACKS_BESIDE);
  const starts = startsOf(chosen);
  return nearly.filter(([name, candidate]) => {
    const listed = candidate.places.slice(0, MOST_LOOKED_AT).some((place) => {
      const { before } = around(name, place, texts);
      const one = LISTED_BEFORE.exec(before)?.groups?.name ?? '';
      return [2, 3, 4].some((length) => one.length >= length && chosen.has(one.slice(-length)));
    });
    return listed && !overlaps(candidate, starts);
  });
}

function neededFor(name: string): number {
  return WORD_SURNAME.test(name) ? ENOUGH + MORE_FOR_WORDS : ENOUGH;
}

function inOrder(chosen: ReadonlyMap<string, Candidate>): Map<string, readonly NamePlace[]> {
  const sorted = [...chosen.values()].sort((a, b) => {
    const [one, other] = [a.places[0], b.places[0]];
    return (one?.text ?? 0) - (other?.text ?? 0) || (one?.at ?? 0) - (other?.at ?? 0);
  });
  return new Map(sorted.map(({ name, places }) => [name, places]));
}

/** What speaks for a candidate being somebody; undefined where it stands nowhere as a name can. */
function pointsOf({ name, places }: Candidate, texts: readonly string[]): number | undefined {
  const all = places.slice(0, MOST_LOOKED_AT).map((place) => around(name, place, texts));
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
