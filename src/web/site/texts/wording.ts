/** All that the page itself says; what the bot says comes from the bot. */
export interface SiteTexts {
  readonly name: string;
  /** What this is, in a sentence. */
  readonly promise: string;
  readonly skip: string;
  readonly language: string;
  readonly views: { readonly label: string; readonly conversation: string; readonly article: string };

  readonly introduction: {
    readonly label: string;
    /** Above the title of the article. */
    readonly onTheTable: string;
    /** What one can do, and what the answers are. */
    readonly how: string;
    readonly yours: string;
    readonly another: string;
  };

  readonly conversation: string;
  readonly you: string;
  /** Above words of somebody's that were checked. */
  readonly somebody: string;
  readonly asks: string;
  readonly checks: string;
  readonly kind: string;
  readonly askLabel: string;
  readonly askPlaceholder: string;
  readonly checkLabel: string;
  readonly checkPlaceholder: string;
  readonly send: string;
  readonly checkButton: string;
  readonly waiting: string;
  readonly again: string;
  tooLong(most: string): string;

  readonly article: string;
  readonly pick: string;
  readonly another: string;
  readonly loading: string;
  readonly noArticle: string;
  readonly parts: { readonly label: string; readonly read: string; changes(count: string): string };
  changed(count: string): string;
  readonly facts: {
    readonly source: string;
    readonly site: string;
    readonly published: string;
    readonly authors: string;
    readonly editors: string;
  };
  readonly page: string;
  quote(address: string): string;
  openSection(address: string): string;

  /** What the changes are, above them. */
  changesIntro(repairs: string, removals: string): string;
  readonly noChanges: string;
  readonly noOriginal: string;
  readonly byReason: string;
  readonly everything: string;
  readonly stoodThere: string;
  readonly became: string;
  readonly nothing: string;
  readonly removed: string;
  readonly why: string;
  of(at: string, count: string): string;
  alike(count: string): string;
  readonly before: string;
  readonly next: string;
  readonly close: string;
  readonly repairedHere: string;
  readonly removedHere: string;
  readonly original: string;
  readonly more: string;

  readonly layDown: {
    readonly title: string;
    readonly drop: string;
    readonly formats: string;
    readonly choose: string;
    readonly paste: string;
    readonly pastePlaceholder: string;
    readonly read: string;
    readonly reading: string;
    readonly stays: string;
    readonly cancel: string;
    readonly pasted: string;
    refused(count: string): string;
    /** Said once it is there. */
    done(title: string): string;
  };

  readonly problems: {
    readonly 'bad-request': string;
    readonly locked: string;
    readonly 'not-found': string;
    readonly 'too-large': string;
    readonly busy: string;
    readonly 'no-article': string;
    readonly unreachable: string;
    failed(id: string): string;
  };
}
