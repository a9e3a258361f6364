import { idfOf } from '../language/idf.ts';
import { beginsWithSurname, transliteratedShare } from '../language/personal-names.ts';
import type { ContentWord } from './question.ts';

/**
 * Which words of a question name somebody or a place for certain: a text does not put names in
 * other words, so that one it lacks is another person or place. cppjieba's tags alone are not
 * enough: its dictionary has 高达 and 祖先 among the people, 城市 and 波及 among the places.
 */

/** Natural logarithm, as `idfOf` gives it: names are rarer. */
const RARE = 8;
/** Of a surname and a given name. */
const FULL_NAME = 3;

/** Whether a word is the name of a person, Chinese (李翠芳) or foreign (伽利略). */
export function namesSomebody({ tag, text }: ContentWord): boolean {
  const isUnknown = tag === UNKNOWN;
  if ((!isUnknown && !PERSON.test(tag)) || text.length < 2 || idfOf(text) < RARE) return false;
  if (beginsWithSurname(text) && text.length <= FULL_NAME) return !isUnknown || text.length === FULL_NAME;
  return !isUnknown && text.length >= FULL_NAME && transliteratedShare(text) === 1;
}
const PERSON = /^nr/;
/** cppjieba's tag for what is not in its dictionary. */
const UNKNOWN = 'x';

/** Whether a word is the name of a place. */
export function namesPlace({ tag, text }: ContentWord): boolean {
  if (text.length < 2 || NO_PLACE.test(text)) return false;
  return tag === 'ns' || (tag === UNKNOWN && PLACE_NAME.test(text));
}
/** 云岭村: in no dictionary, and nothing else of this length ends so. */
const PLACE_NAME = /^.{2,}[省市县区镇乡村州]$/;

/** Whether a word names somebody or a place; the first one also where it is in no dictionary and ends as towns do: 望川停车怎么收费. */
export function isName(word: ContentWord, at: number): boolean {
  const looksLikePlace = at === 0 && word.tag === UNKNOWN && LIKE_A_PLACE.test(word.text);
  return looksLikePlace || namesSomebody(word) || namesPlace(word);
}
/** 那村 and 老桥 name none, and 修桥 is no name. */
const LIKE_A_PLACE =
  /^(?![这那哪全本该此每各两几我你咱他她新老旧大小修建过造上下进出])\p{Script=Han}{1,3}[城镇屯寨堡关港桥浦湖河江海溪川泉湾滩洲岛屿山岭峰岗坪坡沟谷塘]$/u;

/** What a question says of anything, or the tagger joins to a place. */
const NO_PLACE =
  /^(东西|南北|两国|各国|本国|外国|该国|全国|国内|城市|海港|港口|海洋|环海|四海|长达|波及|欢庆|开山鼻祖)$|^[和与及]/;
