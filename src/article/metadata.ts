import { fold } from '../language/fold.ts';
import type { Metadata } from './article.ts';
import { authorsInFacts } from './authors.ts';
import { defined } from './defined.ts';
import type { FieldKind } from './fact-labels.ts';
import type { Line } from './lines.ts';
import type { Page } from './page.ts';
import { isPublisher } from './publishers.ts';
import { type Diagnosis, restoreText } from './restoration.ts';

/** The number of a member of staff behind the name: 李丽 HN023, 李丽（EN098）, 李丽_NN6618. */
const STAFF_CODE = /[\s_（(]{0,4}(?<![a-z])[a-z]{1,3}\d{2,6}(?![a-z\d])[）)]?/gi;
/** What separates the names of several editors. */
const NAME_BREAK = /[、，,；;/\s&和]+/;

/** What the page says about the article, its title aside. */
export function readMetadata(page: Page, diagnosis: Diagnosis): Omit<Metadata, 'title' | 'subtitle'> {
  const values = (kind: FieldKind) =>
    page.facts
      .filter(({ field }) => field.kind === kind)
      .map(({ line, field }) => ({ iso: field.iso, text: line.plain.slice(field.start, field.end) }));
  const repaired = (text: string) => restoreText(text, diagnosis);
  const source = values('source')[0]?.text ?? page.source?.plain;
  const dates = (kind: FieldKind) => page.facts.filter(({ field }) => field.kind === kind && field.iso !== undefined);
  const printed = [...dates('published'), ...dates('time'), ...dates('updated')];
  const date = (printed.find(({ line }) => isBelowTitle(line, page)) ?? printed[0])?.field.iso;
  const url = values('url')[0]?.text;
  const breadcrumbs = page.breadcrumbs?.crumbs.map(({ start, end }) =>
    repaired(page.breadcrumbs?.line.plain.slice(start, end) ?? ''),
  );
  const authors = [...new Set(authorsInFacts(page.facts).map(repaired))];
  const site = page.site ? repaired(page.site.plain) : siteOf(breadcrumbs);
  return {
    ...defined({ site, url, source: source && repaired(source), publishedAt: date }),
    ...(authors.length > 0 && { authors }),
    editors: [
      ...new Set(
        values('editor')
          .flatMap(({ text }) => namesIn(text))
          .map(repaired),
      ),
    ],
    breadcrumbs: breadcrumbs ?? [],
  };
}

/** Between title and article; above the title a page prints the date of today. */
function isBelowTitle({ at }: Line, { title, body }: Page): boolean {
  return at > (title?.at ?? 0) && at < (body[0]?.at ?? 0);
}

/** The first step of the path, where it is a site’s name (新华网首页) and not just 首页. */
function siteOf(breadcrumbs: readonly string[] | undefined): string | undefined {
  const first = breadcrumbs?.[0];
  return first !== undefined && isPublisher(fold(first)) ? first.replace(/首[页頁]$/u, '') : undefined;
}

/** Names of two characters are often set with a space between them: 李　明. */
function namesIn(text: string): string[] {
  const names: string[] = [];
  let pending = '';
  for (const piece of text
    .replace(STAFF_CODE, ' ')
    .split(NAME_BREAK)
    .filter((name) => name !== '')) {
    if (pending !== '' || piece.length > 1) {
      names.push(pending + piece);
      pending = '';
    } else {
      pending = piece;
    }
  }
  return pending === '' ? names : [...names, pending];
}
