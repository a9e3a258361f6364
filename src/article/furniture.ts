/** A kind of line that belongs to the page, not to the article. */
export interface Furniture {
  /** Names the removal. */
  readonly rule: string;
  /** Matched against a whole line as `Line.folded` has it: Simplified, half-width, lower case. */
  readonly pattern: RegExp;
  readonly reason: string;
  /** A line that has this is none all the same: a story about such things. */
  readonly unless?: RegExp;
  /** After the article: what short lines follow are the page's too. */
  readonly closes?: true;
  /** What follows is comments or lists of other articles, sentences among them: nothing below is the article's. */
  readonly ends?: true;
  /** Where the line reads as facts, it is metadata instead. */
  readonly mayTellFacts?: true;
  /** Where lines may be longer than most furniture is, in UTF-16 units. */
  readonly maxLength?: number;
}

/** Longer lines are text, whatever they begin with; notices of ownership are the exception. */
export const MAX_FURNITURE_LENGTH = 60;

/* Every pattern is linear: no repeated group can read the same characters in two ways. */

const SHARED_ON =
  '好友和朋友圈|腾讯qq|qzone|易信|来往|微信|微博|新浪微博|腾讯微博|qq空间|qq|朋友圈|好友|facebook|twitter|line|email|邮件|复制链接|手机';
const BUTTON =
  '调整字体|反馈|twitter|whatsapp|telegram|threads|instagram|youtube|linkedin|email|weibo|wechat|messenger|打开|关闭广告|登陆|无障碍(?:链接|浏览|阅读|版|模式)|长者(?:版|模式)|适老版|app下载|客户端下载|下载app|下载客户端|app|返回首页|跳转到?(?:主要)?内容|跳到(?:主要)?内容|跳至(?:主要)?内容|切换到(?:繁体|简体)|切换|取消|确认|确定|提交|发送|发布|知道了|我知道了|加载更多|加载中|收起|展开|展开全文|回复|举报|投诉|语音播报|朗读|电子邮件|电邮|x|×|t|\\+|tt|原创|转载|已关注|\\+关注|取消关注|侵权投诉|个人中心|意见反馈|消息|通知|设置|帮助|导航|菜单|目录|栏目|xs|sm|md|lg|xl|打印|打印本页|打印此页|打印本文|关闭|关闭窗口|关闭此页|关闭本页|返回上一页|收藏|纠错|我要纠错|我要举报|我要反馈|缩小字体|放大字体|推荐|评论|我要评论|转发|分享|点赞|赞|打赏|赞赏|立即订阅|立即购买|踩|顶|喜欢|在看|登录|注册|退出|搜索|关注|订阅|追踪|播放|暂停|听新闻|播报|收听|视频|微信|微博|手机看新闻|繁体|简体|繁|简|无障碍|a\\+|a-|保存|下载|字号|字体|大|中|小|更多|复制链接|客户端|投稿|邮箱|rss|首页|网站地图|设为首页|加入收藏|联系我们|关于我们|返回|手机看|参与互动|留言|列印|放大|缩小|默认|超大|特大|facebook|line|复制连结|字级|加入最爱|收藏(?:文章|本文|此文|网页)|保存网页|申请入驻|订户|听(?:报[道导]|文章|全文|本文)|我有话说|参与讨论|点击图片放大|全文复制|分享快照|阅读更多|加好友|发私信|私信|已收藏|桌面版|正体|回上一页|回首页|回上页|友善列印|转寄(?:友人)?|请分享转发|被?(?:阅读|浏览|点击)次数|点赞数|收藏数|评论数|发弹幕|倍速|静音|全屏|重播';
const RELATED =
  '(?:相关|推荐|延伸|更多|热门|人气|热点|精彩|最新|编辑|今日|图片|为您|你可能|您可能|站内|其他|其它|热)(?:阅读|新闻|报道|链接|推荐|文章|资讯|专题|话题|排行|视频|图片|感兴趣的|喜欢的|喜欢|点击|评论)(?:新闻|文章|内容)?';

/** In the order they are tried. */
export const FURNITURE: readonly Furniture[] = [
  {
    rule: 'original-title',
    pattern: /^[([]?原(?:标题|题)(?:为|是)?\s*[::《〈]|^标\s{0,6}题\s*:\s*\S/,
    maxLength: 160,
    reason: 'The title as the source or a form has it, beside the page’s own; it confirms which line is the title.',
  },
  {
    rule: 'bars',
    pattern: /^[|丨│┃\s]+$|^(?=.*\|)[|:\s-]+$|^[·•><»«‹›|:,.]{1,2}$/,
    reason: 'What is left of a table that held the page together.',
  },
  {
    rule: 'script',
    pattern:
      /^[[{]\s*(?:\{\s*)?["'][\w@:.$-]{1,40}["']\s*:|^["'][\w@:.$-]{1,40}["']\s*:\s*(?:["'\d[{]|true|false|null)|^[\]}[{]{1,4}[,;]?$|^(?:var|let|const)\s+[\w$]{1,40}\s*=|^(?:window|document)\.[\w.]{1,60}\s*[=(]/,
    reason: 'Data or a program of the page, printed as text.',
    maxLength: Number.POSITIVE_INFINITY,
  },
  {
    rule: 'script',
    pattern:
      /^(?!.*\p{Script=Han})(?:\(?function\s?\w{0,40}\(|\$\(|<!--|-->|<\/?[a-z!][^<>]{0,200}>$|[.#@]?[\w-]{1,40}(?:\s[.#]?[\w-]{1,40}){0,4}\s?\{[^{}]{0,200}\}?$|(?:if|else|for|try|catch|return)\b.{0,200}[;{}]$|\}\)?(?:\(.{0,40}\))?\)?;?$|&\w{2,6};$)/u,
    reason: 'The same: statements, rules of style, tags.',
    maxLength: 400,
  },
  {
    rule: 'picture-label',
    pattern:
      /^[[【(]?\s*(?:图|资料图片?|资料照片?|配图|图片|视频|组图|图集|示意图|网络图|题图|头图|插图|动图|图片新闻|视频截图|新闻图片|海报|图文)\s*[\])】]?$|^图像来源\s*,.{0,40}$|^(?:图像加注文字|图片说明|图注|图说)\s*[,:]?$/,
    reason: 'Says that a picture stood here.',
  },
  {
    rule: 'account',
    pattern:
      /^(?:微信号|功能介绍|公众号|头条号|百家号|网易号|搜狐号|企鹅号|大鱼号|一点号|订阅号)(?:[\s:]|$)|^(?:收录于(?:合集|话题)?|预览时标签不可点|点击(?:上方|蓝字|下方名片)|关注我们|设为星标|轻点两下取消赞|喜欢此内容的人还喜欢|(?:继续|向上)滑动看下一个|已同步到看一看|写下你的想法|看一看入口|(?:使用|前往)小程序|视频小程序|微信扫一扫)|(?:官方(?:账号|帐号)|领域(?:创作者|爱好者)|优质创作者)$/,
    reason: 'Lines of an account on a platform: its number, what it is about, to follow it.',
    mayTellFacts: true,
  },
  {
    rule: 'affiliation',
    pattern: /^\([^。()]{2,60}(?:大学|学院|研究所|研究院|医院|中心|公司)[^。()]{0,30}\d{6}\)$/,
    reason: 'Where the authors of a paper work, with the number of its post office.',
    maxLength: 120,
  },
  {
    rule: 'keywords',
    pattern:
      /^#[^\s#。,!?]{1,16}\s{1,4}\d{1,4}\s?个内容.{0,4}$|^(?:#[^\s#。,!?]{1,16}#\s*){1,8}$|^(?:#[^\s#。,!?]{1,12}\s+){0,8}#[^\s#。,!?]{1,12}$/,
    reason: 'Tags of a platform.',
    closes: true,
  },
  {
    rule: 'empty-field',
    pattern:
      /^(?:责任编辑|责编|来源|标签|关键[词字]|tags?|话题|短链接|短网址|浏览次数|阅读次数|阅读|点击|浏览|分类|栏目)\s?:$|^(?:本文)?(?:标签|关键词|关键字|tags)(?:\s.{0,50})?$/,
    reason: 'A field of a form that nobody filled in.',
    closes: true,
  },
  {
    rule: 'paper-navigation',
    pattern:
      /^[<«\s]*(?:(?:数字报首页|数字报|返回首页|返回目录|返回版面|上一版|下一版|上一期|下一期|上一篇|下一篇|版面导航|版面目录|标题导航|往期回顾|往期|pdf版?|版面概览|放大|缩小|默认|朗读|打印|收藏|第[a-z]?\d{1,3}版)[\s|/>:]*)+$/,
    reason: 'Where one is in a printed paper, and links to its other pages.',
    closes: true,
  },
  {
    rule: 'paper-page',
    pattern:
      /^(?:第\s?[a-z]?\d{1,3}\s?版|[a-z]?\d{1,3}版|[a-d]\d{1,2}|版[次面]\s?:?\s?第?[a-z]?\d{1,3}版?)(?:[\s:·]{1,3}\S{1,6})?$/,
    reason: 'The number of a page of a printed paper.',
  },
  {
    rule: 'desk',
    pattern:
      /^.{0,6}(?:新闻部|要闻部|专副刊部|记者站)$|^[([〔【]?.{2,6}(?:中心|新闻)\s?[/|]\s?.{0,6}报[道导][)\]〕】]?$/,
    reason: 'The desk that made the article.',
    mayTellFacts: true,
  },
  {
    rule: 'greeting',
    pattern:
      /^欢迎(?:来到|访问|光临|您).{0,20}$|^今天是.{0,30}$|^(?:请输入|输入)(?:关键[词字]|搜索内容|内容).{0,6}$|^天气\s?:.{0,10}$|^skip to (?:main )?content$|^(?:main )?menu$|^home$|^english$|^关注.{2,10},看.{0,8}(?:新闻|资讯|内容)$/,
    reason: 'What a page says to whoever opens it: the day, the weather, where to type.',
  },
  {
    rule: 'comments',
    pattern:
      /^(?:网友|最新|热门|全部|精彩|用户|我的|读者|所有)?(?:评论|跟[贴帖]|留言|热评)(?:区|列表|精选)?(?:\s?\(\s?[\d,]{0,9}\s?条?\s?\))?$|^[\d,]{1,9}\s?条?\s?(?:评论|跟[贴帖]|留言)(?:\W|$)|^最热评论|^我来说(?:两|几)句|^网友热议$|^(?:我要|我来|发表|写|查看|参与|添加|登录(?:后)?|快来)(?:第一个)?(?:发表)?(?:评论|跟[贴帖]|留言|回帖)|^(?:目前没有|暂无|还没有|暂时没有).{0,6}(?:评论|跟[贴帖]|留言)|^欢迎(?:您)?(?:发表)?评论|^(?:网友评论|评论内容)仅|^(?:文明上网|请文明|请您文明|请自觉遵守)|^(?:回复\s+)?使用道具(?:\s+举报)?$/,
    reason: 'Heads what readers wrote about the article.',
    closes: true,
    ends: true,
  },
  {
    rule: 'hot-list',
    pattern:
      /^[[【■▲●◆>#*\s-]*(?:(?:热门|热点|今日|本周|本月|\d{2}小时|一周|点击|阅读|实时|即时|新闻|图片|视频|精华|站内|人气|大家)?\s?(?:热榜|热搜榜?|排行榜?|热文|热帖|热点|热销|点击榜|人气榜|都在看|还看了)|最多人看|编辑精选|精选推荐|精华推荐|精华文章|视频推荐|推荐视频|热门搜索|相关搜索|热门标签|(?:作者|小编)(?:最新|最近|其他|更多)文章|最近更新|最新文章|最新发布|头条新闻|特别推荐|更多相关内容|热门视频|相关稿件|相关主题|相关信息|相关内容|相关视频|节目预告|.{2,8}节目(?:预告|时间表|单))\s*[\])】>»]*$/,
    reason: 'Heads a list of what is read most, or newest.',
    closes: true,
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
      /^(?:[[【]\s?(?:发表评论|告诉好友|打印(?:此文|本页)?|关闭(?:窗口)?|收藏|分享|举报|推荐|返回)\s?[\]】]\s?){1,8}$/,
    reason: 'The same, each in brackets.',
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
      /^文章有问题.{0,30}$|浏览器.{0,8}(?:无法|不支持).{0,10}(?:播放|视频|音频)|^(?:点击)?(?:播报|播放|收听|朗读|语音播报).{0,14}$|^(?:正在加载|加载中|视频加载中|loading|全文共\d+字|约\d+分钟).{0,6}$|^(?:阅读(?:时间|时长)?|预计阅读|全文)?\s?[:约]?\s?\d{1,3}\s?分钟(?:\s?\(?(?:阅读(?:时间|时长)?|读完)\)?)?$/,
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
      /^(?:(?:共有?|已有)?\s*[\d,.]+\s*(?:[万+]\s*|万\+\s*)?(?:人|次|条)?(?:阅读|浏览|点击|评论|参与|跟贴|点赞|观看)|(?:阅读|浏览|点击|评论|访问|播放|人气|点赞|赞|喜欢|收藏|转发|跟贴|参与)(?:量|数|次数|人数)?\s*(?:[:(]\s*)?[\d,.]+\s*万?\+?(?:次|条|人)?\)?)(?:\s|$)/,
    reason: 'How many people read or commented.',
    mayTellFacts: true,
  },
  {
    rule: 'counter',
    pattern:
      /^人参与\s?(?:[\d,]{1,9}\s?)?评论$|^我有话说\s?\([\d,]{1,9}人参与\)$|^[\d,]{1,9}\s?人(?:已赞|点赞|评价|收藏|打赏|气|赞同(?:了该文章)?)$|^(?:赞同|喜欢|感谢)\s?[\d,]{1,9}$|^(?:阅读|浏览)\s?\(\d{0,9}\)(?:[\s|┊]*(?:评论|收藏|转载|喜欢|打印|举报|分享|引用)(?:\s?\(\d{0,9}\))?▼?){1,8}$/,
    reason: 'The same, before anybody was counted, and how many agreed.',
  },
  {
    rule: 'scan-code',
    pattern:
      /(?:扫一扫|扫描|扫码|长按|识别).{0,16}(?:二维码|关注|下载|分享|阅读|手机|app|加入)|^二维码$|^(?:关注|欢迎关注).{0,20}(?:公众号|微信|微博|客户端|视频号)/,
    reason: 'A code to scan, an account to follow.',
    closes: true,
  },
  {
    rule: 'account',
    pattern:
      /^(?=.*(?:line|好友|粉丝|脸书|fb|ig|频道|群组|社群)).{0,12}(?:加入|追踪|订阅|按赞|成为)[^。,]{0,24}(?:好友|粉丝团?|粉专|群组?|社群|频道|line)[\s★☆▶►❤]{0,6}$/,
    reason: 'Asks to join a group of readers.',
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
    maxLength: 200,
    pattern: /^[<«‹[【(]*\s*(?:上|下|前|后)一(?:篇|条|页|则|章)(?:文章|新闻)?\s*(?:[::>»›\]】)]|$)/,
    reason: 'The article before or after this one.',
    closes: true,
  },
  {
    rule: 'read-more',
    pattern:
      /^[[(<]*(?:点击|请)?\s*(?:阅读|查看|展开|显示|点此看|看)\s*(?:原文|全文|更多|剩余全文|详情|评论|全部).{0,12}$|^请继续往下阅读|^(?:向左|向右|左右|上下)滑动.{0,10}$|^(?:相关|更多).{0,8}(?:敬?请)(?:关注|点击|查看|浏览)|^更多.{0,12}(?:请|点击|进入|关注|敬请).{0,20}$|^(?:点击|戳)(?:此处|这里|进入|图片|上图|查看).{0,20}$/,
    reason: 'A link that opens more of the page.',
  },
  {
    rule: 'related-links',
    pattern:
      /^◤[^◤◢]{2,12}◢$|^(?:相关(?:档案|附件|文件)|附件下载|档案下载)\s?:?$|^[【[](?:延伸阅读|相关(?:新闻|阅读|报[道导])|推荐阅读)[】\]].{2,50}$/,
    reason: 'The same between corners; files to load; one link behind its label.',
    closes: true,
  },
  {
    rule: 'related-links',
    pattern: new RegExp(
      `^[[【(■▲●◆>#*\\s-]*(?:${RELATED}|延伸\\s?·\\s?推荐|本周热门|本月热门|猜你喜欢|(?:你|您)(?:可能|也许)也?(?:想看|爱看|感兴趣)|同场加映|其他人也看|大家也在看|往期(?:精选|推荐|回顾|文章|精彩)|更多(?:[^\\s。,]{0,4})(?:新闻|报道|报导|文章|资讯)|友情链接|合作媒体|大家都在看|更多>|相关)(?:\\s*(?:>+|»|更多))?[\\]】)]?\\s*(?:[::].*)?$`,
    ),
    reason: 'Heads a list of other articles.',
    closes: true,
  },
  {
    rule: 'pager',
    pattern:
      /^\d{1,2}\s?\/\s?\d{1,2}$|^(?=.*(?:[上下前后]一?页|末页|尾页|余下全文|[[【(]\d{1,2}[\])】]\s*[[【(]\d))(?:[\s<>«»|·.…[\]【】()]|[上下前后]一?页|首页|末页|尾页|余下全文|第?(?<!\d)\d+页?|共\d{1,3}页)+$/,
    reason: 'Links to the pages that an article is cut into.',
  },
  {
    rule: 'agency-tag',
    pattern:
      /^【.{2,12}(?:讯|电|报道)】$|^\p{Script=Han}{2,8}(?:\s?\([^()]{2,8}\))?\s{1,4}[—–-]{1,2}$|^发自\p{Script=Han}{2,8}$|^本[报刊网台](?:特约)?(?:评论员|编辑部|讯|综合报道)$|^.{2,8}(?:网|社|报|台|新闻)(?:消息|讯)$|^.{2,12}[社网报台].{0,8}(?:\d{1,2}月)?\d{1,2}日(?:专|综合)?[电讯]$/u,
    reason: 'Whose dispatch it is, on a line of its own above the lead.',
    mayTellFacts: true,
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
    pattern: /^[([【\-—–=*]*\s*(?:完|the end|end|全文完|正文完|正文已结束)\s*[)\]】\-—–=*]*$|^正文已结束,/,
    reason: 'Says that the article is over.',
    closes: true,
  },
  {
    rule: 'advertisement',
    pattern: /^[[【(-]*(?:广告|推广|赞助|赞助商|ad|advertisement|ads by google)[\]】)-]*$/,
    reason: 'Labels an advertisement.',
  },
];

/** Notices of ownership and liability: whole sentences, so they are known by what they say and may be long. */
export const NOTICES: readonly Furniture[] = [
  {
    rule: 'copyright',
    pattern:
      /^[([【*※]*(?:版权|免责|特别|郑重|本网|本站|平台|网站)\s*(?:声明|说明|提示)[\]】)]?(?:[::]|$)|^(?:copyright|©|\(c\)|版权所有)|all rights reserved|(?:建议|推荐)使用.{0,30}(?:浏览器|分辨率)|^(?:声明|注|免责)\s*[::].*(?:转载|版权|本网|本站|观点|责任自负|承担.{0,6}责任)/,
    reason: 'Begins as a notice of ownership does.',
    closes: true,
  },
  {
    rule: 'copyright',
    pattern:
      /[未非]经.{0,24}(?:许可|授权|同意|允许).{0,24}(?:转载|复制|使用|镜像|摘编|引用|不得)|(?:不|并不|不必然)代表(?:本|我).{0,8}(?:观点|立场)|^凡(?:本[网站报]|注明).{0,40}(?:来源|作品|稿件)/,
    unless: /法院|法官|被告|原告|判决|起诉/,
    reason: 'What only such notices say: no copying without leave, not the site’s own opinion.',
    closes: true,
  },
  {
    rule: 'copyright',
    pattern:
      /任何(?:形式|方式)的?(?:转载|复制)[^。]{0,12}(?:授权|许可)|严禁(?:建立)?镜像|^\(?(?:该|本)文(?:内容|观点)?仅代表/,
    reason: 'The same, of whatever kind of copy, and whose opinion it is.',
    closes: true,
  },
  {
    rule: 'paywall',
    pattern:
      /试读(?:已)?结束|成为会员.{0,4}阅读全文|[您你]?已阅读\s?\d{1,3}%|剩余\s?\d{1,3}%.{0,24}(?:内容|订阅|阅读)|(?:登录|登陆|订阅|付费|购买|开通会员|成为会员|注册).{0,6}(?:后|即可|以|方可|才能).{0,4}(?:继续)?(?:阅读|查看|浏览|解锁).{0,6}(?:全文|更多|完整|剩余|内容|原文)|^(?:本文|此文|以下内容|余下内容|剩余内容).{0,4}(?:为|需|仅限?|只供)(?:付费|会员|订阅|订户)/,
    unless: /[说称道]|表示|认为|觉得/,
    reason: 'Says how much of the article is behind a paywall.',
    closes: true,
  },
  {
    rule: 'copyright',
    pattern:
      /(?:转载|转发|引用).{0,4}(?:请|须|务必|需).{0,2}(?:注明|联系|经.{0,6}授权)|(?:如需|欢迎)转载.{0,6}联系|^违者必究|^本文(?:系|为|由).{0,14}(?:原创|首发|授权)(?:作品|文章|稿件|内容)?(?:$|,)|^图源\s?:?\s?(?:网络|互联网)|^(?:素材|图文|图片|资料)来源\s?:.{0,20}(?:网络|互联网).{0,10}$|(?:如有|如涉及?|若有|涉嫌).{0,6}(?:侵权|版权).{0,24}(?:联系|告知|删除|处理)|^[(]?(?:以上|文中|本文|部分|所有|封面|注:)?(?:配图|图片|图文|图|素材|内容|文章|资料|信息)(?:及文字)?(?:均|都|皆|全部|部分)?(?:来源|来自|取自|源自|转自|选自|整理自)(?:于|:)?(?:网络|互联网|网友).{0,24}$|^(?:本文|以上|文章|文中)(?:内容|观点|图文)?.{0,4}(?:仅代表|仅供|纯属|不构成).{0,40}$|^.{0,24}(?:投资|入市|理财)有风险.{0,20}$/,
    reason: 'Where its pictures come from, whom to ask before copying, whose opinion it is.',
    closes: true,
  },
  {
    rule: 'account',
    pattern:
      /^[^。]{0,30}(?:欢迎|请)(?:搜寻|搜索|关注|订阅|加入|添加)[^。]{0,30}(?:公众号|微信|微博|频道|脸书|账号|帐号|客户端|instagram|telegram|youtube|facebook|app)|^[^。]{0,20}(?:instagram|telegram|youtube|facebook)[^。]{0,8}欢迎(?:搜寻|搜索|关注|订阅)/,
    reason: 'Asks to follow an account.',
    closes: true,
  },
  {
    rule: 'registration',
    pattern:
      /^(?:新闻|报料|爆料|广告|纠错|投稿|发行|订报|读者|客服)(?:热线|电话|邮箱|信箱|qq)\s?[::]|icp备\s?\d|[a-z京沪粤津渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵青藏川宁琼]icp[备证]|公网安备|许可证(?:编号|号)?\s*(?:[::]\s*)?\(?\d(?!.*[。!?]$)|(?:^|[\s|·;])(?:违法和?不良信息)?举报(?:电话|邮箱|热线)\s*[::]|^(?:主办|承办|主管|技术支持|网站标识码)(?:单位)?\s*[::]/,
    reason: 'Registration and complaint numbers at the foot of a page.',
    closes: true,
  },
];
