import type { Block } from '../chat/reply.ts';
import type { Move } from './move.ts';

/** What a moderator is shown, and nobody else: plain data that a transport renders. Texts are in their language. */
export interface Panel {
  readonly kind: 'panel';
  readonly blocks: readonly Block[];
  /** In rows, each a select or some buttons; at most five rows. */
  readonly controls: readonly Row[];
  /** What is to be posted for everybody once this is shown. */
  readonly posts?: Posted;
}

/** An article of the server's that is to be shown to everybody where the moderator is. */
export interface Posted {
  readonly articleId: string;
}

export type Row = { readonly kind: 'buttons'; readonly buttons: readonly Button[] } | Select | Pick;

export interface Button {
  readonly label: string;
  readonly move: Move;
  /** `main`: what one is expected to do. `grave`: what takes something away. */
  readonly weight?: 'main' | 'grave';
  readonly disabled?: boolean;
}

/** One or more of these. */
export interface Select {
  readonly kind: 'select';
  readonly placeholder: string;
  readonly move: Move;
  readonly options: readonly Option[];
}

export interface Option {
  /** At most 100 characters. */
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly chosen?: boolean;
}

/** Roles or channels of the server, as the transport knows them; none is a choice, too, where `least` is 0. */
export interface Pick {
  readonly kind: 'roles' | 'channels';
  readonly placeholder: string;
  readonly move: Move;
  readonly chosen: readonly string[];
  readonly least: 0 | 1;
  readonly most: number;
}

/** Something to fill in. */
export interface Form {
  readonly kind: 'form';
  readonly title: string;
  /** What it comes back to. */
  readonly move: Move;
  readonly fields: readonly Field[];
}

export type Field =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: string;
      readonly description?: string;
      readonly value?: string;
      /** Whether it has room for paragraphs. */
      readonly isLong: boolean;
      readonly required: boolean;
      readonly maxLength: number;
    }
  | { readonly kind: 'files'; readonly name: string; readonly label: string; readonly description: string };

/** What comes of something that a moderator does. */
export type Outcome = Panel | Form;

/** A short line, with controls below it where there are any. */
export function notice(text: string, controls: Panel['controls'] = []): Panel {
  return { kind: 'panel', blocks: [{ kind: 'notice', text }], controls };
}

/** A row of buttons, or none where there are none. */
export function buttons(...given: readonly (Button | undefined)[]): Row[] {
  const there = given.filter((button) => button !== undefined);
  return there.length === 0 ? [] : [{ kind: 'buttons', buttons: there }];
}
