import type { Answer, FoundPassage } from '../../answer/answer.ts';
import { isFactsLine } from '../../retrieval/passages/passages.ts';
import type { Context } from '../command.ts';
import type { Block, Choice, Reply } from '../reply.ts';
import { starterQuestions } from '../starters.ts';
import { textsIn } from '../texts/texts.ts';
import { aboutActions } from './about.ts';
import { citation, forReader, headingOf, isConverted, shownAddress, shownSection, targetOf } from './parts.ts';
import { passageCard } from './passage.ts';

/** An answer as a card, or the plain statement that there is none. */
export function answerCard(answer: Answer, visibility: Reply['visibility'], context: Context): Reply {
  const [best, ...others] = answer.passages;
  if (!answer.answered || best === undefined) return refusalCard(answer, context);
  const { passage, sentence } = best;
  if (isFactsLine(passage)) return factsAnswer(best, visibility, context);
  const choices = alsoIn(others, context);
  return passageCard(passage.article, passage, { highlight: sentence, visibility, choices }, context);
}

/** Who edited it, where and when it appeared: the line of facts, the fact asked for marked. */
function factsAnswer(
  { passage: { article, text: line }, sentence }: FoundPassage,
  visibility: Reply['visibility'],
  context: Context,
): Reply {
  const { start, end } = sentence ?? { start: 0, end: 0 };
  const pieces = [
    { text: line.slice(0, start), marked: false },
    { text: line.slice(start, end), marked: true },
    { text: line.slice(end), marked: false },
  ].filter(({ text }) => text !== '');
  const sentences = pieces.map(({ text, marked }) => ({ text: forReader(text, article, context), marked }));
  return {
    visibility,
    blocks: [
      { kind: 'heading', text: forReader(article.title, article, context) },
      { kind: 'quotation', paragraphs: [{ address: '', sentences }], converted: isConverted(article, context) },
      citation(article),
    ],
    actions: aboutActions(article, context),
    choices: [],
  };
}

function alsoIn(others: readonly FoundPassage[], context: Context): Choice[] {
  const options = others.map((found) => ({
    label: optionLabel(found, context),
    target: targetOf(found.passage.article, found.passage),
  }));
  return options.length === 0 ? [] : [{ kind: 'passage', placeholder: textsIn(context.locale).labels.alsoIn, options }];
}

/** The address and how the marked sentence, or the passage, begins. */
function optionLabel({ passage, sentence }: FoundPassage, context: Context): string {
  const { article, text } = passage;
  return `${shownAddress(article, passage, context)} ${forReader(text.slice(sentence?.start ?? 0), article, context)}`;
}

/** What the article has and lacks of the question, and the closest sections as a way on. Only the person who asked sees it. */
function refusalCard(answer: Answer, context: Context): Reply {
  const texts = textsIn(context.locale);
  const { reason, present, missing } = answer.refusal ?? { reason: 'unanswered', present: [], missing: [] };
  if (reason === 'blank') return starterCard(context);
  const blocks: Block[] = [{ kind: 'notice', text: texts.notAnswered(present, missing) }];
  const closest = closestSections(answer, context);
  if (closest.length === 0) for (const block of starters(context)) blocks.push(block);
  else blocks.push({ kind: 'suggestions', label: texts.labels.closest, items: closest.map(({ label }) => label) });
  return { visibility: 'private', blocks, ...waysTo(closest, context), refused: true };
}

/** A button to the only section, a select over several. */
function waysTo(sections: Choice['options'], context: Context): Pick<Reply, 'actions' | 'choices'> {
  const texts = textsIn(context.locale);
  const [only, ...others] = sections;
  if (only === undefined) return { actions: [], choices: [] };
  if (others.length > 0) {
    return { actions: [], choices: [{ kind: 'section', placeholder: texts.labels.jump, options: sections }] };
  }
  const label = texts.openAt(only.label.split(' ', 1)[0] ?? only.label);
  return { actions: [{ kind: 'section', label, target: only.target }], choices: [] };
}

function closestSections(answer: Answer, context: Context): Choice['options'] {
  const byLabel = new Map<string, Choice['options'][number]>();
  for (const { passage } of answer.passages) {
    const { article } = passage;
    const section = article.sections.find(({ number }) => number === passage.section);
    if (section === undefined || isFactsLine(passage)) continue;
    const label = `${shownSection(article, section.number, context)} ${headingOf(article, section, context)}`;
    byLabel.set(label, { label, target: targetOf(article, { section: section.number, paragraph: 0 }) });
  }
  return [...byLabel.values()].slice(0, 3);
}

/** Where nothing was asked: what one could ask. */
export function starterCard(context: Context): Reply {
  const blocks: Block[] = [{ kind: 'notice', text: textsIn(context.locale).askSomething() }, ...starters(context)];
  return { visibility: 'private', blocks, actions: [], choices: [] };
}

function starters(context: Context): Block[] {
  const items = starterQuestions(context);
  return items.length === 0 ? [] : [{ kind: 'suggestions', label: textsIn(context.locale).labels.starters, items }];
}
