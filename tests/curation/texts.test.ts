import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/chat/locale.ts';
import { ADD_TO_LIBRARY, LIBRARY } from '../../src/curation/command.ts';
import type { Doubt } from '../../src/curation/doubts.ts';
import { type Refusal, refusalFor } from '../../src/curation/refusals.ts';
import { curationTextsIn } from '../../src/curation/texts/texts.ts';
import { toSimplifiedCharacters, toTraditionalCharacters } from '../../src/language/script.ts';

const DOUBTS: readonly Doubt[] = [
  { kind: 'no date' },
  { kind: 'no source' },
  { kind: 'no title' },
  { kind: 'title may be wrong' },
  { kind: 'much damage' },
  { kind: 'much removed' },
  { kind: 'unreadable', count: 7 },
  { kind: 'short', characters: 7 },
];

/** What is said of files that are no articles, by what the parsers say of them. */
const REASONS: readonly [reason: string, refusal: Refusal][] = [
  ['the file is a picture; put the text itself into a file', 'picture'],
  ['the file is a sound or a film; put its text into a file', 'sound'],
  ['the file is an archive that is not opened; pack it as .zip, or put what is in it here', 'archive'],
  ['an archive within an archive is not opened; put it beside the other', 'archive'],
  ['the file is a spreadsheet; save its text as .docx or .txt', 'sheet'],
  ['the file is a presentation; save its text as .docx or .txt', 'slides'],
  ['the file is an e-book; save its text as .html or .txt', 'book'],
  ['the file is an old Word document; save it as .docx', 'to docx'],
  ['the file is an OFD document; save it as .pdf', 'to pdf'],
  ['the file is a Safari web archive; save the page from Safari as page source (.html)', 'to html'],
  ['the PDF is encrypted; save it without a password', 'encrypted'],
  ['the archive is encrypted; pack it without a password', 'encrypted'],
  ['the file is empty', 'empty'],
  ['the archive is empty', 'empty'],
  ['the file is larger than 10 MB', 'too large'],
  ['what is packed in the archive is larger than 96 MB; split it', 'too large'],
  ['the PDF has 900 pages; the limit is 600: split it', 'too large'],
  ['the page nests elements more than 200 deep; no article does', 'too large'],
  ['the archive holds more than 300 files; split it', 'too many'],
  ['an upload holds no more than 50 articles', 'too many'],
  ['reading it takes longer than 30 s', 'too slow'],
  ['the file took too long to fetch', 'too slow'],
  ['the file could not be fetched', 'not there'],
  ['reading it failed', 'damaged'],
  ['the text is in Japanese; only articles in Chinese are read', 'foreign'],
  ['the file holds no paragraph of Chinese text, only short lines or none', 'no text'],
  ['the PDF’s fonts do not say which characters they draw; copy its text into a .txt', 'scanned'],
  ['the PDF is damaged; open it and print it into a new one', 'damaged'],
  ['the file is no zip archive, though it is named so', 'damaged'],
  ['the page is a frame around other pages; open the one with the article and save that', 'frame'],
  ['.exe files are not read; what is read is .txt, .html', 'unknown kind'],
  ['the file’s name has no extension; what is read is .txt', 'unknown kind'],
  ['something that nobody has thought of', 'other'],
];

/** Every text of a language, functions called with recognisable arguments. */
function allTexts(locale: Locale): string[] {
  const { labels, ...others } = curationTextsIn(locale);
  const given: Readonly<Record<string, readonly unknown[][]>> = {
    doubt: DOUBTS.map((doubt) => [doubt]),
    refusal: REASONS.map(([, refusal]) => [refusal]),
    limit: [
      ['articles', 7],
      ['bytes', 7_000_000],
      ['uploadsPerDay', 7],
    ],
    addedSeveral: [
      [['7', '9'], 2],
      [['7', '9'], 9],
    ],
    mentionsAre: [['everywhere'], ['nowhere'], ['in-channels']],
    language: [['zh-CN'], ['zh-TW'], ['en'], [undefined]],
    keepsUnanswered: [[true], [false]],
    switchUnanswered: [[true], [false]],
    hasOperators: [[true], [false]],
    switchOperators: [[true], [false]],
    preview: [
      [1, 1],
      [7, 9],
    ],
  };
  const said = Object.entries(others).flatMap(([name, text]) =>
    typeof text === 'function'
      ? (given[name] ?? [[7, 9]]).map((values) => String(Reflect.apply(text, null, values)))
      : [text],
  );
  const named = LIBRARY.subcommands.flatMap(({ names, description, options }) => [{ names, description }, ...options]);
  const commands = named.flatMap(({ names, description }) => [names[locale], description[locale]]);
  return [...Object.values(labels), ...said, ...commands, LIBRARY.description[locale], ADD_TO_LIBRARY[locale]];
}

describe('what moderators read', () => {
  it.each(LOCALES)('says something everywhere, in its own script: %s', (locale) => {
    for (const text of allTexts(locale)) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toContain('undefined');
      if (locale === 'zh-CN') expect(toSimplifiedCharacters(text)).toBe(text);
      if (locale === 'zh-TW') {
        const traditional = toTraditionalCharacters(text).replaceAll('裏', '裡').replaceAll('爲', '為');
        expect(traditional.replaceAll('佈', '布')).toBe(text);
      }
      if (locale === 'en') expect(text).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(LOCALES)('fits where Discord shows it: %s', (locale) => {
    const { labels } = curationTextsIn(locale);
    for (const label of [labels.files, labels.text, labels.newTitle, labels.address])
      expect(label.length).toBeLessThan(46);
    for (const title of [labels.formAdd, labels.formTitle, labels.formQuote]) expect(title.length).toBeLessThan(46);
    for (const hint of [labels.filesHint, labels.textHint, labels.addressHint]) expect(hint.length).toBeLessThan(101);
  });

  it.each(REASONS)('%s → %s', (reason, refusal) => {
    expect(refusalFor(reason)).toBe(refusal);
  });
});
