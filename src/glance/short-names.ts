import { countOf } from '../language/frequency.ts';
import { beginsWithSurname } from '../language/personal-names.ts';
import type { NamePlace } from './name-candidates.ts';
import { INTRODUCED, POST } from './posts.ts';
import { beginsAsName } from './surnames.ts';

/** How people are called by their surname, behind it: 陶嫂, 秦老太, 王某. */
const BEHIND_SURNAME =
  '某某?|嫂|婶|姨|老太太|老太|老汉|老头|老伯|太太|先生|女士|小姐|老师|师傅|师父|阿姨|大爷|大妈|大娘|大姐|大哥|大叔|奶奶|爷爷|医生|大夫|教授|局长|校长|主任|书记|院长|经理|厂长|队长|站长|镇长|县长|市长|村长|科长|处长|馆长|所长|法官|警官|律师|老板|工程师';
const NAMED_BEHIND = new RegExp(`(\\p{Script=Han})(?:${BEHIND_SURNAME})(?!\\p{Script=Han}{0,1}(?:[们室厅]))`, 'gu');
/** What stands behind more than surnames: 库主任, 段书记. */
const OFFICE = /[长任记理官授师]$/;
/** And before it: 老杭, 小谷; and the first names of the south and of foreigners: 阿迪. */
const NAMED_BEFORE = /[老小阿]\p{Script=Han}/gu;
/** Where a name may begin. */
const BEGINS = /(?:^|[\p{P}\p{S}\s]|[的和与跟同由被把给让叫是对向找请为替说问个派])$/u;
/** Where it ends. */
const ENDS =
  /^(?:$|[\p{P}\p{S}\s]|[的把在说对将是也就都和与跟向从被让给帮替等到去来则还又才却已曾正先每那只后不没有今倒家坐站走拿托打]|告诉|已经|体温|自己)/u;
/** Words, not names: 老师, 小时. */
const COMMON = 3;

/**
 * Who is called by the surname alone, or by a pet name: 王某, 陶嫂, 老杭, 阿迪. Where somebody with that
 * surname is named in full it may be the same person, and is left out: nothing is guessed.
 *
 * @param texts folded
 * @param fullNames of everybody named in full
 */
export function shortNamesIn(texts: readonly string[], fullNames: Iterable<string>): Map<string, readonly NamePlace[]> {
  const surnames = new Set([...fullNames].map((name) => name.charAt(0)));
  const found = new Map<string, { places: NamePlace[]; isSure: boolean }>();
  const add = (name: string, text: number, at: number, isSure: boolean) => {
    const known = found.get(name);
    if (known === undefined) found.set(name, { places: [{ text, at }], isSure });
    else {
      known.places.push({ text, at });
      known.isSure ||= isSure;
    }
  };
  for (const [text, folded] of texts.entries()) {
    for (const { 0: name, 1: surname = '', index } of folded.matchAll(NAMED_BEHIND)) {
      const before = folded.slice(Math.max(0, index - 8), index);
      if (WORDS.test(surname) || surnames.has(surname)) continue;
      if (OFFICE.test(name) ? !beginsWithSurname(surname) : !beginsAsName(`${surname}甲`)) continue;
      if (BEGINS.test(before) && (countOf(name) ?? 0) < COMMON) add(name, text, index, true);
    }
    for (const { 0: name, index } of folded.matchAll(NAMED_BEFORE)) {
      const before = folded.slice(Math.max(0, index - 8), index);
      const behind = folded.slice(index + 2, index + 8);
      const isPet = name.startsWith('阿');
      if ((!isPet && !beginsAsName(`${name.charAt(1)}甲`)) || surnames.has(name.charAt(1))) continue;
      if ((countOf(name) ?? 0) >= COMMON || !ENDS.test(behind)) continue;
      const isDue = POST.test(before) || INTRODUCED.test(before);
      if (isDue || BEGINS.test(before)) add(name, text, index, isDue);
    }
  }
  // 老杭 that is told of once and has no post may be anything.
  const sure = [...found].filter(([, { places, isSure }]) => isSure || places.length > 1);
  return new Map(sure.map(([name, { places }]) => [name, places]));
}

/** Surnames that stand before these words as words: 全老师, 高老师. */
const WORDS = /[全时来由那和于同向从对原经都各该本新老小大高副正前后总女男名位个这那某每几]/;
