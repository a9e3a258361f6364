/** A question about the article in `seeds/`, with what is right. */
export type SeedQuestion =
  /** Answered: the passage that must come first (one of several where they answer alike), and a part of the marked sentence. */
  | { readonly ask: string; readonly at: string | readonly string[]; readonly says: string }
  /** The article does not say. */
  | { readonly ask: string; readonly refused: true };

/** Written by people who had read the article, before the bot was asked. */
export const SEED_QUESTIONS: readonly SeedQuestion[] = [
  // who
  { ask: '马翠芳是谁？', at: '§2¶1', says: '网格员' },
  { ask: '44岁的网格员叫什么名字？', at: '§2¶1', says: '马翠芳' },
  { ask: '谁管辖着8栋楼？', at: '§2¶1', says: '马翠芳' },
  { ask: '是哪个部门把金昌市确定为试点城市的？', at: '§2¶4', says: '中央政法委' },
  { ask: '哪些人化身成疫情防控的排头兵？', at: '§2¶2', says: '网格员' },
  // how many
  { ask: '马翠芳管多少户？', at: '§2¶1', says: '408户' },
  { ask: '马翠芳管辖的小区有多少人？', at: '§2¶1', says: '1248人' },
  { ask: '马翠芳负责几栋楼？', at: '§2¶1', says: '8栋楼' },
  { ask: '马翠芳多大年纪了？', at: '§2¶1', says: '44岁' },
  { ask: '赵家庄村成立了几个产业型党支部？', at: '§1¶1', says: '3个产业型党支部' },
  // when
  { ask: '金昌市什么时候被确定为试点城市？', at: '§2¶4', says: '2020年2月' },
  { ask: '《金昌市文明行为促进条例》从哪天开始实施？', at: '§3¶2', says: '今年3月1日' },
  { ask: '文明行为促进条例是什么时候施行的', at: '§3¶2', says: '今年3月1日' },
  // where
  { ask: '马翠芳在哪个社区工作？', at: '§2¶1', says: '昌都里社区' },
  { ask: '赵家庄村在哪个镇？', at: '§1¶1', says: '城关镇' },
  { ask: '“三单”服务模式是在哪里推行的？', at: '§2¶4', says: '昌河路社区' },
  { ask: '骊靬大道穿过哪个村？', at: ['§1¶2'], says: '骊靬大道' },
  // what is
  { ask: '“三链”发展模式是什么？', at: '§1¶1', says: '支部建在产业链上' },
  { ask: '什么是“三单”服务模式？', at: '§2¶4', says: '居民点单' },
  { ask: '“一核多元”指的是什么？', at: '§1¶4', says: '以基层党组织为核心' },
  { ask: '基层治理中的“桥头堡”是什么？', at: '§1¶3', says: '党支部' },
  { ask: '市域社会治理的神经末梢是什么？', at: '§2¶3', says: '网格' },
  { ask: '法律是什么？', at: '§3¶3', says: '法律是国家的重器' },
  { ask: '民主协商用的是什么程序？', at: '§3¶5', says: '六步议事' },
  { ask: '基层协商民主推行什么模式？', at: '§3¶5', says: '1+7+X' },
  // which, lists
  { ask: '德治有哪些特色品牌？', at: '§3¶6', says: '道德银行' },
  { ask: '赵家庄村成立了哪些党支部？', at: '§1¶1', says: '养殖示范区党支部' },
  { ask: '金昌市出台了哪些指导性文件？', at: '§1¶4', says: '实施意见' },
  { ask: '景区里有哪些不文明行为？', at: '§3¶1', says: '攀折花木' },
  { ask: '城市里推行了哪些优秀社区工作法？', at: '§1¶6', says: '红色物业' },
  { ask: '金昌市更加注重哪些方面？', at: '§3¶9', says: '更加注重民生改善' },
  { ask: '法治文化惠民活动以什么为主题？', at: '§3¶7', says: '民法典集中宣传' },
  { ask: '社会治安防控体系建设以什么为牵引？', at: '§2¶8', says: '科技信息支撑' },
  { ask: '综治中心的职能定位是什么？', at: '§2¶6', says: '创新治理' },
  // why, how
  { ask: '为什么赵家庄村要坚持三链发展模式？', at: '§1¶1', says: '改变这种现状' },
  { ask: '网格员们在疫情期间做了什么？', at: '§2¶2', says: '健康码' },
  { ask: '怎样做到矛盾不上交？', at: '§2¶7', says: '矛盾不上交' },
  { ask: '如何吸纳各方力量参与社会治理？', at: '§2¶10', says: '力量' },
  { ask: '“智治”是怎么赋能基层社会治理的？', at: '§3¶8', says: '智能化' },
  { ask: '金昌市怎么处理不讲公德的行为？', at: '§3¶2', says: '坚决说不' },
  // paraphrases
  { ask: '网格长什么样才算无缝隙？', at: '§2¶9', says: '无缝隙' },
  { ask: '枫桥经验推广了吗？', at: '§2¶7', says: '枫桥经验' },
  { ask: '赵家庄村以前穷吗？', at: ['§1¶1', '§1¶2'], says: '赵家庄村' },
  { ask: '金昌推进雪亮工程了吗？', at: '§3¶8', says: '雪亮工程' },
  { ask: '幸福之城是什么模样？', at: ['§0¶1', '§0¶2'], says: '是' },
  { ask: '道德银行、孝善基金属于什么治？', at: '§3¶6', says: '道德银行' },
  // Traditional, mixed, widths
  { ask: '馬翠芳管轄多少戶？', at: '§2¶1', says: '408户' },
  { ask: '金昌市在哪一年被確定為試點城市？', at: '§2¶4', says: '2020年2月' },
  { ask: '「三鏈」發展模式是什麼？', at: '§1¶1', says: '支部建在产业链上' },
  { ask: '１＋７＋Ｘ模式是什么工作？', at: '§3¶5', says: '1+7+X' },
  // slips of the keyboard, by sound, pinyin
  { ask: '马翠方管多少户', at: '§2¶1', says: '408户' },
  { ask: '马翠翠芳管多少户', at: '§2¶1', says: '408户' },
  { ask: '枫侨经验是什么', at: '§2¶7', says: '枫桥经验' },
  { ask: 'ma cui fang guan duo shao hu', at: '§2¶1', says: '408户' },
  { ask: 'mǎ cuì fāng shì shéi', at: '§2¶1', says: '马翠芳' },
  { ask: 'fengqiao jingyan', at: '§2¶7', says: '枫桥经验' },
  // the article's own facts
  { ask: '这篇文章是谁编辑的？', at: 'meta', says: '周婉婷、焦隆' },
  { ask: '責編是誰？', at: 'meta', says: '周婉婷、焦隆' },
  { ask: '文章来源是什么？', at: 'meta', says: '金昌日报' },
  { ask: '这篇报道发表在哪家报纸上？', at: 'meta', says: '金昌日报' },
  { ask: '本文是什么时候发布的？', at: 'meta', says: '2021年11月23日09:21' },
  { ask: '标题是什么？', at: 'meta', says: '汇音聚符共奏和谐曲' },
  { ask: '这篇文章登在哪个网站上？', at: 'meta', says: '人民网' },
  { ask: '周婉婷是谁？', at: 'meta', says: '周婉婷' },
  { ask: '这篇文章讲了什么？', at: '§0¶4', says: '社会治理' },
  // The article does not say.
  { ask: '你好', refused: true },
  { ask: '你是谁？', refused: true },
  { ask: '今天天气怎么样？', refused: true },
  { ask: '讲个笑话', refused: true },
  { ask: '谢谢你', refused: true },
  { ask: '的的的的', refused: true },
  { ask: '为什么呢？', refused: true },
  { ask: '九龙坡区在哪里？', refused: true },
  { ask: '石景山区', refused: true },
  { ask: '遵义县怎么样？', refused: true },
  { ask: '金昌市有多少人口？', refused: true },
  { ask: '金昌市的市长是谁？', refused: true },
  { ask: '金昌有什么特产？', refused: true },
  { ask: '马翠芳的工资是多少？', refused: true },
  { ask: '马翠芳毕业于哪所大学？', refused: true },
  { ask: '赵家庄村的村支书叫什么？', refused: true },
  { ask: '金昌的镍产量是多少？', refused: true },
  { ask: '兰州市的房价是多少？', refused: true },
  { ask: '怎么做红烧肉？', refused: true },
  { ask: '谁发明了电话？', refused: true },
  { ask: '2022年世界杯冠军是谁？', refused: true },
  { ask: '苹果公司的股价', refused: true },
  { ask: 'Who is the president of the United States?', refused: true },
  { ask: 'What is the weather today?', refused: true },
  { ask: '東京の人口は何人ですか', refused: true },
];
