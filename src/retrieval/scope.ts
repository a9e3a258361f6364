/** Where to look. */
export interface Scope {
  readonly articleId?: string;
  /** Section number; only together with `articleId`, or in a library of one article. */
  readonly section?: number;
  /** How many passages at most, 1 to 20; 5 unless told. */
  readonly limit?: number;
}
