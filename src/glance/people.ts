import { formatAddress } from '../article/address.ts';
import type { Entry, Mention } from './entries.ts';
import { fullNamesIn } from './full-names.ts';
import type { NamePlace } from './name-candidates.ts';
import { mentionAt, type Paragraph } from './paragraphs.ts';
import { peopleInText } from './people-in-text.ts';
import { roleAround } from './roles.ts';
import { shortNamesIn } from './short-names.ts';
import { speakersAmong } from './speakers.ts';

const DOT = /[·•・‧∙]/;

/** Who is named, each once, with the role that the text gives them where it names them. */
export function peopleAmong(paragraphs: readonly Paragraph[]): Entry[] {
  const texts = paragraphs.map(({ folded }) => folded);
  const full = fullNamesIn(texts);
  const speakers = placedIn(texts, speakersAmong(paragraphs));
  const all = new Map([...full, ...shortNamesIn(texts, full.keys()), ...dottedNamesIn(texts), ...speakers]);
  const taken = new Set<string>();
  // The longest first: 卓一 in 卓一诺 is not another person.
  const entries = [...all]
    .sort(([a], [b]) => b.length - a.length)
    .flatMap(([name, places]): Entry[] => {
      const free = places.filter(({ text, at }) => !taken.has(`${text}.${at}`));
      for (const { text, at } of free) for (let i = 0; i < name.length; i += 1) taken.add(`${text}.${at + i}`);
      return entryOf(name, free, paragraphs);
    });
  const orders = ordersOf(paragraphs);
  return entries.sort((a, b) => orderOf(a, orders) - orderOf(b, orders));
}

/** 约翰·史密斯: names with a dot, whole. */
function dottedNamesIn(texts: readonly string[]): Map<string, NamePlace[]> {
  return placedIn(
    texts,
    peopleInText(texts.join('\n')).filter((name) => DOT.test(name)),
  );
}

/** Names with all their places. */
function placedIn(texts: readonly string[], names: readonly string[]): Map<string, NamePlace[]> {
  const found = new Map<string, NamePlace[]>();
  for (const name of names) {
    const places = texts.flatMap((folded, text) => placesIn(folded, name).map((at) => ({ text, at })));
    if (places.length > 0) found.set(name, places);
  }
  return found;
}

function placesIn(folded: string, name: string): number[] {
  const places: number[] = [];
  for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) places.push(at);
  return places;
}

function entryOf(name: string, places: readonly NamePlace[], paragraphs: readonly Paragraph[]): Entry[] {
  const found = places.flatMap(({ text, at }) => {
    const paragraph = paragraphs[text];
    return paragraph === undefined ? [] : [{ paragraph, at }];
  });
  const [first] = found;
  if (first === undefined) return [];
  const mentions: Mention[] = found.map(({ paragraph, at }) =>
    mentionAt(paragraph, { start: at, end: at + name.length }),
  );
  const notes = found.flatMap(({ paragraph, at }) => {
    const role = roleAround(paragraph.folded, at, at + name.length);
    return role === undefined ? [] : [paragraph.text.slice(role.start, role.end)];
  });
  const text = first.paragraph.text.slice(first.at, first.at + name.length);
  return [{ kind: 'people', text, note: notes[0] ?? '', mentions }];
}

/** Document order of paragraphs, by their addresses. */
function ordersOf(paragraphs: readonly Paragraph[]): ReadonlyMap<string, number> {
  return new Map(paragraphs.map(({ address }, at) => [formatAddress(address), at]));
}

function orderOf({ mentions: [first] }: Entry, orders: ReadonlyMap<string, number>): number {
  if (first === undefined) return 0;
  return (orders.get(formatAddress(first.address)) ?? 0) * 1e6 + first.span.start;
}
