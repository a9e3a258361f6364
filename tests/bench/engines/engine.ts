/** Passage numbers (their place in what was built), best first, at most `limit`. */
export type Search = (question: string, limit: number) => readonly number[] | Promise<readonly number[]>;

/** A search engine as somebody would set it up who reads its documentation. */
export interface Engine {
  readonly name: string;
  /** What is set beyond the engine's defaults. */
  readonly setup: string;
  /** Loads what all indexes share, such as a dictionary; neither build time nor memory of an index. */
  prepare?(): void;
  /** @param perArticle how many passages in a row are one article, 1 unless told; only Wenzhai knows articles. */
  build(passages: readonly string[], perArticle?: number): Search | Promise<Search>;
}
