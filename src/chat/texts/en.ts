import { ASIDE, type Aside } from '../checking/message.ts';
import type { Texts } from './wording.ts';

const either = new Intl.ListFormat('en', { type: 'disjunction' });
const all = new Intl.ListFormat('en', { type: 'conjunction' });

function quoted(words: readonly string[]): string[] {
  return words.map((word) => `“${word}”`);
}

/** `1 second`, `1,057 places`. */
function counted(count: number, one: string, several: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

/** What lines above an article are called in a sentence, by their labels. */
const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['Title', 'title'],
  ['Subtitle', 'subtitle'],
  ['Source', 'source'],
  ['Site', 'site'],
  ['Published', 'date of publication'],
  ['By', 'authors'],
  ['Edited by', 'editors'],
]);

/** `Title` and `jinchang Title` in a sentence: the title, the title of jinchang. Addresses stay. */
function spoken(place: string): string {
  const [, id, label = ''] = /^(?:([\w-]+) )?(Title|Subtitle|Source|Site|Published|By|Edited by)$/.exec(place) ?? [];
  const named = SPOKEN.get(label);
  return named === undefined ? place : `the ${named}${id === undefined ? '' : ` of ${id}`}`;
}

const SET_ASIDE: Readonly<Record<Aside, (count: number) => string>> = {
  link: (count) => counted(count, 'link', 'links'),
  mention: (count) => counted(count, 'mention', 'mentions'),
  emoji: (count) => counted(count, 'emoji', 'emoji'),
  time: (count) => counted(count, 'timestamp', 'timestamps'),
  file: (count) => counted(count, 'attachment', 'attachments'),
  numbering: (count) => counted(count, 'list number', 'list numbers'),
  citation: (count) => counted(count, 'citation', 'citations'),
  furniture: () => 'the notes of the card itself',
};

export const en: Texts = {
  labels: {
    summary: 'Summary of the section',
    articleSummary: 'Summary',
    lead: 'Lead',
    wholeArticle: 'Whole article',
    contents: 'Contents',
    articles: 'Articles',
    title: 'Title',
    subtitle: 'Subtitle',
    source: 'Source',
    published: 'Published',
    authors: 'By',
    editors: 'Edited by',
    site: 'Site',
    sections: 'Sections',
    repaired: 'Cleaned up',
    starters: 'You could ask',
    tryInstead: 'You could try',
    alsoIn: 'Also in…',
    jump: 'Go to…',
    pick: 'Pick an article…',
    everywhere: 'Ask all articles',
    previous: 'Previous',
    next: 'Next',
    previousPage: 'Previous page',
    nextPage: 'Next page',
    read: 'Read the article',
    section: 'Whole section',
    copy: 'Copy',
    post: 'Post to channel',
    picture: 'Picture',
    landscape: 'Landscape',
    square: 'Square',
    leftOutBefore: '[what comes before is left out]',
    leftOutBehind: '[what comes after is left out]',
    unfinished: '[the sentence goes on]',
    theirs: 'only in the message',
    original: 'only in the article',
    link: 'Source page',
    people: 'People',
    organisations: 'Organisations',
    places: 'Places',
    dates: 'Dates',
    figures: 'Figures',
    documents: 'Documents',
    lookAt: 'Another kind, or all about one…',
  },
  listSeparator: ', ',
  converted: (from) =>
    from === 'hans'
      ? 'Published in Simplified, shown in Traditional characters'
      : 'Published in Traditional, shown in Simplified characters',
  pictureInPart: () => 'It is too long for one picture, which says where something is left out.',
  undrawn: (characters) =>
    `The font does not have ${all.format(quoted(characters))}; the picture shows the code instead.`,
  noPicture: () => 'The picture could not be drawn; please try again later.',
  unreadable: () => '“\ufffd”: the source is damaged here and cannot be read; nothing was guessed.',
  place: (section, paragraph) =>
    `${section === undefined ? '' : section === 0 ? 'lead, ' : `section ${section}, `}paragraph ${paragraph}`,
  sectionSize: (paragraphs, characters) =>
    `${counted(paragraphs, 'paragraph', 'paragraphs')} · ${counted(characters, 'character', 'characters')}`,
  page: (number, of) => `Page ${number} of ${of}`,
  repairs: (repairs, removals) =>
    `${counted(repairs, 'place', 'places')} repaired, ${counted(removals, 'piece', 'pieces')} of page clutter removed`,
  namesNone: (kind) => `${kind}: none were recognised in the text.`,
  allAbout: (name) => `All about “${name}”`,
  allAboutOption: (name, sentences) => `All about “${name}”: ${counted(sentences, 'sentence', 'sentences')}`,
  noSuchKind: (asked) => `There is no kind “${asked}”, and no such name was recognised in the text.`,
  noSuchName: (asked) => `“${asked}” was not recognised in the text.`,
  askSomething: () => 'Ask a question about the article.',
  hello: () => 'Hello! Ask anything about the article; it answers in its own words.',
  help: () =>
    'Ask about what the article tells: people, dates, figures, reasons. The sentence that answers is marked, with where it stands; what is not said outright gets the passages that come closest. You can ask about the article itself, too: who wrote it, how many parts it has, what part 2 says. Say “contents” for its sections.',
  introduction: () =>
    'This is Wenzhai, a bot that answers questions about an article. A small reading model points at sentences; it writes nothing: every word you see is the article’s own. Just ask, or say “contents” for its sections.',
  thanked: () => 'You are welcome. Ask again any time.',
  farewell: () => 'Goodbye!',
  notSaid: (missing, hasClosest) => {
    const lacks = missing.length > 0 ? ` It does not mention ${either.format(quoted(missing))}.` : '';
    return `The article does not say this outright.${lacks}${hasClosest ? ' The closest is:' : ''}`;
  },
  leftOpen: (open) =>
    open === 'whom' ? 'Who do you mean? Please ask again with the name.' : 'Why what? Please write the whole question.',
  understoodAs: (question) => `Looked up as “${question}”.`,
  more: (hasMore) => (hasMore ? 'There is also this:' : 'There is no other passage near it.'),
  firstOf: (shown, all) => `The first ${shown} of ${all} paragraphs.`,
  offTopic: () => 'Nothing in the article is about this.',
  questionTooLong: (limit) => `The question is too long; please keep it within ${limit} characters.`,
  noSuchSection: (asked, last) => `There is no section “${asked}”; the article ends with section ${last}.`,
  noSections: (asked, paragraphs) =>
    `There is no section “${asked}”; the article has no sections, but ${counted(paragraphs, 'paragraph', 'paragraphs')}.`,
  noSuchParagraphInAll: (asked, paragraphs) =>
    `There is no “${asked}”; the article has ${counted(paragraphs, 'paragraph', 'paragraphs')}.`,
  passagesAbout: (asked) => `No section has “${asked}” in its heading; these passages are about it:`,
  sectionNotFound: (asked) => `No section has “${asked}” in its heading.`,
  sectionAmbiguous: (asked) => `More than one section fits “${asked}”:`,
  noSuchParagraph: (address, last) =>
    `There is no ${address}; that section has ${last} ${last === 1 ? 'paragraph' : 'paragraphs'}.`,
  noLead: () => 'This article has no lead; it starts with section 1.',
  wordsNotFound: (words) => `The article does not have the words “${words}”.`,
  quoteWhat: () => 'Give a passage (2.4, §2¶4, 2.4-2.6) or words from the text.',
  openAt: (address) => `Open ${address}`,
  noSuchArticle: (asked) => `There is no article called “${asked}”.`,
  whichArticle: () => 'There are several articles here; please name one.',
  whichOf: (articles) => `${articles} articles answer this. Which one do you mean?`,
  within: (title) => `Looked up in “${title}”.`,
  noArticles: () => 'I have no article yet. In a server, its moderators give me one with /library add.',
  noArticlesHere: () =>
    'This server has no article yet. Whoever may manage it adds one with /library add; then ask me about it.',
  libraryTyped: () =>
    'The library is looked after with Discord’s own commands: type /library in a server, and choose from the list.',
  textTooLong: (limit) => `The text is too long; please keep it within ${limit} characters.`,
  nothingToFind: () => 'This message has no text to look for.',
  foundVerbatim: (place) => `These are the article’s own words, at ${spoken(place)}:`,
  foundClosest: (place) => `These are not the article’s words. The closest is ${spoken(place)}:`,
  nothingNear: () => 'Nothing in the article is near these words.',
  checkedInParts: (words, closest, nothing) => {
    const counts = [
      words > 0 ? `${words} ${words === 1 ? 'is' : 'are, each by itself,'} the article’s own words` : '',
      closest > 0 ? `${closest} ${closest === 1 ? 'is' : 'are'} not its words but close to some` : '',
      nothing > 0 ? `${nothing} ${nothing === 1 ? 'is' : 'are'} near nothing in it` : '',
    ];
    const looked = counted(words + closest + nothing, 'part', 'parts');
    return `${looked} looked up: ${counts.filter((count) => count !== '').join('; ')}.`;
  },
  verdictWords: (place) => `The article’s own words · ${place}`,
  verdictClosest: (place) => `Not its words; the closest is ${spoken(place)}`,
  verdictNothing: () => 'Nothing in the article is near this',
  headingOf: (section) => `the heading of ${section}`,
  alsoWords: (words, of) => {
    const listed = words.map(({ text, at }) => `“${text}” (${at})`).join(', ');
    return `${of} more ${of === 1 ? 'part is' : 'parts are'} the article’s own words, too: ${listed}${of > words.length ? ' …' : ''}`;
  },
  unchecked: (words, more) =>
    `Not looked up: ${quoted(words).join(', ')}${more > 0 ? ` and ${counted(more, 'character', 'characters')} more` : ''}`,
  setAside: (counts) =>
    `No words, and not looked up: ${all.format(ASIDE.flatMap((kind) => (counts[kind] === undefined ? [] : [SET_ASIDE[kind](counts[kind])])))}`,
  unread: (characters) =>
    `The message is too long: its last ${counted(characters, 'character was', 'characters were')} not looked up.`,
  unknownCommand: (name) => `There is no command “${name}”.`,
  invalidOption: (name) => `“${name}” is not filled in correctly.`,
  failed: (errorId) =>
    `Something went wrong, and it was not your fault. Please give the id ${errorId} to the operator.`,
  busy: (seconds) => `That was a little fast; please try again in ${counted(seconds, 'second', 'seconds')}.`,
  crowded: (seconds) => `It is a little busy right now; please try again in ${counted(seconds, 'second', 'seconds')}.`,
  notReady: () => 'The articles here cannot be reached right now; please ask again in a moment.',
  tookTooLong: () => 'This question took too long; please put it shorter.',
  stale: () => 'The article has changed since this button was made. Please ask again.',
  unknownButton: () => 'This button no longer works. Please ask again.',
  optionMissing: (name) => `Please fill in “${name}”.`,
};
