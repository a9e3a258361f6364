/** What a control of a panel does. It travels in the control, so that it works after a restart. */
export const MOVES = [
  // What was uploaded and is not stored yet.
  'draft',
  'edits',
  'add',
  'add-all',
  'replace',
  'title',
  'titled',
  'drop',
  'uploaded',
  // What is on the shelf.
  'list',
  'article',
  'post',
  'rename',
  'renamed',
  'remove',
  'removed',
  'removals',
  'restored',
  'bound',
  'unbound',
  // How the bot behaves in the server.
  'settings',
  'roles',
  'mentions',
  'channels',
  'locale',
  'keep',
  'operators',
  // Questions without an answer.
  'questions',
  'question',
  'done',
  'quote',
  'quoted',
  'erase',
  'erased',
  'forgotten',
] as const;

export type MoveName = (typeof MOVES)[number];

/** Something that a moderator does with a control: what, to what, and where in a list they are. */
export interface Move {
  readonly name: MoveName;
  /** A draft, an article by its key, a question by its number; empty where there is nothing to name. At most 20 of letters, digits and `-`. */
  readonly subject: string;
  /** Counted from 0. */
  readonly page: number;
}

/** They are answered at once, because a form cannot be announced. */
const OPENS_FORM: ReadonlySet<MoveName> = new Set(['title', 'rename', 'quote']);

/** Whether a move is answered with a form. */
export function opensForm({ name }: Pick<Move, 'name'>): boolean {
  return OPENS_FORM.has(name);
}

/** What those may do, too, who may add articles and manage nothing. */
const OF_ADDING: ReadonlySet<MoveName> = new Set([
  'draft',
  'edits',
  'add',
  'add-all',
  'title',
  'titled',
  'drop',
  'uploaded',
]);

/** Whether a move belongs to adding an article; any other is for those who manage the server. Replacing one takes it away. */
export function isOfAdding({ name }: Pick<Move, 'name'>): boolean {
  return OF_ADDING.has(name);
}
