import { expect, test } from 'vitest';
import { P, Q, readPage, TITLE } from './read-page.ts';

const tailOf = (line: string) =>
  readPage(TITLE, '2023-02-11 08:15　来源：江城日报', P, Q, line)
    .sections.flatMap(({ paragraphs }) => paragraphs)
    .slice(2);

test.each(
  `延伸閱讀，更多報導，看更多，你可能也想看，同場加映，更多生活新聞，人氣新聞，其他人也看，猜你喜欢，往期精选，本文标签，试读结束，立即订阅
本文为付费内容，登录后查看全文，以上内容不构成投资建议，图源网络，(图片来自网络)，如需转载请联系后台，转载须经授权，违者必究
本文系江城晚报原创，未经授权禁止转载，写留言，暂无评论，我来说两句，查看全部12条评论，全部评论(12)，京ICP备12345号，-END-，————END————
返回搜狐查看更多，标签:茶 烘房，赞(3)，打赏，文章有问题点此查看，新闻热线:0123-456789，投稿邮箱:a@b.c，视频加载中...，#茶#，#江城 #茶，上一篇:雨天`.split(
    /[，\n]/,
  ),
)('%s below the text is the page’s', (line) => expect(tailOf(line)).toEqual([]));

test.each([
  '特此声明',
  '作者简介：谢小雨，江城大学教授。',
  '（作者系江城大学教授）',
  '附件：名单',
  '咨询电话：0123-456789',
  '地址：江城路1号',
  '展览到3月30日为止，地址：江城路1号，电话：0123-456789。',
  '登录后才能阅读全文，这让老人觉得麻烦，报社说会改。',
  '一等奖：谢小雨',
  '江城市人民政府',
])('%s below the text is the text’s', (line) => expect(tailOf(line)).toEqual([line]));
