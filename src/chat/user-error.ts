/** A mistake of the user's: its message, in their language, says what is wrong and a way on. Everything else that is thrown is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** What to try instead, each as they would type it. */
  readonly suggestions: readonly string[];

  constructor(message: string, suggestions: readonly string[] = []) {
    super(message);
    this.suggestions = suggestions;
  }
}
