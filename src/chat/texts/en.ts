import type { Texts } from './wording.ts';

export const en: Texts = {
  labels: {
    summary: 'Summary of the section',
    lead: 'Lead',
    wholeArticle: 'Whole article',
    contents: 'Contents',
    articles: 'Articles',
    title: 'Title',
    subtitle: 'Subtitle',
    source: 'Source',
    published: 'Published',
    editors: 'Edited by',
    site: 'Site',
    sections: 'Sections',
    repaired: 'Repaired',
    starters: 'You could ask',
    tryInstead: 'You could try',
    closest: 'Closest sections',
    alsoIn: 'Also in…',
    jump: 'Go to…',
    previous: 'Previous',
    next: 'Next',
    section: 'Section',
    copy: 'Copy',
    post: 'Post to channel',
    link: 'Source page',
  },
  listSeparator: ', ',
  converted: (from) =>
    from === 'hans'
      ? 'Published in Simplified, shown character by character in Traditional'
      : 'Published in Traditional, shown character by character in Simplified',
  sectionSize: (paragraphs, characters) =>
    `${paragraphs} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'} · ${characters} characters`,
  page: (number, of) => `Page ${number} of ${of}`,
  repairs: (repairs, removals) =>
    `${repairs} ${repairs === 1 ? 'repair' : 'repairs'}, ${removals} ${removals === 1 ? 'piece' : 'pieces'} of page furniture removed`,
  askSomething: () => 'Ask a question about the article.',
  notAnswered: (present, missing) =>
    [
      'The article does not answer this.',
      present && ` It has: ${present}.`,
      missing && ` It does not have: ${missing}.`,
    ].join(''),
  questionTooLong: (limit) => `The question is too long; please keep it within ${limit} characters.`,
  noSuchSection: (asked, last) => `There is no section “${asked}”; the article ends with section ${last}.`,
  noSections: (asked) => `There is no section “${asked}”; the article has no sections.`,
  sectionNotFound: (asked) => `No section has “${asked}” in its heading.`,
  sectionAmbiguous: (asked) => `More than one section fits “${asked}”:`,
  noSuchParagraph: (address, last) =>
    `There is no ${address}; that section has ${last} ${last === 1 ? 'paragraph' : 'paragraphs'}.`,
  noLead: () => 'This article has no lead; it starts with section 1.',
  wordsNotFound: (words) => `The article does not have the words “${words}”.`,
  quoteWhat: () => 'Give a passage (2.4, §2¶4, 2.4-2.6) or words from the text.',
  noSuchArticle: (asked) => `There is no article called “${asked}”.`,
  whichArticle: () => 'There are several articles here; please name one.',
  textTooLong: (limit) => `The text is too long; please keep it within ${limit} characters.`,
  nothingToFind: () => 'This message has no text to look for.',
  foundVerbatim: (address) => `The article does say this, at ${address}:`,
  foundInParts: (found, of) => `${found} of ${of} sentences are the article's own words:`,
  foundClosest: (address) =>
    `The article does not say this. Closest is ${address} (struck out: the message; bold: the article):`,
  notInArticle: () => 'The article says nothing like this.',
  unknownCommand: (name) => `There is no command “${name}”.`,
  invalidOption: (name) => `“${name}” is not filled in correctly.`,
  failed: (errorId) =>
    `Something went wrong, and it was not your fault. Please give the id ${errorId} to the operator.`,
  busy: (seconds) => `That was a little fast; please try again in ${seconds} s.`,
  notYours: () => 'This card is somebody else’s. Ask your own question with /ask.',
  stale: () => 'The article has changed since this button was made. Please ask again.',
  optionMissing: (name) => `Please fill in “${name}”.`,
};
