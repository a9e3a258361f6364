import type { Choice } from './reply.ts';

/** A mistake of the user's: its message, in their language, says what is wrong and a way on. Everything else that is thrown is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** What to try instead, each as they would type it. */
  readonly suggestions: readonly string[];
  /** The same places to click on, where a transport can. */
  readonly choices: readonly Choice[];

  constructor(message: string, suggestions: readonly string[] = [], choices: readonly Choice[] = []) {
    super(message);
    this.suggestions = suggestions;
    this.choices = choices;
  }
}

/** A mistake, with places to go on with: to type, and to choose from. */
export function mistakeWithChoice(message: string, choice: Choice): UserError {
  return new UserError(
    message,
    choice.options.map(({ label }) => label),
    [choice],
  );
}
