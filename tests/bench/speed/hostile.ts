/** A question that nobody means, but anybody can send. */
export interface HostileInput {
  readonly name: string;
  readonly text: string;
}

/** Each is looked for in all its other words: 去世, 逝世, 过世 … */
const PARAPHRASED =
  '去世出生结婚父亲毕业职业辞职国籍年龄身高成立开始结束发生开放发布举行签订改名作者导演发明设计演唱主演领导击败获得攻击支持';

/** Inputs that have stalled search engines: repeated, endless, growing under normalisation, not well formed. */
export const HOSTILE_INPUTS: readonly HostileInput[] = [
  { name: '的 × 6,000', text: '的'.repeat(6_000) },
  { name: '金昌市 × 2,000', text: '金昌市'.repeat(2_000) },
  { name: '100,000 different characters in a row', text: characters(100_000) },
  { name: 'ﷺ × 6,000 (18 characters each once normalised)', text: 'ﷺ'.repeat(6_000) },
  { name: 'a × 100,000', text: 'a'.repeat(100_000) },
  { name: 'zhuang × 1,000, run together', text: 'zhuang'.repeat(1_000) },
  { name: '“ × 6,000', text: '“'.repeat(6_000) },
  { name: '1, × 6,000', text: '1,'.repeat(6_000) },
  { name: 'lone surrogates × 6,000', text: '\ud800'.repeat(6_000) },
  { name: 'families of emoji × 1,000', text: '👨‍👩‍👧‍👦'.repeat(1_000) },
  { name: '网格, 是因为 × 28, 楼有多少户 (two ways to read each)', text: `网格${'是因为'.repeat(28)}楼有多少户` },
  { name: '⿰ × 6,000 (unfinished ideographic descriptions)', text: '⿰'.repeat(6_000) },
  { name: '万 × 6,000', text: '万'.repeat(6_000) },
  { name: 'thirty words that each stand for ten others', text: `${PARAPHRASED}是谁` },
  { name: 'combining marks × 6,000', text: `e${'\u0301'.repeat(6_000)}` },
];

/** The unified ideographs, over and over, each far from its neighbours in the code chart. */
function characters(length: number): string {
  const FIRST = 0x4e00;
  const COUNT = 20_000;
  /** Coprime to the count: every ideograph comes once before one comes again. */
  const STEP = 7_919;
  return Array.from({ length }, (_, at) => String.fromCharCode(FIRST + ((at * STEP) % COUNT))).join('');
}
