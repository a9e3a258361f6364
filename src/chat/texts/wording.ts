import type { Aside } from '../checking/message.ts';

/** Everything the bot says in its own words. The article's words are never in here. */
export interface Texts {
  readonly labels: {
    readonly summary: string;
    /** Of an article that has no sections. */
    readonly articleSummary: string;
    readonly lead: string;
    readonly wholeArticle: string;
    readonly contents: string;
    readonly articles: string;
    readonly title: string;
    readonly subtitle: string;
    readonly source: string;
    readonly published: string;
    readonly authors: string;
    readonly editors: string;
    readonly site: string;
    readonly sections: string;
    readonly repaired: string;
    readonly starters: string;
    readonly tryInstead: string;
    readonly alsoIn: string;
    readonly jump: string;
    /** Over a select of articles, one of which is meant. */
    readonly pick: string;
    /** A button that asks the question of all articles again. */
    readonly everywhere: string;
    readonly previous: string;
    readonly next: string;
    readonly previousPage: string;
    readonly nextPage: string;
    readonly read: string;
    readonly section: string;
    readonly copy: string;
    readonly post: string;
    readonly picture: string;
    /** The shapes that a picture may have. */
    readonly landscape: string;
    readonly square: string;
    /** What a picture says where it leaves something out: before what it shows, behind it, of its last sentence. */
    readonly leftOutBefore: string;
    readonly leftOutBehind: string;
    readonly unfinished: string;
    /** What the marks in a comparison mean: what only the message has, and what only the article has. */
    readonly theirs: string;
    readonly original: string;
    readonly link: string;
    /** The kinds of what an article names. */
    readonly people: string;
    readonly organisations: string;
    readonly places: string;
    readonly dates: string;
    readonly figures: string;
    readonly documents: string;
    /** Over a select of these kinds, and of whom all can be read about. */
    readonly lookAt: string;
  };
  /** What stands between items of a list in a sentence. */
  readonly listSeparator: string;
  converted(from: 'hans' | 'hant'): string;
  /** Below such a picture. */
  pictureInPart(): string;
  /** Below a picture that has codes in the places of these characters. */
  undrawn(characters: readonly string[]): string;
  /** A picture that could not be drawn. */
  noPicture(): string;
  /** What the sign in a quotation means that stands for what cannot be read. */
  unreadable(): string;
  /** A place as people say it. @param section undefined in an article that has none, 0 for its lead */
  place(section: number | undefined, paragraph: number): string;
  sectionSize(paragraphs: number, characters: number): string;
  page(number: number, of: number): string;
  repairs(repairs: number, removals: number): string;
  /** An article names nothing of a kind. */
  namesNone(kind: string): string;
  /** All sentences about somebody or something, as a heading. */
  allAbout(name: string): string;
  /** The same as something to choose, with how many there are. */
  allAboutOption(name: string, sentences: number): string;
  noSuchKind(asked: string): string;
  noSuchName(asked: string): string;
  askSomething(): string;
  /** To who greets the bot, asks for help, asks who it is, thanks it: above questions that one could ask, but for thanks. */
  hello(): string;
  help(): string;
  introduction(): string;
  thanked(): string;
  farewell(): string;
  /**
   * The article does not answer outright.
   * @param missing words of the question that it lacks
   * @param hasClosest whether what comes closest stands below
   */
  notSaid(missing: readonly string[], hasClosest: boolean): string;
  /** How a follow-up was understood. */
  understoodAs(question: string): string;
  /** Asks back where nothing tells of whom, or of what, it was asked. */
  leftOpen(open: 'whom' | 'what'): string;
  /** Above more passages of the last question, or in their place. */
  more(hasMore: boolean): string;
  /** More paragraphs were asked for at once than are shown: the first ones are. */
  firstOf(shown: number, all: number): string;
  /** Nothing in the article is near what was asked. */
  offTopic(): string;
  questionTooLong(limit: number): string;
  noSuchSection(asked: string, last: number): string;
  /** @param paragraphs how many the article has */
  noSections(asked: string, paragraphs: number): string;
  /** Of the article’s paragraphs counted from its beginning or its end. */
  noSuchParagraphInAll(asked: string, paragraphs: number): string;
  /** Above passages about a topic that no section has in its heading. */
  passagesAbout(asked: string): string;
  sectionNotFound(asked: string): string;
  sectionAmbiguous(asked: string): string;
  noSuchParagraph(address: string, last: number): string;
  noLead(): string;
  wordsNotFound(words: string): string;
  quoteWhat(): string;
  /** A button that leads to an address. */
  openAt(address: string): string;
  noSuchArticle(asked: string): string;
  whichArticle(): string;
  /** So many articles answer a question, and nothing in it tells which is meant. */
  whichOf(articles: number): string;
  /** Above what was looked for in an article that was chosen. */
  within(title: string): string;
  /** Of a bot whose operator has given it no article: anywhere, and in a server that has none of its own. */
  noArticles(): string;
  noArticlesHere(): string;
  /** To whoever typed the command of moderators as text: it can be chosen alone. */
  libraryTyped(): string;
  textTooLong(limit: number): string;
  nothingToFind(): string;
  /** Verdicts on a message that is one claim. They are about words, never about what is true. */
  foundVerbatim(place: string): string;
  foundClosest(place: string): string;
  nothingNear(): string;
  /** On one of several: how many are the article's words, how many come close to some, how many to none. */
  checkedInParts(words: number, closest: number, nothing: number): string;
  /** Above each of several. */
  verdictWords(place: string): string;
  verdictClosest(place: string): string;
  verdictNothing(): string;
  /** The heading of a section, as a place. */
  headingOf(section: string): string;
  /** The article's words that there was no room to show, and how many they are in all. */
  alsoWords(words: readonly { readonly text: string; readonly at: string }[], of: number): string;
  /** Words that were not looked up; so many characters more are not repeated. */
  unchecked(words: readonly string[], more: number): string;
  /** What a message has that is no words. */
  setAside(counts: Partial<Readonly<Record<Aside, number>>>): string;
  /** Characters at the end of a message that were not read. */
  unread(characters: number): string;
  unknownCommand(name: string): string;
  invalidOption(name: string): string;
  failed(errorId: string): string;
  /** One person asks too fast. */
  busy(seconds: number): string;
  /** Many people ask at the same time, which is no fault of the one who is told. */
  crowded(seconds: number): string;
  /** The articles to answer from are not there yet, or not now. */
  notReady(): string;
  /** A question that nothing came back to in time. */
  tookTooLong(): string;
  /** A button of an article that has changed since. */
  stale(): string;
  /** A button that this version of the bot did not make. */
  unknownButton(): string;
  optionMissing(name: string): string;
}
