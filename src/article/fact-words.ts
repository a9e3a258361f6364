import { isChannel } from './bylines/publishers.ts';

/** Words that say nothing beside a date or between fields. */
const FILLER =
  /^(?:发布于?|更新于?|发表于?|(?:发布|发表)于.{2,3}|[a-d]\d{1,2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|刊发|刊登|编辑于|刊于|首次上稿|(?:首次|最后|最近)?(?:发布|更新|发表|上稿|出版|刊登|建立)(?:时间|日期)?|北京时间|当地时间|原创|首发|更新|已更新|录入|原文|出处|综合|(?:星期|周|礼拜)[一二三四五六日天]|[大中小特]?字[号体]|[大中小]|t+|打印|分享|收藏|评论|举报|投诉|纠错|关闭|订阅|关注|已关注|转载|图集|[\d,.]{1,9}[万w]?\+?|\d{1,2}:\d{2}(?::\d{2})?|次|人|条|手机看(?:新闻)?|参与互动|网摘|商城|推广|我要(?:评论|纠错|投诉)|于|大字阅读|桌面版|正体|来源于?|繁体|保存|只看楼主|只看该作者|倒序浏览|阅读模式|有?\d{1,7}位?(?:读者|网友)(?:读过|看过|阅读)(?:此文|本文)?|听新闻|我有话说|\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}\/\d{1,2}\/\d{4}|第|版|第?[a-z]?\d{1,3}版(?::.{1,8})?|版次|(?:未命名|.{2,4})(?:即时|综合|连线|专题)?报[导道]|ip属地.{0,6})$/;
/** When it was published, without what would make a date of it: 03-14 08:30, 昨天, 3小时前. */
const UNDATED =
  /^(?:\d{4}年?第?\d{1,3}期|总?第\d{1,5}期|(?:昨天|前天|今天|刚刚)(?:\d{1,2}:\d{2})?|(?:\d{1,2}[-/.]\d{1,2}|\d{1,2}月\d{1,2}日)(?:\([一二三四五六日天]\))?(?:\s{0,4}\d{1,2}:\d{2}(?::\d{2})?)?)$/;
const UNDATED_RUN =
  /(?:\d{1,2}\s?(?:天|小时|分钟|个月|周)前|(?:\d{1,2}[-/]\d{1,2}|\d{1,2}月\d{1,2}日)\s{0,4}(?:\([一二三四五六日天]\)\s{0,4})?\d{1,2}:\d{2}(?::\d{2})?)(?=[\s|/()]|$)/y;
/** How many people read, and buttons for the size of letters, in any order of their words. */
const COUNTER =
  /^(?=.*(?:阅读|浏览|点击|评论|参与|跟[贴帖]|观看|播放|人气|访问|热度))[\d,.+\s万w次人条个已有共我有话说阅读浏览点击评论参与跟贴帖观看播放人气访问热度量数]{1,20}$/;
const LETTER_SIZE = /^(?:[大中小特默认标准超字号体级调整a+\-t正常放缩]{1,12})$/;
/** From where it was posted. */
const PROVINCE =
  /^(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|台湾|香港|澳门)$/;

/** Whether a folded word beside a date says nothing about the article. */
export function saysNothing(word: string): boolean {
  return isChannel(word) || FILLER.test(word) || COUNTER.test(word) || LETTER_SIZE.test(word) || PROVINCE.test(word);
}

/** Where a day without its year ends that begins at this place; undefined where none does. @param word that begins there */
export function undatedEnd(folded: string, at: number, word: string): number | undefined {
  UNDATED_RUN.lastIndex = at;
  if (UNDATED_RUN.test(folded)) return UNDATED_RUN.lastIndex;
  return UNDATED.test(word) ? at + word.length : undefined;
}
