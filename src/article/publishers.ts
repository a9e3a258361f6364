/** The last word of a publisher's or a site's name. */
const PUBLISHER =
  /^[\p{Script=Han}a-z\d·\-—.]{0,14}(?:网|报|社|台|新闻|新闻网|在线|客户端|频道|电视|广播|资讯|传媒|融媒体中心|融媒|门户|周刊|杂志|新闻中心|网首页|发布|cctv|cna|bbc)(?:\s?\(?[a-z]{2,10}\)?)?$/u;

/** Whether a folded text is the name of a publisher or a site, going by its last word. */
export function isPublisher(folded: string): boolean {
  return PUBLISHER.test(folded);
}
