import type { Repair } from './article.ts';

/** A stretch of a text and what is to stand in its place. UTF-16 offsets, `end` exclusive, never empty. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly to: string;
  /** The rule to record, where it is not that of the changes it comes with. */
  readonly rule?: string;
}

/** An edit made so far: where it stands in the text as it is now and what it replaced in the file. */
interface Edit {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly from: string;
}

/**
 * A stretch of the decoded file as it reads after repairs. Rules change `text`, one after
 * the other; `edits` (in order, none overlapping) says at any time how it came out of the file.
 */
export interface Revision {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** A stretch of the decoded file: its UTF-16 offset there and its text. */
export interface Original {
  readonly at: number;
  readonly text: string;
}

/** The stretch as it stands in the file. */
export function unrevised({ text }: Original): Revision {
  return { text, edits: [] };
}

/** What has been done to the file, in order of `at`. */
export function repairsOf({ text, edits }: Revision): Repair[] {
  return edits.map(({ rule, start, end, at, from }) => ({ rule, at, from, to: text.slice(start, end) }));
}

/**
 * Applies one rule's changes, which are in order and do not overlap, to the text as it
 * stands. A change that touches the result of an earlier edit becomes part of that edit and
 * keeps its rule; adjacent edits of one rule become one. Linear.
 */
export function revise(original: Original, revision: Revision, rule: string, changes: readonly Change[]): Revision {
  if (changes.length === 0) return revision;
  const edits: Edit[] = [];
  let text = '';
  let read = 0;
  // How much further the text of the file stands at `read` than the text being changed.
  let shift = 0;
  for (const group of overlapping(revision.edits, changes)) {
    text += revision.text.slice(read, group.start);
    const start = text.length;
    text += applied(revision.text, group.changes, group);
    read = group.end;
    const from = original.text.slice(group.start + shift, group.end + shift + group.removed);
    append(edits, {
      rule: group.rule ?? group.changes[0]?.rule ?? rule,
      start,
      end: text.length,
      at: original.at + group.start + shift,
      from,
    });
    shift += group.removed;
  }
  return { text: text + revision.text.slice(read), edits };
}

/** Earlier edits and new changes that touch each other, as one stretch of the text as it stands. */
interface Group {
  readonly start: number;
  end: number;
  /** The rule of the first earlier edit among them. */
  rule: string | undefined;
  /** By how much the earlier edits among them made the text shorter. */
  removed: number;
  readonly changes: Change[];
}

function overlapping(edits: readonly Edit[], changes: readonly Change[]): Group[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  let [nextEdit, nextChange] = [0, 0];
  for (;;) {
    const edit = edits[nextEdit];
    const change = changes[nextChange];
    const first = edit !== undefined && (change === undefined || comesFirst(edit, change)) ? edit : change;
    if (first === undefined) return groups;
    if (group === undefined || first.start >= group.end) {
      group = { start: first.start, end: first.end, rule: undefined, removed: 0, changes: [] };
      groups.push(group);
    }
    group.end = Math.max(group.end, first.end);
    if (first === edit) {
      group.rule ??= edit.rule;
      group.removed += edit.from.length - (edit.end - edit.start);
      nextEdit += 1;
    } else if (change !== undefined) {
      group.changes.push(change);
      nextChange += 1;
    }
  }
}

/** A deletion leaves nothing behind: where one stands at the start of a change, it is before it. */
function comesFirst(edit: Edit, change: Change): boolean {
  return edit.start < change.start || (edit.start === change.start && edit.end <= change.end);
}

/** A text, or a stretch of it, after changes that are in order and do not overlap. */
export function applied(
  text: string,
  changes: readonly Change[],
  { start, end }: { readonly start: number; readonly end: number } = { start: 0, end: text.length },
): string {
  let result = '';
  let read = start;
  for (const change of changes) {
    result += text.slice(read, change.start) + change.to;
    read = change.end;
  }
  return result + text.slice(read, end);
}

function append(edits: Edit[], edit: Edit): void {
  const last = edits.at(-1);
  if (last?.rule === edit.rule && last.at + last.from.length === edit.at && last.end === edit.start) {
    edits[edits.length - 1] = { ...last, end: edit.end, from: last.from + edit.from };
  } else {
    edits.push(edit);
  }
}
