import { readBreadcrumbs } from './breadcrumbs.ts';
import { datesOverLines } from './dates-over-lines.ts';
import { type FieldKind, labelAt } from './fact-labels.ts';
import { fieldsOfValue, readFacts } from './facts.ts';
import type { Field } from './field.ts';
import { FURNITURE, type Furniture, MAX_FURNITURE_LENGTH } from './furniture.ts';
import type { Line } from './lines.ts';
import { isBarredName, isLinkSpam } from './link-spam.ts';

/** What a line is, by itself. `short`: a title, a heading, a link, a caption; its place will tell. */
export type LineKind =
  | { readonly kind: 'text' | 'short' | 'spam'; readonly line: Line }
  | { readonly kind: 'furniture'; readonly line: Line; readonly furniture: Furniture }
  | {
      readonly kind: 'facts';
      readonly line: Line;
      readonly fields: readonly Field[];
      /** What the line is where no facts are due, since it holds words that are none. */
      readonly otherwise?: 'text' | 'short';
    }
  | { readonly kind: 'breadcrumbs'; readonly line: Line; readonly crumbs: readonly { start: number; end: number }[] };

/** Titles and headings stay below; nothing longer is one. */
const MAX_SHORT = 50;

/** Ends a sentence, quotation marks and brackets behind it included. */
const SENTENCE_END = /[。！？!?；;…\uFFFD][”’」』）)\]】"]*$/;
const HAN = /\p{Script=Han}/u;
const STOP_INSIDE = /。/;
/** Leads on to a list: “今年要办的实事包括：”. A label is shorter. */
const LEADS_ON = /[：:]$/;
const COMMA = /[，,]/;
const MIN_LEADING_ON = 20;

/** Tells each line by what it says and by the line before it. */
export function lineKinds(lines: readonly Line[]): LineKind[] {
  let besideSpam = false;
  const barred = barredRuns(lines);
  const dated = datesOverLines(lines);
  const kinds = lines.map((line): LineKind => {
    const fields = dated.get(line);
    if (fields !== undefined) return { kind: 'facts', line, fields };
    const kind: LineKind = barred.has(line) ? { kind: 'spam', line } : lineKind(line, besideSpam);
    besideSpam = kind.kind === 'spam';
    return kind;
  });
  return kinds.map((entry, at) => labelAbove(entry, kinds[at + 1]) ?? valueBelow(kinds[at - 1], entry) ?? entry);
}

/** Longer values are text. */
const MAX_VALUE_BELOW = 30;

/** 来源： on a line of its own with its value on the next: facts, where these are due. */
function labelAbove(entry: LineKind, next: LineKind | undefined): LineKind | undefined {
  const kind = labelAlone(entry);
  const isDated = next?.kind === 'facts' && next.fields.some(({ iso }) => iso !== undefined);
  if (kind === undefined || next === undefined || entry.kind === 'furniture') return undefined;
  return isDated || isValue(next) ? { kind: 'facts', line: entry.line, fields: [], otherwise: 'short' } : undefined;
}

function valueBelow(last: LineKind | undefined, entry: LineKind): LineKind | undefined {
  const kind = last && labelAlone(last);
  if (kind === undefined || !isValue(entry)) return undefined;
  const fields = fieldsOfValue(entry.line.folded, kind);
  // 责任编辑： and 来源： head nothing but their values, wherever they stand.
  const isSure = last?.kind === 'furniture' && fields.length > 0;
  return { kind: 'facts', line: entry.line, fields, ...(!isSure && { otherwise: 'short' as const }) };
}

function isValue(entry: LineKind): boolean {
  const { folded } = entry.line;
  return isShort(entry) && folded.length <= MAX_VALUE_BELOW && !LEADS_ON.test(folded);
}

function labelAlone({ line: { folded } }: LineKind): FieldKind | undefined {
  if (folded.length > MAX_LABEL || !folded.endsWith(':')) return undefined;
  const label = labelAt(folded, 0);
  return label?.valueStart === folded.length ? label.kind : undefined;
}
const MAX_LABEL = 10;

/** Fewer lines that end in a bar may be anything. */
const MIN_BARRED_RUN = 5;

/** Link spam with one name to a line. */
function barredRuns(lines: readonly Line[]): Set<Line> {
  const spam = new Set<Line>();
  let run: Line[] = [];
  for (const line of lines) {
    if (!isBarredName(line)) run = [];
    else run.push(line);
    if (run.length === MIN_BARRED_RUN) for (const name of run) spam.add(name);
    if (run.length > MIN_BARRED_RUN) spam.add(line);
  }
  return spam;
}

/** The line as it is where no facts are due. */
export function asPlain(entry: LineKind): LineKind {
  return entry.kind === 'facts' && entry.otherwise !== undefined ? { kind: entry.otherwise, line: entry.line } : entry;
}

/** Whether a line is a title, a heading, a link or a caption, going by itself. */
export function isShort(entry: LineKind | undefined): boolean {
  return entry !== undefined && asPlain(entry).kind === 'short';
}

function lineKind(line: Line, besideSpam: boolean): LineKind {
  const { length } = line.folded;
  const furniture = FURNITURE.find(
    ({ pattern, maxLength = MAX_FURNITURE_LENGTH }) => length <= maxLength && pattern.test(line.folded),
  );
  const facts = furniture === undefined || furniture.mayTellFacts ? readFacts(line.folded) : undefined;
  if (furniture !== undefined && (facts === undefined || (facts.isLoose && furniture.mayTellFacts !== true)))
    return { kind: 'furniture', line, furniture };
  if (facts !== undefined) {
    return {
      kind: 'facts',
      line,
      fields: facts.fields,
      ...(facts.isLoose && { otherwise: isText(line) ? 'text' : 'short' }),
    };
  }
  const crumbs = readBreadcrumbs(line);
  if (crumbs !== undefined) return { kind: 'breadcrumbs', line, crumbs };
  if (isLinkSpam(line, besideSpam)) return { kind: 'spam', line };
  return { kind: isText(line) ? 'text' : 'short', line };
}

function isText({ plain }: Line): boolean {
  if (!HAN.test(plain)) return false;
  return plain.length > MAX_SHORT || SENTENCE_END.test(plain) || STOP_INSIDE.test(plain) || leadsOn(plain);
}

function leadsOn(plain: string): boolean {
  return plain.length >= MIN_LEADING_ON && LEADS_ON.test(plain) && COMMA.test(plain);
}
