import type { Address } from '../article/address.ts';
import type { AskedBefore } from '../conversation/follow-up.ts';
import type { QuotedPicture, Shape } from '../picture/quoted-picture.ts';

/**
 * What a command says, as plain data. A transport renders it: Discord as components, the
 * terminal as lines. Blocks stand in reading order; every text is already in the reader's language.
 */
export interface Reply {
  /** `private`: only the person who asked sees it. */
  readonly visibility: 'public' | 'private';
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
  readonly choices: readonly Choice[];
  /** Set where a question was asked that the articles do not answer. */
  readonly refused?: true;
  /** Of several questions those that the articles do not answer, where there are any. */
  readonly unanswered?: readonly string[];
  /** Set where a picture is to be drawn, which stands above the blocks. */
  readonly picture?: QuotedPicture;
  /** What a follow-up of the same person goes on from; nothing of it is shown. */
  readonly asked?: Before;
  /** The hash of the article that the same person has chosen by what they typed: the next questions are asked of it. */
  readonly chose?: string;
}

export type Block =
  | Question
  | Heading
  | Notice
  | Quotation
  | CitationLine
  | SummaryBlock
  | Contents
  | Facts
  | Differences
  | Suggestions;

/** What was asked, in the asker's own words, above what is said to it; a transport that shows it anyway leaves it out. */
export interface Question {
  readonly kind: 'question';
  readonly text: string;
}

/** A title over what follows: the section's heading, with its address as people see it. */
export interface Heading {
  readonly kind: 'heading';
  readonly text: string;
  readonly address?: string;
}

/** The bot's own words. */
export interface Notice {
  readonly kind: 'notice';
  readonly text: string;
}

/** The article's words, one paragraph after the other, verbatim (in the reader's script where `converted`). */
export interface Quotation {
  readonly kind: 'quotation';
  readonly paragraphs: readonly QuotedParagraph[];
  /** Whether characters were converted for the reader; said in a line below. */
  readonly converted: boolean;
  /** Set where it does not answer but comes closest: it is marked lightly, and each paragraph has its address. */
  readonly closest?: true;
  /** Set where sentences far from the marked one may be left out: the way to all of them stands below. */
  readonly brief?: true;
}

export interface QuotedParagraph {
  /** As people see it: `§2¶4`, or `jinchang§2¶4` with several articles. */
  readonly address: string;
  /** The pieces in order, joined they are the paragraph, or of what comes closest, of one answer among several and of all about somebody a part of it; a renderer may drop whole sentences, never part of one. */
  readonly sentences: readonly QuotedSentence[];
}

export interface QuotedSentence {
  readonly text: string;
  /** Whether this is the sentence that answers, or comes closest. */
  readonly marked: boolean;
}

/** Where the words are from: 《title》· source · date · address. */
export interface CitationLine {
  readonly kind: 'citation';
  readonly text: string;
  /** The same without typography, for a code block that is copied. */
  readonly url?: string;
}

/** The section told by its own sentences: its headlines, or the best ones. */
export interface SummaryBlock {
  readonly kind: 'summary';
  readonly label: string;
  /** `target`: where a sentence stands, where a transport has a button for it. */
  readonly sentences: readonly { readonly text: string; readonly address: string; readonly target?: Target }[];
}

/** The table of contents, the list of articles, or what an article names. */
export interface Contents {
  readonly kind: 'contents';
  /** What the entries are: an article's sections, or articles, each of which has contents of its own, or what is named, each at its place. */
  readonly of: 'sections' | 'articles' | 'names';
  readonly entries: readonly ContentsEntry[];
}

export interface ContentsEntry {
  /** Of what is named also at how many other places: `§2¶1 +2`. */
  readonly address: string;
  readonly heading: string;
  /** `6 段 · 688 字`; of what is named what the text says of it there, or nothing. */
  readonly size: string;
  readonly summary: readonly string[];
  /** What it opens, where a transport has a button for it. */
  readonly target?: Target;
}

/** Facts about the article, a label and a value each. */
export interface Facts {
  readonly kind: 'facts';
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** Somebody's words beside the article's: what only they wrote, what only the article has, what both share. */
export interface Differences {
  readonly kind: 'differences';
  /** What is said of them, in one line above; absent where something around says it. */
  readonly label?: string;
  readonly pieces: readonly { readonly text: string; readonly side: 'theirs' | 'article' | 'both' }[];
  /** What the marks of the sides mean that there are, where nothing around says it; shown in those marks. */
  readonly legend?: { readonly theirs?: string; readonly article?: string };
}

/** Questions or addresses that a person can go on with, each as they would type it. */
export interface Suggestions {
  readonly kind: 'suggestions';
  readonly label: string;
  readonly items: readonly string[];
}

/**
 * A button. Where it leads is in the button, so that it works after a restart. `pick` asks the question that stands above
 * of the target's article, and the next ones, too; `all` asks it of all articles again.
 */
export type Action =
  | {
      readonly kind:
        | 'passage'
        | 'section'
        | 'contents'
        | 'glance'
        | 'copy'
        | 'post'
        | 'picture'
        | 'reshape'
        | 'delete'
        | 'pick'
        | 'all';
      readonly label: string;
      readonly target: Target;
      /** A way that ends here (◀ in the first passage) stays visible but cannot be taken. */
      readonly disabled?: boolean;
    }
  /** Asks a question, which the label says. */
  | { readonly kind: 'ask'; readonly label: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** A select: one of several ways to go on. */
export interface Choice {
  readonly kind: 'passage' | 'section' | 'contents' | 'glance' | 'pick';
  readonly placeholder: string;
  readonly options: readonly { readonly label: string; readonly description?: string; readonly target: Target }[];
}

/** A place in an article as it was when the reply was made; `hash` tells whether the article has changed since. */
export interface Target {
  readonly articleId: string;
  readonly hash: string;
  /** A passage, or a section where `paragraph` is 0. */
  readonly address: Address;
  /** For what is shown page by page: counted from 0. */
  readonly page?: number;
  /** For what an article names: which kind of it, by its place among the kinds. */
  readonly glance?: number;
  /** For all about somebody: where in the paragraph the name stands first, in UTF-16 units. */
  readonly named?: number;
  /** For a quotation: how many paragraphs it has, from the address on. */
  readonly quoted?: number;
  /** For an answer: which of the passage's sentences answers, counted from 0. */
  readonly marked?: number;
  /** For a picture of the passage or the quotation: its shape. */
  readonly picture?: Shape;
}

/** What was answered before, as plain data that a transport keeps for a while and hands back with what comes next. */
export interface Before extends AskedBefore {
  /** Where the answer stands; absent where it stands nowhere in an article. */
  readonly place?: Target;
  /** How many of the passages that were found have been shown. */
  readonly shown: number;
  /** The ids of the articles that it was asked to choose from, in the order in which they were shown. */
  readonly which?: readonly string[];
}
