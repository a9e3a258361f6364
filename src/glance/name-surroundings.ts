import { countOf } from '../language/frequency.ts';
import { cutKnown } from '../language/segment.ts';
import type { NamePlace } from './name-candidates.ts';
import { HUMAN, INTRODUCED, POST } from './posts.ts';

/** What stands around a candidate at one place. */
export interface Around {
  readonly before: string;
  readonly behind: string;
  readonly left: 'start' | 'post' | 'human' | 'joint' | 'word' | 'other' | 'inside';
  /** `inside`: the last character belongs to what follows, as the dictionary has it; `never`: for certain. */
  readonly right: 'end' | 'goes-on' | 'word' | 'other' | 'inside' | 'never';
}

/** How much of the text around a name is looked at. UTF-16 units. */
const REACH = 16;
/** Two characters so frequent together are a word, not the end of a name and what follows. */
const COMMON = 400;
const NUMERAL = /[\d一二三四五六七八九十百千万]/;
const HAN = /\p{Script=Han}/u;
const JOINT = /[的和与跟同及由被把给让叫是对向找请为替说问称见等了因像比个归派]$/;
const STARTS = /^(?:[\p{P}\p{S}\s]|)$/u;
/** What a sentence goes on with behind a name, by its first character. */
const GOES_ON =
  /^(?:[的把在说对将是也就都和与跟同向从被让给帮替等管有到去来用为则还又才却已曾正于时后前怕想要会能可只叫问答做当带没不先再起以则得连当任各最及由称嫌那每这晚早今]|头也|.[了着过到起下上出住为开掉完给来去])/u;
/** What people do with their bodies and voices, one character each. */
export const ACTS_ALONE =
  /^[说问答喊叫笑哭想听看望走跑坐站蹲躺睡拿抱扛递抬摇伸写签画读念教学做开骑修卖买吃喝住守留算管带领挨推拉捧穿戴擦咽指接打拍握翻搭收交选捐退]/;
/** Verbs of saying, right behind who says it. */
export const SAYS =
  /^(?:说(?![明法服])|表示|介绍|告诉|认为|坦言|回忆|指出|透露|称(?![为号呼得])|补充|感慨|解释|强调|承认|提醒|回应|汇报|主张|提出|宣布|答复|答应|追问|笑着|笑道|笑称|坚称|直言|建议|反对|回答|估计|讲述|自述)/;

/** What stands around a name at one of its places. @param texts folded */
export function around(name: string, { text, at }: NamePlace, texts: readonly string[]): Around {
  const folded = texts[text] ?? '';
  const before = folded.slice(Math.max(0, at - REACH), at);
  const end = at + name.length;
  const behind = folded.slice(end, end + REACH * 3);
  return { before, behind, left: leftOf(name, before), right: rightOf(name, behind) };
}

function leftOf(name: string, before: string): Around['left'] {
  const last = before.slice(-1);
  if (/[·•・‧∙]/.test(last)) return 'inside';
  if (STARTS.test(last)) return 'start';
  if (POST.test(before) || INTRODUCED.test(before)) return 'post';
  if ((countOf(last + name.charAt(0)) ?? 0) >= COMMON) return 'inside';
  if (JOINT.test(last)) return 'joint';
  if (HUMAN.test(before)) return 'human';
  const words = cutKnown(before.slice(-6));
  return (words.at(-1)?.text.length ?? 0) > 1 ? 'word' : 'other';
}

function rightOf(name: string, behind: string): Around['right'] {
  const first = behind.charAt(0);
  if (/[·•・‧∙]/.test(first)) return 'never';
  if (NUMERAL.test(name.slice(-1)) && (NUMERAL.test(first) || /[岁年个月日点]/.test(first))) return 'never';
  if (STARTS.test(first)) return 'end';
  const opensWord = (cutKnown(behind.slice(0, 6))[0]?.text.length ?? 0) > 1;
  // 柯继明年轻 may be cut in two ways, 贝磊答应 in one.
  if ((countOf(name.slice(-1) + first) ?? 0) >= COMMON && !SAYS.test(behind)) return opensWord ? 'inside' : 'never';
  // 项南帮他: what has somebody right behind it does something to them.
  if (name.length > 2 && /^[他她它我你]/.test(behind) && !/^(?:他|她)?(?:自己|本人)/.test(behind)) return 'never';
  if (GOES_ON.test(behind) || SAYS.test(behind)) return 'goes-on';
  if (opensWord) return 'word';
  return ACTS_ALONE.test(behind) || !HAN.test(first) ? 'goes-on' : 'other';
}
