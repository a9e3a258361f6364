import { highest } from '../highest.ts';
import { fold } from '../language/fold.ts';
import { cutKnown, type TaggedWord, tag, type Word } from '../language/segment.ts';
import type { Span } from '../language/sentences.ts';
import { isStopWord } from '../language/stop-words.ts';
import { withoutThousands } from '../language/thousands.ts';
import { recently } from '../recently.ts';
import { askingOf, type QuestionKind } from './kind.ts';

/** A word of the question that says what it is about. */
export interface ContentWord extends Span {
  /** Folded, for matching. */
  readonly text: string;
  /** cppjieba's part-of-speech tag. */
  readonly tag: string;
}

/** A question, read once: everything that retrieval wants to know about it. */
export interface Question {
  /** As it was asked, untouched. */
  readonly asked: string;
  /** Normalised (NFKC, no invisible characters), cut to `MAX_CHARACTERS`, and 什么是X turned into X是什么. */
  readonly text: string;
  /** `text` folded; offsets of the one hold in the other. */
  readonly folded: string;
  readonly kind: QuestionKind;
  /** The asking words (什么时候, 多少), as a span of `folded`; null when nothing asks. */
  readonly asking: Span | null;
  /** `folded` without the asking words and courtesies, white space in their place: the same offsets. */
  readonly content: string;
  /** The words of `content` by the dictionary alone. */
  readonly known: readonly Word[];
  /** In order, each once, at most `MAX_WORDS`. */
  readonly words: readonly ContentWord[];
}

/** A question longer than this is not read to its end: work per character must stay bounded. */
export const MAX_CHARACTERS = 300;
/** NFKC can make eighteen characters of one, so there is a limit before it, too. */
const MAX_RAW_CHARACTERS = 2_000;
export const MAX_WORDS = 32;

const INVISIBLE = /(?:\p{Cc}|\p{Cf}|\p{Variation_Selector}|\uFFFD)+/gu;

/** So many marks open no quotation and no title. */
const LEADING_MARKS = /^[\p{P}\p{S}\s]{10,}/u;

/** 什么是冰芯 is read as 冰芯是什么: so it stands in what answers it (冰芯是…). */
const DEFINITION =
  /^(?:什么|什麼|甚麼|啥)(?:是|叫做?|叫作)(?:所谓的?|所謂的?)?[“"「『]?(?<what>[\p{L}\p{N}]{2,20})[”"」』]?(?=[?!。.\s]*$)/u;

/** Courtesies and frames around a question that are not what is asked about; over folded text. */
const FRAMES =
  /(?<=^[\p{P}\s]*)(大家|各位|老师|早上|上午|中午|下午|晚上|早|嗨|喂|哈喽|hi|hello|hey)(好)?(?=[\p{P}\s])|(?<=^[\p{P}\s]*)(小编|编辑|楼主|文摘|版主)(你|您)?好?(?=[,!:])|(不好意思|对不起|抱歉|劳驾|打扰)(打扰)?(一下|您|你|大家)?了?|(打听|咨询|请教|求问)(一下|下)|拜托|辛苦了|(各位)(大佬|大神|老师|朋友|网友|同学)?们?(?=[\p{P}\s])|(请问|请教|请|麻烦)(一下|您|你)?[哈啊呀]?|(请)?(你|您)?(能|可以|能不能|可不可以|能否)?(帮我|给我|跟我|为我)?(告诉|回答|讲讲|说说|介绍|解释|说明|查|找|问)((一下|下)[哈啊呀]?(我|大家)?|(我|大家)?(?!一?下)(?=[\p{P}\s]|.{4}))|(?<=^|[\p{P}\s])所谓的?|我(想|要)(知道|了解|问|请教|问问)(一下|下)?|想(问|知道|了解)(一下|下)?|(您|你)?知(不知)?道|(?<=[\p{L}\p{N}])[呀呢啊哦嘛啦吧]+(?=[\p{P}\s]*(谢谢(您|你)?)?[\p{P}\s]*$)|谢谢(您|你)?|多谢|(您|你)好|(根据|按照|依据|据)?(本|这篇|该|此|那篇)(文章|文|报道|新闻|稿件)(里面|里|中|内)?(提到|说|讲|介绍|写|认为|指出)?的?|(文章|文|报道|新闻|稿件)(中|里面?)(提到|说到?|讲到?)?的?|(文章|报道|新闻|稿件)\s*(提到|提及|说到|讲到|写到|说过|提过)[了过]?的?/gu;

/** Parts of speech without content: particles, conjunctions, prepositions, pronouns, interjections, modal words, auxiliaries. */
const EMPTY_TAG = /^(u\w*|c|p|e|y|o|r|d|f|q)$/;

/** Particles in a row, which cppjieba takes for a word, and a copula with a preposition (是从, 就是). */
const BARE = /^[的了吗呢啊吧呀么嘛哦]+$|^[是就都也][是从由在被把为有]$/;

/** Nouns and verbs that cppjieba's dictionary has among the adverbs and the like. */
const CONTENT_ALL_THE_SAME =
  /^(首都|首相|真相|进度|进步|难度|难点|终点|据点|比分|满分|差别|好处|长处|初衷|本意|果实|立法|反对|同意|更新|互动|相声|相机|小偷|大自然|活佛|大将|长相|业内|定都|也门|约旦|大连|美元)$/;

/** What the hidden Markov model joins to a word it does not know, since it has no dictionary: 管着, 长是, 能装. */
const LOOSE_START = /^[能会要可](?=.)/;
const LOOSE_END = /(?<=.)[着过了是在去的有得要被]+$/;
/** cppjieba's tag for it. */
const UNKNOWN = 'x';
const PERSON_TAG = /^(nr|x)/;

/** How people speak of somebody whose name they give: 马翠芳阿姨. */
const HONORIFIC = /^(阿姨|大姐|大妈|大嫂|大叔|大爷|大哥|叔叔|先生|女士|小姐|老师|同志)$/;

/** Nouns and verbs that belong to asking words before or behind: 叫什么名字, 多大年纪, 为什么说. */
const ASKING_BEFORE = /名?叫做?$|(?<=是)[做干]$/;
const ASKING_BEHIND = /^(名字|名称|年纪|岁数|年龄|说|职务|职业|身份|样子|模样)/;
/** 今年多大年纪, 现年几岁. */
const AGE = /^(多大|几|多少)$/;
const AGE_BEFORE = /[今现]年$/;
const AGE_BEHIND = /^(年纪|岁数|年龄|岁|了?[?。.\s]*$)/;
/** The same around a bare 什么: 的职业是什么, 担任什么职务, 做什么工作. */
const WHAT = /^(什么|啥)$/;
const WHAT_BEFORE = /(的?(姓名|名字)|的(名称|职业|职务|身份))(是|叫做?|为)$/;
const POST_BEFORE = /(担任|出任|从事|做)的?$/;
const POST_BEHIND = /^(职务|职业|工作)/;
/** Questions that stop short (人口为？): the noun that stands for the asking words is what they are about. */
const ASKING_NOUN =
  /^(人口|人数|面积|距离|长度|高度|深度|宽度|价格|金额|温度|比例|比率|票房|得分|成绩|首都|首府|省会|发源地|产地|出生地|作者|创办人|创始人|领导人|领导者|负责人|发明人|总统|皇帝|国王|首相|主席|校长|市长)/;

/** Several who handle a question read it. */
const MOST_KNOWN = 8;

/** Reads a question of any length and content; never throws. */
export const readQuestion = recently(MOST_KNOWN, (asked): Question => {
  const text = normalise(asked).replace(DEFINITION, '$<what>是什么');
  const folded = fold(text);
  const { kind, span: asking } = askingOf(folded);
  const content = blanked(folded, asking);
  const words = contentWords(folded, asking, content);
  return { asked, text, folded, kind, asking, content, known: cutKnown(content), words };
});

/** Whether nothing was asked: white space, punctuation, marks. */
export function isBlank(question: Question): boolean {
  return !/[\p{L}\p{N}]/u.test(question.text);
}

function normalise(asked: string): string {
  const begun = asked.toWellFormed().replace(LEADING_MARKS, '');
  const text = withoutThousands(capped(begun, MAX_RAW_CHARACTERS).normalize('NFKC').replace(INVISIBLE, ' '));
  return capped(text.trim(), MAX_CHARACTERS);
}

/** Cuts between code points. */
function capped(text: string, limit: number): string {
  return text.length <= limit
    ? text
    : text
        .slice(0, limit)
        .toWellFormed()
        .replace(/\uFFFD$/, '');
}

function contentWords(folded: string, asking: Span | null, content: string): ContentWord[] {
  const words = new Map<string, ContentWord>();
  let before: TaggedWord | undefined;
  const counted = asking !== null && COUNTING.test(folded.slice(asking.start, asking.end)) ? asking.end : undefined;
  for (const whole of tag(content).flatMap((word) => (word.start === counted ? withoutClassifier(word) : word))) {
    const word = tightened(whole);
    const isAddress = HONORIFIC.test(word.text) && before?.end === word.start && PERSON_TAG.test(before.tag);
    before = word;
    if (words.size === MAX_WORDS) break;
    if (isAddress || isEmpty(word) || words.has(word.text)) continue;
    words.set(word.text, word);
  }
  const found = [...words.values()];
  return found.length < FEWEST_SIGNS && found.every((word) => SIGN.test(word.text)) ? [] : found;
}

/** A letter or a digit alone says nothing to look for; 1+7+X does. */
const SIGN = /^[\p{Script=Latin}\p{N}]$/u;
const FEWEST_SIGNS = 3;

function isEmpty(word: TaggedWord): boolean {
  const isEmptyTag = EMPTY_TAG.test(word.tag) && !CONTENT_ALL_THE_SAME.test(word.text);
  return isEmptyTag || isStopWord(word.text) || BARE.test(word.text);
}

const COUNTING = /[多少几]$/;
const MEASURE = /^[个位名户栋幢辆台架座条间所家艘棵株头匹只张件层块场次届种]/;

/** What is counted without its measure: in 多少栋楼 the hidden Markov model makes one word of 栋楼. */
function withoutClassifier(word: TaggedWord): TaggedWord[] {
  if (word.tag !== UNKNOWN || !MEASURE.test(word.text)) return [word];
  return tag(word.text.slice(1)).map((part) => ({
    ...part,
    start: word.start + 1 + part.start,
    end: word.start + 1 + part.end,
  }));
}

/** Without the particles at the edges of a word that is in no dictionary. */
function tightened(word: TaggedWord): TaggedWord {
  if (word.tag !== UNKNOWN) return word;
  const [start = ''] = word.text.match(LOOSE_START) ?? [];
  const [end = ''] = word.text.slice(start.length).match(LOOSE_END) ?? [];
  const text = word.text.slice(start.length, word.text.length - end.length);
  return { ...word, text, start: word.start + start.length, end: word.end - end.length };
}

/** The folded question with its asking words and courtesies blanked out: offsets stay. */
export function blanked(folded: string, asking: Span | null): string {
  const unasked = asking === null ? folded : withoutAsking(folded, asking);
  return unasked.replace(FRAMES, (frame) => ' '.repeat(frame.length));
}

function withoutAsking(folded: string, asking: Span): string {
  const words = folded.slice(asking.start, asking.end);
  if (ASKING_NOUN.test(words)) return folded;
  const [before, behind] = [folded.slice(0, asking.start), folded.slice(asking.end)];
  const isPost = WHAT.test(words) && POST_BEFORE.test(before) && POST_BEHIND.test(behind);
  const isAge = AGE.test(words) && AGE_BEHIND.test(behind);
  const inFront = [
    ASKING_BEFORE,
    ...(WHAT.test(words) ? [WHAT_BEFORE] : []),
    ...(isPost ? [POST_BEFORE] : []),
    ...(isAge ? [AGE_BEFORE] : []),
  ];
  const start = asking.start - highest(inFront.map((pattern) => pattern.exec(before)?.[0].length ?? 0));
  const end = asking.end + ((isPost ? POST_BEHIND : ASKING_BEHIND).exec(behind)?.[0].length ?? 0);
  return folded.slice(0, start) + ' '.repeat(end - start) + folded.slice(end);
}
