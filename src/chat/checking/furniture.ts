import { PRINTED_ADDRESSES } from '../../article/address.ts';
import type { Article } from '../../article/article.ts';
import { citation } from '../cards/parts.ts';
import { LOCALES } from '../locale.ts';
import { textsIn } from '../texts/texts.ts';
import type { Aside, Message, MessagePart } from './message.ts';

/** A part of a message with what is no claim replaced by as many spaces, so that offsets hold. */
export interface Claimed {
  readonly text: string;
}

/** A message's parts without what the bot's cards have around the article's words. */
export interface Unfurnished {
  readonly parts: readonly Claimed[];
  readonly aside: Message['aside'];
}

/** A line that ends with an address: a sentence of a summary. */
const ENDS_WITH_ADDRESS = /§\d{1,4}¶\d{1,6}$/;

/**
 * Takes out where words are from: citations of articles that there are, as the bot writes them
 * and to the letter, and addresses; whoever wrote them, they claim nothing of an article's words.
 * Of what the bot wrote itself only what it quotes is left: its quotations, the sentences of its
 * summaries, the text that it gives to be copied.
 */
export function withoutFurniture({ parts, aside, own }: Message, articles: readonly Article[]): Unfurnished {
  const counts: Record<Aside, number> = {
    link: 0,
    mention: 0,
    emoji: 0,
    time: 0,
    file: 0,
    numbering: 0,
    citation: 0,
    furniture: 0,
    ...aside,
  };
  const citations = articles.map((article) => ({ title: `《${article.title}》`, cited: bare(citation(article).text) }));
  const isCopied = parts.some(({ text }) => text.split('\n').some((line) => isCitation(line, citations)));
  const claimed = parts.map((part) => {
    const lines = part.text.split('\n').map((line) => {
      if (isCitation(line, citations)) {
        counts.citation += 1;
        return blank(line);
      }
      if (own ? !isQuoted(line, part) : isCopied && LABELS.has(bare(line))) {
        if (line.trim() !== '') counts.furniture = 1;
        return blank(line);
      }
      return line.replace(PRINTED_ADDRESSES, (address) => {
        counts.citation += 1;
        return blank(address);
      });
    });
    return { text: withoutIds(part.text, lines.join('\n'), articles) };
  });
  return { parts: claimed, aside: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) };
}

/** What stands over the parts of a card, and below what was converted; whoever copies a card has them, too. */
const LABELS: ReadonlySet<string> = new Set(
  LOCALES.map(textsIn).flatMap(({ labels, converted }) =>
    [
      labels.summary,
      labels.articleSummary,
      labels.lead,
      labels.wholeArticle,
      labels.starters,
      labels.tryInstead,
      converted('hans'),
      converted('hant'),
    ].map(bare),
  ),
);

/** Dashes, small print's mark and spaces before a citation, as different clients copy it. */
function bare(line: string): string {
  return line.replace(/[\s—#-]/g, '');
}

/** An address or several, and of a section that is shown by pages which of them; or a place in words, its address in brackets; as `bare` leaves it. */
const CITED_PLACE = new RegExp(
  [
    '^·[\\p{L}\\p{N}_-]{0,100}§[\\d¶–§、,-]{1,200}(?:·(?:第\\d{1,4}[页頁]，共\\d{1,4}[页頁]|Page\\d{1,4}of\\d{1,4}))?$',
    '^·[\\p{L}\\d,]{1,40}[（(][\\p{L}\\p{N}_-]{0,100}§[\\d¶]{1,20}[）)]$',
  ].join('|'),
  'u',
);

/** What leads to the page, behind a citation. */
const LINKS = LOCALES.map((locale) => `·${bare(textsIn(locale).labels.link)}`);

function isCitation(line: string, citations: readonly { title: string; cited: string }[]): boolean {
  if (!line.includes('》')) return false;
  const told = bare(line);
  return citations.some(({ title, cited }) => {
    if (!line.includes(title) || !told.startsWith(cited)) return false;
    const link = LINKS.find((words) => told.endsWith(words)) ?? '';
    const rest = told.slice(cited.length, told.length - link.length);
    return rest === '' || CITED_PLACE.test(rest);
  });
}

/** Whether a line of the bot's own is one that quotes. */
function isQuoted(line: string, { block }: MessagePart): boolean {
  if (block === 'quote' || block === 'code') return true;
  return block === 'bullet' && ENDS_WITH_ADDRESS.test(line.trimEnd().slice(-20));
}

/** The id of an article belongs to the address behind it: jinchang§2¶4. */
function withoutIds(text: string, masked: string, articles: readonly Article[]): string {
  let result = masked;
  for (const { index } of text.matchAll(PRINTED_ADDRESSES)) {
    const id = articles.find(({ id }) => text.slice(Math.max(0, index - id.length), index) === id)?.id;
    if (id !== undefined) result = result.slice(0, index - id.length) + blank(id) + result.slice(index);
  }
  return result;
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
