import type { Question } from '../../question/question.ts';
import type { Feature } from './feature.ts';

/** Whether the passage says what the thing that is asked about is. */
export const DEFINITION_FEATURES: readonly Feature[] = [
  {
    name: 'defines the subject',
    of: ({ probe: { question }, passage }) => {
      const subject = subjectOf(question);
      return subject === undefined ? 0 : Number(defines(passage.folded, subject));
    },
  },
];

/** 什么是冰芯, 冰芯是什么, 马翠芳是谁: nothing is asked but what it is. */
function subjectOf({ folded, asking, words }: Question): string | undefined {
  const [first] = words;
  const last = words.at(-1);
  if (asking === null || first === undefined || last === undefined) return undefined;
  const between = folded.slice(last.end, asking.start);
  const isAsked =
    asking.end <= first.start
      ? WHAT_IS.test(folded.slice(asking.start, first.start))
      : last.end <= asking.start && IS_WHAT.test(between + folded.slice(asking.start));
  const subject = folded.slice(first.start, last.end);
  return isAsked && subject.length <= LONGEST_SUBJECT ? subject : undefined;
}
const WHAT_IS = /^(?:什么|甚么|啥)(?:是|叫做?)[“"「『《]?$|^(?:何谓|何为|所谓)[“"「『《]?$/;
const IS_WHAT =
  /^[”"」』》]?(?:是|指|是指|指的是|叫)?(?:什么|甚么|啥|谁|何|何人|指的是什么|是指什么|什么意思)(?:意思|东西|人|的)?[\p{P}\s]*$/u;
const LONGEST_SUBJECT = 20;

function defines(text: string, subject: string): boolean {
  for (let at = text.indexOf(subject); at >= 0; at = text.indexOf(subject, at + 1)) {
    if (DEFINED.test(text.slice(at + subject.length, at + subject.length + CONTEXT))) return true;
    if (INTRODUCED.test(text.slice(Math.max(0, at - CONTEXT), at))) return true;
  }
  return false;
}
/** How far around the subject the defining words stand; a reading or a foreign name in brackets may come between. */
const CONTEXT = 40;
const DEFINED = /^[”"」』》]?(?:[(（][^()（）]*[)）])?[,，]?(?:是指|指的是|指|就是|是|为|即|意为|意思)/;
const INTRODUCED =
  /(?:所谓|称为|称作|称之为|叫做|叫|简称|俗称|又称|即|担任)[“"「『《]?$|(?:的|名)[^,，。；;：:“”]{0,8}(?:员|长|家|者|师|人|授|士)$/;
