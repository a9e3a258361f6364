/** What a field of a line of facts says. */
export type FieldKind =
  | 'source'
  | 'author'
  | 'editor'
  | 'credit'
  | 'published'
  | 'time'
  | 'updated'
  | 'url'
  | 'counter'
  | 'keywords'
  | 'other';

/** Printed labels, Simplified and lower case. Who is no editor (校对, 监制) is told apart from who is. */
const LABELS: Readonly<Record<FieldKind, string>> = {
  source:
    '本文来源 本文转自 文章转自 文章来源 新闻来源 稿件来源 信息来源 内容来源 资料来源 来源 稿源 出处 转自 source 来源于 来源网站 来源单位 文章出处 稿件出处 摘自 转载自 原载 发布机构 发文机关 发布单位 供稿单位',
  editor:
    '责任编辑 责编 实习编辑 值班编辑 本文编辑 核稿编辑 网络编辑 新媒体编辑 执行编辑 每经编辑 本期编辑 责任编缉 编辑 editor 执编 网编 文编 网页编辑 编辑整理 本版编辑 版面编辑 编 责任编',
  author:
    '文章作者 本文作者 作者 楼主 本报记者 本网记者 见习记者 实习记者 特约记者 每经记者 记者 通讯员 实习生 撰文 撰稿人 撰稿 文字 采写 采访 文 文图 图文 文/图 图/文 文、图 图、文 文/摄影 撰文/摄影 文字/摄影 本报通讯员 本报实习生 特约通讯员 特约撰稿 特约撰稿人 执笔 作者署名 文/记者',
  credit:
    '口述 口述者 整理 摄影 摄像 图 供图 供稿 译者 翻译 编译 总编辑 主编 副主编 一审 二审 三审 一读 二读 三读 校对 责任校对 审核 审校 审读 编审 终审 复审 初审 签发 监制 总监制 值班主任 值班主编 值班编委 策划 统筹 制作 美编 美术编辑 图片编辑 视频编辑 视觉 设计 排版 出品 审签 剪辑 配音 播音 摄影记者 录入 录入员 录入者 录入人 上传 上传者 发布者 发布人 审核人 审稿 信息员 核稿 总审 总值班 视频 海报 图片 制图 校稿 责校 责任审校 监审 终校 通讯作者',
  updated:
    '更新时间 更新日期 最新更新 最后更新于 最近更新于 最后编辑 编辑时间 更改时间 最后更新 最近更新 更新于 更新 updated 最后更新时间 最后更新日期 最后修改 修改时间 修订日期',
  published:
    '文章日期 见报日期 见报时间 报道日期 刊发日期 发布时间 发布日期 发表时间 发表日期 刊发时间 发稿时间 出版日期 出版时间 出版 刊登时间 刊登 录入时间 添加时间 发表于 发布于 发布 published 发稿日期 上稿时间 上传时间 上传日期 张贴日期 张贴时间 公告日期 上架日期 上架时间 建立日期 建档日期 刊登日期 刊出日期 发布日期时间 首次发布 首次发布于 首发时间 公布日期 生成日期 采集时间',
  // Above an article it says when that appeared, elsewhere when something takes place.
  time: '时间 日期 成文日期 印发日期 发文日期 发文时间',
  url: '原文链接 本文链接 文章链接 原文地址 本文地址 本文网址 原文网址 网址 链接 url',
  counter:
    '点阅次数 点阅人次 点阅数 点阅率 点阅 浏览人次 浏览数 阅读人次 浏览次数 阅读次数 点击次数 访问次数 浏览量 阅读量 点击量 点击数 点击率 阅读数 评论数 浏览 阅读 点击 评论 人气 访问量 字数 热度 次数 访问 收藏数 转发 点赞 浏览人数 参与',
  keywords: '文章关键词 文章标签 关键词 关键字 标签 tags tag',
  other:
    '作者单位 作者简介 编号 分类 栏目 频道 版面 版次 字体大小 字体 字号 分享到 分享 收藏 打印 保护视力色 语音播报 单位 通讯地址 所属栏目 所属分类 信息分类 文件编号 文号 索引号 主题分类 版本 地区 地点来源 状态 繁简 语音 背景色 我要评论 本版 期号 刊期 记者证号 发文字号 有效性 公开方式 公开范围 公开形式 信息索引 体裁分类 组配分类 主题词 生效日期 失效日期 废止日期 分类专栏 短链接 短网址 联络人 联系人 联络电话 联系电话 联络方式 联系方式 电话 传真',
};

const KINDS = new Map(
  Object.entries(LABELS).flatMap(([kind, labels]) =>
    labels.split(' ').map((label) => [label, kind as FieldKind] as const),
  ),
);

/** Spaces between the characters of a label are typesetting: 来　源. */
const SPELLED = [...KINDS.keys()]
  .sort((one, other) => other.length - one.length)
  .map((label) => [...label].join('\\s{0,4}'))
  .join('|');

/** [来源]：江城日报 has the bracket in which a label stands before its colon. */
const WITH_COLON = new RegExp(`(${SPELLED})\\s{0,4}[\\]】]?\\s{0,4}:\\s*`, 'y');
/** 更新于 2023年02月08日: a date is enough. */
const WITH_DATE =
  /(首次发布于?|最后更新于?|最近更新于?|发布于|发表于|刊登于|更新于|发布|更新|出版)\s{0,4}(?=(?:19|20)\d{2}\s?[-/.年])/y;
const WITH_SLASH =
  /(文字|文图|图文|文\/图|图\/文|文|图|摄影|撰文|责任编辑|责编|编辑|审核|校对|审校|监制|终审|记者|来源|作者)\s?\/\s?(?=\p{Script=Han})(?!(?:作者|来源|[图文]|摄影?)(?:[\s:/|]|$))/uy;
/** 文｜张三 编辑｜李四: but a bar of buttons has labels behind labels. */
const WITH_BAR =
  /(文|撰文|作者|记者|来源|责任编辑|责编|编辑|校对|审校|监制|摄影|图|设计)\s?\|\s?(?=\p{Script=Han}{2,14}(?:[\s|,、)]|$))(?!(?:文字|撰文|作者|记者|来源|责编|编辑|校对|审校|监制|摄影|图片|设计|视频)[\s|])/uy;
/** Without a colon a label needs a space, and names behind it, or it is a word of a sentence. */
const WITH_SPACE = new RegExp(`(${SPELLED})\\s+(?=\\p{Script=Han}{2,4}(?:[\\s、,|)\\]】]|$))`, 'uy');

/** A label at a place of a line: what it announces, and where its value begins. */
export interface Label {
  readonly kind: FieldKind;
  readonly valueStart: number;
  /** Whether it is a label even in the middle of a word: it is long, or has a colon. */
  readonly isSure: boolean;
  /** Whether a space alone sets it apart from its value. */
  readonly isSpaced: boolean;
}

/** The label that begins at this place of a folded line. */
export function labelAt(folded: string, at: number): Label | undefined {
  for (const pattern of [WITH_COLON, WITH_DATE, WITH_SLASH, WITH_BAR, WITH_SPACE]) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    const name = match?.[1]?.replace(/\s/g, '');
    const kind = name === undefined ? undefined : KINDS.get(name);
    if (match === null || name === undefined || kind === undefined) continue;
    if (pattern === WITH_SPACE && kind !== 'editor' && kind !== 'credit' && kind !== 'author') continue;
    const isSure = name.length >= 4 || (pattern === WITH_COLON && name.length > 1);
    return { kind, valueStart: at + match[0].length, isSure, isSpaced: pattern === WITH_SPACE };
  }
  return undefined;
}
