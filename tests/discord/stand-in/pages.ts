/** A page as a browser saves it: an article among what stands around one. */
export function savedPage({
  title = '小网格托起大民生',
  households = '408',
  source = '来源：河西日报　2021年11月23日09:21',
}: {
  readonly title?: string;
  readonly households?: string;
  readonly source?: string;
} = {}): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}_河西新闻网</title></head><body>
<div class="nav"><a href="/">首页</a> <a href="/news">新闻</a> <a href="/about">关于我们</a></div>
<article><h1>${title}</h1><p class="source">${source}</p>
<p>初冬的清晨，河西新区的街道已经热闹起来。社区治理，贵在一个“细”字，新区把全区划成一个个小网格，让问题在网格里解决。</p>
<h2>党建引领筑基石</h2>
<p>2019年5月，新区成立了社区治理领导小组，由王建国担任组长。领导小组每月召开一次会议，研究解决居民反映的问题。</p>
<p>全区共有12个社区、86个网格，配备网格员172名，他们走街串巷，把居民的事一件一件记在本子上。</p>
<h2>精准服务暖民心</h2>
<p>42岁的赵敏是昌盛社区的一名网格员，她负责6栋楼，共有${households}户居民。每天早上八点，她准时出现在小区里。</p>
<p>新区投入资金350万元，建成智慧养老服务中心3个，为老人提供助餐、助浴等服务。</p></article>
<div class="footer">版权所有 河西新闻网 未经许可不得转载</div></body></html>`;
}

/** Another article, as text. */
export const HARBOUR = `老港口的新生意
来源：江南日报　2022-03-01

清水港有一百一十年的历史，码头全长1200米，曾经是江南最忙的货运港口之一。去年冬天，港务局长周启明宣布，港口将改造成市民公园，总投资6.4亿元。

改造分三期进行。第一期修复老仓库十二座，第二期铺设沿江步道九公里，第三期建设一座航运博物馆。

“我父亲在这里扛了三十年麻袋，”退休工人吴德顺说，“现在我可以带孙子来散步了。”`;
