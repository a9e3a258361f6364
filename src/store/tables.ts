import type { Generated } from 'kysely';

/** The tables as queries see them; `migrations/` makes them. Whole numbers of eight bytes come as texts. */
export interface Tables {
  /** A server of which something is kept. */
  servers: {
    id: string;
    /** Out of a sequence that all servers share: no revision comes twice, not even after everything was forgotten. */
    revision: Generated<string>;
    /** JSON of what was set; the rest is as by default. */
    settings: Generated<string>;
    /** When the bot was last seen to leave. */
    left_at: Date | null;
  };
  files: {
    id: Generated<string>;
    server: string;
    name: string;
    bytes: number;
  };
  /** A file's content in order: a large value is slow as a whole, and holds up all others. */
  file_pieces: {
    file: string;
    number: number;
    content: Uint8Array;
  };
  articles: {
    server: string;
    id: string;
    /** JSON, as a text: PostgreSQL's own types of JSON refuse characters that a page may have. */
    article: string;
    /** Of headings and paragraphs. */
    text_digest: Uint8Array;
    title_digest: Uint8Array;
    file: string;
    added_by: string;
    added_at: Generated<Date>;
    removed_at: Date | null;
  };
  /** What was sent, so that it is not added again; counted by the day. */
  uploads: {
    server: string;
    token: string;
    article_id: string;
    at: Generated<Date>;
  };
  /** Digests of ids whose articles are gone for good: an id is given once. */
  spent_ids: {
    server: string;
    digest: Uint8Array;
  };
  bindings: {
    server: string;
    channel: string;
    article_id: string;
  };
  questions: {
    id: Generated<string>;
    server: string;
    /** What is sent again is kept once. */
    token: string;
    question: string;
    because: string;
    article_id: string | null;
    asked_at: Generated<Date>;
    /** JSON. */
    settled: string | null;
  };
  /** What processes leave to those after them: JSON. */
  notes: {
    name: string;
    value: string;
  };
}
