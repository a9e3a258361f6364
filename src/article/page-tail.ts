import { bylineOfLine } from './bylines/bylines.ts';
import { fieldsOfByline } from './facts.ts';
import type { Field } from './field.ts';
import { asPlain, isShort, type LineKind } from './line-kind.ts';
import type { Line } from './lines.ts';
import type { Foot } from './page-foot.ts';
import { pairsOf, sharedWith } from './shared-words.ts';
import { NUMBERED } from './title-form.ts';

/** The name of who wrote it right below the last sentence, with nothing that says so. */
export function signatureOf(
  kinds: readonly LineKind[],
  { start, closed }: Foot,
): { readonly line: Line; readonly fields: readonly Field[] } | undefined {
  const entry = kinds[start];
  if (entry === undefined || start >= closed || asPlain(entry).kind !== 'short') return undefined;
  if (start + 1 < closed && asPlain(kinds[start + 1] ?? entry).kind === 'short') return undefined;
  if (leadsOn(kinds[start - 1])) return undefined;
  const byline = bylineOfLine(entry.line.folded);
  return byline && { line: entry.line, fields: fieldsOfByline(byline) };
}

/** Fewer short lines below the text may be a list that ends it. */
const MIN_LINKS = 3;
/** A link is a headline; a name of a prize or a poem's line is shorter. */
const MIN_LINK = 8;
/** Links to other articles share fewer of their words with the text. */
const MAX_SHARED = 0.3;

/** So much of the text is compared, in UTF-16 units. */
const MAX_COMPARED = 20_000;

/** Headlines of other articles right below the last paragraph, with nothing that says so. */
export function trailingLinks(
  kinds: readonly LineKind[],
  { start, closed }: Foot,
  title: Line | undefined,
): Set<LineKind> {
  const lines = kinds.slice(start, closed);
  if (lines.length < MIN_LINKS || leadsOn(kinds[start - 1])) return new Set();
  const shorts = lines.filter((entry) => asPlain(entry).kind === 'short');
  const text = kinds
    .slice(0, start)
    .filter(({ kind }) => kind === 'text')
    .map(({ line }) => line.folded);
  const pairs = pairsOf([title?.folded ?? '', ...text].join('\n').slice(-MAX_COMPARED));
  const areLinks = shorts.every(
    ({ line }) =>
      line.folded.length >= MIN_LINK && !NUMBERED.test(line.folded) && sharedWith(pairs, line.folded) < MAX_SHARED,
  );
  return shorts.length >= MIN_LINKS && areLinks ? new Set(shorts) : new Set();
}

const TAGS = /^(?:[^\s。,!?;:]{2,6}\s+){2,}[^\s。,!?;:]{2,6}$/;
/** A keyword on a line of its own. */
const MAX_TAG = 6;

/** Keywords between the text and the page's buttons or links, with nothing that says so; but no list of people. */
export function trailingTags(kinds: readonly LineKind[], { start, closed }: Foot): LineKind[] {
  if (leadsOn(kinds[start - 1])) return [];
  const end = kinds.slice(start, closed).map((entry, at) => ({ entry, at: at + start }));
  const shorts = end.filter(({ entry }) => isShort(entry));
  const [only] = shorts;
  const last = shorts.at(-1);
  if (only === undefined || last === undefined) return [];
  const next = kinds[last.at + 1];
  const isTag = ({ line: { folded } }: LineKind) => folded.length <= MAX_TAG && !NUMBERED.test(folded);
  const people = shorts.filter(({ entry }) => bylineOfLine(entry.line.folded) !== undefined);
  if (shorts.length >= MIN_LINKS) {
    const areTags = people.length * 2 < shorts.length && shorts.every(({ entry }) => isTag(entry));
    return areTags && next?.kind === 'furniture' ? shorts.map(({ entry }) => entry) : [];
  }
  const isAboveLinks = next?.kind === 'furniture' && next.furniture.rule === 'related-links';
  const { folded } = only.entry.line;
  return shorts.length === 1 && isAboveLinks && TAGS.test(folded) && bylineOfLine(folded) === undefined
    ? [only.entry]
    : [];
}

function leadsOn(entry: LineKind | undefined): boolean {
  return entry !== undefined && /[::]$/.test(entry.line.folded);
}
