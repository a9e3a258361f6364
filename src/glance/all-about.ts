import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import type { Entry } from './entries.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { peopleInText } from './people-in-text.ts';

/** A sentence about somebody or something, by its place. */
export interface SentenceAbout {
  readonly address: Paragraph['address'];
  /** Counted from 0. */
  readonly sentence: number;
}

/** The sentence is about one person who was named before: 她…, or 他的…. Not 他们, and nobody else's (她父亲). */
const PRONOUN = /^[“"‘「]?[他她](?!们|人|父|母|妈|爸|丈夫|妻|儿|女|弟|哥|姐|妹|家)/;
/** Somebody who is not named may be meant as well. */
const OTHERS =
  /[他她]们|[他她]的?[父母妈爸丈妻儿女弟哥姐妹徒]|两人|二人|三人|双方|夫妻|夫妇|姐妹|兄弟|父子|母女|师徒|妻子|丈夫|儿子|女儿|父亲|母亲|老伴|爱人|徒弟|老人|孩子|男子|女子|男孩|女孩|[一那这有][名位个](?!多|月|小时|钟头)|有人|记者|医生|护士|老板|司机|乘客|客人|顾客|学生|老师|同事|邻居/;

/**
 * All sentences of an article about one of its entries, in order: those that name it, and of a person
 * the next one that begins with 他 or 她, where nobody but that person is named in the sentence before.
 *
 * @param people of the same article: who else may be meant
 */
export function allAbout(article: Article, entry: Entry, people: readonly Entry[]): SentenceAbout[] {
  const paragraphs = paragraphsOf(article);
  const named = new Set(entry.mentions.map(({ address, sentence }) => keyOf({ address, sentence })));
  return paragraphs.flatMap((paragraph) => {
    const about: SentenceAbout[] = [];
    for (const sentence of paragraph.sentences.keys()) {
      const place = { address: paragraph.address, sentence };
      const isNamed = named.has(keyOf(place));
      const goesOn =
        entry.kind === 'people' &&
        about.at(-1)?.sentence === sentence - 1 &&
        isMeant(paragraph, sentence, entry, people);
      if (isNamed || goesOn) about.push(place);
    }
    return about;
  });
}

/** Whether a sentence that names nobody is sure to be about the one whom the sentence before is about. */
function isMeant(paragraph: Paragraph, sentence: number, entry: Entry, people: readonly Entry[]): boolean {
  const own = textOf(paragraph, sentence);
  // What the person is called there is nobody else.
  const before = textOf(paragraph, sentence - 1).replaceAll(fold(entry.note + entry.text), fold(entry.text));
  if (!PRONOUN.test(own)) return false;
  if (OTHERS.test(before)) return false;
  const others = people.filter((other) => other !== entry && isNamedIn(other, paragraph, [sentence - 1, sentence]));
  if (others.length > 0) return false;
  // Whoever the text shows to be somebody there is nobody else.
  return (
    peopleInText(before).every((name) => entry.text.includes(name) || name.includes(entry.text)) &&
    isNamedIn(entry, paragraph, [sentence - 1])
  );
}

function isNamedIn({ mentions }: Entry, { address }: Paragraph, sentences: readonly number[]): boolean {
  return mentions.some(
    (mention) =>
      mention.address.section === address.section &&
      mention.address.paragraph === address.paragraph &&
      sentences.includes(mention.sentence),
  );
}

function textOf({ folded, sentences }: Paragraph, sentence: number): string {
  const span = sentences[sentence];
  return span === undefined ? '' : folded.slice(span.start, span.end);
}

function keyOf({ address, sentence }: SentenceAbout): string {
  return `${address.section}.${address.paragraph}.${sentence}`;
}
