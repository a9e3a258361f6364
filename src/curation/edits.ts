import type { Article } from '../article/article.ts';
import type { Locale } from '../chat/locale.ts';
import type { Block } from '../chat/reply.ts';
import { curationTextsIn } from './texts/texts.ts';

/** On a page of the list. */
const EACH_PAGE = 12;
/** Of what was taken out, or of one side of a repair, so much is shown. Characters. */
const SHOWN = 80;

/** The list has no more pages: its place, and the page, travel as one number. */
export const PAGES = 1_000;

/** How many pages the list of an article's repairs and removals has. */
export function editPages(article: Article): number {
  return Math.min(PAGES, Math.max(1, Math.ceil(linesOf(article).length / EACH_PAGE)));
}

/** A page of what was repaired and what was taken out, equal edits in one line, in the order of the file. */
export function editBlocks(article: Article, page: number, locale: Locale): Block[] {
  const texts = curationTextsIn(locale);
  const lines = linesOf(article);
  const shown = lines.slice(page * EACH_PAGE, (page + 1) * EACH_PAGE);
  const items = (kind: Line['kind']) =>
    shown
      .filter((line) => line.kind === kind)
      .map(({ text, count }) => (count === 1 ? text : `${text} ${texts.times(count)}`));
  const repairs = items('repair');
  const removals = items('removal');
  return [
    { kind: 'heading', text: article.title },
    {
      kind: 'notice',
      text: `${texts.edits(article.repairs.length, article.removed.length)} · ${texts.page(page + 1, editPages(article))}`,
    },
    ...listed(texts.labels.repairs, repairs),
    ...listed(texts.labels.removedText, removals),
  ];
}

function listed(label: string, items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'suggestions', label, items }];
}

interface Line {
  readonly kind: 'repair' | 'removal';
  readonly text: string;
  count: number;
}

function linesOf({ repairs, removed }: Article): Line[] {
  const lines = new Map<string, Line>();
  const add = (kind: Line['kind'], text: string) => {
    const known = lines.get(`${kind} ${text}`);
    if (known === undefined) lines.set(`${kind} ${text}`, { kind, text, count: 1 });
    else known.count += 1;
  };
  for (const { from, to } of repairs) {
    if (from !== '' || to !== '') add('repair', `${visible(from)} → ${visible(to)}`);
  }
  for (const { text } of removed) add('removal', visible(text));
  return [...lines.values()];
}

/** Nothing is shown as a sign of its own. */
function visible(text: string): string {
  const line = text
    .slice(0, SHOWN * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  if (characters.length === 0) return '∅';
  return characters.length <= SHOWN ? line : `${characters.slice(0, SHOWN).join('')}……`;
}
