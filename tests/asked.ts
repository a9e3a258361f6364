import { type ToldAnswer, told } from '../src/answer/answer.ts';
import type { Library } from '../src/library/library.ts';
import type { Scope } from '../src/passages/scope.ts';

/** What a library answers, as plain data. */
export async function asked(library: Library, question: string, scope: Scope = {}): Promise<ToldAnswer> {
  return told(await library.ask(question, scope));
}
