/**
 * What people say when they ask and texts seldom say when they answer: words for the kind of thing
 * that is asked for (一种疾病 is answered by its name), for saying, being and having, for how much
 * and when in general. That an article lacks them says nothing. Found among the questions of the
 * training part whose article answers and has no such word; folded.
 */
const WORDING: ReadonlySet<string> = new Set(
  `东西 事情 事物 事件 情况 情形 状况 状态 型态 形态 程度 性质 类型 种类 种 样 样子 样式 型式 形式 方式 方法 方 办法 作法 做法 方面 部分 大部分
  原因 因素 理由 缘故 目的 用意 意思 意义 涵义 含义 寓意 概念 内容 主旨 主题 情节 故事情节 要素 重点 区别 差别 关系 变化 影响 效果 结果 作用 用途 功能 危害
  特点 特色 特征 特性 优点 优势 缺点 好处 坏处 外形 外貌 形状 图案 性格 风格 想法 看法 观点 主张 说法 理念 态度 话 这句 这句话 这段话 言论
  名称 名字 旧名 英文名 称号 头衔 绰号 名词 词语 一词 该词 字 称呼 称之为 称为 称作 名为 叫做 被称作 被称为 当作 当做 视为 算是 指 是指 所指 指称
  地方 地点 位置 地区 区域 境内 范围 场所 场合 领域 单位 机构 机关 组织 团体 部门 国家 城市 政权 政党 党派 宗教 民族 族群 语言 学科 行业 产业 职位 身分 身份 角色 人物 人员 人们 人士 成员
  著作 作品 书籍 典籍 经典 刊物 产品 产物 物品 物质 材料 元素 化学元素 建筑 工程 设施 制度 政策 法律 法令 条约 战争 战役 会议 活动 行动 行为 动作 奖项 疾病 动物 植物 地形 气候 河流 思想 学说 理论 原则 标准 指标 数据
  时间 时候 时期 时代 阶段 朝代 年时 年间 年底 年初 当时 现今 今日 如今 现在 目前 过去 当初 后来 最后 最终 最早 首次 第一次 原本 本来 一开始 开始 西元 公元 为止 截止
  提及 提到 讲述 描述 形容 认为 表示 说明 文中 一般而言 一般来说 基本上 通常 主要 大多 大多数 许多 很多 大量 一些 所有 共有 总共 一共 具有 有着 拥有 还有 另外 其他 各种 不同 重要 著名 知名 有名 特别 特殊
  发生 出现 呈现 产生 造成 导致 受到 遭到 遭受 得到 获得 给予 做出 进行 使用 采用 利用 需要 可以 能够 不能 无法 只能 达到 高达 超过 成为 变为 变成 转为 起来 下来 属于 隶属于 归类 归属于 位于 坐落于 座落在 出自 出自于 来自 源自 来源 追溯 追朔 可追溯 曾于 人为 相比 类似 故 参与 看到 负责 担任 在位 管辖`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Whether a content word of a question is only its way of asking. */
export function isWording(word: string): boolean {
  return WORDING.has(word);
}
