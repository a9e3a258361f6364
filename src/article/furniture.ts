/** A kind of line that belongs to the page, not to the article. */
export interface Furniture {
  /** Names the removal. */
  readonly rule: string;
  /** Matched against a whole line as `Line.folded` has it: Simplified, half-width, lower case. */
  readonly pattern: RegExp;
  readonly reason: string;
  /** After the article: what short lines follow are the page's too. */
  readonly closes?: true;
  /** Where the line reads as facts, it is metadata instead. */
  readonly mayTellFacts?: true;
}

/** Longer lines are text, whatever they begin with; notices of ownership are the exception. */
export const MAX_FURNITURE_LENGTH = 60;

/* Every pattern is linear: no repeated group can read the same characters in two ways. */

const SHARED_ON = '微信|微博|新浪微博|腾讯微博|qq空间|qq|朋友圈|好友|facebook|twitter|line|email|邮件|复制链接|手机';
const BUTTON =
  '打印|打印本页|打印此页|打印本文|关闭|关闭窗口|关闭此页|关闭本页|返回上一页|收藏|纠错|我要纠错|举报|我要举报|我要反馈|缩小字体|放大字体|推荐|评论|我要评论|转发|分享|点赞|赞|踩|顶|喜欢|在看|登录|注册|退出|搜索|关注|订阅|追踪|播放|暂停|听新闻|播报|收听|视频|微信|微博|手机看新闻|繁体|简体|繁|简|无障碍|a\\+|a-|保存|下载|字号|字体|大|中|小|更多|复制链接|客户端|投稿|邮箱|rss|首页|网站地图|设为首页|加入收藏|联系我们|关于我们|返回|手机看|参与互动|留言|列印|放大|缩小|默认|超大|特大|facebook|line|复制连结|字级|加入最爱|收藏文章';
const RELATED =
  '(?:相关|推荐|延伸|更多|热门|热点|精彩|最新|编辑|今日|图片|为您|你可能|您可能|站内|其他|其它|热)(?:阅读|新闻|报道|链接|推荐|文章|资讯|专题|话题|排行|视频|图片|感兴趣的|喜欢的|喜欢|点击|评论)(?:新闻|文章|内容)?';

/** In the order they are tried. */
export const FURNITURE: readonly Furniture[] = [
  {
    rule: 'original-title',
    pattern: /^[([]?原(?:标题|题)\s*[::]/,
    reason: 'The title as the source had it, repeated under the site’s own; it confirms which line is the title.',
  },
  {
    rule: 'font-size',
    pattern:
      /^(?:正文)?(?:[大中小特]号?字[号体]?|字号|字体|字体大小|文字大小)(?:[\s|:[\]()/]|[大中小特]号?字?|默认|标准|超大|[a+-]|打印|分享|调整)*$/,
    reason: 'Buttons that set the size of letters.',
  },
  {
    rule: 'share',
    pattern: new RegExp(
      `^(?:分享|转发)(?:让更多人看到|本文|文章|新闻)?(?:\\s*[到至给][\\s:|、]*|[\\s:][\\s:|、]*|$)(?:(?:${SHARED_ON})[\\s|、,]*)*$|^(?:分享)?(?:(?:qq好友|${SHARED_ON})(?:[\\s|、,/]+|$)){2,}$`,
    ),
    reason: 'Buttons to share the page.',
    closes: true,
  },
  {
    rule: 'back-to-top',
    pattern:
      /^[[(<]*\s*(?:返回|回到|回)\s*(?:顶部|顶端|最上方|页首|页顶|首页|主页|列表|目录|上页|频道|top|搜狐|网易|新浪|腾讯|.{0,8}首页)[\s,]*(?:查看更多)?[\])>]*$/,
    reason: 'A link to the top of the page or back to the list.',
    closes: true,
  },
  {
    rule: 'buttons',
    pattern: new RegExp(`^(?:[[【(]?(?:${BUTTON})[\\])】]?(?:[\\s|/·:,]+|(?=[[【(])|$|\\s*\\d+\\s*))+$`),
    reason: 'Words on buttons: print, close, comment, log in.',
    closes: true,
  },
  {
    rule: 'buttons',
    pattern:
      /^(?=.*(?:收藏|字号|订阅|纠错|打印))(?:订阅|取消订阅|已订阅|收藏|已收藏|[大小]字号|分享|打印|纠错|评论|推荐|点赞|\s)+$/,
    reason: 'The same, run together by a scraper.',
  },
  {
    rule: 'listen',
    pattern:
      /^(?:点击)?(?:播报|播放|收听|朗读|语音播报).{0,14}$|^(?:正在加载|加载中|loading|全文共\d+字|约\d+分钟).{0,6}$/,
    reason: 'The player that reads the page aloud, and what it says while it loads.',
  },
  {
    rule: 'channel',
    pattern:
      /^(?:首页|正文|新闻|要闻|时政|国内|国际|社会|体育|财经|娱乐|军事|科技|滚动|生活|地方)(?:新闻|频道)?$|^发布于.{2,8}$|^ip属地.{0,8}$/,
    reason: 'The name of the channel, or from where it was posted, on a line of its own.',
  },
  {
    rule: 'navigation',
    pattern:
      /^(?=.*(?:首页|要闻|时政|国内|国际|体育|财经|娱乐|军事|社会|科技|滚动|专题))[^\s>»|·/]{2,5}(?:[\s|·/]+[^\s>»|·/]{2,5}){3,}$/,
    reason: 'The bar of channels at the head of a page: four or more short names, one of them a well-known channel.',
  },
  {
    rule: 'counter',
    pattern:
      /^(?:(?:共有?|已有)?\s*[\d,.]+\s*(?:[万+]\s*|万\+\s*)?(?:人|次|条)?(?:阅读|浏览|点击|评论|参与|跟贴|点赞|观看)|(?:阅读|浏览|点击|评论|访问|播放|人气|点赞|跟贴|参与)(?:量|数|次数|人数)?\s*(?:[:(]\s*)?[\d,.]+\s*万?\+?(?:次|条|人)?\)?)(?:\s|$)/,
    reason: 'How many people read or commented.',
  },
  {
    rule: 'scan-code',
    pattern:
      /(?:扫一扫|扫描|扫码|长按|识别).{0,16}(?:二维码|关注|下载|分享|阅读|手机|app|加入)|^二维码$|^(?:关注|欢迎关注).{0,20}(?:公众号|微信|微博|客户端|视频号)/,
    reason: 'A code to scan, an account to follow.',
    closes: true,
  },
  {
    rule: 'app',
    pattern:
      /(?:下载|打开|安装|点击|使用|进入).{0,16}(?:客户端|app).{0,20}$|现在用app看新闻|(?:客户端|app)(?:内打开|下载)$/,
    reason: 'An advertisement for the site’s own app.',
    closes: true,
  },
  {
    rule: 'neighbouring-article',
    pattern: /^[<«‹[【(]*\s*(?:上|下|前|后)一(?:篇|条|页|则|章)(?:文章|新闻)?\s*(?:[::>»›\]】)]|$)/,
    reason: 'The article before or after this one.',
    closes: true,
  },
  {
    rule: 'read-more',
    pattern:
      /^[[(<]*(?:点击|请)?\s*(?:阅读|查看|展开|显示|点此看|看)\s*(?:原文|全文|更多|剩余全文|详情|评论|全部).{0,12}$|^请继续往下阅读|^更多.{0,12}(?:请|点击|进入|关注|敬请).{0,20}$|^(?:点击|戳)(?:此处|这里|进入|图片|上图|查看).{0,20}$/,
    reason: 'A link that opens more of the page.',
  },
  {
    rule: 'related-links',
    pattern: new RegExp(
      `^[[【(■▲●◆>#*\\s-]*(?:${RELATED}|猜你喜欢|友情链接|合作媒体|大家都在看|更多>|相关)(?:\\s*(?:>+|»|更多))?[\\]】)]?\\s*(?:[::].*)?$`,
    ),
    reason: 'Heads a list of other articles.',
    closes: true,
  },
  {
    rule: 'pager',
    pattern:
      /^(?=.*(?:[上下前后]一?页|末页|尾页|余下全文|[[【(]\d{1,2}[\])】]\s*[[【(]\d))(?:[\s<>«»|·.…[\]【】()]|[上下前后]一?页|首页|末页|尾页|余下全文|第?(?<!\d)\d+页?|共\d{1,3}页)+$/,
    reason: 'Links to the pages that an article is cut into.',
  },
  {
    rule: 'agency-tag',
    pattern: /^【.{2,6}(?:专讯|特讯|综合报道|即时报道)】$/u,
    reason: 'Whose dispatch it is, on a line of its own above the lead.',
  },
  {
    rule: 'edition',
    pattern:
      /^[(《\s]*.{2,14}(?:报|周刊|杂志)(?:\s*》)?\s*(?:[(,]\s*)?\d{4}年\s*\d{1,2}月\s*\d{1,2}日.{0,12}版?\s*\)?$/,
    reason: 'On which page of the printed paper the article stood.',
    mayTellFacts: true,
    closes: true,
  },
  {
    rule: 'privacy',
    pattern: /(?:隐私权?|cookie).{0,6}(?:规范|政策|声明|条款|设定)/,
    reason: 'A notice about cookies and privacy.',
  },
  {
    rule: 'end-mark',
    pattern: /^[([【-]*\s*(?:完|end|全文完|正文完|正文已结束)\s*[)\]】-]*$/,
    reason: 'Says that the article is over.',
    closes: true,
  },
  {
    rule: 'advertisement',
    pattern: /^[[【(]?(?:广告|推广|赞助|赞助商|ad|advertisement|ads by google)[\]】)]?$/,
    reason: 'Labels an advertisement.',
  },
];

/** Notices of ownership and liability: whole sentences, so they are known by what they say and may be long. */
export const NOTICES: readonly Furniture[] = [
  {
    rule: 'copyright',
    pattern:
      /^[([【*※]*(?:版权|免责|特别|郑重|本网|本站)\s*(?:声明|说明|提示)[\]】)]?(?:[::]|$)|^(?:copyright|©|\(c\)|版权所有)|^(?:声明|注|免责)\s*[::].*(?:转载|版权|本网|本站|观点)/,
    reason: 'Begins as a notice of ownership does.',
    closes: true,
  },
  {
    rule: 'copyright',
    pattern:
      /[未非]经.{0,24}(?:许可|授权|同意|允许).{0,24}(?:转载|复制|使用|镜像|摘编|引用|不得)|(?:不|并不|不必然)代表(?:本|我).{0,8}(?:观点|立场)|^凡(?:本[网站报]|注明).{0,40}(?:来源|作品|稿件)/,
    reason: 'What only such notices say: no copying without leave, not the site’s own opinion.',
    closes: true,
  },
  {
    rule: 'registration',
    pattern:
      /[a-z京沪粤津渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵青藏川宁琼]icp[备证]|公网安备|许可证(?:编号|号)?\s*(?:[::]\s*)?\(?\d|(?:违法和?不良信息)?举报(?:电话|邮箱|热线)\s*[::]|^(?:主办|承办|主管|技术支持|网站标识码)(?:单位)?\s*[::]/,
    reason: 'Registration and complaint numbers at the foot of a page.',
    closes: true,
  },
];
