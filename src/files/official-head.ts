/** What the head of an official document is printed with: who issues it, and its number in the year. */
const ISSUER = /^[\p{Script=Han}\s（）()]{2,60}文\s?件$/u;
const NUMBER = /^[\p{Script=Han}\s]{1,20}[〔[［【(（]\s?(?:19|20)\d{2}\s?[〕\]］】)）]\s?(?:第\s?)?\d{1,5}\s?号/u;
/** It stands above the title. Lines. */
const WITHIN = 6;

/**
 * The lines above the title of an official document, which are largest and are no title: 某市人民政府文件, 某政发〔2024〕12号.
 * @param lines the first lines of a document
 * @returns their indices; none where no number says that it is such a document
 */
export function officialHead(lines: readonly string[]): ReadonlySet<number> {
  const first = lines.slice(0, WITHIN);
  const number = first.findIndex((line) => NUMBER.test(line));
  if (number < 0) return new Set();
  const issuers = first.flatMap((line, at) => (at < number && ISSUER.test(line) ? [at] : []));
  return new Set([...issuers, number]);
}
