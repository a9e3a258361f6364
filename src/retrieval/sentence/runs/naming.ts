import { highest } from '../../../highest.ts';
import { beginsWithSurname, isTransliterating, transliteratedShare } from '../../../language/personal-names.ts';
import { type Candidate, flag, type RunFeature } from './candidate.ts';
import { traitsOf } from './word-traits.ts';

/** Nouns that stand before the name of who is meant by them: 总监程立, 诗人李白. */
const BEARER = /[员长家师监练者手任记授士官王帝相理民星导编委督裁事爷夫人]$/;
/** Verbs behind the name of who speaks. */
const SPEAKS = /^(?:说|表示|介绍|认为|告诉|指出|坦言|透露|称|回忆|强调|解释|提醒|感慨|笑)/;
/** How names of places and of organisations end. */
const PLACE_ENDING = /[省市县区州国岛湖山河镇村港站街路洲湾城桥寺宫]$/;
const BODY_ENDING = /(?:公司|大学|学院|学校|中心|医院|银行|集团|协会|学会|法院|[局部会党队院校社团所司军署])$/;

/** No word is rarer. */
const MOST = 20;

/** Whether the run looks like a name, and like the whole of it. */
export const NAMING: readonly RunFeature[] = [
  { name: 'begins with a surname', of: (_, { text }) => flag(text.length < 4 && beginsWithSurname(text)) },
  { name: 'share of transliterating characters', of: (_, { text }) => transliteratedShare(text) },
  {
    name: 'transliterating characters go on before',
    of: (_, { before }) => flag(isTransliterating(before.slice(-1))),
  },
  { name: 'transliterating characters go on behind', of: (_, { after }) => flag(isTransliterating(after.charAt(0))) },
  { name: 'has a middle dot', of: (_, { text }) => flag(/[·・‧•]/.test(text)) },
  {
    name: 'beside a middle dot',
    of: (_, { before, after }) => flag(/[·・‧•]$/.test(before) || /^[·・‧•]/.test(after)),
  },
  { name: 'behind its bearer', of: (_, { before }) => flag(BEARER.test(before)) },
  { name: 'before its speech', of: (_, { after }) => flag(SPEAKS.test(after)) },
  { name: 'ends like a place', of: (_, { text }) => flag(PLACE_ENDING.test(text)) },
  { name: 'ends like an organisation', of: (_, { text }) => flag(BODY_ENDING.test(text)) },
  // 城市, 口号: what is common names nothing.
  { name: 'its rarest word', of: (_, { words }) => Math.max(0, highest(words.map((word) => traitsOf(word).rarity))) },
  {
    name: 'its commonest word',
    of: (_, { words }) => Math.min(MOST, -highest(words.map((word) => -traitsOf(word).rarity))),
  },
];

/** Whether a person may be called so, by the tag of the last word or by a surname and at most two characters more. */
export function looksLikePerson({ run, text }: Candidate): boolean {
  if (run.type === 'person') return text.length > 1;
  return text.length > 1 && text.length < 4 && beginsWithSurname(text);
}

/** Whether a noun says what somebody is: 总监, 教练. */
export function isBearer(noun: string): boolean {
  return noun.length > 1 && BEARER.test(noun);
}
