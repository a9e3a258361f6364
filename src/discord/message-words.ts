import { ASIDE, type Aside, type Message, type MessagePart, THING } from '../chat/checking/message.ts';
import type { IncomingTarget, TextComponent } from './incoming.ts';
import { withoutInvisible } from './invisible.ts';
import { type MarkdownPiece, readMarkdown } from './markup.ts';

/** So many characters of a message are read, of all its texts together; Discord's own limits allow some thousands. */
const MOST_CHARACTERS = 20_000;
/** Where a text is cut there must be no word to cut in two. */
const BREAK = /[\s。！？；，]/;
const LONGEST_WORD = 400;
const MOST_PARTS = 1_000;

/**
 * A message as plain data: the words of everything it shows (what was written, what was
 * forwarded, embeds, components, a poll), free of Discord's markup, and what else there was.
 * @param self the id of the bot
 */
export function wordsOfMessage(message: IncomingTarget, self: string): Message {
  const own = message.author?.id === self || message.application_id === self;
  const { texts, unread } = bounded(textsOf(message));
  const aside: Partial<Record<Aside, number>> = {};
  const files = [message, ...forwardsOf(message)].reduce((sum, { attachments }) => sum + attachments.length, 0);
  if (files > 0) aside.file = files;
  const parts = texts.flatMap((text) => {
    const pieces = readMarkdown(text);
    for (const { kind } of pieces) if (isAside(kind)) aside[kind] = (aside[kind] ?? 0) + 1;
    return partsOf(pieces, own);
  });
  return { parts: parts.slice(0, MOST_PARTS), aside, unread: unread + charactersIn(parts.slice(MOST_PARTS)), own };
}

/**
 * What a message says, as an article: what was written in it, else what is shown in its place, and what it forwards. As
 * a reader sees it, free of Discord's markup; of the words not one is changed.
 */
export function textOfMessage(message: IncomingTarget): string {
  return [message, ...forwardsOf(message)]
    .map(textOfOne)
    .filter((text) => text !== '')
    .join('\n');
}

/** Beside what was written stand previews of its links, which are others' words. */
function textOfOne(one: Snapshot): string {
  const written = withoutMarkup([one.content]);
  return written === ''
    ? withoutMarkup([...one.embeds.flatMap(textsOfEmbed), ...textsInComponents(one.components)])
    : written;
}

/** @returns nothing where no word is left */
function withoutMarkup(texts: readonly string[]): string {
  return texts
    .map((text) => readMarkdown(text).map(inArticle).join(''))
    .filter((text) => text.trim() !== '')
    .join('\n');
}

function inArticle({ raw, kind }: MarkdownPiece): string {
  if (kind === 'words' || kind === 'struck') return raw;
  // Where a masked link leads nobody sees.
  if (kind === 'link') return raw.startsWith(']') ? '' : raw;
  // The number of a list's item is seen; of whatever else is set so, the words alone.
  return kind === 'markup' ? (/\d{1,4}\. +/.exec(raw)?.[0] ?? '') : '';
}

function isAside(kind: string): kind is Aside {
  return (ASIDE as readonly string[]).includes(kind);
}

function charactersIn(parts: readonly MessagePart[]): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0);
}

type Snapshot = IncomingTarget['message_snapshots'][number]['message'];

function forwardsOf({ message_snapshots }: IncomingTarget): Snapshot[] {
  return message_snapshots.map(({ message }) => message);
}

/** Every text that a reader sees, in reading order, each for itself. */
function textsOf(message: IncomingTarget): string[] {
  return [message, ...forwardsOf(message)]
    .flatMap((one) => [
      one.content,
      ...one.embeds.flatMap(textsOfEmbed),
      ...textsInComponents(one.components),
      ...textsOfPoll(one),
    ])
    .map(withoutInvisible)
    .filter((text) => text.trim() !== '');
}

function textsOfEmbed({ author, title, description, fields, footer }: IncomingTarget['embeds'][number]): string[] {
  const named = fields.flatMap(({ name, value }) => [name, value]);
  return [author?.name ?? '', title, description, ...named, footer?.text ?? ''];
}

function textsOfPoll({ poll }: Pick<IncomingTarget, 'poll'>): string[] {
  if (poll === undefined) return [];
  return [poll.question.text, ...poll.answers.map(({ poll_media }) => poll_media.text)];
}

/** As much as is read, and how many characters are not. */
function bounded(texts: readonly string[]): { texts: string[]; unread: number } {
  let left = MOST_CHARACTERS;
  let unread = 0;
  const read = texts.map((text) => {
    const kept = text.length <= left ? text : text.slice(0, cutBefore(text, left));
    left -= kept.length;
    unread += text.length - kept.length;
    if (kept.length < text.length) left = 0;
    return kept;
  });
  return { texts: read.filter((text) => text !== ''), unread };
}

/** Where a text may be cut before an offset. */
function cutBefore(text: string, offset: number): number {
  for (let at = offset; at > Math.max(0, offset - LONGEST_WORD); at -= 1)
    if (BREAK.test(text.charAt(at - 1))) return at;
  return Math.max(0, offset - LONGEST_WORD);
}

/** Words by how they are set. What the bot itself struck out are somebody else's. */
function partsOf(pieces: readonly MarkdownPiece[], own: boolean): MessagePart[] {
  const parts: { text: string; block: MessagePart['block'] }[] = [];
  for (const { raw, kind, block } of pieces) {
    const last = parts.at(-1);
    const text = shown(raw, kind, own);
    if (last?.block === block) last.text += text;
    else parts.push({ text, block });
  }
  return parts.filter(({ text }) => text.replaceAll(THING, '').trim() !== '');
}

function shown(raw: string, kind: MarkdownPiece['kind'], own: boolean): string {
  if (kind === 'words' || (kind === 'struck' && !own)) return raw;
  return kind === 'markup' ? '' : THING;
}

/** Texts of components, each for itself, outer before inner. */
export function textsInComponents(components: readonly TextComponent[]): string[] {
  return components.flatMap(({ content = '', components: inner = [] }) => [content, ...textsInComponents(inner)]);
}
