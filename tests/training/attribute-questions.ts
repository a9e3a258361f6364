/**
 * What people ask about anything that has a name, whether or not an article says it. Asked of
 * articles in which neither the attribute's word nor its like stands, these are what a reader
 * must not get an answer to.
 */
const ATTRIBUTES: readonly {
  readonly asked: readonly string[];
  readonly word: string;
  /** What tells it without the word. */
  readonly or?: RegExp;
}[] = [
  { word: '人口', asked: ['{}有多少人口？', '{}的人口是多少？'] },
  { word: '市长', asked: ['{}的市长是谁？', '{}现任市长叫什么？'] },
  { word: '特产', asked: ['{}有什么特产？', '{}的特产是什么？'] },
  { word: '工资', asked: ['{}的工资是多少？', '{}工资高不高？'] },
  { word: '电话', asked: ['{}的电话是多少？', '{}的电话号码是什么？'] },
  { word: '票价', asked: ['{}的票价是多少？', '去{}的门票多少钱？'] },
  { word: '面积', asked: ['{}的面积有多大？', '{}面积是多少？'] },
  { word: '气温', asked: ['{}的气温是多少度？', '{}今天气温怎么样？'] },
  { word: '毕业', asked: ['{}毕业于哪所大学？', '{}是哪一年毕业的？'] },
  { word: '妻子', asked: ['{}的妻子是谁？', '{}的妻子叫什么名字？'] },
  { word: '身高', asked: ['{}的身高是多少？', '{}身高多少？'] },
  { word: '总部', asked: ['{}的总部在哪里？', '{}总部设在哪个城市？'] },
  { word: '股价', asked: ['{}的股价是多少？', '{}股价涨了吗？'] },
  { word: '校长', asked: ['{}的校长是谁？', '{}现任校长叫什么？'] },
  { word: '产量', asked: ['{}的产量是多少？', '{}每年产量有多少吨？'] },
  { word: '地铁', asked: ['{}有几条地铁？', '{}什么时候通地铁？'] },
  { word: '机场', asked: ['{}的机场叫什么？', '{}有几个机场？'] },
  { word: '房价', asked: ['{}的房价是多少？', '{}房价为什么这么高？'] },
  { word: '网址', asked: ['{}的网址是什么？'] },
  { word: '董事长', asked: ['{}的董事长是谁？', '{}的董事长叫什么？'] },
  { word: '球队', asked: ['{}有哪些球队？', '{}的球队叫什么？'] },
  { word: '医院', asked: ['{}有几家医院？', '{}最大的医院是哪家？'] },
  { word: '学费', asked: ['{}的学费是多少？', '{}学费贵不贵？'] },
  { word: '书记', asked: ['{}的书记是谁？', '{}的书记叫什么名字？'] },
  { word: '生日', asked: ['{}的生日是哪天？', '{}生日是什么时候？'] },
  { word: '体重', asked: ['{}的体重是多少？'] },
  { word: '奖金', asked: ['{}的奖金有多少？', '{}拿了多少奖金？'] },
  { word: '手机', asked: ['{}用什么手机？', '{}的手机号是多少？'] },
  { word: '航班', asked: ['去{}的航班有哪些？', '{}有哪些航班？'] },
  { word: '冠军', asked: ['{}拿过几次冠军？', '{}的冠军是谁？'] },
  { word: '投资', asked: ['{}的投资额是多少？', '谁投资了{}？'] },
  { word: '火车', asked: ['去{}坐什么火车？', '{}的火车几点开？'] },
  { word: '宠物', asked: ['{}养了什么宠物？'] },
  { word: '海拔', asked: ['{}的海拔是多少？', '{}海拔多高？'] },
  { word: '利润', asked: ['{}的利润是多少？', '{}去年利润有多少？'] },
  { word: '邮编', asked: ['{}的邮编是多少？'] },
  { word: '护照', asked: ['去{}需要护照吗？'] },
  { word: '味道', asked: ['{}的味道怎么样？', '{}是什么味道？'] },
  { word: '颜色', asked: ['{}是什么颜色的？', '{}的颜色有哪些？'] },
  { word: '血型', asked: ['{}是什么血型？'] },
  { word: '年龄', or: /出生|生于|诞生|年生|岁/, asked: ['{}今年几岁？', '{}今年多大年纪？', '{}多大了？'] },
  { word: '住', or: /定居|家/, asked: ['{}住在哪里？', '{}家住哪里？'] },
  { word: '病', or: /症|癌|炎/, asked: ['{}得了什么病？'] },
  { word: '孩子', or: /[儿女子]/, asked: ['{}有几个孩子？', '{}的孩子叫什么？'] },
  { word: '吃', or: /食/, asked: ['{}能吃吗？', '{}好吃吗？'] },
  { word: '结婚', or: /[婚妻夫娶嫁]/, asked: ['{}结婚了吗？', '{}是哪年结婚的？'] },
  { word: '爱好', or: /喜/, asked: ['{}的爱好是什么？', '{}喜欢什么？'] },
  { word: '体重', or: /[斤吨克磅]/, asked: ['{}有多重？'] },
  { word: '长度', or: /[米里尺丈]|年|天|小时/, asked: ['{}有多长？'] },
  { word: '高度', or: /[米尺丈层]|海拔/, asked: ['{}有多高？'] },
  { word: '员工', or: /[人员]/, asked: ['{}有多少名员工？'] },
  { word: '花费', or: /元|资|费/, asked: ['{}花了多少钱？', '{}多少钱？'] },
];

/** Questions about a subject for which its article has no word. Folded text in, questions as people type them out. */
export function unansweredAttributes(
  subject: string,
  folded: string,
  saidOtherwise: (word: string) => readonly string[],
): string[] {
  return ATTRIBUTES.filter(
    ({ word, or }) =>
      ![word, ...saidOtherwise(word)].some((said) => folded.includes(said)) && (or === undefined || !or.test(folded)),
  ).flatMap(({ asked }) => asked.map((question) => question.replace('{}', subject)));
}
