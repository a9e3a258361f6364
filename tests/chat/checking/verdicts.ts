import { check } from '../../../src/chat/checking/check.ts';
import type { Message } from '../../../src/chat/checking/message.ts';
import type { Difference } from '../../../src/verbatim/differences.ts';
import { harbour, jinchang } from '../../sample-articles.ts';
import { articleOf } from '../../training/passages.ts';

/** A short article of figures, denials and words that bound or negate. */
export const market = {
  ...articleOf('market', [
    '县里投资268万元建起菜市场，摊位不收摊位费，粮食总产量2.5万吨，比上年增长1.8%。',
    '卖菜22年的曹桂兰说，价格没有涨，夜里最低气温为-3.5℃，共1,248户受益。22户已搬迁。',
    '至少三十二名医生报名，每名医生每周出诊两次，左右两座楼全部开放。',
    '局长吴建军否认市场将要关闭。他说：“我们从未想过关门。”洪水淹没农田十五亩。',
    '该项目于二〇二〇年开工，预计5年完成，O型血的start-up公司也参加了。',
  ]),
  title: '县城新开菜市场',
};

export const articles = [jinchang(), harbour, market];

/**
 * A message's verdicts as one reads them: `= §2¶1 words` for the article's own, `~ §2¶1 words`
 * for what is not, with what only the message has as -… and what only the article has as +…,
 * `0 words` where nothing is near, `? words` for what was not checked.
 */
export function verdictsOn(message: Message): string[] {
  return check(message, articles).claims.map(({ text, verdict }) => {
    if (verdict.kind === 'words') {
      const { from, head } = verdict.occurrence;
      return `= ${head ?? `§${from.section}¶${from.paragraph}`} ${text}`;
    }
    if (verdict.kind === 'closest') {
      const { address, head } = verdict.near.lettered;
      return `~ ${head ?? `§${address.section}¶${address.paragraph}`} ${text} ${marked(verdict.pieces)}`.trim();
    }
    return `${verdict.kind === 'nothing' ? '0' : '?'} ${text}`;
  });
}

function marked(pieces: readonly Difference[]): string {
  return pieces
    .flatMap(({ text, side }) => (side === 'both' ? [] : [`${side === 'theirs' ? '-' : '+'}${text}`]))
    .join(' ');
}
