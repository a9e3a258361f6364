import type { Answer, FoundPassage } from '../answer/answer.ts';
import type { Article } from '../article/article.ts';
import { hasSurname } from '../article/bylines/person-name.ts';
import { peopleNamed } from '../glance/glance.ts';
import { peopleInText } from '../glance/people-in-text.ts';
import { fold } from '../language/fold.ts';
import { isFactsLine, type Passage } from '../passages/passages.ts';
import { namesSomebody } from '../question/names.ts';
import { type Question, readQuestion } from '../question/question.ts';
import { recently } from '../recently.ts';
import type { AskedBefore } from './follow-up.ts';

/**
 * Whom and what an answer is about, so that a follow-up can leave it out: whom the question names, else the
 * one who is the answer, or the only one in the sentence that answers; and the first thing that the question names.
 * @param understood the question as it was answered
 */
export function spokenOf(understood: string, { passages, answered }: Answer): AskedBefore {
  const [best] = passages;
  const question = readQuestion(understood);
  const told = best === undefined || isFactsLine(best.passage) ? undefined : best.passage;
  const person = personAsked(question, told) ?? (answered && best !== undefined ? personTold(best) : undefined);
  const named = thingAsked(question, person);
  // What stands in nothing that was found is nothing to go on with: 能带狗 of 能带狗吗.
  const folded = named === undefined ? '' : fold(named);
  const thing = passages.some(({ passage }) => passage.folded.includes(folded)) ? named : undefined;
  return { question: understood, ...(person !== undefined && { person }), ...(thing !== undefined && { thing }) };
}

/** Whom a passage is about, where it names one person alone. */
export function spokenOfIn({ text, article }: Passage): AskedBefore {
  const person = onlyOneIn(text, article);
  return { question: '', ...(person !== undefined && { person }) };
}

function personAsked({ text, folded, words }: Question, told: Passage | undefined): string | undefined {
  const named = told && namedIn(told.text).find((name) => folded.includes(name.folded));
  const word = words.find(namesSomebody);
  const at = named === undefined ? (word?.start ?? -1) : folded.indexOf(named.folded);
  return at < 0 ? undefined : text.slice(at, at + (named?.folded ?? word?.text ?? '').length);
}

/** Who answers: the run itself where it is a name, else the only one whom the sentence names. */
function personTold({ passage, sentence, answer }: FoundPassage): string | undefined {
  if (isFactsLine(passage) || sentence === null) return undefined;
  const run = answer === null ? '' : passage.text.slice(answer.start, answer.end);
  return hasSurname(fold(run)) ? run : onlyOneIn(passage.text.slice(sentence.start, sentence.end), passage.article);
}

/** Many ask of the same passages at the same time. */
const namedIn = recently(64, (text) => peopleInText(text).map((name) => ({ name, folded: fold(name) })));

/** Who is named in a text alone; others may be names by what the rest of the article shows. */
function onlyOneIn(text: string, article: Article): string | undefined {
  const elsewhere = peopleNamed(article).flatMap((person) => (text.includes(person.text) ? [person.text] : []));
  const [only, ...others] = new Set([...namedIn(text).map(({ name }) => name), ...elsewhere]);
  return others.length === 0 ? only : undefined;
}

/** Nouns, names and what the dictionary does not know; phrases. */
const NAMING_TAG = /^(?:n|x|l|j|i)/;

/** The first noun, with the nouns right behind it, but for the person: 老船厂三号楼. */
function thingAsked({ text, words }: Question, person: string | undefined): string | undefined {
  const isPerson = (word: string) => person !== undefined && (word.includes(person) || person.includes(word));
  const nouns = words.filter(({ tag, start, end }) => NAMING_TAG.test(tag) && !isPerson(text.slice(start, end)));
  const [first] = nouns;
  if (first === undefined) return undefined;
  let end = first.end;
  for (const { start, end: next } of nouns) if (start === end) end = next;
  return text.slice(first.start, end);
}
