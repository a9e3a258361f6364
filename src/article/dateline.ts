const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?)?/;

/**
 * The date as the page prints it: `2021年11月23日09:21`, or `2021年11月23日` where no time is
 * known. It stays in the page's own zone.
 * @param publishedAt ISO 8601, as in `Metadata`
 */
export function formatPublishedAt(publishedAt: string): string {
  const [, year, month, day, time] = ISO.exec(publishedAt) ?? [];
  if (year === undefined) return publishedAt;
  return `${year}年${Number(month)}月${Number(day)}日${time ?? ''}`;
}
