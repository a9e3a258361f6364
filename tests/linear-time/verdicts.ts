import { readFileSync, writeFileSync } from 'node:fs';
import { check } from 'recheck';
import { type Expression, nameOf } from './expressions.ts';

/**
 * How the time of a search grows with the length of a text at worst: `linear`, `quadratic`, `polynomial 3` and so on,
 * `exponential`; `unknown` where the checker cannot tell.
 */
export type Verdict = string;

const KEPT = new URL('verdicts.json', import.meta.url);
/** Milliseconds for one expression; most take a hundredth of a second. */
const PATIENCE = 60_000;

/** The verdicts that were reached before, by the expression's name. */
export function keptVerdicts(): Map<string, Verdict> {
  return new Map(Object.entries(JSON.parse(readFileSync(KEPT, 'utf8'))));
}

/** Keeps verdicts, those of expressions that are no more left out. */
export function keepVerdicts(verdicts: ReadonlyMap<string, Verdict>): void {
  const sorted = [...verdicts].sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(KEPT, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

/** The checker's verdict on one expression, as V8 searches for it: from every place of the text. */
export async function judge(expression: Expression): Promise<Verdict> {
  // Telling where groups stand changes nothing in the search, and the checker does not know the flag.
  const diagnosis = await check(expression.source, expression.flags.replace('d', ''), { timeout: PATIENCE });
  if (diagnosis.status === 'unknown') return 'unknown';
  const { complexity } = diagnosis;
  if (complexity.type !== 'polynomial') return complexity.type === 'exponential' ? 'exponential' : 'linear';
  return complexity.degree === 2 ? 'quadratic' : `polynomial ${complexity.degree}`;
}

/** The verdicts on all of these, by name; only what is not kept is judged. */
export async function verdictsOn(expressions: readonly Expression[]): Promise<Map<string, Verdict>> {
  const kept = keptVerdicts();
  const verdicts = new Map<string, Verdict>();
  for (const expression of expressions) {
    const name = nameOf(expression);
    if (!verdicts.has(name)) verdicts.set(name, kept.get(name) ?? (await judge(expression)));
  }
  return verdicts;
}
