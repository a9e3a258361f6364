import { tag } from '../language/segment.ts';
import type { Candidate } from './candidates.ts';

/** What an ornament is recognised by besides the sentence itself. */
interface Telling {
  /** Whether the section is a transcript of talk. */
  readonly talk: boolean;
  /** Whether the candidate stands in the paragraph that ends the article. */
  readonly ends: boolean;
  /** Names of people whom the section introduces by their age. */
  readonly heroes: readonly string[];
}

/** A kind of sentence that belongs to the way a thing is told, not to what is told. */
interface Ornament {
  readonly name: string;
  readonly matches: (candidate: Candidate, telling: Telling) => boolean;
}

/** Chinese characters; names, offices and 本报记者　王小明　摄 are shorter. */
const SHORTEST_SUBHEADING = 12;

/** Verses have five or seven characters, a saying in four is shorter; a clause of a report is mostly longer. */
const LONGEST_VERSE = 7;
/** Of a pair of definitions (法律是国家的重器，良法是善治的前提): its longest half, and by how many characters the halves differ. */
const LONGEST_DEFINITION = 10;
const UNEVEN_BY = 1;
/** A figure, a name in quotation marks, something that has happened: then it is a report after all. */
const REPORTS = /[\da-z“《了]/;

/** 新华社郑州5月18日电(记者王一凡), which a wire story opens with. */
const DATELINE = /^[^,。]{2,14}电(\([^)]*\))?\s*/;
/** A time of day or of old, or somebody who walks in and looks around. */
const SCENE =
  /^(昔日|往日|往昔|从前|曾几何时|而今|不久前|清晨|一大早|傍晚|夜幕|午后|走进|走在|漫步|置身|行走在|只见|眼前|放眼)/;

const ORNAMENTS: readonly Ornament[] = [
  {
    // It asks for what the text then says; the answer is the better sentence.
    name: 'question',
    matches: ({ folded }) => /\?[”"’」』)]*$/.test(folded),
  },
  {
    // A caption, a signature, a command, a line that announces a list: not a whole sentence.
    name: 'fragment',
    matches: ({ folded }) => !/[。.!?…;][”"’」』)】》]*$/.test(folded) && !isSubheading(folded),
  },
  {
    // A quotation that begins or ends in another sentence.
    name: 'torn quotation',
    matches: ({ text }) => !balanced(text),
  },
  {
    // 治国凭圭臬，安邦靠准绳。 True of any place and any year.
    name: 'couplet',
    matches: ({ folded }) => isCouplet(folded),
  },
  {
    // 党支部是党的基层组织，是……的基础，更是……的“桥头堡”: what a thing is everywhere, not what was done here.
    name: 'truism',
    matches: ({ folded }) => /^[^,]{2,12}是[^,]+,是[^,]+,更?是/.test(folded),
  },
  {
    // 昔日的赵家庄村……, 而今，宽敞的大道穿村而过……: a scene to open with.
    name: 'scene',
    matches: ({ folded }, { talk }) => !talk && SCENE.test(folded.replace(DATELINE, '')),
  },
  {
    // 44岁的马翠芳……: one person's story stands for the matter, and is not the matter.
    name: 'anecdote',
    matches: ({ folded }, { heroes }) => heroes.some((hero) => folded.includes(hero)),
  },
  {
    // 风起潮涌好扬帆，砥砺奋进再启航: what the writer wishes for at the end.
    name: 'flourish',
    matches: ({ folded }, { ends }) =>
      ends && /扬帆|启航|砥砺|新篇章|新征程|奋力|披荆斩棘|风雨兼程|携手|让我们|美好明天|更加美好/.test(folded),
  },
  {
    // Who speaks next, thanks and greetings: the meeting, not its matter.
    name: 'turn',
    matches: ({ folded }, { talk }) =>
      talk && /请教|请问|有请|我想请|想听|问一下|提问|谢谢|感谢|大家好|掌声|欢迎/.test(folded),
  },
];

/** The candidates that tell what is told. What is left may be nothing. */
export function withoutOrnaments(
  candidates: readonly Candidate[],
  { talk, last }: { readonly talk: boolean; readonly last: boolean },
): Candidate[] {
  const heroes = candidates.flatMap(({ folded }) => peopleByAge(folded));
  const end = last ? candidates.at(-1)?.paragraph : undefined;
  return candidates.filter((candidate) => {
    const telling = { talk, heroes, ends: candidate.paragraph === end };
    return !ORNAMENTS.some(({ matches }) => matches(candidate, telling));
  });
}

/** A line between paragraphs is mostly a statement without its full stop: 欧洲多国称不愿参与对伊朗的军事行动. */
function isSubheading(folded: string): boolean {
  const characters = folded.match(/\p{Script=Han}/gu)?.length ?? 0;
  return characters >= SHORTEST_SUBHEADING && !/[:,、—]$/.test(folded);
}

function isCouplet(folded: string): boolean {
  const [first = '', second = '', ...more] = folded.replace(/(?<![。!…])[。!…]+$/, '').split(/[,;]/);
  if (second === '' || more.length > 0 || REPORTS.test(folded)) return false;
  if (first.length === second.length && first.length <= LONGEST_VERSE) return true;
  const bothDefine = first.includes('是') && second.includes('是') && first.length <= LONGEST_DEFINITION;
  return bothDefine && Math.abs(first.length - second.length) <= UNEVEN_BY;
}

/** Whether every quotation or title that opens in a text closes in it, and the reverse. */
export function balanced(text: string): boolean {
  const open: string[] = [];
  for (const mark of text.match(/[“”「」『』《》]/g) ?? []) {
    const closing = { '“': '”', '「': '」', '『': '』', '《': '》' }[mark];
    if (closing !== undefined) open.push(closing);
    else if (open.pop() !== mark) return false;
  }
  return open.length === 0 && (text.match(/"/g) ?? []).length % 2 === 0;
}

/** How far behind an age the name is looked for: 44岁的退休教师陈芳. */
const NAME_WITHIN = 12;
/** What may stand before the name: nouns, adjectives, verbs. */
const DESCRIPTION = /^[nav]/;
/** A name, or a word unknown to the dictionary, which behind an age is one as well. */
const NAME = /^(nr|x)/;

/** 44岁的马翠芳 → 马翠芳; 18岁的学生 is nobody. */
function peopleByAge(folded: string): string[] {
  return [...folded.matchAll(/\d岁的/g)].flatMap(({ index }) => {
    const words = tag(folded.slice(index + 3, index + 3 + NAME_WITHIN));
    const name = words.find((word) => NAME.test(word.tag) || !DESCRIPTION.test(word.tag));
    return name !== undefined && NAME.test(name.tag) && name.text.length > 1 ? [name.text] : [];
  });
}
