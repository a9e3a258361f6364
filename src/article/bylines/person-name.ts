import { countOf } from '../../language/frequency.ts';
import { beginsWithSurname } from '../../language/personal-names.ts';

/** Surnames of one character beside the most frequent: the four hundred most frequent and what else bylines have (Ministry of Public Security, 2020). */
const RARER_SURNAMES = new Set(
  '皮庹欧冉兰庄牛葛施聂章鲁岳齐翟梅关殷申耿倪耳左焦柳祝柴尚甘包凌司涂华舒鲍阮米路景麦吉佟古季靳苗辛曲房裴管阳牟费娄井党边蒲单卜鞠符邬祁成游谷项盛宫车解桂钮穆郎闵屈瞿苑褚桑卓蒙佘冷郁隋匡戚甄臧伍蓝晏晋凤席屠仇巩窦滕班巫谈楚池冼仲敖劳昌木花尤喻丘翁云储原芦查沙茅缪应庞宗揭艾迟胥苟诸荆强湛简沃植占荣宣贝苍候莘那芮邢邸郜郦钭闻阙雍霍鹿麻乌巴全冀农初利力厉叔双鄢岑嵇平幸度廉弓弘伏伊扈时明昝晁朴来杭栾桓棉殳毕汲沐洛浦满漆濮燕狄玄璩由督禄禹竺粟练缑羊羿艺芈茹荀荔莱萨葆蔚蔺衡裘訾诺谌谯豆贡赫越逄逯遆邝郄郇郗钦铁银闾阚隆韶鱼麴库商佴元丰撒笪',
);
const COMPOUND_SURNAMES =
  /^(?:欧阳|司马|上官|诸葛|夏侯|司徒|皇甫|尉迟|公孙|令狐|慕容|宇文|长孙|东方|独孤|端木|南宫|西门|轩辕|呼延|闻人|澹台|申屠|钟离|淳于|赫连|万俟|完颜|拓跋|百里|东郭|第五|公冶|太史|濮阳|单于|仲孙|司空|左丘|鲜于|闾丘|张简|范姜)/;

/** Words that stand where a name does, and begin as one may. */
const NOT_NAMES =
  /^(?:简介|单位|文章|文字|时间|来源|连线|手记|观察|调查|供稿|供图|提供|投稿|特写|侧记|随笔|札记|快评|短评|锐评|实录|亲历|见闻|独家|述评|综合|在线|报道|报导|摄影|记者|通讯员|编辑|作者|教授|专访|现场|时报|来稿|金融|经济|明日|平台|全文|华南|华北|华东|华中|云南|江苏|江西|山东|山西|台湾|台北|台中|台南|台东|高雄|宁夏|广州|成都|武汉|温州|常州|金华|连云港|石家庄|马上|时评|评论|原创|转载|佚名|未知|不详|匿名|无名氏|暂无|网络|网友|小编|管理员|本站|本网|本报|本刊|本台|未署名|正文|分享|打印|字号|关闭|发布|阅读|浏览|评论员|查看|收藏|易信|来往|米聊|陌陌|钉钉|支付宝|飞信|谢谢.{0,2})$/;
/** What a sentence goes on with. */
const NO_FIRST = /^[系为是在从就对的之说称问到将已了来自]/;
const NO_LAST = /(?:[说称问]|报[道导])$/;
const WHOLE = /^\p{Script=Han}{2,4}$/u;
const DOT = '[·•・‧∙]';
/** 阿卜杜拉·买买提, J·K·罗琳. */
const DOTTED = new RegExp(
  `^[\\p{Script=Han}\\p{Script=Latin}]{1,12}(?:${DOT}[\\p{Script=Han}\\p{Script=Latin}]{1,12}){1,4}$`,
  'u',
);

/** Whether a run of Han, folded, begins with a surname and is as long as a Chinese name. */
export function hasSurname(run: string): boolean {
  if (!WHOLE.test(run) || NOT_NAMES.test(run) || NO_LAST.test(run)) return false;
  return COMPOUND_SURNAMES.test(run) ? run.length > 2 : run.length < 4 && isSurname(run.charAt(0));
}

/** 现场 4,077, 综合 8,250; 洛桑, as many people in Tibet are called, 314. */
const COMMON_WORD = 400;

/** Whether somebody may be called so, where a name is due: 扎西次仁, 约翰·史密斯, but not 现场直击. */
export function mayBeName(run: string): boolean {
  if (DOTTED.test(run) || hasSurname(run)) return true;
  return mayBePenName(run) && (countOf(run.slice(0, 2)) ?? 0) < COMMON_WORD;
}

/** Whether somebody may be called so, where the page says that a name stands here: 江湖小刀. */
export function mayBePenName(run: string): boolean {
  if (DOTTED.test(run)) return true;
  return WHOLE.test(run) && !NOT_NAMES.test(run) && !NO_LAST.test(run) && (hasSurname(run) || !NO_FIRST.test(run));
}

/** Whether a whole value, folded, that a page prints behind 作者： names somebody all the same: a group, a pen name. */
export function isPenName(value: string): boolean {
  return PEN_NAME.test(value) && !NOBODY.test(value) && !NOT_NAMES.test(value) && !isAccount(value);
}
const PEN_NAME = /^[\p{Script=Han}\p{Script=Latin}\d·]{2,20}$/u;
/** 作者：来自网络 */
const NOBODY =
  /^(?:来自|来源|网络|网友|未知|佚名|不详|匿名|本站|本网|小编|编辑|管理员|转载|原创|系|为|\d)|[\p{Script=Latin}\d]$|报[道导]$/u;

/** Whether a folded value begins as an account of a site does, not a person: 作者：admin. */
export function isAccount(value: string): boolean {
  return ACCOUNT.test(value);
}
const ACCOUNT =
  /^(?:admin|administrator|editor|unknown|anonymous|null|none|undefined|root|user|guest|test|by|source|url|tags?)\b/;

/** Whether a single character begins a name that is set wide: 李　四. */
export function isSurname(character: string): boolean {
  return beginsWithSurname(character) || RARER_SURNAMES.has(character);
}

/**
 * The name that a place runs on from, 林长顺 of 林长顺台北: the place has to be a word of the
 * dictionary, and of two readings the one with the longer place is it.
 *
 * @returns its length; undefined where the run can not be told apart.
 */
export function nameBeforePlace(run: string): number | undefined {
  const lengths = COMPOUND_SURNAMES.test(run) ? [3, 4] : [2, 3];
  return lengths.find(
    (length) => run.length >= length + 2 && hasSurname(run.slice(0, length)) && (countOf(run.slice(length)) ?? 0) > 0,
  );
}
