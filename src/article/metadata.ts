import { fold } from '../language/fold.ts';
import type { Metadata } from './article.ts';
import { printedName } from './bylines/bylines.ts';
import { isChannel, isPublisher } from './bylines/publishers.ts';
import { defined } from './defined.ts';
import type { FieldKind } from './fact-labels.ts';
import type { Line } from './lines.ts';
import type { Page } from './page.ts';
import { type Diagnosis, restoreText } from './restoration.ts';

/** 来源：网络 says nothing. */
const NO_SOURCE = /^(?:网络|互联网|网上|来自网络|网友|综合|未知|佚名|不详|无|原创|转载|本站|本站原创|其他|其它)$/;

/** What the page says about the article, its title aside. */
export function readMetadata(page: Page, diagnosis: Diagnosis): Omit<Metadata, 'title' | 'subtitle'> {
  const values = (kind: FieldKind) =>
    page.facts
      .filter(({ field }) => field.kind === kind)
      .map(({ line, field }) => ({ iso: field.iso, text: line.plain.slice(field.start, field.end) }));
  const repaired = (text: string) => restoreText(text, diagnosis);
  const namesOf = (kind: FieldKind) => [
    ...new Set(
      page.facts
        .filter(({ field }) => field.kind === kind)
        .flatMap(({ line, field }) => field.names?.map((name) => repaired(printedName(line.plain, name))) ?? []),
    ),
  ];
  const sources = [
    ...values('source').map(({ text }) => text),
    ...(page.source === undefined ? [] : [page.source.plain]),
  ];
  const source = sources.find((text) => !NO_SOURCE.test(fold(text)));
  const dates = (kind: FieldKind) => page.facts.filter(({ field }) => field.kind === kind && field.iso !== undefined);
  const printed = [...dates('published'), ...dates('time'), ...dates('updated')];
  const date = (printed.find(({ line }) => isBelowTitle(line, page)) ?? printed[0])?.field.iso;
  const url = values('url')[0]?.text;
  const breadcrumbs = page.breadcrumbs?.crumbs.map(({ start, end }) =>
    repaired(page.breadcrumbs?.line.plain.slice(start, end) ?? ''),
  );
  const authors = namesOf('author');
  const site = page.site ? repaired(page.site.plain) : siteOf(breadcrumbs);
  return {
    ...defined({ site, url, source: source && repaired(source), publishedAt: date }),
    ...(authors.length > 0 && { authors }),
    editors: namesOf('editor'),
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
  return first !== undefined && isPublisher(fold(first)) && !isChannel(fold(first))
    ? first.replace(/首[页頁]$/u, '')
    : undefined;
}
