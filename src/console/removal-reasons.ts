/** What a rule means, where its name alone does not say why something is no text of the article. */
const REASONS: Readonly<Record<string, string>> = {
  metadata: 'says who, where from or when; it is in the fields above',
  'page-head': 'stands above the text and is not its title',
  'site-name': 'names the site',
  breadcrumbs: 'is the path to the page',
  'above-article': 'stands on the page above the article',
  'below-article': 'stands on the page below the article',
  'beside-article': 'stands on the page beside the article',
  'page-part': 'is in a part of the page that is made for something else',
  'page-foot': 'stands below what closes the article',
  link: 'is a link to elsewhere',
  promotion: 'advertises something',
  navigation: 'leads to other pages',
  'running-head': 'is printed at the edges of the pages',
  contents: 'is the table of contents',
  footnote: 'is a note, which stands apart from the text',
  comment: 'is a comment that somebody wrote beside the text',
  script: 'is a piece of a program or of a style',
  counter: 'counts readers, or is a number alone',
  'part-number': 'numbers the parts',
  'link-spam': 'is what sellers of links put in',
};

/** The name of a rule, and in brackets what it means where that is not plain. */
export function namedReason(rule: string): string {
  const reason = REASONS[rule];
  return reason === undefined ? rule : `${rule} (${reason})`;
}
