import type { QuestionKind } from '../question-kind.ts';
import type { Feature } from './feature.ts';
import { density, type Matches } from './matches.ts';

/** Whether the passage has, near what matched, something that could be the answer. */
export const ANSWER_FEATURES: readonly Feature[] = [
  {
    name: 'answers in best sentence',
    of: (matches) => Math.min(MOST_ANSWERS, newAnswers(matches, bestSentence(matches)).length),
  },
  // How much of the question stands around the best placed of them, narrowly and widely.
  { name: 'near an answer', of: (matches) => nearAnswer(matches, 20) },
  { name: 'about an answer', of: (matches) => nearAnswer(matches, 50) },
  // What stands behind the asking words stands behind the answer, too: 哪一年|创办.
  { name: 'right of asking', of: (matches) => rightOfAsking(matches) },
  // Long passages and long sentences match anything.
  { name: 'length', of: ({ passage }) => Math.log(passage.folded.length + 1) },
  { name: 'best sentence length', of: (matches) => Math.log(bestSentence(matches).length + 1) },
];

/** What an answer of each kind looks like, over folded text; kinds that look like anything have none. */
const LOOKS: Partial<Record<QuestionKind, RegExp>> = {
  when: /\d+ *(?:年|月|日|世纪|点|时)(?:\d+月)?(?:\d+日)?|[一二三四五六七八九十元]+年|世纪|年代|时期|时代|[春夏秋冬]/g,
  'how-long': /[\d一二三四五六七八九十百千半两几]+ *[多余]?个?(?:年|月|日|天|小时|分钟|秒|周|星期|世纪)/g,
  'how-many':
    /[\d,.]*\d(?![\d,.]|[年月日])|[一二三四五六七八九十百千万两]+(?:个|名|人|位|座|家|次|种|年|岁|倍|成|分|间|所|篇|部|条|层|队|集)|百分之/g,
  why: /因为|由于|因此|所以|为了|原因|导致|以致|使得|因而|鉴于|之故|缘故/g,
};
/** More of them say nothing more. */
const MOST_ANSWERS = 3;
/** Bounds the work on a passage full of numbers. */
const MOST_TRIED = 30;
const LONGEST_CONTEXT = 4;

interface Run {
  readonly text: string;
  readonly at: number;
}

/** Runs that look like an answer and are not the question's own. */
function newAnswers({ probe }: Matches, text: string): Run[] {
  const looks = LOOKS[probe.question.kind];
  if (looks === undefined) return [];
  const runs = new Map<string, Run>();
  for (const { 0: run, index } of text.matchAll(looks)) {
    if (runs.size === MOST_TRIED) break;
    if (!probe.content.includes(run)) runs.set(`${run}${index}`, { text: run, at: index });
  }
  return [...runs.values()];
}

/** Where answers look like anything, the question's own words stand for them. */
function nearAnswer(matches: Matches, reach: number): number {
  const looks = LOOKS[matches.probe.question.kind];
  const places = looks === undefined ? matches.at : newAnswers(matches, matches.passage.folded).map(({ at }) => at);
  return places.reduce((most, at) => Math.max(most, density(matches, at, reach)), 0);
}

function rightOfAsking({ probe, passage }: Matches): number {
  const { asking, folded } = probe.question;
  if (asking === null) return 0;
  for (let length = LONGEST_CONTEXT; length > 0; length -= 1) {
    const context = folded.slice(asking.end, asking.end + length);
    if (context.length === length && passage.folded.includes(context)) return length;
  }
  return 0;
}

function bestSentence({ best, sentences, passage }: Matches): string {
  const sentence = sentences[best];
  return sentence === undefined ? '' : passage.folded.slice(sentence.start, sentence.end);
}
