/**
 * Words that say nothing about what a text is about: particles, pronouns, prepositions,
 * conjunctions, auxiliaries, the commonest adverbs. Folded (see `fold`). Question words
 * are not here: what a question asks for is told apart in the question itself.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    // particles and the copula
    '的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 哦 么 们 之 者 所 等 等等 是 为 即 乃 则 而 而且 且 其 此 该 本 各 每 某',
    // pronouns and demonstratives
    '我 你 您 他 她 它 牠 我们 你们 他们 她们 它们 牠们 自己 这 那 这个 那个 这些 那些 这里 那里 这样 那样 这么 那么 这种 那种 这位 那位 此地 当地 其中 其他',
    // prepositions and conjunctions
    '在 于 从 自 由 被 把 将 给 让 向 往 对 对于 关于 有关 根据 按照 依据 以 用 因 因为 由于 因此 所以 为了 与 和 及 以及 跟 同 或 或者 还是 但 但是 虽然 如果 除了 除 至 到 当 比 随着 随 经 经过 通过 作为 连',
    // auxiliaries and light verbs
    '有 没有 没 无 不 能 能够 可以 可 会 要 应 应该 应当 可能 想 得以 使 使得 令 进行 做 作 成为 属于 位于 包括 包含 有所 来 去 来自 起 出 出来 上 下 里 中 内 外 间 前 后 时 时候 之间 之中 之内 之外 之前 之后 以前 以后 以来 期间 当中 当时 方面',
    // adverbs
    '都 也 还 又 再 就 才 只 仅 很 更 最 太 较 比较 非常 十分 已 已经 曾 曾经 正 正在 现在 目前 如今 仍 仍然 一直 一般 通常 主要 大约 约 大概 左右 共 总共 一共 同时 然后 后来 最后 最终 首先 其次 皆 均 亦 便 并 并且 却 尚 甚至 例如 比如 分别 另外 此外 究竟 到底',
    // counting words that stand alone
    '一 一个 一种 一些 一名 一位 一项 个 种 些 位 名 项 件 次 第',
  ].flatMap((line) => line.split(' ')),
);

/** Whether a folded word is one that carries no content. */
export function isStopWord(folded: string): boolean {
  return STOP_WORDS.has(folded);
}
