import { POST } from './posts.ts';
import { beginsAsName } from './surnames.ts';

/** A place in the text where a name stands. */
export interface NamePlace {
  /** Which of the texts. */
  readonly text: number;
  /** UTF-16 offset. */
  readonly at: number;
}

/** A run of characters that may be somebody's name, and all places where it stands. */
export interface Candidate {
  readonly name: string;
  readonly places: readonly NamePlace[];
}

/** No given name has these. */
const NO_NAME =
  /[^万千百]里$|.[的了把在说是也就都和与跟从被让给等还又才已没这那他她我你们个着过吗呢吧么每很最名位曰此为到对向将要会能只先再两几做抽派谁由]|[则却亦便均皆竟曾倒仍]$|[馆站局摊宫厅店卡队屋字岭坳坂厂校院楼街巷镇乡县省社所券票证费款]$|[一二三四五六七八九十]成$|^.(?:师傅|师父|老师|医生|大夫|老太|老汉|老头|老伯|太太|先生|女士|小姐|阿姨|奶奶|爷爷|大爷|大妈|大娘|大姐|大哥|主任|书记|局长|校长|院长|经理|厂长|队长|站长|镇长|教授|律师|法官)$|[人员者们]$|^.[男老]$|^班.$|^.男|^周[一二三四五六日末]|^.家$|^.[一二三四五六七八九十]{2}$/;
/** Some have these all the same: then the run is never without them. */
const RARELY_IN_NAME = /[和为向会能之则亦]/;
/** They stand before whoever does something, and are no surname there: 由市民. */
const NO_SURNAME = /^[那全时来原经同和向常]/;
const NEVER_SURNAME = /^[由从对]/;
/** How much before a surname is asked whether it is a post. UTF-16 units. */
const REACH = 16;
/** Fewest places where a name with a character that names rarely have stands. */
const UNBROKEN = 3;

/**
 * The runs of two to four characters that begin as names do, with their places: most of them are nobody.
 * @param texts folded
 */
export function collectCandidates(texts: readonly string[]): Map<string, Candidate> {
  const found = new Map<string, { name: string; places: NamePlace[] }>();
  for (const [text, folded] of texts.entries()) {
    for (let at = 0; at < folded.length - 1; at += 1) {
      for (const length of [2, 3, 4]) {
        const name = folded.slice(at, at + length);
        if (name.length < length || NEVER_SURNAME.test(name) || !beginsAsName(name)) continue;
        if (NO_SURNAME.test(name) && !POST.test(folded.slice(Math.max(0, at - REACH), at))) continue;
        const known = found.get(name);
        if (known === undefined) found.set(name, { name, places: [{ text, at }] });
        else known.places.push({ text, at });
      }
    }
  }
  for (const name of [...found.keys()]) if (NO_NAME.test(name) && !isUnbroken(name, found)) found.delete(name);
  return found;
}

/** Whether the last character, which few names have, belongs to this one: it never stands without. */
function isUnbroken(name: string, found: ReadonlyMap<string, Candidate>): boolean {
  const stem = name.slice(0, -1);
  if (name.length > 3 || !RARELY_IN_NAME.test(name.slice(-1)) || NO_NAME.test(stem)) return false;
  const places = found.get(name)?.places.length ?? 0;
  const ofStem = stem.length > 1 ? (found.get(stem)?.places.length ?? 0) : places;
  return places >= UNBROKEN && places === ofStem;
}
