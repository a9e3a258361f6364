import { type Address, formatAddress } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { type Span, splitSentences } from '../language/sentences.ts';
import { withoutThousands } from '../language/thousands.ts';
import { onceFor } from '../once-for.ts';

/** A paragraph as the unit of retrieval; or the line of facts about an article, which is shown like one. */
export interface Passage {
  readonly article: Article;
  /** Section number, 0 in the lead. */
  readonly section: number;
  /** Counted from 1; 0 for the line of facts, which is no paragraph of its article. */
  readonly paragraph: number;
  readonly heading: string | null;
  /** Canonical text. */
  readonly text: string;
  /** `text` folded: the same offsets. */
  readonly folded: string;
}

/** The passages of an article in reading order, always the same ones; blank paragraphs are none. */
export const passagesOf = onceFor((article: Article): readonly Passage[] =>
  article.sections.flatMap(({ number, heading, paragraphs }) =>
    paragraphs.flatMap((text, index) =>
      text.trim() === '' ? [] : [passageOf({ article, section: number, paragraph: index + 1, heading, text })],
    ),
  ),
);

/** Folding a library takes a second: it waits until a passage is looked at. */
function passageOf(unfolded: Omit<Passage, 'folded'>): Passage {
  let folded: string | undefined;
  return {
    ...unfolded,
    get folded(): string {
      folded ??= fold(unfolded.text);
      return folded;
    },
  };
}

/** The passage at an address; undefined where the article has none there. */
export function passageAt(article: Article, { section, paragraph }: Address): Passage | undefined {
  return passagesOf(article).find((passage) => passage.section === section && passage.paragraph === paragraph);
}

/** A line of facts about an article, as a passage that is in no index. */
export function factsLine(article: Article, text: string): Passage {
  return { article, section: 0, paragraph: 0, heading: null, text, folded: fold(text) };
}

/** Whether a passage is the line of facts about its article. */
export function isFactsLine({ paragraph }: Passage): boolean {
  return paragraph === 0;
}

/** `§2¶4`, or `meta` for the line of facts. */
export function addressOf(passage: Passage): string {
  return isFactsLine(passage) ? 'meta' : formatAddress(passage);
}

const sentencesByPassage = new WeakMap<Passage, readonly Span[]>();

/** The passage's sentences, split when they are first asked for. */
export function sentencesOf(passage: Passage): readonly Span[] {
  const known = sentencesByPassage.get(passage);
  if (known !== undefined) return known;
  const sentences = splitSentences(passage.text);
  sentencesByPassage.set(passage, sentences);
  return sentences;
}

/** Spares splitting a passage whose sentences are known. */
export function knowSentences(passage: Passage, sentences: readonly Span[]): void {
  sentencesByPassage.set(passage, sentences);
}

/** All that an article says, headings and title included, folded and a line each; 1,248 and 1248 are one number. */
export const articleText = onceFor((article: Article): string =>
  withoutThousands([headText(article), ...passagesOf(article).map(({ folded }) => folded)].join('\n')),
);

/** The same, of a book the beginning alone: for what looks through it again for each word of each question. */
export function openingText(article: Article): string {
  return articleText(article).slice(0, LONGEST_OPENING);
}
/** UTF-16 units. */
const LONGEST_OPENING = 200_000;

/** Title, subtitle and headings, folded and a line each. */
export const headText = onceFor(({ title, subtitle = '', sections }: Article): string =>
  fold([title, subtitle, ...sections.map(({ heading }) => heading ?? '')].join('\n')),
);
