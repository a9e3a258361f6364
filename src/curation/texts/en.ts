import type { CurationTexts } from './wording.ts';

function counted(count: number, one: string, several: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

const READ = '.html, .mhtml, .docx, .pdf, .md, .txt, .json and .zip';

export const en: CurationTexts = {
  labels: {
    add: 'Add',
    addOther: 'Add with another title',
    replace: 'Replace the old one',
    cancel: 'Cancel',
    back: 'Back',
    previous: 'Previous',
    next: 'Next',
    list: 'Articles',
    post: 'Post it here',
    rename: 'Rename',
    remove: 'Remove',
    restore: 'Restore',
    removals: 'Removed articles',
    unbind: 'Unbind everywhere',
    done: 'Done',
    quote: 'Answer with a quote',
    erase: 'Erase all questions',
    forget: 'Delete everything',
    settings: 'Settings',
    notMeant: 'Not what I meant',
    opening: 'Begins',
    closing: 'Ends',
    doubtful: 'Please check',
    refused: 'Not read',
    identifier: 'Short name',
    addedOn: 'Added',
    boundTo: 'Bound to',
    repairs: 'Repaired',
    removedText: 'Taken out',
    addingRoles: 'May add articles',
    mentions: 'Mentions',
    publicLanguage: 'Language of public replies',
    unanswered: 'Unanswered questions',
    operators: 'The operator’s articles',
    formAdd: 'Add to the library',
    files: 'Files',
    filesHint: 'Up to ten: saved pages, Word, PDF, Markdown, text, or a .zip of them',
    text: 'Or the text itself',
    textHint: 'Title in the first line, then the article',
    pasted: 'the text',
    formTitle: 'Another title',
    newTitle: 'Title',
    formQuote: 'Answer with a quote',
    address: 'Address of the passage',
    addressHint: 'For example 2.4 or §2¶4, with the short name in front where there are several articles',
  },
  unknown: 'unknown',
  addAll: (count) => `Add all ${count}`,
  edits: (repairs, removals) => `${counted(repairs, 'repair', 'repairs')}, ${counted(removals, 'removal', 'removals')}`,
  page: (number, of) => `Page ${number} of ${of}`,
  cut: (more) => `… and ${counted(more, 'more', 'more')}`,
  times: (count) => `×${count}`,
  preview: (number, of) =>
    of === 1
      ? 'This is what was read. Nothing is stored yet.'
      : `This is what was read: ${number} of ${of}. Nothing is stored until you add it.`,
  sameText: (title, date) => `The library already has this text: “${title}”, added on ${date}.`,
  olderVersion: (title, date) =>
    `The library has another text with this title: “${title}”, added on ${date}. If this is a newer version, it can take its place; old cards will then say that the article has changed.`,
  doubt: (doubt) => {
    switch (doubt.kind) {
      case 'no date':
        return 'No date of publication was found.';
      case 'no source':
        return 'No source was found.';
      case 'no title':
        return 'It has no title; one can be given when it is added.';
      case 'title may be wrong':
        return 'The title may be the first line of the text.';
      case 'much damage':
        return 'The text is damaged in many places; not all of it could be repaired.';
      case 'much removed':
        return 'Most of the page was taken out as no part of the article.';
      case 'unreadable':
        return `${counted(doubt.count, 'character', 'characters')} cannot be read (“\ufffd”).`;
      case 'short':
        return `It is very short: ${counted(doubt.characters, 'character', 'characters')}.`;
    }
  },
  refusal: (refusal) => {
    switch (refusal) {
      case 'picture':
        return 'it is a picture; please put the text itself into a file';
      case 'sound':
        return 'it is a sound or a film; please put its text into a file';
      case 'archive':
        return 'this kind of archive is not opened; please pack it as one .zip';
      case 'sheet':
        return 'it is a spreadsheet; please save its text as .docx or .txt';
      case 'slides':
        return 'it is a presentation; please save its text as .docx or .txt';
      case 'book':
        return 'it is an e-book; please save its text as .html or .txt';
      case 'to docx':
        return 'this kind of document is not read; please save it as .docx';
      case 'to pdf':
        return 'this kind of document is not read; please save it as .pdf';
      case 'to html':
        return 'the page is saved in a way that is not read; please save it as .html';
      case 'to text':
        return 'its text cannot be read; please save it as .txt (UTF-8)';
      case 'encrypted':
        return 'it is encrypted; please save it without a password';
      case 'empty':
        return 'it is empty';
      case 'too large':
        return 'it is too large; please split it';
      case 'too many':
        return 'there are too many files at once; please split them';
      case 'too slow':
        return 'reading it took too long';
      case 'not there':
        return 'it could not be fetched from Discord; please try again';
      case 'foreign':
        return 'it is not in Chinese; only articles in Chinese are read';
      case 'no text':
        return 'no article in Chinese was found in it';
      case 'scanned':
        return 'its characters are drawn, not written; please have them recognised, or put the text into a .txt';
      case 'damaged':
        return 'it is damaged or not what its name says; please save it once more';
      case 'frame':
        return 'it is a frame around other pages; please open the one with the article and save that';
      case 'unknown kind':
        return `files of this kind are not read; what is read is ${READ}`;
      case 'other':
        return 'it could not be read as an article';
    }
  },
  refusedFile: (name, why) => `${name}: ${why}`,
  noneRead: () => 'No article could be read in this. Nothing was stored.',
  nothingGiven: () => 'There is no file and no text here to add.',
  draftGone: () =>
    'This preview is no longer there: it was made too long ago, or the bot has been restarted since. Nothing was stored; please add it once more.',
  draftTooLarge: () => 'That is more than can be looked at at once. Please add it in several parts.',
  cancelled: () => 'Nothing was stored.',
  added: (title, id) => `“${title}” is in the library now, with the short name ${id}. Everybody can ask about it.`,
  replaced: (title) => `“${title}” has taken the place of the older version.`,
  addedSeveral: (titles, count) =>
    `${counted(count, 'article is', 'articles are')} in the library now: ${titles.map((title) => `“${title}”`).join(', ')}${count > titles.length ? ' …' : '.'}`,
  restNotAdded: () => 'The others could not be added right now. Please try again soon.',
  posted: (title) => `“${title}” is posted here. Questions in a thread under it go to this article first.`,
  mayNotAdd: () => 'You may not add articles here. Whoever manages the server can allow it: /library settings.',
  mayNotManage: () => 'This is for those who manage the server.',
  onlyInServers: () => 'A library belongs to a server. Please use this in one that has added the bot.',
  storeUnavailable: () => 'The library cannot be reached right now, and nothing was changed. Please try again soon.',
  uploadsBusy: () => 'Many files are being read right now. Please try again in a minute.',
  limit: (limit, most) => {
    if (limit === 'articles')
      return `The library is full: it holds ${counted(most, 'article', 'articles')}. Remove one to make room.`;
    if (limit === 'bytes')
      return `The library is full: its files may take ${(most / 1024 / 1024).toFixed(0)} MB. Remove one to make room.`;
    return `Today’s uploads are used up: ${counted(most, 'upload', 'uploads')} a day. Please go on tomorrow.`;
  },
  nothingHere: () => 'The library is empty. Add an article with /library add.',
  listed: (count) => `${counted(count, 'article', 'articles')} in the library`,
  choose: () => 'Choose an article…',
  articleGone: () => 'This article is no longer in the library.',
  severalSo: (asked) => `Several articles can be called “${asked}”:`,
  noSuchArticle: (asked) => `The library has no article “${asked}”.`,
  askRemove: (title) =>
    `Remove “${title}”? Nobody can ask about it then. For 30 days it can be restored; after that it is deleted.`,
  removed: (title) => `“${title}” is removed. For 30 days it can be restored.`,
  noneRemoved: () => 'Nothing was removed in the last 30 days.',
  restorable: () => 'These were removed, or a newer version replaced them, and can be restored:',
  restored: (title) => `“${title}” is back in the library.`,
  renamed: (title) => `It is called “${title}” now.`,
  bindHint: () => 'Bind to channels, threads or posts…',
  bound: (title) => `Questions there go to “${title}” first.`,
  unbound: () => 'It is bound to no place any more.',
  channelUnbound: () => 'Nothing is bound there any more.',
  notBound: () => 'Nothing is bound there.',
  places: (count) => counted(count, 'place', 'places'),
  settingsHint: () => 'Each choice takes effect at once.',
  noRoles: () => 'those who manage the server',
  rolesHint: () =>
    'Members with these roles see the command only if Server Settings → Integrations allows it to them, too.',
  chooseRoles: () => 'Roles that may add articles…',
  chooseMentions: () => 'Where mentions are answered…',
  chooseChannels: () => 'Channels in which mentions are answered…',
  chooseLanguage: () => 'Language of public replies…',
  mentionsAre: (where) =>
    where === 'everywhere' ? 'answered everywhere' : where === 'nowhere' ? 'not answered' : 'answered in some channels',
  language: (locale) =>
    locale === undefined
      ? 'each reader’s own'
      : { 'zh-CN': 'Simplified Chinese', 'zh-TW': 'Traditional Chinese', en: 'English' }[locale],
  keepsUnanswered: (keeps) =>
    keeps ? 'kept: the question’s words, for 90 days, without who asked' : 'not kept; nothing of a question stays',
  switchUnanswered: (keeps) => (keeps ? 'Stop keeping questions' : 'Keep unanswered questions'),
  hasOperators: (has) => (has ? 'answered from, too' : 'left out'),
  switchOperators: (has) => (has ? 'Leave the operator’s articles out' : 'Use the operator’s articles, too'),
  unansweredOff: () =>
    'Unanswered questions are not kept. If you turn this on, the words of questions that found no answer are kept for 90 days, without names or ids of who asked, so that you can see what the library lacks. You can erase them at any time.',
  unansweredOn: () => 'Only the words are kept, for 90 days, without who asked.',
  noneUnanswered: () => 'No question is waiting.',
  unansweredCount: (open) => `${counted(open, 'question', 'questions')} without an answer`,
  chooseQuestion: () => 'Choose a question…',
  because: (notMeant) => `${counted(notMeant, 'time', 'times')} an answer was not what was meant`,
  settled: () => 'Settled.',
  quoted: (address) => `Answered with ${address}.`,
  noSuchPassage: (typed) => `There is no passage “${typed}” in the library.`,
  askErase: () => 'Erase all kept questions? They cannot be brought back.',
  erased: () => 'All kept questions are erased.',
  noted: () => 'Thank you. The question was noted for those who look after the library, without your name.',
  notNoted: () => 'Nothing was noted: this server keeps no questions at the moment, or the library cannot be reached.',
  onlyAsker: () => 'Only the person who asked can say that.',
  askForget: () =>
    'Delete everything of this server: all articles with their files, settings, bindings and kept questions? This happens at once and cannot be undone.',
  forgotten: () => 'Everything of this server is deleted.',
};
