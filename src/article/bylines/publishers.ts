/** The last word of a publisher's or a site's name. */
const PUBLISHER =
  /^[\p{Script=Han}a-z\d·\-—.]{0,14}(?:网|报|社|台|新闻|新闻网|在线|客户端|频道|电视|广播|资讯|传媒|融媒体中心|融媒|门户|周刊|杂志|新闻中心|网首页|发布|cctv|cna|bbc)(?:\s?\(?[a-z]{2,10}\)?)?$/u;

/** 本报 names none; 喜报 and 天气预报 end as papers do. */
const NO_PUBLISHER = /(?:本[报网台社刊]|[喜捷简通预警情汇申举战填海]报)$/;

/** Whether a folded text is the name of a publisher or a site, going by its last word. */
export function isPublisher(folded: string): boolean {
  return PUBLISHER.test(folded) && !NO_PUBLISHER.test(folded);
}

/** 国内新闻, 本地要闻: a channel of a site, not who published. */
const CHANNEL =
  /^(?:[^\s]{0,6}首页|正文|独家|头条|要闻|时评|社论|专栏|本报观察|港闻|港股|热话|突发|社区|楼市|导读|本期导读|新闻中心|新闻|资讯|咨询|资讯中心|快讯|时讯|专题|评论|原创|独家|(?:本地|国内|国际|社会|时政|图片|视频|财经|体育|娱乐|军事|科技|教育|文化|健康|旅游|汽车|房产|综合|最新|今日|滚动|头条|热点|民生|地方|港澳|两岸|即时|生活|要闻|经济|环球|政务)(?:新闻|要闻|资讯|频道|动态|快讯|热点|报道)?)$/;

/** Whether a folded text is the name of a channel, not of who published. */
export function isChannel(folded: string): boolean {
  return CHANNEL.test(folded);
}
