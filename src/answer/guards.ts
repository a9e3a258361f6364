import { fold, foldedLetters } from '../language/fold.ts';
import { monthsIn, type Ordinal, ordinalsIn, yearsIn } from '../language/numbers.ts';
import { beginsWithSurname } from '../language/personal-names.ts';
import type { Span } from '../language/sentences.ts';
import { openingText, type Passage } from '../passages/passages.ts';
import { isName } from '../question/names.ts';
import type { Question } from '../question/question.ts';
import { recently } from '../recently.ts';
import { likeness } from '../retrieval/spelling/sound-slips.ts';
import { titlesInMarks } from '../selection/titles-in-marks.ts';

/** A passage that is about to be given as the answer. Spans are UTF-16 offsets into its text. */
export interface Candidate {
  /** A whole paragraph. */
  readonly passage: Passage;
  readonly sentence: Span | null;
}

/** A kind of false answer that the reader does not learn to tell well enough: a rule that never calls it an answer. */
interface Guard {
  readonly name: string;
  forbids(question: string, place: Place): boolean;
}

/** Where the answer would stand, all folded; and the names that were asked for, as they were typed. */
interface Place {
  readonly sentence: string;
  readonly paragraph: string;
  /** The passage with its title and heading before it. */
  readonly passage: string;
  /** Title, headings and all paragraphs. */
  readonly article: string;
  readonly published: string | undefined;
  readonly names: readonly string[];
  /** What the question was read as: with its slips put right. */
  readonly meant: string;
}

/**
 * The guard that forbids to call a passage the answer to a question; undefined where none does.
 * @param asked as it was typed
 * @param meant as it was read: with its slips put right
 */
export function guardAgainst(
  asked: Question,
  { passage, sentence }: Candidate,
  meant: Question = asked,
): string | undefined {
  const { article, heading } = passage;
  const place: Place = {
    sentence: passage.folded.slice(sentence?.start ?? 0, sentence?.end),
    paragraph: passage.folded,
    passage: `${foldedHead(article.title)}\n${foldedHead(heading ?? '')}\n${passage.folded}`,
    article: openingText(article),
    published: article.publishedAt,
    names: namesIn(asked, openingText(article)),
    meant: meant.folded,
  };
  return GUARDS.find((guard) => guard.forbids(meant.folded, place))?.name;
}

/** Titles and headings are few beside the questions that meet them. */
const foldedHead = recently(32, fold);

/** Names of people and places in a question, 望川 at its beginning among them; one that was cut together with what follows it (李翠芳管) where the article has its given name. */
function namesIn({ words }: Question, article: string): string[] {
  return words.flatMap((word, at) => {
    if (isName(word, at)) return [word.text];
    const name = word.text.slice(0, 3);
    const isCutTogether = word.text.length === 4 && beginsWithSurname(name) && article.includes(name.slice(1));
    return isCutTogether ? [name] : [];
  });
}

/** 王芳 asked of a text that has only 马翠芳: another surname is no slip, unless it sounds the same. */
const otherPerson: Guard = {
  name: 'other-name',
  forbids: (_, { names, article, meant }) =>
    names.some((name) => !article.includes(name) && !isSlip(name, meant.replaceAll(name, ''), article)),
};

/** Whether the question as it was meant has a name of the article in the place of one, which begins with the same sound. */
function isSlip(name: string, meant: string, article: string): boolean {
  for (let at = 0; at + name.length <= meant.length; at += 1) {
    const other = meant.slice(at, at + name.length);
    const alike = [...name].filter((character, index) => other[index] === character).length;
    if (alike < name.length - 1 || !article.includes(other)) continue;
    if (likeness(other.slice(0, 1), name.slice(0, 1)) > 0) return true;
  }
  return false;
}

/** Of a title, in pairs of characters: 《家长须知》 for 九月家长须知. */
const ENOUGH_OF_TITLE = 0.5;

/** 《红楼梦》 asked of a text that names no such work and is not called so. */
const otherTitle: Guard = {
  name: 'other-title',
  forbids: (question, { article }) =>
    titlesInMarks(question).some(({ text }) => {
      const letters = foldedLetters(text);
      const pairs = Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) => letters.slice(at, at + 2));
      return pairs.filter((pair) => article.includes(pair)).length < pairs.length * ENOUGH_OF_TITLE;
    }),
};

const RELATIVE_YEARS: readonly { readonly word: RegExp; readonly years: number }[] = [
  { word: /今年|本年|年内/, years: 0 },
  { word: /去年|上年/, years: -1 },
  { word: /前年/, years: -2 },
  { word: /明年/, years: 1 },
];

/** 2019年 asked, and the passage tells of other years; or no word of the article is of that year. */
const otherYear: Guard = {
  name: 'other-year',
  forbids(question, { passage, sentence, paragraph, article, published }) {
    const asked = yearsIn(question);
    const told = yearsIn(sentence);
    // Of the year that the title alone names, a sentence that names others says nothing.
    if (told.length > 0 && asked.some((year) => !paragraph.includes(year) && !told.includes(year))) return true;
    const isSaid = (year: string, text: string): boolean =>
      text.includes(year) || saysRelatively(year, text, published);
    return asked.some((year) => {
      if (isSaid(year, passage)) return false;
      return !isSaid(year, article) || YEAR_ANYWHERE.test(passage);
    });
  },
};
const YEAR_ANYWHERE = /(?<!\d)(?:19|20)\d\d年|[今去前明]年/;

function saysRelatively(year: string, text: string, published: string | undefined): boolean {
  const relative = RELATIVE_YEARS.filter(({ word }) => word.test(text));
  // Where the day of publication is unknown, 去年 may be any year.
  if (published === undefined) return relative.length > 0;
  return relative.some(({ years }) => Number(published.slice(0, 4)) + years === Number(year));
}

/** 二期 asked, and the passage tells of 一期 alone; or the article has others, but not this one. */
const otherOrdinal: Guard = {
  name: 'other-ordinal',
  forbids(question, { passage, article }) {
    const asked = ordinalsIn(question);
    if (asked.length === 0) return false;
    const [here, anywhere] = [ordinalsToldIn(passage), ordinalsToldIn(article)];
    return asked.some(({ number, unit, isNumbered }) => {
      const alike = (some: readonly Ordinal[]): readonly Ordinal[] => some.filter((other) => other.unit === unit);
      const has = (some: readonly Ordinal[]): boolean => alike(some).some((other) => other.number === number);
      return !has(here) && (alike(here).length > 0 || (isNumbered && !has(anywhere)));
    });
  },
};

/** Of an article and its passages: many ask of the same ones at the same time. */
const ordinalsToldIn = recently(16, ordinalsIn);

/** March asked, and the sentence tells of other months. */
const otherMonth: Guard = {
  name: 'other-month',
  forbids(question, { sentence }) {
    const [asked, told] = [monthsIn(question), monthsIn(sentence)];
    return asked.length > 0 && told.length > 0 && !told.some((month) => asked.includes(month));
  },
};

/** Of each only one is asked; a sentence that has another of its group alone tells of that. */
const CONTRASTS: readonly (readonly RegExp[])[] = [
  [/上半年/, /下半年/],
  [/首班|头班|最早/, /末班|尾班|最后一班|收车|最晚/],
  [/[一1]季度/, /[二2]季度/, /[三3]季度/, /[四4]季度/],
  [/今年|本年/, /去年|上年/, /前年/, /明年/],
  [/最高/, /最低/],
  [/最多/, /最少/],
  [/最大/, /最小/],
  [/男(?:的|生|孩|性|子)/, /女(?:的|生|孩|性|子)/],
  [/丈夫|老公/, /妻子|老婆|太太/],
  [/上一(?:届|任|季|轮)/, /(?:下|本|这)一?(?:届|任|季|轮)/],
];

/** 下半年 asked, 上半年 told. */
const otherSide: Guard = {
  name: 'other-side',
  forbids: (question, { sentence }) =>
    CONTRASTS.some((sides) => {
      const asked = sides.filter((side) => side.test(question));
      const told = sides.filter((side) => side.test(sentence));
      return asked.length === 1 && told.length > 0 && !told.some((side) => asked.includes(side));
    }),
};

const CODE = /(?<![a-z0-9-])(?=[a-z0-9-]{0,20}[a-z])(?=[a-z0-9-]{0,20}\d)[a-z0-9][a-z0-9-]{0,20}[a-z0-9](?![a-z0-9-])/g;

/** A model's number (x3, k12) that the passage does not have. */
const otherModel: Guard = {
  name: 'other-model',
  forbids: (question, { passage }) => (question.match(CODE) ?? []).some((code) => !passage.includes(code)),
};

const ASKS_NUMBER =
  /多少(?!有)|几(?=[个名位人户栋楼层间家台辆次天年岁点元块成倍条张只场届期种类头匹亩公米吨斤])|多[大长高远重宽](?=[?？]|$|的|了)/u;
const NUMERAL = /\d|[零一二三四五六七八九十百千万亿两半](?![下般直些定样起共])|[双俩仨]|免费|全部|所有|没有|无/u;

/** 多少 and 几, and the sentence has no figure. */
const noFigure: Guard = {
  name: 'no-figure',
  forbids: (question, { sentence }) => ASKS_NUMBER.test(question) && !NUMERAL.test(sentence),
};

const COUNTED =
  /(?:几|多少)([个名位只头条匹辆台座栋家所间棵株本件])(?![在是有去来能可要会了呢吗的过])(\p{Script=Han}{2})/u;

/** 几个孩子 asked, of which the article has no word, and the sentence counts nothing in 个. */
const otherThing: Guard = {
  name: 'other-thing',
  forbids(question, { sentence, article }) {
    const [, unit, thing] = COUNTED.exec(question) ?? [];
    return unit !== undefined && thing !== undefined && !article.includes(thing) && !countsIn(unit, sentence);
  },
};

function countsIn(unit: string, sentence: string): boolean {
  for (let at = sentence.indexOf(unit); at >= 0; at = sentence.indexOf(unit, at + 1))
    if (NUMERAL.test(sentence.charAt(at - 1)) || /[多余几]/.test(sentence.charAt(at - 1))) return true;
  return false;
}

const ASKS_SANCTION = /罚(?:多少|几|款|钱)|判(?:几|多)/;
const SANCTION = /罚|处以|处分|扣|拘|吊销|没收|警告|判|徒刑|元|整改|清退|撤/;

/** 罚多少, and the sentence tells of no sanction. */
const noSanction: Guard = {
  name: 'no-sanction',
  forbids: (question, { sentence }) => ASKS_SANCTION.test(question) && !SANCTION.test(sentence),
};

/** A question that is printed in the text, as in interviews, does not answer itself. */
const printedQuestion: Guard = {
  name: 'printed-question',
  forbids: (_, { sentence }) => PRINTED_QUESTION.test(sentence),
};

/** Marked as one, or short: a long sentence that ends with one tells something before. */
const PRINTED_QUESTION = /^\s*(?:问|记者|q|.{0,12}问)[:：].*[?？]\S{0,2}\s*$|^.{1,24}[?？]\S{0,2}\s*$/u;

const GUARDS: readonly Guard[] = [
  otherPerson,
  otherTitle,
  otherYear,
  otherMonth,
  otherOrdinal,
  otherSide,
  otherModel,
  noFigure,
  otherThing,
  noSanction,
  printedQuestion,
];
