import { tag } from '../language/segment.ts';
import { HUMAN, POST } from './posts.ts';

/** A clause ends here; 、 joins two posts of one person. */
const CLAUSE = /(?<![^,。;:!?…“”‘’「」『』—()《》\s])[^,。;:!?…“”‘’「」『』—()《》\s]*$/;
/** Where somebody belongs: 招展部的, 六楼的. */
const BELONGS = /[部组科局处室院厂社司队村镇乡县市区楼校团会站所馆]的$/;
/** Words that tell posts apart, whatever part of speech they are taken for. */
const KIND_OF_POST = /^(?:老|前|副|原|总|退休|离休|专职|兼职|代理|外聘|特约|首席|高速)$/;
/** Parts of speech that a post is made of: names of all kinds, short forms, what tells posts apart (副, 原). */
const PART = /^(?:n|j|b|l|i$|s$|x|vn|an|f)/;
const OF = '的';
/** A post is no longer. UTF-16 units. */
const LONGEST = 24;
/** What is left standing in front of a post and is none of it. */
const NOT_OF_IT =
  /^(?:[的、和与及]|[一二两三四五六七八九十几多]{1,3}[名位个]|其中|目前|如今|现在|今年|去年|当年|从前|原来|当时|时任|本人|自己|对面|最后)+/;
/** Behind a name: 是……的一名网格员. */
const IS = /^是(?!不|否|谁|从|由|在|因|为|把|被|说)([^,。;:!?“”「」、]{2,30})(?=[,。;]|$)/;

/**
 * What the text calls somebody right where the name stands, over folded text.
 *
 * @param at where the name begins
 * @param end where it ends
 * @returns offsets of the words; undefined where there are none
 */
export function roleAround(folded: string, at: number, end: number): { start: number; end: number } | undefined {
  return roleBefore(folded, at) ?? roleBehind(folded, end);
}

function roleBefore(folded: string, at: number): { start: number; end: number } | undefined {
  const clause = CLAUSE.exec(folded.slice(Math.max(0, at - 2 * LONGEST), at))?.[0] ?? '';
  if (clause === '') return undefined;
  const belongs = BELONGS.test(clause) && !POST.test(clause);
  if (!belongs && !POST.test(clause) && !HUMAN.test(clause)) return undefined;
  const body = belongs ? clause.slice(0, -1) : clause;
  const words = tag(body);
  let start = body.length;
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const word = words[index];
    if (word === undefined || body.length - word.start > LONGEST) break;
    // What stands next to the name has been recognised already, whatever its part of speech.
    const isLast = index === words.length - 1;
    const before = words[index - 1];
    const isOf = word.text === OF && before !== undefined && /^(?:n|j|x)/.test(before.tag);
    const isKind = KIND_OF_POST.test(word.text);
    const isOrdinal = /^第[一二三四五六七八九十\d]+$/.test(word.text);
    if (!isLast && !PART.test(word.tag) && !isOf && !isKind && !isOrdinal) break;
    if (word.end < start && /[^、]/.test(body.slice(word.end, start))) break;
    start = word.start;
  }
  // 跑夜班的: what somebody does, not where they belong.
  if (belongs && words.some(({ end, tag: part }) => end === start && part.startsWith('v'))) return undefined;
  let role = body.slice(start);
  const lead = NOT_OF_IT.exec(role)?.[0].length ?? 0;
  start += lead;
  role = role.slice(lead);
  // Of two that 、 joins the first has to be a post as well.
  const joint = role.lastIndexOf('、');
  if (joint >= 0 && !POST.test(role.slice(0, joint))) start += joint + 1;
  // 第7网格的网格员
  if (/^[\d一二三四五六七八九十]/.test(role) && body.charAt(start - 1) === '第') start -= 1;
  const from = at - clause.length + start;
  const to = at - clause.length + body.length;
  return to - from < 2 ? undefined : { start: from, end: to };
}

function roleBehind(folded: string, end: number): { start: number; end: number } | undefined {
  const predicate = IS.exec(folded.slice(end, end + 40))?.[1];
  if (predicate === undefined || !POST.test(predicate)) return undefined;
  return { start: end + 1, end: end + 1 + predicate.length };
}
