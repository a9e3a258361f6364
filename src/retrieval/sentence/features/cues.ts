import { highest } from '../../../highest.ts';
import { ASKED, type Asked } from '../asked.ts';
import { fitness } from '../fitness.ts';
import { RUN_TYPES } from '../runs/run.ts';
import type { Scene } from '../scene.ts';
import type { Feature } from './feature.ts';

/** Turns of phrase by which a sentence gives what is asked for; over folded text. */
const CUES: readonly { readonly name: string; readonly asked: readonly Asked[]; readonly pattern: RegExp }[] = [
  {
    name: 'reason',
    asked: ['reason'],
    pattern: /因为|由于|因此|所以|原因|导致|之所以|缘于|出于|使得|以致|因(?!此|为|素)/,
  },
  { name: 'purpose', asked: ['reason'], pattern: /为了|以便|旨在|目的|以免|用于|用以|用来|从而/ },
  {
    name: 'manner',
    asked: ['manner'],
    pattern: /通过|透过|利用|采用|采取|使用|借由|以.{1,12}(?:方式|方法|形式|手段)|依靠|靠着|按照|先.{1,20}[再后]/,
  },
  {
    name: 'definition',
    asked: ['meaning', 'thing', 'name'],
    pattern: /是指|指的是|意思|意为|意即|定义|就是|所谓|即为|[,，]即|是.{0,6}[一种个类]/,
  },
  {
    name: 'naming',
    asked: ['name', 'meaning'],
    pattern:
      /称为|称作|称之|又称|也称|俗称|简称|别称|名为|又名|原名|本名|取名|命名|叫做|叫作|绰号|史称|人称|改名|更名|被称|誉为/,
  },
  { name: 'agent', asked: ['person', 'organisation'], pattern: /由|被|受|获|与|和/ },
  {
    name: 'enumeration',
    asked: ['thing', 'place', 'person', 'organisation'],
    pattern: /、.*、|包括|包含|分为|分别|以及|例如|其中/,
  },
  { name: 'speech', asked: ['thing', 'meaning'], pattern: /表示|指出|认为|主张|强调|宣布|称[:，,]|说[:，,]/ },
  { name: 'place', asked: ['place'], pattern: /位于|地处|坐落|在|于|至|到|前往|来自/ },
  { name: 'comparison', asked: ['choice', 'thing', 'quantity'], pattern: /最|比|超过|高于|低于|大于|小于|首/ },
  { name: 'negation', asked: ['choice', 'reason'], pattern: /不|没有|未|无/ },
];

/** Whether the sentence has what is asked for. */
export const CUE_FEATURES: readonly Feature[] = [
  // Trees cross what is asked for with what the sentence newly offers.
  ...ASKED.map((asked): Feature => ({ name: `asks for ${asked}`, of: ({ frame }) => (frame.asked === asked ? 1 : 0) })),
  ...RUN_TYPES.map(
    (type): Feature => ({
      name: `new ${type}s`,
      of: ({ unasked }, s) => unasked[s]?.filter((run) => run.type === type).length ?? 0,
    }),
  ),
  ...CUES.map(
    ({ name, pattern }): Feature => ({
      name: `cue of ${name}`,
      of: ({ sentences }, s) => (pattern.test(sentences[s]?.text ?? '') ? 1 : 0),
    }),
  ),
  // The same crossed by hand, for kinds of question that are too rare to learn it.
  { name: 'cues of what is asked', compared: true, of: cuesOfAsked },
  {
    name: 'fittest run',
    compared: true,
    of: ({ unasked, frame }, s) =>
      Math.max(0, highest((unasked[s] ?? []).map((run) => fitness(frame.asked, run.type)))),
  },
];

function cuesOfAsked({ frame, sentences }: Scene, s: number): number {
  const text = sentences[s]?.text ?? '';
  return CUES.filter(({ asked, pattern }) => asked.includes(frame.asked) && pattern.test(text)).length;
}
