import { fold } from './fold.ts';
import type { Convert } from './opencc.ts';
import { beginsWithSurname, transliteratedShare } from './personal-names.ts';
import type { ScriptPiece } from './script-pieces.ts';
import { tag } from './segment.ts';
import type { Span } from './sentences.ts';

/** The first Traditional character that OpenCC’s tables have for a Simplified one; one for one. */
export function byItself(simplified: string, convert: Convert): string {
  const spelled = convert(simplified);
  return [...spelled].length === 1 ? spelled : simplified;
}

/** Outside phrases they are surnames and parts of names far more often than 範, 嶽, 樸, 鬱; the others are written either way. */
const STAY_ALONE = new Set('范岳朴郁游岩');
/** In a word that is no phrase they are parts of a name: 塔什库尔干, 夫余, 朱宣咸. */
const STAY_IN_WORDS = new Set('干余咸采');

const NUMERAL = /[\d０-９零〇一二三四五六七八九十百千万亿两几数]$/;
const MORE_THAN = /[\d０-９十百千万亿]$/;
const PLACE = /^(?:社区|小区|村|镇|乡|街道|街|路|巷|弄|屯|庄|寨|堡|营|沟|岭|山|河|桥)$/;
const HAN = /\p{Script=Han}/u;

/**
 * The Traditional character for a Simplified one that is in no phrase, by what stands around it.
 * @param index of the piece that it is
 */
export function outsidePhrases(text: string, pieces: readonly ScriptPiece[], index: number, convert: Convert): string {
  const piece = pieces[index];
  if (piece === undefined) return '';
  const written = text.slice(piece.start, piece.end);
  if (STAY_ALONE.has(written)) return written;
  const { word } = piece;
  const isWord = word.end - word.start === written.length;
  const before = text.slice(Math.max(0, piece.start - 4), piece.start);
  const behind = text.slice(piece.end, piece.end + 4);
  const isMore = written === '余' && (MORE_THAN.test(before) || /^[均皆者下外则都亦]/.test(behind));
  const isFirst = word.start === piece.start;
  if (!isWord && !isMore && STAY_IN_WORDS.has(written)) return written;
  switch (written) {
    case '杰':
      return !isWord && !isFirst && beginsWithSurname(text.slice(word.start, word.end))
        ? written
        : byItself(written, convert);
    case '里':
      return isLocative(text, pieces, index) ? byItself(written, convert) : written;
    case '只':
      return isWord && (NUMERAL.test(before) || /[\d十百千万][多余]$/.test(before)) ? '隻' : written;
    case '余':
      return isMore ? '餘' : written;
    case '钟':
      return /[点分秒\d半刻修敲撞打挂大古座口警闹铜铁]$/.test(before) || /^[就又也声响]/.test(behind) ? '鐘' : '鍾';
    case '签':
      return '簽';
    case '冲':
      return isWord ? '衝' : '沖';
    case '并':
      return /^[过拢]/.test(behind) ? '併' : byItself(written, convert);
    case '准':
      return /[得很真太最更挺够]$/.test(before) || /^[时点头]/.test(behind) ? '準' : written;
    case '系':
      return /[没未]$/.test(before) || /^(?:安全|[好上紧着了绳带])/.test(behind) ? '繫' : byItself(written, convert);
    case '于':
      return isSurnameYu(before, behind) || isBehindPost(text, piece) ? written : byItself(written, convert);
    case '后':
      return isPlaceHou(before, behind) ? written : byItself(written, convert);
    case '干':
      if (/^[茶料粉湿透]/.test(behind) || /[蜂笋鱼肉豆果菜菇枣薯桃杏虾]$/.test(before)) return '乾';
      return isInTaggedName(text, piece) ? written : byItself(written, convert);
    default:
      return byItself(written, convert);
  }
}

/** Whether 里 means inside: behind a word, and not in a name or a distance; or before 头, 屋. */
function isLocative(text: string, pieces: readonly ScriptPiece[], index: number): boolean {
  const piece = pieces[index];
  if (piece === undefined) return false;
  if (/^[头屋侧层外]/.test(text.slice(piece.end, piece.end + 1))) return true;
  const before = pieces[index - 1];
  if (before === undefined) return false;
  const noun = text.slice(Math.min(before.word.start, before.start), before.end);
  if (/[》”」』）)]$/.test(noun)) return true;
  if (!HAN.test(noun.slice(-1)) || /[余多]$|^[零一二三四五六七八九十百千万亿两几数]+$/.test(noun)) return false;
  const next = pieces[index + 1];
  if (next !== undefined && PLACE.test(text.slice(next.word.start, next.word.end))) return false;
  const behind = text.slice(piece.end, piece.end + 2);
  if (isForeign(text.slice(piece.word.start, piece.word.end)) || isForeign(behind, next)) return false;
  if (isForeign(text.slice(Math.max(0, piece.start - 2), piece.start) + behind)) return false;
  if (noun.length === 1 && !CONTAINERS.has(noun)) return false;
  // 库里 may be somebody; 镇里, which the tagger takes for a place, is none.
  return (noun.length === 1 && transliteratedShare(noun) === 0) || !isInTaggedName(text, piece);
}
const DOT = /^[·•・‧∙]$/;

/** Whether it is written with nothing but what foreign names are, and begins with no word: 里洛夫, 里戈·. */
function isForeign(run: string, first?: ScriptPiece): boolean {
  if (run.length < 2 || (first !== undefined && first.word.end - first.word.start > 1)) return false;
  return [...run].every((one) => transliteratedShare(one) === 1 || DOT.test(one));
}
/** What has an inside in one character, beside those that OpenCC’s tables have a phrase of: 井里, 人里, 月里. */
const CONTAINERS = new Set(
  '井窑锅碗袋箱柜瓶盒桶兜包棚院屋洞河湖海池塘田地林山城县店厂校班队群圈网狱梦眼嘴口肚骨肉怀手心脑车船库仓炉缸盆杯壶笼窝巢缝堆会站馆楼房厅厨园村镇家省市区国书信报诗歌词话戏曲剧片月年天日季周注文人户灰管罩沟舱团行港条泥孔铺间段章节篇本组科帮派党军营连排寨堡岛湾峡坡崖穴坑槽渠闸坝圃栏窖灶桌床被衣裤鞋帽帘帐盖篮筐篓匣夹册簿账线轨局所处署司矿庄号观庙寺祠墓坟棺宫殿府堂阁塔桥隧道巷街路舰艇机雨雪雾风烟火光影声画图像镜屏棋牌赛场盘碟汤粥饭菜酒茶药油水米豆果花草丛树根枝血皮牙舌喉胸腹腰掌伙类代世夜晚春夏秋冬旬批轮份件项句字题卷刊函课档案单表榜栈壳',
);

/** Whether the tagger takes what stands there for a name of two characters or more: 加布里埃尔. */
function isInTaggedName(text: string, { start, end }: Span): boolean {
  const from = Math.max(0, start - NEAR);
  const near = fold(text.slice(from, end + NEAR));
  return tag(near).some(
    (word) => /^n[rst]/.test(word.tag) && word.start <= start - from && word.end >= end - from && word.text.length > 1,
  );
}
/** The tagger is shown so much on either side. */
const NEAR = 12;

/** 姓于, 于某, 于先生, 于家村. */
function isSurnameYu(before: string, behind: string): boolean {
  if (before.endsWith('姓')) return true;
  if (/^(?:某(?![年月日天时地处种个些一])|先生|女士|老师|师傅|氏)/.test(behind)) return true;
  return /^[家庄集楼店][村镇乡庄屯寨营沟湾堡]/.test(behind);
}

/** 演员于魁智: whom the tagger takes for a person, and who has a post. Without one it takes 于岷江 of 位于岷江 for one as well. */
function isBehindPost(text: string, piece: Span): boolean {
  return POST.test(text.slice(Math.max(0, piece.start - 2), piece.start)) && isInTaggedName(text, piece);
}
const POST =
  /(?:演员|记者|村民|居民|教授|主任|书记|经理|老师|医生|护士|导演|作家|诗人|画家|[市县局院校厂队会董镇乡村社站所]长|工人|司机|民警|学生|选手|教练|师傅|院士|博士)$/;

/** 后沃村, where a name of a place begins. */
function isPlaceHou(before: string, behind: string): boolean {
  if (before.endsWith('姓')) return true;
  return /(?:^|[\p{P}\s县镇乡市区省])$/u.test(before) && /^\p{Script=Han}{1,2}[村镇乡屯寨堡]/u.test(behind);
}
