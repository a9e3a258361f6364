import { fold } from '../language/fold.ts';

/** Words of which somebody asks whether the article has them. */
export interface WordsAskedAbout {
  /** As they stand in the message; empty where those of another message are meant, which it replies to. */
  readonly words: string;
}

/** Longer messages say something else as well. UTF-16 units, without the words that are asked about. */
const LONGEST = 40;
/** Words in quotation marks. */
const IN_MARKS = /“([^“”]{1,2000})”|「([^「」]{1,2000})」|『([^『』]{1,2000})』/g;
const BETWEEN = /[\p{P}\p{S}\s]+/gu;

const TEXT = '(?:这篇|本)?(?:文章|原文|报道|新闻|文)(?:里|中|上)?(?:面|头)?';
const REALLY = '(?:真的?|确实|到底|究竟|是不是|有没有|原本|本来)?';
const WORDS = '(?:这|那)(?:么|样|个|句|段|些|条|一句|一段)?(?:话|说法|内容|消息|东西)?';
// Folding takes a 么 by itself for 幺.
const ASKING = '(?:吗|么|幺|嘛|没有|没|不)?(?:啊|呀|呢)?';

/** Over folded text without marks: only whole messages, each a way to ask whether words are the article's. */
const WAYS = [
  // 文章里有这句吗, 原文真的说过这话没有
  `${TEXT}${REALLY}(?:有|说过|说了|写过|写了|提过|提到过?|出现过)?${WORDS}${ASKING}`,
  // 文章是这么说的吗
  `${TEXT}${REALLY}是?(?:这么|这样|那么|那样)(?:说|写|讲)(?:的|过|了)?${ASKING}`,
  // 这句是原话吗, 这是不是文章里的话
  `${WORDS}${REALLY}(?:是|算|是不是|算不算)(?:${TEXT}的?)?(?:原话|原文|原句|话|内容)${ASKING}`,
  // 这句话在文章里吗, 这段出自原文吗
  `${WORDS}${REALLY}(?:在|出自|来自|出现在)${TEXT}(?:有|出现过)?${ASKING}`,
  '(?:请|帮我|麻烦)?(?:核对|核实|查证|求证|对)(?:一下|下)?(?:原文|原话|文章|这句话?|这段话?)?',
];
const ASKS = new RegExp(`^(?:${WAYS.join('|')})$`, 'u');
const ASKS_IN_ENGLISH =
  /^(?:(?:is|was) (?:this|that|it)(?: really| actually)? (?:in|from) (?:the |this )?(?:article|text|original)|(?:does|did) (?:the|this) article(?: really| actually)? say (?:this|that|so|it))$/;

/**
 * Whether a message asks if words are the article's: its own, set off as a block quote or in quotation marks, or
 * those of the message that it replies to.
 * @returns undefined for a message that asks something else
 */
export function wordsAskedAbout(message: string): WordsAskedAbout | undefined {
  const lines = message.split('\n');
  const quoted = lines.filter((line) => line.startsWith('>')).map((line) => line.replace(/^>{1,3}\s?/, ''));
  const said = withCurlyMarks(lines.filter((line) => !line.startsWith('>')).join('\n'));
  const marked = [...said.matchAll(IN_MARKS)].map(([, ...words]) => words.find((word) => word !== undefined) ?? '');
  const rest = said.replace(IN_MARKS, '').trim();
  if (rest.length > LONGEST || !asksWhether(fold(rest))) return undefined;
  return { words: [...quoted, ...marked].join('\n').trim() };
}

/** Straight marks in pairs become curly ones. */
function withCurlyMarks(text: string): string {
  const pieces = text.split('"');
  if (pieces.length % 2 === 0) return text;
  return pieces.map((piece, at) => (at % 2 === 0 ? piece : `“${piece}”`)).join('');
}

function asksWhether(folded: string): boolean {
  if (ASKS_IN_ENGLISH.test(folded.replace(BETWEEN, ' ').trim())) return true;
  return ASKS.test(folded.replace(BETWEEN, ''));
}
