/*
 * The words of a byline, over folded text: what those did who are named next to them. All
 * patterns are sticky: they are asked for at one place of the line.
 */

const MODIFIER =
  '(?:本[报网刊台社]|专栏|签约|客座|见习|实习|特[约派邀]|首席|[全融]媒体?|资深|高级|主任|文字|调查|中心|前方)';
/** At most so many in a row, before and behind the place they are posted to: one pattern that may repeat takes exponential time. */
const MODIFIERS = `${MODIFIER}{0,4}(?:驻\\p{Script=Han}{2,6}?${MODIFIER}{0,4})?`;
/** What the name of a paper ends with. */
const OUTLET =
  '(?:《?[^《》\\s]{1,12}》\\s?)?[\\p{Script=Han}a-z\\d·+-]{0,14}?(?:网|报|社|台|新闻|周刊|周末|杂志|客户端|传媒|融媒体?|财经|在线|视频)';
const WRITERS =
  '(?:撰文|文字|文|采访)[/、・·.](?:摄影|撰文)|记者|通讯员|特约撰稿人?|撰稿人?|撰文|采写|采访|(?:文章|本文)?作者|实习生|评论员|特派员|文[/、・·.]?图|图[/、・·.]?文';
/** Whose reporters they are, and that they wrote. */
export const SURE_WRITER = new RegExp(`(?:${OUTLET}|《?[^《》\\s]{1,12}》\\s?)?${MODIFIERS}(?:${WRITERS})`, 'uy');
/** 每经记者, 战地记者: whose, is anybody's guess. */
export const ANY_WRITER = /[\p{Script=Han}a-z\d·+-]{1,12}?(?:记者|通讯员|撰稿人?|评论员)/uy;
/** 文/张三, but not the 文 of 文/图. */
export const WORD_OF_WRITING = /文字?(?=\s?[/|:])(?!\/(?:图|摄影)[\s:/|])/uy;
export const BARE_WRITING = /文字?(?=\s)/uy;
/** Who did not write, but is named in the same place. */
export const OTHERS =
  /(?:摄影记者|摄影|摄像|图片|图|翻译|编译|责任编辑|责编|编辑|校对|审校|审核|审读|终审|监制|制图|漫画|插画|视频|剪辑|配音|供图|供稿|整理|口述|策划|设计|编审|统筹|主编|总编辑|作者单位|作者简介)(?=[\s:/|])|摄影(?:记者)?(?=\p{Script=Han}{2,4}(?:[\s/、)]|$))/uy;

/** 环球网报道 记者 张三: where it was reported first. */
export const INTRODUCTION = new RegExp(
  `(?:${OUTLET})(?:综合|军事|财经|体育)?报[道导][\\s/]+(?=.{0,12}(?:记者|通讯员))`,
  'uy',
);
/** What stands behind a name ends here. */
const BOUNDARY = String.raw`(?=[\s、,;|/()〔〕【】\[\]]|$)`;
const REPORT = '(?:即时|综合|连线|专题|摄影|现场|独家)?报[道导]';
const DISPATCH = '(?:\\d{1,2}月)?\\d{1,2}日(?:专|综合)?[电讯]';
/** Behind the names of who wrote: 文/图, 台北报道, 发自北京. */
export const WROTE = new RegExp(
  `(?:文并摄|文[/、]?图|图[/、]?文|文[/、]?摄影?|摄影?[/、]文|撰文|采写|文|发自\\p{Script=Han}{2,8}|[\\p{Script=Han}-]{0,10}?${REPORT}|\\p{Script=Han}{0,6}?${DISPATCH}|\\p{Script=Han}{2,5}[讯电]|综合(?:整理)?|整合)${BOUNDARY}`,
  'uy',
);
/** Behind the names of who did something else. */
export const DID_OTHER = new RegExp(`(?:摄影?|拍摄|图|供图|制图|译|编译|编辑|整理)${BOUNDARY}`, 'uy');
/** The same, run on behind a name: 张三文/图, 李四报道. */
export const RUN_ON_WROTE = new RegExp(
  `(?:文并摄|文[/、]?[图摄]影?|图[/、]?文|发自\\p{Script=Han}{2,8}|${REPORT}|${DISPATCH})${BOUNDARY}`,
  'uy',
);
/** 王小明摄 */
export const RUN_ON_OTHER = new RegExp(`(?:拍?摄|摄影|供图|制图)${BOUNDARY}`, 'uy');
const AT_BOUNDARY = new RegExp(BOUNDARY, 'uy');

/** Where a match that begins at this place ends. */
export function matchAt(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

/** The place itself, where what stands before it may end there. */
export function atBoundary(text: string, end: number | undefined): number | undefined {
  return end !== undefined && matchAt(AT_BOUNDARY, text, end) !== undefined ? end : undefined;
}
